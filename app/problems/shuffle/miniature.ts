import type { SideName } from '../../../engine/contract.ts';
import { onMap, TRIANGLE, TRIANGLE_VIEW } from '../../../engine/landscapes/triangle.ts';
import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import type { Frame, Opened } from '../../../workers/protocol.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import { createPlane } from '../../charts/geometry.ts';
import type { Miniatures } from '../../session/view.ts';
import { isBest } from './shuffle-info.ts';

const { mapInk, mapPaper, mapLeft, mapRight, plant, ramp } = PALETTES.light;

type Last = Pick<Frame, SideName> | null;

/** Draws the triangle with path and best corner, or the last matrix. */
export function shuffleMiniatures(opened: Opened, last: Last, size: number): Miniatures | null {
  const info = opened.info as ShuffleInfo | undefined;
  if (!info) return null;
  const of = (side: SideName) =>
    info.triangle
      ? triangleMarks(info, side, opened, last, size)
      : matrixMarks(info, side, opened, last, size);
  return { left: of('left'), right: of('right') };
}

const colourOf = (side: SideName) => (side === 'left' ? mapLeft : mapRight);
const shapeOf = (side: SideName) => (side === 'left' ? 'dot' : 'square');

function triangleMarks(info: ShuffleInfo, side: SideName, opened: Opened, last: Last, size: number): Mark[] {
  const plane = createPlane(TRIANGLE_VIEW, { x: 0, y: 0, width: size, height: size });
  const pixel = ([, x, y]: readonly number[]) => plane.toPixel(...onMap(x!, y!));
  const flat: number[] = [];
  for (const { places = [] } of [opened.frame[side], ...(last ? [last[side]] : [])])
    for (let k = 0; k + 2 < places.length && Number.isFinite(places[k]!); k += 3)
      flat.push(...plane.toPixel(places[k]!, places[k + 1]!));
  const minima = info.triangle!.rests[side].filter(({ kind }) => kind === 'minimum');
  const color = colourOf(side);
  const best = info.thresholds.flatMap(({ cost }, k) =>
    isBest(cost, info.best) ? [...pixel([0, k === 1 ? 1 : 0, k === 2 ? 1 : 0])] : [],
  );
  return [
    pathMark([plane.toPixels(TRIANGLE)], [penStroke(mapInk, 1)], { closed: true, fill: ramp.at(-2)! }),
    symbolsMark(
      'ring',
      minima.flatMap(({ at }) => [...pixel(at)]),
      9,
      { strokes: [penStroke(mapInk, 1.4)] },
    ),
    symbolsMark('star', best, 13, { fill: plant, strokes: [penStroke(mapInk, 1)] }),
    pathMark([flat], [penStroke(mapPaper, 3.5), penStroke(color, 1.6)]),
    symbolsMark('dot', flat.slice(0, 2), 6, { fill: mapPaper, strokes: [penStroke(mapInk, 1.4)] }),
    symbolsMark(shapeOf(side), flat.slice(-2), 7, { fill: color, strokes: [penStroke(mapPaper, 0.8)] }),
  ];
}

/** Draws entries of M as squares of that area. */
function matrixMarks(info: ShuffleInfo, side: SideName, opened: Opened, last: Last, size: number): Mark[] {
  const { n } = info;
  const { iterates } = last?.[side].iterates.length ? last[side] : opened.frame[side];
  const matrix = iterates.subarray(iterates.length - n * n);
  const cell = size / (n + 1);
  const centre = (k: number) => (k + 1) * cell;
  const rect = { x: cell / 2, y: cell / 2, width: n * cell, height: n * cell };
  return [
    { kind: 'rect', rect, fill: ramp.at(-1)!, strokes: [penStroke(mapInk, 1)] },
    ...Array.from(matrix).flatMap((entry, i): Mark[] => {
      const wide = 0.86 * cell * Math.sqrt(Math.max(0, Math.min(1, entry)));
      const at = [centre(i % n), centre(Math.floor(i / n))];
      return wide < 0.5 ? [] : [symbolsMark('square', at, wide, { fill: colourOf(side) })];
    }),
    ...(info.best?.permutations[0] ?? []).map(
      (column, row): Mark =>
        symbolsMark('ring', [centre(column), centre(row)], 0.5 * cell, { strokes: [penStroke(mapInk, 1.2)] }),
    ),
  ];
}
