import type { SideName } from '../../../engine/contract.ts';
import { weightsAt } from '../../../engine/landscapes/triangle.ts';
import type { Opened } from '../../../workers/protocol.ts';
import { fieldOf } from '../picture/in-plane.ts';

/** Returns coordinates on a side's map; for a triangle three weights, rounded to a pixel's precision. */
export function toldPlace(opened: Opened | null, side: SideName, at: ArrayLike<number>): readonly number[] {
  const [x, y] = [at[0]!, at[1]!];
  if (fieldOf(opened, side)?.[1].domain.kind !== 'triangle') return [x, y];
  return weightsAt(x, y).map((weight) => Math.round(1e9 * weight) / 1e9 + 0);
}
