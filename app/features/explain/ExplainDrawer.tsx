import './words.en.ts';
import './explain.css';
import { ExternalLink } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import { drawPin } from '../../problems/kit/explain/pins.ts';
import { during } from '../../session/busy.ts';
import type { Explanation, Line, Pin, PointedMark, Subject } from '../../session/explanation.ts';
import type { MarkName, Stage } from '../../session/picture/extra-marks.ts';
import { stillPicture } from '../../session/picture/picture.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { type ProblemView, viewOf } from '../../session/view.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { PartTabs } from '../../ui/fields/PartTabs.tsx';
import { Missing } from '../../ui/lazy-view.tsx';
import { Drawer } from '../../ui/windows/Drawer.tsx';
import { bringIntoView } from './bring-into-view.ts';
import { createExtraMarks } from './extra-marks.ts';
import { Formula, Inline } from './Formula.tsx';
import { marksOf, PLAIN } from './plain.ts';
import { ruleFacts, ruleTopic } from './rule-topic.ts';
import { ThisStep } from './ThisStep.tsx';
import { useUpdate } from './use-update.ts';
import { Walk } from './Walk.tsx';

const PARTS = ['mathematics', 'step', 'sources'] as const;
type ExplainPage = (typeof PARTS)[number];

export function ExplainDrawer({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const [part, setPart] = useState<ExplainPage>('mathematics');
  const [stage, setStage] = useState<Stage | null>(null);
  const state = useUpdate();
  const { update } = state;
  const opened = useApp((now) => now.opened);
  const scenario = useApp((now) => now.scenario);
  // While a problem loads, the opened one may be another.
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

  function open(next: ExplainPage): void {
    setPart(next);
    if (next !== 'step') setStage(null);
  }

  return (
    <Drawer id="explain-title" title={t('explain.title')} className="explain" onClose={onClose}>
      <PartTabs of="explain" label={t('explain.parts')} parts={PARTS} part={part} onPart={open} />
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

/** Shows a part; its symbols react like the buttons above. */
function PartPanel({
  part,
  marks,
  pointing,
  children,
}: {
  part: ExplainPage;
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

/** Returns the problem's explanation: null while loading, `missing` on failure. */
function useExplanation(): Explanation | 'missing' | null {
  const view = useApp(viewOf);
  const [known, setKnown] = useState<{ of: ProblemView; value: Explanation | 'missing' } | null>(null);
  useEffect(() => {
    let isStale = false;
    const know = (value: Explanation | 'missing') => {
      if (!isStale) setKnown({ of: view, value });
    };
    during(Promise.resolve(view.explain?.())).then(
      (own) => know({ ...PLAIN, ...own?.explanation }),
      () => know('missing'),
    );
    return () => {
      isStale = true;
    };
  }, [view]);
  return known?.of === view ? known.value : null;
}

function panelOf(mark: MarkName): 'left' | 'right' | 'data' {
  if (mark === 'samples' || mark === 'dead') return 'data';
  return mark === 'right' || mark === 'slope-right' ? 'right' : 'left';
}

/** Returns the pointed-at symbol, else the pinned one; drops symbols without a mark. */
function usePointing(marks: readonly PointedMark[]): {
  highlight: MarkName | null;
  pointing: Pointing;
} {
  const [pointed, setPointed] = useState<MarkName | null>(null);
  const [kept, setKept] = useState<MarkName | null>(null);
  const keep = useCallback((mark: MarkName) => {
    setPointed(null);
    setKept((now) => (now === mark ? null : mark));
  }, []);
  useEffect(() => {
    if (kept) bringIntoView(panelOf(kept));
  }, [kept]);
  const pointing = useMemo(() => ({ kept, point: setPointed, keep }), [kept, keep]);
  const lit = pointed ?? kept;
  return { highlight: marks.some(({ name }) => name === lit) ? lit : null, pointing };
}

/** Sources, loaded only on a click. */
const SOURCES = [
  { id: 'relaxation', place: 'doi.org/10.1109/ALLERTON.2019.8919769', say: 'explain.sources.abstract' },
  { id: 'glmtron', place: 'arxiv.org/abs/1104.2018', say: 'explain.source.glmtron.say' },
  { id: 'matching', place: null, say: 'explain.source.matching.say' },
  { id: 'program', place: 'arxiv.org/abs/2002.10553', say: 'explain.source.program.say' },
  { id: 'hinges', place: 'arxiv.org/abs/2002.11219', say: 'explain.source.hinges.say' },
  { id: 'gated', place: 'arxiv.org/abs/2202.01331', say: 'explain.source.gated.say' },
  { id: 'outputs', place: 'arxiv.org/abs/2012.13329', say: 'explain.source.outputs.say' },
  { id: 'players', place: 'arxiv.org/abs/2104.05605', say: 'explain.source.players.say' },
  { id: 'clients', place: 'arxiv.org/abs/2105.05001', say: 'explain.sources.abstract' },
  { id: 'widening', place: 'arxiv.org/abs/2508.12576', say: 'explain.sources.abstract' },
  { id: 'playground', place: 'arxiv.org/abs/2602.19489', say: 'explain.sources.abstract' },
  { id: 'penalty', place: 'arxiv.org/abs/1901.08624', say: 'explain.sources.abstract' },
  { id: 'projector', place: 'arxiv.org/abs/1702.05934', say: 'explain.sources.abstract' },
  { id: 'isomorphism', place: 'doi.org/10.1073/pnas.1401651112', say: 'explain.sources.abstract' },
  { id: 'learned', place: 'arxiv.org/abs/2202.12959', say: 'explain.sources.abstract' },
  { id: 'posterior', place: 'arxiv.org/abs/2005.07685', say: 'explain.sources.abstract' },
  { id: 'beam', place: 'ui.adsabs.harvard.edu/abs/1974A&AS...15..417H', say: 'explain.source.beam.say' },
] as const;

function Sources() {
  const t = useTranslate();
  return (
    <section className="sources">
      <p className="note">{t('explain.sources.intro')}</p>
      <ul>
        {SOURCES.map(({ id, place, say }) => (
          <li key={id}>
            <p>{t(dynamicKey('explain.source', id))}</p>
            <p className="note">{t(say)}</p>
            {place && (
              <a href={`https://${place}`} target="_blank" rel="noopener noreferrer">
                {place}
                <ExternalLink size={14} aria-hidden />
                <span className="visually-hidden">{t('explain.sources.newTab')}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mathematics({ explanation, of }: { explanation: Explanation; of: Subject }) {
  const t = useTranslate();
  return explanation.topics(of).map((topic) => {
    const { id, lines } = topic === 'rule' ? ruleTopic(ruleFacts(of), explanation.notation(of)) : topic;
    const title = t(dynamicKey('explain.topic', id));
    return (
      <section key={id} className="topic" data-testid={`topic-${id}`}>
        <h3>{title}</h3>
        {lines.map((line) => (
          <Statement key={`${line.say} ${line.tex}`} line={line} title={title} t={t} />
        ))}
      </section>
    );
  });
}

function Statement({ line: { tex, say, standing }, title, t }: { line: Line; title: string; t: Translate }) {
  const words = t as (key: MessageKey) => string;
  return (
    <>
      {tex && <Formula tex={tex} label={title} />}
      {(say || standing) && (
        <p>
          {standing && (
            <span className={`standing ${standing}`}>{t(dynamicKey('explain.standing', standing))}</span>
          )}
          {say && words(say)}
        </p>
      )}
    </>
  );
}

/** Pointer and focus highlight temporarily; a press pins. */
interface Pointing {
  readonly kept: MarkName | null;
  point(mark: MarkName | null): void;
  keep(mark: MarkName): void;
}

/** Lists marked symbols as buttons, for keyboard, touch and screen readers. */
function Symbols({ marks, pointing }: { marks: readonly PointedMark[]; pointing: Pointing }) {
  const t = useTranslate();
  if (marks.length === 0) return null;
  return (
    <section className="symbols" aria-label={t('explain.symbols')}>
      <p className="note" id="explain-symbols-note">
        {t('explain.symbols.note')}
      </p>
      <ul>
        {marks.map(({ name: mark, tex, words: key, pin }) => {
          const words = t(key ?? dynamicKey('explain.mark', mark));
          return (
            <li key={mark}>
              <button
                type="button"
                className={`chip ${mark}`}
                data-testid={`symbol-${mark}`}
                aria-pressed={pointing.kept === mark}
                title={words}
                onPointerEnter={(event) => event.pointerType === 'mouse' && pointing.point(mark)}
                onPointerLeave={() => pointing.point(null)}
                onFocus={(event) => event.target.matches(':focus-visible') && pointing.point(mark)}
                onBlur={() => pointing.point(null)}
                onClick={() => pointing.keep(mark)}
              >
                <PinPicture pin={pin} />
                {tex ? <Inline tex={tex} /> : t(dynamicKey('explain.symbol', mark))}
                <span className="visually-hidden">: {words}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function PinPicture({ pin }: { pin: Pin }) {
  const picture = useMemo(() => stillPicture(({ drawStyle }) => drawPin(pin, drawStyle.palette)), [pin]);
  return (
    <span className="pin">
      <Drawing picture={picture} />
    </span>
  );
}
