import type { SideName } from '../../../engine/contract.ts';
import type { View } from '../../charts/geometry.ts';
import type { Outside } from '../../session/view.ts';

/**
 * What the right side is not defined over: v and w are what neurons of either sign make, and never below 0. Null on the left and where
 * the window shows none of it.
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
