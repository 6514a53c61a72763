import type { SideName } from '../../../../engine/contract.ts';
import type { OnMatrices } from '../../../../engine/problems/shuffle/types.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { type Mark, penStroke, symbolsMark } from '../../../charts/display-list.ts';
import type { LevelView } from '../../kit/define-view.ts';

const { mapInk, mapLeft, mapRight, ramp } = PALETTES.light;

/** Draws entries of the last M as squares of that area. */
export const miniatures: Required<LevelView<OnMatrices>>['miniatures'] = ({ info, frame }, last, size) => {
  const { n, best } = info;
  const cell = size / (n + 1);
  const centre = (k: number) => (k + 1) * cell;
  const rect = { x: cell / 2, y: cell / 2, width: n * cell, height: n * cell };
  const marksOf = (side: SideName, fill: string): Mark[] => {
    const { iterates } = last?.[side].iterates.length ? last[side] : frame[side];
    const matrix = iterates.subarray(iterates.length - n * n);
    return [
      { kind: 'rect', rect, fill: ramp.at(-1)!, strokes: [penStroke(mapInk, 1)] },
      ...Array.from(matrix).flatMap((entry, i): Mark[] => {
        const wide = 0.86 * cell * Math.sqrt(Math.max(0, Math.min(1, entry)));
        const at = [centre(i % n), centre(Math.floor(i / n))];
        return wide < 0.5 ? [] : [symbolsMark('square', at, wide, { fill })];
      }),
      ...(best?.permutations[0] ?? []).map((column, row) =>
        symbolsMark('ring', [centre(column), centre(row)], 0.5 * cell, { strokes: [penStroke(mapInk, 1.2)] }),
      ),
    ];
  };
  return { left: marksOf('left', mapLeft), right: marksOf('right', mapRight) };
};
