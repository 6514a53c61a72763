import { mapAxes } from '../../../charts/chart-axes.ts';
import { type Palette, parseHex } from '../../../charts/colour/palette.ts';
import { createRampTable } from '../../../charts/colour/ramp-table.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { type AxisNames, borderMark, clipped, type Drawing, mapRect } from '../../../charts/frame.ts';
import { createPlane, type Plane, type Rect } from '../../../charts/geometry.ts';
import { type KeyEntry, keyLine } from '../../../charts/marks/key-marks.ts';
import { traceLevels } from '../../../charts/trace-levels.ts';

/** eta/n over oriented lines: angles from 0 to 2 pi, rows by ascending offset. */
export interface LinesGrid {
  readonly values: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
  readonly reach: number;
}

/** Flat (angle, offset), and ||u|| ||v||. Not finite without a line. */
export interface LinePlaces {
  readonly places: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  readonly dead: ArrayLike<number>;
}

export interface LinesInput extends Drawing {
  readonly axes: AxisNames;
  readonly beta: number;
  readonly reach: number;
  readonly grid: LinesGrid | null;
  readonly atoms: LinePlaces | null;
  readonly neurons: LinePlaces | null;
  /** Atom being read; -1 for none. */
  readonly pointed: number;
  readonly names: { readonly left: string; readonly right: string; readonly beta: string };
}

const TURN = 2 * Math.PI;
const KEY = 20;

/** Colour above beta: another neuron pays off. */
const BEYOND = '#FFC857';

/** Returns the oriented line {p: p.(cos, sin) = offset} of a neuron over (x, y, 1): angle in [0, 2 pi), offset (NaN if none). */
export function lineOfNeuron(a: number, b: number, c: number): readonly [angle: number, offset: number] {
  const length = Math.hypot(a, b);
  return [(Math.atan2(b, a) + TURN) % TURN, length > 0 ? -c / length : Number.NaN];
}

export function linesRect({ width, height, scale }: Pick<Drawing, 'width' | 'height' | 'scale'>): Rect {
  const rect = mapRect(width, height - KEY * scale, scale);
  return { ...rect, y: rect.y + KEY * scale };
}

const planeOf = (input: LinesInput): Plane =>
  createPlane({ x0: 0, x1: 360, y0: -input.reach, y1: input.reach }, linesRect(input));

/** Returns pixels, clamped to the map's edge. */
export function linePixels(input: LinesInput, { places }: LinePlaces): number[] {
  const plane = planeOf(input);
  const pixels: number[] = [];
  for (let i = 0; i + 1 < places.length; i += 2) {
    const offset = Math.max(-input.reach, Math.min(input.reach, places[i + 1]!));
    pixels.push(...plane.toPixel((places[i]! * 360) / TURN, offset));
  }
  return pixels;
}

/** Draws eta/n of the program's residual over all lines; it touches beta at its neurons. */
export function drawLines(input: LinesInput): DisplayList {
  const { scale, palette, grid, names } = input;
  const rect = linesRect(input);
  const plane = planeOf(input);
  const inside = [
    { kind: 'rect', rect, fill: palette.mapPaper } as const,
    ...(grid ? gridMarks(plane, grid, input) : []),
    ...placeMarks(input),
  ];
  const key: KeyEntry[] = [
    {
      label: names.beta,
      color: palette.ink,
      sign: (x, y) => pathMark([[x, y, x + 11 * scale, y]], [penStroke(palette.ink, 2 * scale)]),
    },
    {
      label: names.left,
      color: palette.leftText,
      sign: (x, y) => symbolsMark('dot', [x + 5 * scale, y], 8 * scale, { fill: palette.leftPath }),
    },
    {
      label: names.right,
      color: palette.rightText,
      sign: (x, y) => symbolsMark('square', [x + 5 * scale, y], 8 * scale, { fill: palette.rightPath }),
    },
  ];
  return [
    clipped(rect, inside),
    ...mapAxes(plane, input, input.axes),
    borderMark(rect, palette.frame, palette),
    ...keyLine(input, rect.x + rect.width, '', 15 * scale, key),
  ];
}

function gridMarks(plane: Plane, grid: LinesGrid, { beta, palette, scale }: LinesInput): Mark[] {
  const { width, height, reach } = grid;
  const [left, top] = plane.toPixel(0, reach);
  const [right, bottom] = plane.toPixel(360, -reach);
  const rect = { x: left, y: top, width: right - left, height: bottom - top };
  const [dx, dy] = [rect.width / width, rect.height / height];
  const { lines, rgba } = groundOf(grid, beta, palette);
  const pixels = lines.map((line) =>
    line.map((at, i) => (i % 2 === 0 ? rect.x + at * dx : bottom - at * dy)),
  );
  const strokes = [penStroke(palette.mapPaper, 3.2 * scale), penStroke(palette.mapInk, 1.5 * scale)];
  return [
    { role: 'regions', kind: 'raster', rect, columns: width, rows: height, rgba },
    pathMark(pixels, strokes, { role: 'iso-line' }),
  ];
}

/** Level beta in cells, flat. */
interface LinesGround {
  readonly beta: number;
  readonly palette: Palette;
  readonly lines: readonly (readonly number[])[];
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Cache by grid: marks over it change more often. */
const grounds = new WeakMap<LinesGrid, LinesGround>();

function groundOf(grid: LinesGrid, beta: number, palette: Palette): LinesGround {
  const known = grounds.get(grid);
  if (known?.beta === beta && known.palette === palette) return known;
  const ground = { beta, palette, lines: traceBeta(grid, beta), rgba: rasterise(grid, beta, palette) };
  grounds.set(grid, ground);
  return ground;
}

/** Traces level beta in cells from the lower left, broken at the border. */
function traceBeta({ values, width, height }: LinesGrid, beta: number): number[][] {
  const isBorder = (x: number, y: number) => x === 0 || y === 0 || x === width || y === height;
  const lines: number[][] = [];
  const [rings = []] = traceLevels(values, width, height, [beta]);
  for (const ring of rings) {
    let line: number[] = [];
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x, y, nextX, nextY] = ring.subarray(i, i + 4) as unknown as [number, number, number, number];
      if (isBorder(x, y) && isBorder(nextX, nextY)) {
        line = [];
        continue;
      }
      if (line.length === 0) {
        line.push(x, y);
        lines.push(line);
      }
      line.push(nextX, nextY);
    }
  }
  return lines;
}

/** Returns opaque RGBA, first row on top. Non-finite values count as above beta. */
export function rasterise(
  { values, width, height }: LinesGrid,
  beta: number,
  { ramp }: Pick<Palette, 'ramp'>,
): Uint8ClampedArray<ArrayBuffer> {
  const table = createRampTable([...ramp].reverse().slice(0, -1));
  const beyond = parseHex(BEYOND);
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const share = values[(height - 1 - row) * width + column]! / beta;
      const at = 3 * Math.round(255 * Math.max(0, Math.min(1, share)));
      // Rounding and cell width are no excess.
      const isBelow = share <= 1.001;
      const to = 4 * (row * width + column);
      for (let i = 0; i < 3; i++) rgba[to + i] = isBelow ? table[at + i]! : beyond[i]!;
      rgba[to + 3] = 255;
    }
  return rgba;
}

/** Draws atoms as pins (by weight; the one being read ringed), descent's neurons as dots. */
function placeMarks(input: LinesInput): Mark[] {
  const { atoms, neurons, pointed, palette, scale } = input;
  const casing = [penStroke(palette.mapPaper, 2.4 * scale)];
  const marks: Mark[] = [];
  if (atoms) {
    const pixels = linePixels(input, atoms);
    const most = Math.max(...Array.from(atoms.weights).filter(Number.isFinite), 1e-300);
    for (let j = 0; 2 * j < pixels.length; j++) {
      const at = pixels.slice(2 * j, 2 * j + 2);
      const weight = atoms.weights[j]!;
      if (!(weight > 0) || !at.every(Number.isFinite)) continue;
      const size = (5 + 7 * Math.sqrt(weight / most)) * scale;
      marks.push(
        symbolsMark('square', at, size, {
          role: 'neurons-positive-right',
          fill: palette.mapRight,
          strokes: casing,
        }),
      );
      if (j === pointed)
        marks.push(
          symbolsMark('ring', at, size + 9 * scale, {
            role: 'hover',
            strokes: [penStroke(palette.mapPaper, 5.4 * scale), penStroke(palette.mapInk, 2.4 * scale)],
          }),
        );
    }
  }
  if (neurons) {
    const pixels = linePixels(input, neurons);
    const [alive, dead]: [number[], number[]] = [[], []];
    for (let j = 0; 2 * j < pixels.length; j++) {
      const at = pixels.slice(2 * j, 2 * j + 2);
      if (at.every(Number.isFinite)) (neurons.dead[j] ? dead : alive).push(...at);
    }
    const size = 8 * scale;
    marks.push(
      symbolsMark('dot', dead, size, {
        role: 'dead',
        fill: palette.mapPaper,
        strokes: [penStroke(palette.mapPaper, 4.6 * scale), penStroke(palette.mapInk, 2.2 * scale)],
      }),
      symbolsMark('dot', alive, size, {
        role: 'neurons-positive-left',
        fill: palette.mapLeft,
        strokes: casing,
      }),
    );
  }
  return marks;
}
