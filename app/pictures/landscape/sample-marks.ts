import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, penStroke, symbolsMark } from '../../charts/display-list.ts';

/** Active flags of the samples by side, or null. */
export type ActiveSamples = Readonly<Record<SideName, readonly boolean[] | null>>;

/** Most samples drawn as half discs; more would be too small. */
export const MOST_HALVES = 400;

const HALVES = { left: 'left-half', right: 'right-half' } as const;

/** Draws samples as discs of two halves, each filled if active on that side. `at` is flat [x, y, ...] in pixels; `size` a disc's width. */
export function activeMarks(
  at: readonly number[],
  active: ActiveSamples,
  size: number,
  { palette, scale }: DrawStyle,
): Mark[] {
  const fills = { left: palette.leftPath, right: palette.rightPath };
  const half = (side: SideName): Mark => {
    const points = at.filter((_, i) => active[side]?.[i >> 1]);
    return symbolsMark(HALVES[side], points, size, { role: `active-${side}`, fill: fills[side] });
  };
  const strokes = [penStroke(palette.ink, 1.3 * scale)];
  return [
    symbolsMark('dot', at, size, { fill: palette.paper }),
    half('left'),
    half('right'),
    symbolsMark('ring', at, size, { role: 'samples', strokes }),
  ];
}
