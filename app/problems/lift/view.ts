import { formatNumberShort } from '../../i18n/format.ts';
import { createPlanarView } from '../planar/planar-view.tsx';
import { outsideOf } from './outside.ts';

export const LIFT = createPlanarView({
  help: { lines: ['help.liftLead', 'help.liftSides'], source: 'help.networkSource' },
  explain: () => import('./explanation.ts'),
  runs: {
    aim: 'excess',
    sides: (_, t) => ({ left: t('ensemble.left.side'), right: t('ensemble.right.convex') }),
    isOfSamples: false,
  },
  maps: {
    axes: (_, side) => (side === 'left' ? { x: 'axis.u', y: 'axis.alpha' } : { x: 'axis.v', y: 'axis.w' }),
    lowest: ({ references }, side, t) =>
      t('mark.optimum', { loss: formatNumberShort(Number((references?.[side]?.loss ?? 0).toPrecision(6))) }),
    gradient: () => 'lift.projected',
    noise: (_, t) => t('data.one'),
    /** What both sides say over x > 0: the network alpha relu(u) x, its program (v - w) x. */
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
