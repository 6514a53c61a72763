import type { SideName } from '../../../engine/contract.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, penStroke, symbolsMark } from '../../charts/display-list.ts';

/** Whether each sample is active, by side; null where a side has no such word on it. */
export type ActiveSamples = Readonly<Record<SideName, readonly boolean[] | null>>;

/** Samples of which each is a disc of two halves; of more the halves would not be seen. */
export const MOST_HALVES = 400;

const HALVES = { left: 'left-half', right: 'right-half' } as const;

/**
 * Samples as discs of two halves: the left half is filled where the sample is active on the left side, the right one where it is active on
 * the right. `at` is flat [x, y, ...] in pixels; `size` the width of a disc.
 */
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
