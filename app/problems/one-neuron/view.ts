import type { SideName } from '../../../engine/contract.ts';
import { createPlanarView } from '../planar/planar-view.tsx';
import { OPENING } from './opening.ts';

export const ONE_NEURON = createPlanarView({
  ...OPENING,
  help: { lines: ['app.lead', 'help.left', 'help.right', 'help.step'], source: 'app.source' },
  explain: () => import('./explanation.ts'),
  runs: {
    aim: () => 'distance',
    sides: ({ values }, t) => ({
      left: t('ensemble.left.side'),
      right: t(values.blend === 1 ? 'ensemble.right.side' : 'ensemble.right.blend'),
    }),
    isOfSamples: true,
    // Gaussian data without noise, a nonzero plant (zero activates no row), and the pure relaxation on the right.
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
    letter: ({ scenario }, side) => (side === 'left' ? 'f' : scenario.values.blend === 1 ? 'g' : null),
    fits({ samples, plant }, iterates) {
      const present = (side: SideName) =>
        iterates[side].length === samples.dimension ? Array.from(iterates[side]) : null;
      return { left: present('left'), right: present('right'), planted: plant && Array.from(plant) };
    },
    fitsActivate: true,
    // Only the pure relaxation; a blend of both losses need not be convex.
    isConvex: ({ scenario }, side) => side === 'right' && scenario.values.blend === 1,
  },
});
