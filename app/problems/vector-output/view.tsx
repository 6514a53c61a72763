import './words.en.ts';
import './outputs.css';
import type { SideName } from '../../../engine/contract.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Describe, Picture } from '../../session/picture/picture.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import { sceneName, showsFloor } from '../../session/scene-parts.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { type Panel, type ProblemView, viewOf } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { HeldNote } from '../kit/HeldNote.tsx';
import { LeadPanel } from '../kit/LeadPanel.tsx';
import { drawLayers, picturePanel } from '../kit/picture-panel.tsx';
import { networkView } from '../network-view.tsx';
import { CirclePanel } from './circle/CirclePanel.tsx';
import { createCircle } from './circle/drawing.ts';
import { CURVES } from './curves.ts';
import * as tell from './describe-outputs.ts';
import { OUTPUTS_FIGURE } from './figure.ts';
import { FormulaPanel } from './lines/FormulaPanel.tsx';
import { LINES } from './lines/lines-panel.tsx';
import { createRegions } from './lines/regions-drawing.ts';
import { outputsMiniatures } from './miniature.ts';
import { OUTPUTS_READER } from './network-readings.ts';
import { createOutputFit, createPolygons, createValues } from './output-drawings.ts';
import { bestBound, gapOf, objectiveOf, SEPARATE } from './outputs-facts.ts';
import { hasLines, isPlanar, nameOf, outputsOf, pictureKind } from './outputs-info.ts';
import { footingWords, verdictWords } from './outputs-words.ts';

type Place = Pick<Panel, 'name' | 'side' | 'title'>;

const of = (side: SideName): Place => ({
  ...{ name: side, side },
  title: (state, t) => viewOf(state).title(state, side, t),
});

const third = (title: 'outputs.circle' | 'outputs.values' | 'outputs.formula'): Place => ({
  ...{ name: 'more', side: null },
  title: (_, t) => t(title),
});

const drawn = <Input extends object>(
  place: Place,
  create: () => Picture<Input>,
  describe: Describe,
  label: (t: Translate) => string,
): Panel =>
  picturePanel({
    ...{ ...place, create, tell: describe, Note: HeldNote },
    label: (_, t) => label(t),
    narrow: () => 0.8,
  });

const regions = (side: SideName) =>
  drawn(
    of(side),
    () => createRegions(side),
    tell.regions(side),
    (t) => t('aria.outputs.regions', { side: nameOf(side, t) }),
  );
const values = (side: SideName) =>
  drawn(
    of(side),
    () => createValues(side),
    tell.values(side),
    (t) => t('aria.outputs.strengths', { side: nameOf(side, t) }),
  );
const fits = (side: SideName) =>
  drawn(
    of(side),
    () => createOutputFit(side),
    tell.fit(side),
    (t) => t('aria.outputs.fit', { side: nameOf(side, t) }),
  );
const polygons = drawn(of('left'), createPolygons, tell.polygon, (t) => t('aria.outputs.polygon'));

const circle = (place: Place): Panel => ({
  ...{ ...place, Body: CirclePanel },
  picture: {
    ...{ aspect: 1, narrow: () => 0.8 },
    draw: drawLayers([() => createCircle()]),
    tell: () => [tell.circle],
  },
});

const CIRCLE = circle(third('outputs.circle'));
const VALUES = drawn(
  third('outputs.values'),
  () => createValues('both'),
  tell.values('both'),
  (t) => t('outputs.values'),
);
/** A figure draws the values that the page's table gives. */
const FORMULA: Panel = { ...VALUES, ...third('outputs.formula'), Body: FormulaPanel };

const SIDES = {
  regions: [regions('left'), regions('right')],
  polygon: [polygons, circle(of('right'))],
  values: [values('left'), values('right')],
  fit: [fits('left'), fits('right')],
} as const;

/** Returns the panel that can replace the objective. */
function otherOf({ opened }: Pick<AppState, 'opened'>): Panel {
  const info = outputsOf(opened);
  if (!info) return VALUES;
  const kind = pictureKind(info);
  if (kind === 'values') return FORMULA;
  if (kind === 'polygon') return VALUES;
  if (isPlanar(info)) return CIRCLE;
  return hasLines(info) ? LINES : VALUES;
}

function titleOf({ opened, sides }: AppState, side: SideName, t: Translate): string {
  const info = outputsOf(opened);
  if (!info) return '';
  if (side === 'left') return t('side.left.vector-output', { m: info.neurons });
  const isOpen = sides.right.status === 'resists';
  return t('side.right.vector-output', { program: isOpen ? 'open' : info.program });
}

/** Highlights that only the circle has. */
const ON_CIRCLE = ['left', 'right', 'band', 'dead'];

/** Shows the objective above its proved bound. */
function Floor() {
  const t = useTranslate();
  const other = useApp(otherOf);
  const bounded = useApp((state) => outputsOf(state.opened)?.program !== 'sampled' && showsFloor(state));
  const marks = other === CIRCLE ? ON_CIRCLE : undefined;
  return (
    <LeadPanel
      curve={CURVES[0]}
      title={t('outputs.lead', { bounded })}
      other={other}
      {...(marks && { marks })}
    />
  );
}

const Idea = lazyView(() => import('./Idea.tsx'), 'Idea');

/** Captions of the left by kind of picture. */
const ABOUT = {
  regions: 'outputs.about.regions',
  polygon: 'outputs.about.polygon',
  values: 'outputs.about.values',
  fit: 'outputs.about.fit',
} as const;

export const VECTOR_OUTPUT: ProblemView = {
  ...networkView({
    ...{ gapOf, verdict: verdictWords },
    footing(state, side, t) {
      const { status, endedAt } = state.sides[side];
      const hovers = status === 'hovering' && endedAt !== null && endedAt <= state.k;
      return { below: footingWords(state, side, t), why: hovers ? t('outputs.why.hovering') : '' };
    },
  }),
  className: 'outputs',
  title: sceneName(titleOf),
  short: sceneName((_, side, t) => nameOf(side, t)),
  about({ opened, k }, panel, t) {
    const info = outputsOf(opened);
    if (!info) return '';
    const kind = pictureKind(info);
    if (panel === 'left') return t(ABOUT[kind]);
    if (info.program === 'closed') return t('outputs.about.closed');
    if (kind === 'regions' && k === 0) return t('outputs.about.empty');
    return kind === 'polygon' ? t('outputs.about.circle') : t('outputs.about.right');
  },
  help: {
    lines: ['help.outputsLead', 'help.outputsLoss', 'help.outputsProgram', 'help.outputsBound'],
    source: 'help.outputsSource',
  },
  runs: {
    aim: () => 'gap',
    sides: (_, t) => ({ left: t('ensemble.left.side'), right: t('ensemble.right.convex') }),
    isOfSamples: false,
    hasRounds: () => true,
    most: 'outputs.most',
  },
  ownNote: (columns) => (columns > 2 ? 'own.sampledOutputs' : null),
  raster: ({ opened }) => {
    const info = outputsOf(opened);
    return info && (hasLines(info) || (pictureKind(info) === 'regions' && info.hasOnes)) ? 'raster' : null;
  },
  idea: () => Idea,
  second: ({ opened }) => (outputsOf(opened)?.kind === 'words' ? ['excess'] : ['excess', 'sigmas']),
  panels(state) {
    const info = outputsOf(state.opened);
    if (!info) return [];
    return [...SIDES[pictureKind(info)], otherOf(state)];
  },
  miniatures: outputsMiniatures,
  curves: CURVES,
  details: [{ name: SEPARATE, title: 'outputs.separate', usual: 'off' }],
  Lead: Floor,
  loss: objectiveOf,
  excess: ({ store, trajectories }, side, step) =>
    numberAt(trajectories[side], 'loss', step) - bestBound(store.getState(), trajectories),
  ...OUTPUTS_READER,
  explain: () => import('./explanation.ts'),
  figure: OUTPUTS_FIGURE,
};
