import { Footprints } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Update } from '../../../workers/protocol.ts';
import { formatCount } from '../../i18n/format.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import type { Stage } from '../../session/extra-marks.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { bringIntoView } from './bring-into-view.ts';
import { toldNeuron } from './of-neuron.ts';
import { SampleTable } from './SampleTable.tsx';
import { NeuronChoice, SideStage } from './SideStage.tsx';
import { stagesOf } from './stages.ts';
import type { UpdateState } from './use-update.ts';

/** Rows of a batch that are listed. */
const MOST_ROWS = 12;

/** One update in stages, on both sides at once: what each stage talks about is drawn on the pictures. */
export function Walk({
  state: { update },
  stage,
  onStage,
}: {
  state: UpdateState;
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
  const problem = useApp(({ scenario }) => scenario.problem);
  const isNeuron = problem === 'one-neuron';
  const isTold = isNeuron || problem === 'two-layer' || problem === 'lift';

  // The focus goes with the mode, there and back.
  useEffect(() => {
    if (walking) title.current?.focus({ preventScroll: true });
    else if (walked.current) begin.current?.focus();
    walked.current = walking;
  }, [walking]);

  useEffect(() => {
    if (stage) bringIntoView(stage === 'gradient' || stage === 'step' ? 'left' : 'data');
  }, [stage]);

  // The stages are those of neurons.
  if (!update || !isTold) return null;
  const stages = stagesOf(update);
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
          name: t(dynamicKey('explain.walk', stage)),
        })}
      </p>
      <progress value={at + 1} max={stages.length} aria-hidden />
      {isNeuron && (
        <StageWords stage={stage} thinned={!update.told || update.told.rows.length < update.told.count} />
      )}
      <div className="walk-buttons">
        {/* Not disabled: the focus would be lost with it. */}
        <button type="button" className="text-button" onClick={back} aria-disabled={at === 0}>
          {t('explain.walk.previous')}
        </button>
        <button type="button" className="text-button primary" onClick={forth}>
          {t(last ? 'explain.walk.again' : 'explain.walk.next')}
        </button>
        <button type="button" className="text-button" onClick={end}>
          {t('explain.walk.end')}
        </button>
      </div>
      {isNeuron && stage !== 'step' && update.told && <SampleTable update={update} show={stage} />}
      {!isNeuron && <Sides update={update} stage={stage} />}
      {stage === 'gradient' && <BatchNote update={update} />}
      <p className="note">{t('explain.walk.keys')}</p>
    </section>
  );
}

/** A mini-batch moves by some samples alone; the gradient that is told is of all. */
function BatchNote({ update }: { update: Update }) {
  const t = useTranslate();
  const rows = update.left?.asked?.rows ?? update.right?.asked?.rows;
  if (!rows) return null;
  const listed = Array.from(rows.subarray(0, MOST_ROWS), (row) => formatCount(row + 1));
  if (rows.length > MOST_ROWS) listed.push('…');
  return <p className="note">{t('explain.walk.batch', { rows: listed.join(', ') })}</p>;
}

/** Sides that do different things: each tells its stage by itself. */
function Sides({ update, stage }: { update: Update; stage: Stage }) {
  const t = useTranslate();
  const wanted = useApp(({ scenario }) => scenario.values.neuron ?? 1);
  const planar = useApp(({ opened }) => (opened?.network?.columns ?? 2) === 2);
  const neuron = toldNeuron(update, wanted);
  const neurons = update.left?.network?.neurons ?? 1;
  // Residuals are of all neurons; the numbers of the step below have the choice themselves.
  const isTold = stage !== 'residuals' && stage !== 'step';
  return (
    <>
      {isTold && <NeuronChoice count={neurons} neuron={neuron} />}
      <SideStage update={update} side="left" stage={stage} neuron={neuron} />
      <SideStage update={update} side="right" stage={stage} neuron={neuron} />
      {stage === 'off' && planar && neurons > 1 && (
        <p className="note">{t('explain.walk.marked', { j: formatCount(neuron + 1) })}</p>
      )}
      {!planar && <p className="note">{t('explain.walk.noCircle')}</p>}
    </>
  );
}

/** What a stage shows, and what of it cannot be drawn here. */
function StageWords({ stage, thinned }: { stage: Stage; thinned: boolean }) {
  const t = useTranslate();
  const leak = useApp(({ scenario }) => (scenario.values.leak ?? 0) > 0);
  const dimension = useApp(({ opened }) => opened?.dimension ?? 2);
  const inputs = useApp(({ opened }) =>
    opened ? opened.samples.dimension - (opened.samples.hasOnes ? 1 : 0) : 1,
  );
  const infinite = useApp(({ opened }) => opened?.samples.count === Number.POSITIVE_INFINITY);
  const onMaps = stage === 'gradient' || stage === 'step';
  const says = {
    forward: 'explain.walk.forward.say',
    residuals: 'explain.walk.residuals.say',
    off: leak ? 'explain.walk.off.sayLeak' : 'explain.walk.off.say',
    gradient: !thinned
      ? 'explain.walk.gradient.say'
      : infinite
        ? 'explain.walk.gradient.sayMean'
        : 'explain.walk.gradient.sayThinned',
    step: 'explain.walk.step.say',
  } as const;
  return (
    <>
      <p>{t(says[stage])}</p>
      {!onMaps && <p className="note">{t(inputs > 2 ? 'explain.walk.noData' : 'explain.walk.key')}</p>}
      {onMaps && dimension === 1 && <p className="note">{t('explain.walk.noMaps')}</p>}
      {onMaps && dimension > 2 && <p className="note">{t('explain.walk.noArrows')}</p>}
    </>
  );
}
