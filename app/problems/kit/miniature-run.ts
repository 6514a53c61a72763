import type { SideName } from '../../../engine/contract.ts';
import type { Frame } from '../../../workers/protocol.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';

const { mapInk, mapPaper, mapLeft, mapRight } = PALETTES.light;

type Frames = readonly (Pick<Frame, SideName> | null)[];

/** Draws a side's places in these frames, up to the first non-finite one: path, start and end. */
export function miniatureRun(frames: Frames, side: SideName, plane: Plane, end = 6): Mark[] {
  const color = side === 'left' ? mapLeft : mapRight;
  const places = frames.flatMap((frame) => [...(frame?.[side].places ?? [])]);
  const flat: number[] = [];
  for (let k = 0; k + 2 < places.length && Number.isFinite(places[k]! + places[k + 1]!); k += 3)
    flat.push(...plane.toPixel(places[k]!, places[k + 1]!));
  return [
    pathMark([flat], [penStroke(mapPaper, 3.5), penStroke(color, 1.6)]),
    symbolsMark('dot', flat.slice(0, 2), 6, { fill: mapPaper, strokes: [penStroke(mapInk, 1.4)] }),
    symbolsMark(side === 'left' ? 'dot' : 'square', flat.slice(-2), end, {
      fill: color,
      strokes: [penStroke(mapPaper, 0.8)],
    }),
  ];
}
