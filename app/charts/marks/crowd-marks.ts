import type { SideName } from '../../../engine/contract.ts';
import { arrivesAt, endNames, goesOn } from '../../../engine/run/status.ts';
import type { CrowdFrame } from '../../../workers/protocol.ts';
import { BASIN_COLOURS, type DrawStyle } from '../colour/palette.ts';
import {
  type DisplayList,
  type Mark,
  penStroke,
  type SymbolShape,
  type SymbolsMark,
  symbolsMark,
} from '../display-list.ts';
import { containsPixel, type Plane } from '../geometry.ts';

/** Dot widths in pixels at scale 1; smaller if many, so the map stays visible. */
const SIZES = { few: 6, many: 4.2 } as const;
const MANY = 600;

/** Ends drawn last, on top. */
const LAST = ['reached', 'moving'];

/** Fill of dots stopped elsewhere: their basin's colour. */
const GROUND: Readonly<Partial<Record<string, string>>> = {
  dead: BASIN_COLOURS.plateau[0],
  global: BASIN_COLOURS.minimum[1],
  stationary: BASIN_COLOURS.minimum[0],
  unbounded: BASIN_COLOURS.unbounded[0],
  diverged: BASIN_COLOURS.diverged[0],
};

export type CrowdPen = typeof crowdMarks;

export interface DrawnCrowd {
  readonly side: SideName;
  /** At step 0 all dots look alike: what has ended there would tell the end. */
  readonly frame: CrowdFrame;
  /** The problem's card, if it has ends of its own. */
  readonly ends?: Parameters<typeof arrivesAt>[1];
  /** Below 1 while their run is being replaced. */
  readonly opacity: number;
  /** Window of the starts (x0, x1, y0, y1), framed if smaller than the view; null for none. */
  readonly box: readonly number[] | null;
  /** Its names are redrawn over the dots. */
  readonly ground: DisplayList;
}

/**
 * Draws a side's dots, one mark per end, from the first step on. Moving: filled, in the side's style. Arrived: small star. Dead: crossed out. Stopped elsewhere:
 * outlined, in the basin's colour.
 */
export function crowdMarks(plane: Plane, style: DrawStyle, crowd: DrawnCrowd): Mark[] {
  const { side, opacity, box, ground, frame } = crowd;
  const { places, ends } = frame[side];
  const card = crowd.ends ?? {};
  const points = endNames(card).map((end) => ({
    look: frame.step === 0 || goesOn(end, card) ? 'moving' : arrivesAt(end, card) ? 'reached' : end,
    at: [] as number[],
  }));
  for (let dot = 0; dot < ends.length; dot++) {
    const [x, y] = plane.toPixel(places[2 * dot]!, places[2 * dot + 1]!);
    if (containsPixel(plane.rect, x, y)) points[ends[dot]!]!.at.push(x, y);
  }
  const isMany = ends.length > MANY;
  points.sort((a, b) => LAST.indexOf(a.look) - LAST.indexOf(b.look));
  const marks = points.flatMap(({ look: end, at }): Mark[] => {
    if (at.length === 0) return [];
    const [shape, width, look] = lookOf(end, side, isMany, style);
    return [symbolsMark(shape, at, width, { role: `crowd-${side}`, ...look, opacity })];
  });
  return [...boxMarks(plane, box, style), ...marks, ...namesOf(ground)];
}

/** Returns a map's names, including those inside clips: clips move nothing. */
function namesOf(list: DisplayList): Mark[] {
  return list.flatMap((mark) => {
    if (mark.kind === 'clip') return namesOf(mark.marks);
    return mark.kind === 'text' && mark.halo && mark.weight >= 600 ? [mark] : [];
  });
}

function boxMarks(plane: Plane, box: readonly number[] | null, { palette, scale }: DrawStyle): Mark[] {
  if (!box) return [];
  const [x0, y0] = plane.toPixel(box[0]!, box[3]!);
  const [x1, y1] = plane.toPixel(box[1]!, box[2]!);
  const { x, y, width, height } = plane.rect;
  if (x0 < x + 2 && y0 < y + 2 && x1 > x + width - 2 && y1 > y + height - 2) return [];
  const rect = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
  const line = { color: palette.mapInk, width: 1.2 * scale, opacity: 0.75, dash: [5 * scale, 4 * scale] };
  return [
    { kind: 'rect', rect, strokes: [penStroke(palette.mapPaper, 2.4 * scale, { opacity: 0.5 }), line] },
  ];
}

type Look = [SymbolShape, size: number, Pick<SymbolsMark, 'fill' | 'strokes'>];

function lookOf(end: string, side: SideName, isMany: boolean, { palette, scale }: DrawStyle): Look {
  const shape = side === 'left' ? 'dot' : 'square';
  // Letters grow with the scale, dots less: map room is limited.
  const wide = (1 + scale) / 2;
  const size = (isMany ? SIZES.many : SIZES.few) * wide;
  const line = (isMany ? 0.7 : 1) * wide;
  if (end === 'moving') {
    const fill = side === 'left' ? palette.mapLeft : palette.mapRight;
    // A square looks larger than a disc of its width.
    return [
      shape,
      side === 'left' ? size : 0.9 * size,
      { fill, strokes: [penStroke(palette.mapPaper, 2 * line)] },
    ];
  }
  if (end === 'reached')
    return ['star', 1.9 * size, { fill: palette.plant, strokes: [penStroke(palette.mapInk, 1.6 * line)] }];
  if (end === 'dead')
    return [
      'cross',
      (isMany ? 0.66 : 0.8) * size,
      {
        strokes: [
          penStroke(palette.mapPaper, 3.4 * line, { opacity: isMany ? 0.6 : 1 }),
          penStroke(palette.mapInk, 1.4 * line, { opacity: isMany ? 0.8 : 1 }),
        ],
      },
    ];
  return [
    shape,
    0.9 * size,
    { fill: GROUND[end] ?? palette.mapPaper, strokes: [penStroke(palette.mapInk, 2 * line)] },
  ];
}
