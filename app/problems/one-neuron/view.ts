import './words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import { MOST_HALVES } from '../../pictures/sample-marks.ts';
import type { AppState } from '../../session/store.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { createPlanarView } from '../planar/planar-view.tsx';
import { hasIdea } from './idea.ts';

const isBlend = ({ scenario }: AppState) => (scenario.values.blend as number) < 1;

const BLEND = {
  key: 'blend',
  low: 0,
  high: 1,
  isWhole: false,
  words: ['knob.squared', 'knob.relaxation'],
} as const;

export const ONE_NEURON = createPlanarView({
  title: (state, side, t) =>
    side === 'right' && isBlend(state)
      ? t('side.rightBlend', { blend: state.scenario.values.blend as number })
      : t(`side.${side}`),
  short(state, side, t) {
    if (side === 'left') return t('side.left.short');
    return t(isBlend(state) ? 'side.blend.short' : 'side.right.short');
  },
  about({ opened, scenario: { values } }, panel, t) {
    if (panel === 'left') return t('about.left', { leak: values.leak as number });
    if (panel === 'right') return t('about.right', { blend: values.blend as number });
    // Said before the samples are there, and nothing moves when they come.
    const drawn = opened?.samples.labels.length ?? (values.n as number | undefined) ?? 1;
    return panel === 'data' && drawn > 0 && drawn <= MOST_HALVES ? t('about.active') : '';
  },
  knob: () => BLEND,
  help: { lines: ['app.lead', 'help.left', 'help.right', 'help.step'], source: 'app.source' },
  explain: () => import('./explanation.ts'),
  Idea: lazyView(() => import('./Idea.tsx'), 'Idea'),
  hasIdea,
  runs: {
    aim: () => 'distance',
    sides: ({ values }, t) => ({
      left: t('ensemble.left.side'),
      right: t(values.blend === 1 ? 'ensemble.right.side' : 'ensemble.right.blend'),
    }),
    isOfSamples: true,
    // Gaussian data without noise, a plant that is not zero (of which no row is active), and on the right the relaxation itself.
    exact: {
      trials: 'n',
      successes: 'd',
      panel: 'right',
      words: 'ensemble.diagram.exact',
      holds: ({ features, noise, leak, blend, plant }, drawn) =>
        drawn.includes('data') &&
        [features === 'gauss', noise === 0, leak === 0, blend === 1].every(Boolean) &&
        (drawn.includes('plant') || !plant || (plant as readonly number[]).some((weight) => weight !== 0)),
    },
  },
  maps: {
    lowest({ references, blend }, side, t) {
      const restarts = references && !references.certified[side] ? references.restarts : 0;
      return side === 'right' && blend === 1 && restarts === 0
        ? t('mark.right')
        : t('mark.left', { restarts });
    },
    fits({ samples, plant }, iterates) {
      const present = (side: SideName) =>
        iterates[side].length === samples.dimension ? Array.from(iterates[side]) : null;
      return { left: present('left'), right: present('right'), planted: plant && Array.from(plant) };
    },
    fitsActivate: true,
    // The relaxation itself alone; a blend of both losses need not be.
    isConvex: ({ scenario }, side) => side === 'right' && scenario.values.blend === 1,
  },
});
