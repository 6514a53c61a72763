import type { SideName } from '../../../engine/contract.ts';
import type { Frame, Opened } from '../../../workers/protocol.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import { type DisplayList, type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import type { Miniatures } from '../../session/view.ts';
import type { CircleNeurons } from './circle/geometry.ts';
import { directionsOf } from './network-facts.ts';
import { networkOf } from './network-info.ts';

/** Shares of the width: the circle's radius, and the teacher's stars from the centre. */
const RADIUS = 0.34;
const STARS = 0.43;

/**
 * Draws both networks as spokes as long as the square root of their strength, teacher's directions as stars, at a batch's last step or the
 * start. Null unless neurons have two columns.
 */
export function networkMiniatures(
  opened: Opened,
  last: Pick<Frame, SideName> | null,
  size: number,
): Miniatures | null {
  const network = networkOf(opened);
  if (network?.columns !== 2) return null;
  const neuronsAt = (side: SideName) => {
    const { start, dimension } = opened.sides[side];
    const frame = last?.[side];
    const state = frame && frame.count > 0 ? frame.iterates.slice((frame.count - 1) * dimension) : start;
    return directionsOf(network.constant ? state.slice(0, -1) : state);
  };
  const both = { left: neuronsAt('left'), right: neuronsAt('right') };
  const teacher = network.teacher && directionsOf(network.teacher);
  const ground = groundMarks(teacher, size);
  const draw = (side: SideName) => [...ground, ...spokeMarks(both[side], side, size)];
  return { left: draw('left'), right: draw('right') };
}

function at({ angles }: CircleNeurons, j: number, radius: number, size: number): readonly [number, number] {
  return [size / 2 + radius * Math.cos(angles[j]!), size / 2 - radius * Math.sin(angles[j]!)];
}

function groundMarks(teacher: CircleNeurons | null, size: number): DisplayList {
  const { ramp, mapInk, plant } = PALETTES.light;
  const stars = Array.from(teacher?.angles ?? [], (_, j) => at(teacher!, j, STARS * size, size)).flat();
  return [
    { kind: 'rect', rect: { x: 0, y: 0, width: size, height: size }, fill: ramp.at(-1)! },
    {
      kind: 'circle',
      x: size / 2,
      y: size / 2,
      r: RADIUS * size,
      strokes: [{ color: mapInk, width: 0.8, opacity: 0.4 }],
    },
    symbolsMark('star', stars, 11, { fill: plant, strokes: [penStroke(mapInk, 0.8)] }),
  ];
}

function spokeMarks(neurons: CircleNeurons, side: SideName, size: number): Mark[] {
  const { mapPaper, mapLeft, mapRight } = PALETTES.light;
  const color = side === 'left' ? mapLeft : mapRight;
  const sizes = Array.from(neurons.strengths, (strength) => Math.sqrt(Math.abs(strength)));
  const longest = Math.max(...sizes.filter(Number.isFinite));
  return sizes.flatMap((length, j) => {
    if (!(length > 0.01 * longest) || !Number.isFinite(neurons.angles[j]!)) return [];
    const tip = at(neurons, j, (RADIUS * size * length) / longest, size);
    return [
      pathMark([[size / 2, size / 2, ...tip]], [{ color, width: 1.4 }]),
      symbolsMark(side === 'left' ? 'dot' : 'square', tip, 6, {
        fill: neurons.strengths[j]! < 0 ? mapPaper : color,
        strokes: [penStroke(color, 1.2)],
      }),
    ];
  });
}
