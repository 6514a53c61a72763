import { networkOf } from './network-info.ts';
import './network.css';
import type { SideName } from '../../../engine/contract.ts';
import type { Translate } from '../../i18n/messages.ts';
import { settingsWords } from '../../session/facts.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import { sceneName, showsFloor } from '../../session/scene-parts.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { type MainKnob, type Panel, type ProblemView, showsAll, viewOf } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { LeadPanel } from '../kit/LeadPanel.tsx';
import { picturePanel } from '../kit/picture-panel.tsx';
import { PLAIN_VIEW } from '../kit/plain-view.ts';
import { networkView, WIDTH } from '../network-view.tsx';
import { createAngles } from './angle/drawing.ts';
import { CirclePanel } from './circle/CirclePanel.tsx';
import { DUAL } from './circle/drawing.ts';
import { CURVES } from './curves.ts';
import { leftAngles, rightAngles } from './describe-network.ts';
import { NETWORK_FIGURE } from './figure.ts';
import { networkMiniatures } from './miniature.ts';
import { bestBound, objectiveOf, readingNow, withinFacts } from './network-facts.ts';
import { networkName, networkTitle } from './network-names.ts';
import { NETWORKS_READER, OPTIMUM_READER } from './network-pictures.ts';
import { leftWords, rightWords } from './network-words.ts';
import { NeuronPanel } from './neuron/NeuronPanel.tsx';
import { outputKind } from './output/drawing.ts';
import { OutputPanel } from './output/OutputPanel.tsx';
import { SIDE_PANELS } from './output/side-panels.ts';
import { SuccessRate } from './SuccessRate.tsx';

const panel = (side: SideName, Body: Panel['Body']): Panel => ({
  name: side,
  side,
  title: (state, t) => viewOf(state).title(state, side, t),
  Body,
});

function Circle() {
  const t = useTranslate();
  return <CirclePanel label={t('aria.circle')} />;
}

/** Two columns: a neuron's landscape and the circle of directions; otherwise each side's angles. */
const PLANAR = [panel('left', NeuronPanel), panel('right', Circle)];
const angles = (side: SideName): Panel =>
  picturePanel({
    name: side,
    side,
    title: (state, t) => viewOf(state).title(state, side, t),
    label(state, t) {
      const right = networkName(state, 'right', t);
      const name = side === 'left' ? t('side.left.descent') : right;
      return t('aria.angles', { side: name, right: networkOf(state.opened)?.teacher != null ? null : right });
    },
    create: () => createAngles(side),
    tell: side === 'left' ? leftAngles : rightAngles,
    narrow: () => 0.52,
  });
const ANGLES = [angles('left'), angles('right')];

const OUTPUT: Panel = {
  name: 'output',
  side: null,
  title: (state, t) => t(outputKind(state) === 'plane' ? 'network.residuals' : 'network.output'),
  Body: OutputPanel,
};

/** Shows the objective above its bound; outputs on demand. */
function Floor() {
  const t = useTranslate();
  const bounded = useApp((state) => networkOf(state.opened)?.program !== 'sampled' && showsFloor(state));
  return (
    <LeadPanel curve={CURVES[0]} title={t('network.lead', { bounded })} other={OUTPUT}>
      <SuccessRate />
    </LeadPanel>
  );
}

const PANELS = { planar: [...PLANAR, OUTPUT], angles: [...ANGLES, OUTPUT] } as const;

/** Pictures of the first screen: what each network makes of the data. */
const FIRST = {
  line: [...SIDE_PANELS.line, OUTPUT],
  plane: [...SIDE_PANELS.plane, OUTPUT],
  fit: [...SIDE_PANELS.fit, OUTPUT],
} as const;

const isPlanar = ({ opened }: AppState) => networkOf(opened)?.columns === 2;

const Idea = lazyView(() => import('./Idea.tsx'), 'Idea');

/** Returns counts of dead and merged neurons, and descent's settings. */
function leftFooting(state: AppState, t: Translate): string {
  const { opened } = state;
  const network = networkOf(opened);
  if (!network) return '';
  const { neurons } = network;
  const reading = readingNow(state);
  const dead = reading?.left.dead.subarray(0, neurons).reduce((sum, flag) => sum + flag, 0) ?? 0;
  const merged = reading?.merged ?? neurons;
  return [
    ...(dead > 0 ? [t('network.dead', { dead, neurons })] : []),
    ...(merged < neurons - dead ? [t('network.merged', { merged })] : []),
    settingsWords(state, 'left', t),
  ].join(' · ');
}

function rightFooting({ opened }: AppState, t: Translate): string {
  const network = networkOf(opened);
  if (!network?.solved) return t('network.honest');
  return t(network.program === 'sampled' ? 'network.notCertified' : 'network.criterion');
}

const WIDTH_OF_BOTH: MainKnob = { ...WIDTH, side: 'both' };

/** View of two layers: objective above its bound, a neuron's landscape, the circle; gap and meter below. */
export const TWO_LAYER: ProblemView = {
  ...networkView({
    gapOf: withinFacts,
    verdict: (snapshot, state, side, t) => (side === 'left' ? leftWords : rightWords)(snapshot, state, t),
    footing: (state, side, t) => ({ below: (side === 'left' ? leftFooting : rightFooting)(state, t) }),
  }),
  className: 'networks',
  title: sceneName(networkTitle),
  short: sceneName(networkName),
  about({ opened }, panel, t) {
    if (panel === 'left') return t('about.network.left');
    return t((networkOf(opened)?.solved ?? true) ? 'about.network.solved' : 'about.network.relaxed');
  },
  knob: ({ opened }) => ((networkOf(opened)?.solved ?? true) ? WIDTH : WIDTH_OF_BOTH),
  help: {
    lines: ['help.networkLead', 'help.networkLoss', 'help.networkProgram', 'help.networkBound'],
    source: 'help.networkSource',
  },
  runs: {
    aim: () => 'gap',
    sides: ({ values }, t) => ({
      left: t('ensemble.left.side'),
      right: t(values.right === 'relaxed' ? 'ensemble.right.relaxed' : 'ensemble.right.convex'),
    }),
    isOfSamples: false,
    drawnPlant: 'teacher',
    hasRounds: ({ right }) => right !== 'relaxed',
  },
  ownNote: (columns) => (columns > 2 ? 'own.sampled' : null),
  raster: (state) => (outputKind(state) === 'plane' ? 'raster' : null),
  tables: { trajectories: 'networks', curves: 'objectives' },
  panels: (state) =>
    showsAll(state) ? PANELS[isPlanar(state) ? 'planar' : 'angles'] : FIRST[outputKind(state)],
  idea: () => Idea,
  second: () => ['excess'],
  instead: (state, t) =>
    isPlanar(state)
      ? [t('network.instead.neuron'), t('network.instead.circle')]
      : [t('network.instead.angles')],
  miniatures: networkMiniatures,
  curves: CURVES,
  details: [{ name: DUAL, title: 'network.dual', usual: 'on' }],
  Lead: Floor,
  // The right side may descend on another loss than the compared one.
  loss: (snapshot, side) =>
    side === 'right' ? objectiveOf(snapshot, side) : PLAIN_VIEW.loss(snapshot, side),
  excess: ({ store, trajectories }, side, step) =>
    numberAt(trajectories[side], 'objective', step) - bestBound(store.getState(), trajectories),
  bind(session) {
    const ends = [NETWORKS_READER.bind(session), OPTIMUM_READER.bind(session)];
    return () => {
      for (const end of ends) end();
    };
  },
  read: NETWORKS_READER.read,
  explain: () => import('./explanation.ts'),
  figure: NETWORK_FIGURE,
};
