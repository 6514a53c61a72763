import type { SideName } from '../../../engine/contract.ts';
import type { View } from '../../charts/geometry.ts';
import type { Outside } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { createPlanarView } from '../planar/planar-view.tsx';

/**
 * Returns the part of the window with v < 0 or w < 0: v and w come from neurons of either sign and are nonnegative. Null on the left, or if
 * there is none.
 */
export function outsideOf(side: SideName, { x0, x1, y0, y1 }: View): Outside | null {
  if (side === 'left' || (x0 >= 0 && y0 >= 0)) return null;
  const v = Math.max(x0, Math.min(0, x1));
  const w = Math.max(y0, Math.min(0, y1));
  const below = [x0, y0, x1, y0, x1, w, x0, w];
  const beside = [x0, y0, v, y0, v, y1, x0, y1];
  const isBelow = (w - y0) * (x1 - x0) >= (v - x0) * (y1 - y0);
  return {
    polygon: [x0, y0, x1, y0, x1, w, v, w, v, y1, x0, y1],
    arms: isBelow ? [below, beside] : [beside, below],
  };
}

const PENALTY = {
  key: 'beta',
  side: 'both',
  low: 0.01,
  high: 1.25,
  isWhole: false,
  words: ['knob.small', 'knob.large'],
} as const;

const Idea = lazyView(() => import('./Idea.tsx'), 'Idea');

export const LIFT = createPlanarView({
  about(_, panel, t) {
    if (panel === 'left') return t('about.lift.left');
    return t(panel === 'right' ? 'about.lift.right' : 'about.lift.data');
  },
  knob: () => PENALTY,
  idea: () => Idea,
  help: { lines: ['help.liftLead', 'help.liftSides'], source: 'help.networkSource' },
  explain: () => import('./explanation.ts'),
  runs: {
    aim: () => 'excess',
    sides: (_, t) => ({ left: t('ensemble.left.side'), right: t('ensemble.right.convex') }),
    isOfSamples: false,
  },
  maps: {
    axes: (_, side, t) =>
      side === 'left' ? { x: t('axis.u'), y: t('axis.alpha') } : { x: t('axis.v'), y: t('axis.w') },
    lowest: (_, __, t) => t('mark.optimum'),
    gradient: () => 'lift.projected',
    noise: (_, t) => t('data.one'),
    /** Outputs for x > 0: the network gives alpha relu(u) x, its program (v - w) x. */
    fits(_, iterates) {
      const [u, alpha] = iterates.left;
      const [v, w] = iterates.right;
      return { left: [Math.max(0, u!) * alpha!], right: [v! - w!], planted: null };
    },
    outside: outsideOf,
    isConvex: (_, side) => side === 'right',
    optimumKnown: true,
  },
});
