import type { SideName } from '../../../contract.ts';
import type { Field, Mark } from '../../../field.ts';
import type { PixelModel } from '../instance.ts';
import type { PixelsInfo, Point } from '../types.ts';
import { cyclesFrom } from './limits.ts';

/** Window around both peaks of the prior, and relative margin. */
const [FROM, TO, ROOM] = [-0.3, 1.3, 0.1];
/** Length of phi . x = y, in widths of the window. */
const LONG = 10;

type View = readonly [x0: number, x1: number, y0: number, y1: number];

/**
 * Maps F. Marks: rest points or their `segment`; `jumps`, the cycles; `line`, phi . x = y; `box`, where D is the identity (its corners);
 * `truth`.
 */
export function pixelField(model: PixelModel, info: PixelsInfo, name: SideName): Field {
  const view = viewOf(info);
  let marks: readonly Mark[] | null = null;
  return {
    domain: { kind: 'plane', view },
    place: ([x, y]) => [{ x: x!, y: y!, weight: 1, role: 'pixels', off: 0 }],
    height: (x, y) => model.objective(x, y),
    marks() {
      marks ??= marksOf(model, info, name, view);
      return marks;
    },
    startAt: (x, y) => [x, y],
  };
}

function marksOf(model: PixelModel, info: PixelsInfo, name: SideName, view: View): Mark[] {
  const { rests, segment, box } = info.sides[name];
  const mark = (kind: string, points: readonly Point[]): Mark => ({
    kind,
    at: points.flat(),
    height: kind === 'line' || kind === 'box' ? Number.NaN : model.objective(...points[0]!),
  });
  return [
    mark('line', lineOf(info, view)),
    ...(box ? [mark('box', cornersOf(box))] : []),
    ...(segment ? [mark('segment', segment)] : []),
    ...(rests ?? []).map(({ kind, at }) => mark(kind, [at])),
    ...cyclesFrom(model, info, info.sides[name]).map((points) => mark('jumps', points)),
    mark('truth', [info.truth]),
  ];
}

function cornersOf([low, high]: readonly [number, number]): Point[] {
  return [
    [low, low],
    [high, low],
    [high, high],
    [low, high],
  ];
}

/** Cuts phi . x = y around its point nearest to the window's middle. */
function lineOf({ phi: [p, q], y, L }: PixelsInfo, [x0, x1, y0, y1]: View): [Point, Point] {
  const [a, b] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const off = (p * a + q * b - y) / L;
  const [x, z] = [a - off * p, b - off * q];
  const reach = (LONG * (x1 - x0)) / Math.sqrt(L);
  return [
    [x + reach * q, z - reach * p],
    [x - reach * q, z + reach * p],
  ];
}

/** Contains both peaks, the start, the truth and both sides' rest points. */
function viewOf({ start, truth, sides: { left, right } }: PixelsInfo): View {
  const rests = [left, right].flatMap(({ rests: all, segment }) => all?.map(({ at }) => at) ?? segment ?? []);
  const points = [start, truth, ...rests];
  const inside = (axis: 0 | 1) => {
    const all = points.map((point) => point[axis]);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const room = ROOM * Math.max(TO, high) - ROOM * Math.min(FROM, low);
    return [low < FROM ? low - room : FROM, high > TO ? high + room : TO] as const;
  };
  const [[x0, x1], [y0, y1]] = [inside(0), inside(1)];
  const more = (x1 - x0 - (y1 - y0)) / 2;
  return more > 0 ? [x0, x1, y0 - more, y1 + more] : [x0 + more, x1 - more, y0, y1];
}
