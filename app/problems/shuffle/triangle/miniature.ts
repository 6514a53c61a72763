import type { SideName } from '../../../../engine/contract.ts';
import { onMap, TRIANGLE, TRIANGLE_VIEW } from '../../../../engine/landscapes/triangle.ts';
import type { OnTriangle } from '../../../../engine/problems/shuffle/types.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../../charts/display-list.ts';
import { createPlane } from '../../../charts/geometry.ts';
import type { LevelView } from '../../kit/define-view.ts';
import { miniatureRun } from '../../kit/miniature-run.ts';
import { isBest } from '../shuffle-info.ts';

const { mapInk, plant, ramp } = PALETTES.light;

/** Draws the triangle with path and best corner. */
export const miniatures: Required<LevelView<OnTriangle>>['miniatures'] = ({ info, frame }, last, size) => {
  const plane = createPlane(TRIANGLE_VIEW, { x: 0, y: 0, width: size, height: size });
  const pixel = ([, x, y]: readonly number[]) => plane.toPixel(...onMap(x!, y!));
  const best = info.thresholds.flatMap(({ cost }, k) =>
    isBest(cost, info.best) ? [...pixel([0, k === 1 ? 1 : 0, k === 2 ? 1 : 0])] : [],
  );
  const marksOf = (side: SideName): Mark[] => {
    const minima = info.triangle.rests[side].filter(({ kind }) => kind === 'minimum');
    return [
      pathMark([plane.toPixels(TRIANGLE)], [penStroke(mapInk, 1)], { closed: true, fill: ramp.at(-2)! }),
      symbolsMark(
        'ring',
        minima.flatMap(({ at }) => [...pixel(at)]),
        9,
        { strokes: [penStroke(mapInk, 1.4)] },
      ),
      symbolsMark('star', best, 13, { fill: plant, strokes: [penStroke(mapInk, 1)] }),
      ...miniatureRun([frame, last], side, plane, 7),
    ];
  };
  return { left: marksOf('left'), right: marksOf('right') };
};
