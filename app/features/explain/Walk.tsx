import { Footprints } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Update } from '../../../workers/protocol.ts';
import { formatCount } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import type { Explanation, Subject } from '../../session/explanation.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { useSession, useTranslate } from '../../session/session-context.tsx';
import { Button } from '../../ui/fields/Button.tsx';
import { bringIntoView } from './bring-into-view.ts';
import { SampleTable, StageOfSide } from './SampleTable.tsx';

const MOST_ROWS = 12;

/** Lists the stages; a population has none about samples. */
export function stagesOf({ told }: Pick<Update, 'told'>): readonly Stage[] {
  return told ? ['forward', 'residuals', 'off', 'gradient', 'step'] : ['gradient', 'step'];
}

export function Walk({
  explanation,
  of,
  stage,
  onStage,
}: {
  explanation: Explanation;
  of: Subject;
  stage: Stage | null;
  /** Null ends the walk. */
  onStage: (stage: Stage | null) => void;
}) {
  const session = useSession();
  const t = useTranslate();
  const begin = useRef<HTMLButtonElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const walking = stage !== null;
  const walked = useRef(false);
  const { update } = of;
  const { walk } = explanation;

  // Focus follows the mode in both directions.
  useEffect(() => {
    if (walking) title.current?.focus({ preventScroll: true });
    else if (walked.current) begin.current?.focus();
    walked.current = walking;
  }, [walking]);

  useEffect(() => {
    if (stage) bringIntoView(stage === 'gradient' || stage === 'step' ? 'left' : 'data');
  }, [stage]);

  if (!update || !walk) return null;
  const own = 'ofSide' in walk ? walk.stages : undefined;
  const stages = own?.names ?? stagesOf(update);
  if (!stage || !stages.includes(stage))
    return (
      <button
        ref={begin}
        type="button"
        className="text-button"
        onClick={() => {
          session.pause();
          onStage(stages[0]!);
        }}
      >
        <Footprints size={18} aria-hidden /> {t('explain.walk.start')}
      </button>
    );

  const part = explanation.part?.(of);
  const at = stages.indexOf(stage);
  const last = at === stages.length - 1;
  const end = () => onStage(null);
  const back = () => at > 0 && onStage(stages[at - 1]!);
  const forth = () => {
    if (last) session.step(1);
    onStage(stages[last ? 0 : at + 1]!);
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const scrolls = event.target instanceof HTMLElement && event.target.dataset.arrows !== undefined;
    if (event.key === 'Escape') end();
    else if (event.key === 'ArrowRight' && !scrolls) forth();
    else if (event.key === 'ArrowLeft' && !scrolls) back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className="walk" aria-labelledby="walk-title" onKeyDown={onKeyDown} data-testid="walk">
      <h3 id="walk-title" ref={title} tabIndex={-1}>
        {t('explain.walk.title')}
      </h3>
      <p className="stage" aria-live="polite" data-testid="stage">
        {t('explain.walk.stage', {
          at: formatCount(at + 1),
          of: formatCount(stages.length),
          name: t(dynamicKey('explain.walk', ...(own ? [own.of] : []), stage)),
        })}
      </p>
      <progress value={at + 1} max={stages.length} aria-hidden />
      {'ofSamples' in walk && <StageWords {...walk.ofSamples(of, stage)} />}
      <div className="walk-buttons">
        {/* Not `disabled`, which would drop the focus. */}
        <Button onClick={back} aria-disabled={at === 0} words={t('explain.walk.previous')} />
        <Button
          className="text-button primary"
          onClick={forth}
          words={t(last ? 'explain.walk.again' : 'explain.walk.next')}
        />
        <Button onClick={end} words={t('explain.walk.end')} />
      </div>
      {'ofSamples' in walk && stage !== 'step' && update.told && (
        <SampleTable update={update} samples={explanation.samples} show={stage} />
      )}
      {'ofSide' in walk && (
        <>
          {part && walk.choosesPart?.(stage) && <part.Choice update={update} />}
          <StageOfSide side="left" told={walk.ofSide({ ...of, update }, 'left', stage, t)} />
          <StageOfSide side="right" told={walk.ofSide({ ...of, update }, 'right', stage, t)} />
          {walk.notes?.(of, stage, t).map((note) => (
            <p key={note} className="note">
              {note}
            </p>
          ))}
        </>
      )}
      {stage === 'gradient' && <BatchNote update={update} />}
      <p className="note">{t('explain.walk.keys')}</p>
    </section>
  );
}

/** Lists the mini-batch; the displayed gradient covers all samples. */
function BatchNote({ update }: { update: Update }) {
  const t = useTranslate();
  const rows = update.left?.asked?.rows ?? update.right?.asked?.rows;
  if (!rows) return null;
  const listed = Array.from(rows.subarray(0, MOST_ROWS), (row) => formatCount(row + 1));
  if (rows.length > MOST_ROWS) listed.push('…');
  return <p className="note">{t('explain.walk.batch', { rows: listed.join(', ') })}</p>;
}

function StageWords({ say, notes }: { say: MessageKey; notes: readonly MessageKey[] }) {
  const words = useTranslate() as (key: MessageKey) => string;
  return (
    <>
      <p>{words(say)}</p>
      {notes.map((note) => (
        <p key={note} className="note">
          {words(note)}
        </p>
      ))}
    </>
  );
}
