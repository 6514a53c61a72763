import type { SideName } from '../../../../engine/contract.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, type Drawing } from '../../../charts/frame.ts';
import type { Rect } from '../../../charts/geometry.ts';
import { type KeyEntry, keyLine } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { barMarks } from './neuron-bars.ts';
import type { NeuronsInput, SideNeurons } from './neurons-input.ts';

/** Room for the key and a side's name at scale 1. */
const KEY = 22;
const NAME = 20;

/** Width at scale 1, in pixels, below which the key is short. */
const NARROW = 300;

/** More neurons are small and have no arrows. */
const MANY = 150;

/** Lays out the sides in a row, or in a column if that is larger. */
export function neuronRects({ width, height, scale, sides }: NeuronsInput): Record<SideName, Rect> {
  const whole = { x: 0, y: KEY * scale, width, height: Math.max(1, height - KEY * scale) };
  const name = NAME * scale;
  const isBars = (['left', 'right'] as const).every((side) => sides[side]?.weights === null);
  const beside = Math.min(whole.width / 2, whole.height - name);
  const above = Math.min(whole.width, whole.height / 2 - name);
  if (!isBars && beside >= above) {
    const own = { y: whole.y + name, width: whole.width / 2, height: Math.max(1, whole.height - name) };
    return { left: { ...own, x: 0 }, right: { ...own, x: own.width } };
  }
  const half = whole.height / 2;
  const of = (y: number) => ({ x: 0, y: y + name, width, height: Math.max(1, half - name) });
  return { left: of(whole.y), right: of(whole.y + half) };
}

export interface Disc {
  readonly cx: number;
  readonly cy: number;
  /** Radius in pixels, for length infinity. */
  readonly rim: number;
}

export const discIn = ({ x, y, width, height }: Rect, scale: number): Disc => ({
  cx: x + width / 2,
  cy: y + height / 2,
  rim: Math.max(1, Math.min(width, height) / 2 - 12 * scale),
});

/** Compresses lengths: 1 is half-way to the rim; the scale never changes. */
export function tipOf({ cx, cy, rim }: Disc, wx: number, wy: number): readonly [x: number, y: number] {
  const share = rim / (1 + Math.hypot(wx, wy));
  return [cx + share * wx, cy - share * wy];
}

/** Draws w_j against the noise samples that switch it on, or h_j as bars. */
export function drawNeurons(input: NeuronsInput): DisplayList {
  const rects = neuronRects(input);
  return [
    ...keyMarks(input),
    ...(['left', 'right'] as const).flatMap((side) => {
      const neurons = input.sides[side];
      if (!neurons) return [];
      const rect = rects[side];
      const { text } = sideStyle(side, input);
      const [x, y] = [rect.x + rect.width / 2, rect.y - 8 * input.scale];
      const heading = axisText(input, neurons.name, x, y, 'middle', { strong: true, room: rect.width - 8 });
      const marks = neurons.weights
        ? discMarks(side, neurons, neurons.weights, discIn(rect, input.scale), input)
        : barMarks(side, neurons, rect, input);
      return [{ ...heading, color: text }, ...marks];
    }),
  ];
}

function discMarks(
  side: SideName,
  neurons: SideNeurons,
  weights: ArrayLike<number>,
  disc: Disc,
  input: NeuronsInput,
): Mark[] {
  const { palette, scale, noise, pointed, names } = input;
  const { cx, cy, rim } = disc;
  const { color, shape } = sideStyle(side, input);
  const count = weights.length / 2;
  const read = pointed?.side === side && pointed.j < count ? pointed.j : -1;
  const rule = { color: palette.hairline, width: palette.rule, cap: 'butt' } as const;
  const marks: Mark[] = [
    { kind: 'circle', x: cx, y: cy, r: rim, strokes: [penStroke(palette.muted, 1.2 * scale)] },
    { kind: 'circle', x: cx, y: cy, r: rim / 2, strokes: [rule] },
  ];
  const wx = weights[2 * read] ?? 0;
  const wy = weights[2 * read + 1] ?? 0;
  if (read >= 0 && Math.hypot(wx, wy) > 0) marks.push(...halfMarks(disc, wx, wy, color, input));
  marks.push(...noiseMarks(disc, noise, read >= 0 ? [wx, wy] : null, input));

  const size = Math.min(count > MANY ? 3.4 : count > 40 ? 5.5 : 9, Math.max(3, rim / scale / 9)) * scale;
  const [out, inwards, dead]: [number[], number[], number[]] = [[], [], []];
  const [stems, arrows]: [number[][], number[][]] = [[], []];
  const strongest = Math.max(1e-300, ...Array.from(neurons.pulls, Math.abs).filter(Number.isFinite));
  for (let j = 0; j < count; j++) {
    const [x, y] = tipOf(disc, weights[2 * j]!, weights[2 * j + 1]!);
    if (!Number.isFinite(x + y)) continue;
    if (neurons.silent[j]) {
      dead.push(x, y);
      continue;
    }
    stems.push([cx, cy, x, y]);
    const pull = neurons.pulls[j] ?? 0;
    (pull < 0 ? inwards : out).push(x, y);
    if (count <= MANY) arrows.push(...pullArrow(disc, x, y, pull / strongest, size, scale));
  }
  const unitMark = {
    ...axisText(input, names.unit, cx, cy + rim / 2 + 8 * scale, 'middle'),
    size: 10.5 * scale,
    halo: { color: palette.paper, width: 2.5 * scale },
  };
  const thin = (count > 40 ? 0.7 : 1.4) * scale;
  const casing = { color: palette.paper, width: 2.4 * scale };
  return [
    ...marks,
    pathMark(stems, [penStroke(color, thin, { opacity: count > 40 ? 0.35 : 0.6, cap: 'butt' })], {
      role: `stems-${side}`,
    }),
    pathMark(
      arrows,
      [penStroke(palette.paper, thin + 2 * scale, { opacity: 0.8 }), penStroke(palette.ink, thin)],
      {
        role: `direction-${side}`,
      },
    ),
    symbolsMark(shape, inwards, size - 1.4 * scale, {
      role: `neurons-negative-${side}`,
      fill: palette.paper,
      strokes: [
        { ...casing, width: 5 * scale },
        { color, width: 2.6 * scale },
      ],
    }),
    symbolsMark(shape, out, size, { role: `neurons-positive-${side}`, fill: color, strokes: [casing] }),
    ...(rim < 70 * scale ? [] : [unitMark]),
    symbolsMark('cross', dead, 8 * scale, {
      role: 'dead',
      strokes: [penStroke(palette.paper, 4 * scale), penStroke(palette.muted, 2 * scale)],
    }),
    ...(read >= 0
      ? [
          symbolsMark('ring', [...tipOf(disc, wx, wy)], size + 9 * scale, {
            role: 'hover',
            strokes: [penStroke(palette.paper, 5.4 * scale), penStroke(palette.ink, 1.8 * scale)],
          }),
        ]
      : []),
  ];
}

/** Draws the pull: outwards or inwards, longer if stronger. */
function pullArrow(
  { cx, cy }: Disc,
  x: number,
  y: number,
  share: number,
  size: number,
  scale: number,
): number[][] {
  const length = Math.hypot(x - cx, y - cy);
  if (!(length > 2) || !(Math.abs(share) > 0.02)) return [];
  const way = Math.sign(share);
  const [dx, dy] = [(way * (x - cx)) / length, (way * (y - cy)) / length];
  const from = size / 2 + 1.5 * scale;
  const to = from + (4 + 12 * Math.abs(share)) * scale;
  const [ex, ey] = [x + to * dx, y + to * dy];
  const barb = 4 * scale;
  const wing = (turn: number) => [ex - barb * (dx - turn * dy), ey - barb * (dy + turn * dx)];
  return [
    [x + from * dx, y + from * dy, ex, ey],
    [...wing(0.7), ex, ey, ...wing(-0.7)],
  ];
}

/** Shades the half whose samples switch the neuron on. */
function halfMarks(
  { cx, cy, rim }: Disc,
  wx: number,
  wy: number,
  color: string,
  { palette, scale }: Drawing,
): Mark[] {
  const middle = Math.atan2(wy, wx);
  const arc = Array.from({ length: 37 }, (_, i) => {
    const angle = middle + Math.PI * (i / 36 - 0.5);
    return [cx + rim * Math.cos(angle), cy - rim * Math.sin(angle)];
  }).flat();
  return [
    { role: 'sector', kind: 'path', lines: [arc], closed: true, fill: color, opacity: 0.14 },
    pathMark(
      [[...arc.slice(0, 2), ...arc.slice(-2)]],
      [penStroke(palette.ink, 1 * scale, { dash: [4 * scale, 3 * scale], cap: 'butt' })],
    ),
  ];
}

/** Draws noise samples as ticks; those that switch the read neuron on are dots. */
function noiseMarks(
  { cx, cy, rim }: Disc,
  noise: ArrayLike<number>,
  read: readonly [number, number] | null,
  { palette, scale }: Drawing,
): Mark[] {
  const ticks: number[][] = [];
  const on: number[] = [];
  const many = noise.length > 200;
  for (let i = 0; i + 1 < noise.length; i += 2) {
    const length = Math.hypot(noise[i]!, noise[i + 1]!);
    if (!(length > 0)) continue;
    const [dx, dy] = [noise[i]! / length, -noise[i + 1]! / length];
    const [from, to] = [rim - 3.5 * scale, rim + 3.5 * scale];
    ticks.push([cx + from * dx, cy + from * dy, cx + to * dx, cy + to * dy]);
    if (read && noise[i]! * read[0] + noise[i + 1]! * read[1] > 0) on.push(cx + rim * dx, cy + rim * dy);
  }
  return [
    pathMark(ticks, [penStroke(palette.ink, 1.4 * scale, { cap: 'butt', opacity: many ? 0.4 : 0.8 })], {
      role: 'samples-off',
    }),
    symbolsMark('dot', on, 6.5 * scale, {
      role: 'samples-on',
      fill: palette.ink,
      strokes: [{ color: palette.paper, width: 1.6 * scale }],
    }),
  ];
}

function keyMarks(input: NeuronsInput): Mark[] {
  const { width, scale, palette, names, sides, noise } = input;
  const some = (is: (side: SideNeurons) => boolean) =>
    Object.values(sides).some((side) => side !== null && is(side));
  const discs = some(({ weights }) => weights !== null);
  const bars = some(({ weights }) => weights === null);
  const { ink, paper, muted } = palette;
  const entry = (is: boolean, label: string, sign: KeyEntry['sign']): KeyEntry[] =>
    is ? [{ label, color: ink, sign }] : [];
  const symbol = (shape: 'dot' | 'cross', size: number, look: Parameters<typeof symbolsMark>[3]) =>
    ((x, y) => symbolsMark(shape, [x + 5 * scale, y], size * scale, look)) satisfies KeyEntry['sign'];
  const line = (from: readonly [number, number], to: readonly [number, number], wide: number) =>
    ((x, y) => {
      const places = [from, to].flatMap(([dx, dy]) => [x + dx * scale, y + dy * scale]);
      return pathMark([places], [penStroke(ink, wide * scale, { cap: 'butt' })]);
    }) satisfies KeyEntry['sign'];
  const hasTargets = bars && some(({ target }) => target.length > 0);
  const hasNoise = discs && noise.length > 0 && width >= NARROW * scale;
  const key = [
    ...entry(true, names.out, symbol('dot', 8, { fill: ink })),
    ...entry(true, names.in, symbol('dot', 6.6, { fill: paper, strokes: [penStroke(ink, 2.6 * scale)] })),
    ...entry(names.off !== '', names.off, symbol('cross', 8, { strokes: [penStroke(muted, 2 * scale)] })),
    ...entry(hasNoise, names.noise, line([5, -4], [5, 4], 1.4)),
    ...entry(hasTargets, names.target, line([0, 0], [10, 0], 2.4)),
  ];
  return keyLine(input, width - 4 * scale, bars && !discs ? names.hidden : '', 14 * scale, key);
}
