import './words.en.ts';
import './explain.css';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { dynamicKey } from '../../i18n/messages.ts';
import type { PointedMark } from '../../session/explanation.ts';
import type { MarkName, Stage } from '../../session/extra-marks.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { Missing } from '../../ui/lazy-view.tsx';
import { createExtraMarks } from './extra-marks.ts';
import { Mathematics } from './Mathematics.tsx';
import { marksOf } from './plain.ts';
import { Sources } from './Sources.tsx';
import { type Pointing, Symbols } from './Symbols.tsx';
import { ThisStep } from './ThisStep.tsx';
import { useExplanation } from './use-explanation.ts';
import { usePointing } from './use-pointing.ts';
import { useUpdate } from './use-update.ts';
import { Walk } from './Walk.tsx';

const PARTS = ['mathematics', 'step', 'sources'] as const;
type Part = (typeof PARTS)[number];

/** The mathematics beside the picture, with the numbers of the shown step. */
export function ExplainDrawer({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const [part, setPart] = useState<Part>('mathematics');
  const [stage, setStage] = useState<Stage | null>(null);
  const state = useUpdate();
  const { update } = state;
  const opened = useApp((now) => now.opened);
  const scenario = useApp((now) => now.scenario);
  // What was opened last may be of another problem than what is asked for now.
  const isOpen = useApp((now) => now.openedProblem === now.scenario.problem);
  const known = useExplanation();
  const explanation = known === 'missing' ? null : known;
  const of = useMemo(
    () => (opened && isOpen ? { opened, scenario, update } : null),
    [opened, isOpen, scenario, update],
  );
  const marks = useMemo(() => (of && explanation ? marksOf(explanation, of) : []), [of, explanation]);
  const { highlight, pointing } = usePointing(marks);

  useEffect(() => {
    const isShown = explanation && (highlight || stage);
    const extra = isShown ? createExtraMarks(session, t, explanation, { highlight, stage, update }) : null;
    session.store.setState({ extra });
  }, [session, t, explanation, highlight, stage, update]);
  useEffect(() => () => session.store.setState({ extra: null }), [session]);

  function open(next: Part): void {
    setPart(next);
    if (next !== 'step') setStage(null);
  }

  return (
    <Drawer
      id="explain-title"
      title={t('explain.title')}
      close={t('explain.close')}
      className="explain"
      onClose={onClose}
    >
      <Parts part={part} onPart={open} />
      {part !== 'sources' && !stage && <Symbols marks={marks} pointing={pointing} />}
      <PartPanel part={part} marks={marks} pointing={pointing}>
        {known === 'missing' && part !== 'sources' && <Missing />}
        {part === 'mathematics' && of && explanation && <Mathematics explanation={explanation} of={of} />}
        {part === 'step' && explanation && (
          <>
            {of && <Walk explanation={explanation} of={of} stage={stage} onStage={setStage} />}
            {(!stage || stage === 'step') && <ThisStep explanation={explanation} of={of} state={state} />}
          </>
        )}
        {part === 'sources' && <Sources />}
      </PartPanel>
    </Drawer>
  );
}

/** The parts as tabs: arrow keys go from one to the next. */
function Parts({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  const t = useTranslate();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (PARTS.indexOf(part) + by + PARTS.length) % PARTS.length;
    onPart(PARTS[next]!);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  }

  return (
    <div ref={list} className="parts" role="tablist" aria-label={t('explain.parts')} onKeyDown={onKeyDown}>
      {PARTS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`explain-tab-${name}`}
          aria-selected={name === part}
          aria-controls="explain-part"
          tabIndex={name === part ? 0 : -1}
          onClick={() => onPart(name)}
        >
          {t(dynamicKey('explain.part', name))}
        </button>
      ))}
    </div>
  );
}

/** What is written in a part; its formulae are pointed at by their symbols, the same as the buttons above them. */
function PartPanel({
  part,
  marks,
  pointing,
  children,
}: {
  part: Part;
  marks: readonly PointedMark[];
  pointing: Pointing;
  children: ReactNode;
}) {
  const symbolOf = (target: EventTarget): MarkName | null => {
    const mark = target instanceof Element && target.closest<HTMLElement>('[data-mark]')?.dataset.mark;
    return marks.find(({ name }) => name === mark)?.name ?? null;
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons of the symbols are for keys.
    <div
      id="explain-part"
      role="tabpanel"
      aria-labelledby={`explain-tab-${part}`}
      className={marks.length > 0 ? 'lit' : undefined}
      onPointerOver={(event) => event.pointerType === 'mouse' && pointing.point(symbolOf(event.target))}
      onPointerLeave={() => pointing.point(null)}
      onClick={(event) => {
        const mark = symbolOf(event.target);
        if (mark) pointing.keep(mark);
      }}
    >
      {children}
    </div>
  );
}
