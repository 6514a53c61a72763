import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { barsIn, ceilingOf } from './neuron-bars.ts';
import type { NeuronsInput, SideNeurons } from './neurons-input.ts';
import { neuronAt, nextNeuron } from './neurons-pick.ts';
import { discIn, drawNeurons, neuronRects, tipOf } from './neurons-plot.ts';

const names = { out: 'out', in: 'in', off: 'dead', noise: 'z', unit: '1', hidden: 'h', target: 'h*' };
const side = (more: Partial<SideNeurons> = {}): SideNeurons => ({
  name: 'Width 3',
  weights: [1, 0, 0, 2, -0.5, -0.5],
  hidden: [0.5, 1, 0],
  target: [0, 0.75, 0],
  pulls: [2, -1, 0.5],
  silent: [0, 0, 1],
  ...more,
});
const input = (more: Partial<NeuronsInput> = {}): NeuronsInput => ({
  width: 400,
  height: 300,
  scale: 1,
  palette: PALETTES.light,
  sides: {
    left: side(),
    right: side({
      name: 'Width 2',
      weights: [0, -1, 1, 1],
      hidden: [1, 1],
      target: [],
      pulls: [-1, 1],
      silent: [0, 0],
    }),
  },
  noise: [1, 1, -1, 0.2, 3, -0.1, -2, -2],
  pointed: null,
  names,
  ...more,
});

describe('neurons in the plane of the noise', () => {
  it('are filled where pushed out, hollow where pulled in and crossed out where dead, at their angle', () => {
    const list = drawNeurons(input());
    const disc = discIn(neuronRects(input()).left, 1);
    const [out] = marksOf(list, 'symbols', 'neurons-positive-left');
    const [inwards] = marksOf(list, 'symbols', 'neurons-negative-left');
    const [dead] = marksOf(list, 'symbols', 'dead');
    expect(Array.from(out!.points)).toEqual([...tipOf(disc, 1, 0)]);
    expect(Array.from(inwards!.points)).toEqual([...tipOf(disc, 0, 2)]);
    expect(Array.from(dead!.points)).toEqual([...tipOf(disc, -0.5, -0.5)]);
    expect(out!.fill).not.toBe(inwards!.fill);
    expect(out!.shape).toBe('dot');
    expect(marksOf(list, 'symbols', 'neurons-positive-right')[0]!.shape).toBe('square');
  });

  it('have arrows that point outwards where pushed out and inwards where pulled in, longer the harder', () => {
    const list = drawNeurons(input());
    const { cx, cy } = discIn(neuronRects(input()).left, 1);
    const [{ lines }] = marksOf(list, 'path', 'direction-left') as unknown as [
      { lines: ArrayLike<number>[] },
    ];
    const far = (line: ArrayLike<number>, at: number) => Math.hypot(line[at]! - cx, line[at + 1]! - cy);
    const length = (line: ArrayLike<number>) => Math.hypot(line[2]! - line[0]!, line[3]! - line[1]!);
    // A shaft and a head for each living neuron.
    expect(lines).toHaveLength(4);
    expect(far(lines[0]!, 2)).toBeGreaterThan(far(lines[0]!, 0));
    expect(far(lines[2]!, 2)).toBeLessThan(far(lines[2]!, 0));
    expect(length(lines[0]!)).toBeGreaterThan(length(lines[2]!));
  });

  it('show which noise samples switch on the one that is read', () => {
    expect(marksOf(drawNeurons(input()), 'symbols', 'samples-on')[0]!.points).toHaveLength(0);
    const list = drawNeurons(input({ pointed: { side: 'left', j: 1 } }));
    // z.w > 0 for w = (0, 2): the first two.
    const { cx, cy, rim } = discIn(neuronRects(input()).left, 1);
    const place = (x: number, y: number) => [
      cx + (rim * x) / Math.hypot(x, y),
      cy - (rim * y) / Math.hypot(x, y),
    ];
    const on = Array.from(marksOf(list, 'symbols', 'samples-on')[0]!.points);
    [...place(1, 1), ...place(-1, 0.2)].forEach((at, i) => {
      expect(on[i]).toBeCloseTo(at, 9);
    });
    expect(on).toHaveLength(4);
    expect(marksOf(list, 'path', 'sector')).toHaveLength(1);
    expect(marksOf(list, 'path', 'samples-off')[0]!.lines).toHaveLength(4);
  });

  it('keep their scale whatever the weights: a longer one stands farther out, none beyond the rim', () => {
    const disc = { cx: 0, cy: 0, rim: 100 };
    const radii = [0, 0.5, 1, 3, 1e9].map((length) => Math.hypot(...tipOf(disc, length, 0)));
    expect(radii).toEqual([...radii].sort((a, b) => a - b));
    expect(radii[2]).toBe(50);
    expect(radii.at(-1)).toBeLessThanOrEqual(100);
  });

  it('stand one above the other where that is larger', () => {
    const { left, right } = neuronRects(input({ width: 200, height: 600 }));
    expect(right.y).toBeGreaterThan(left.y + left.height);
    const beside = neuronRects(input());
    expect(beside.right.x).toBe(beside.left.x + beside.left.width);
  });
});

describe('neurons as bars', () => {
  const bars = (more: Partial<NeuronsInput> = {}) =>
    input({
      sides: { left: side({ weights: null }), right: side({ weights: null, target: [] }) },
      noise: [],
      ...more,
    });

  it('are as high as h, with a tick at h* where that is one', () => {
    const list = drawNeurons(bars());
    const { plot, top } = barsIn(neuronRects(bars()).left, side({ weights: null }), { scale: 1 });
    expect(top).toBe(1);
    const [out] = marksOf(list, 'path', 'neurons-positive-left');
    expect(out!.lines[0]![3]).toBeCloseTo(plot.y + plot.height / 2, 9);
    const [inwards] = marksOf(list, 'path', 'neurons-negative-left');
    expect(inwards!.lines[0]![3]).toBeCloseTo(plot.y, 9);
    const ticks = marksOf(list, 'path', 'criterion').map(({ lines }) => lines.length);
    expect(ticks).toEqual([1, 0]);
    expect(marksOf(list, 'path', 'dead')[0]!.lines).toHaveLength(2);
  });

  it('change their scale in steps of 1, 2 and 5', () => {
    expect([0, 0.011, 0.5, 0.51, 1, 3, 700].map(ceilingOf)).toEqual([1, 0.02, 0.5, 1, 1, 5, 1000]);
  });
});

describe('a neuron is read', () => {
  it('by a pointer: the nearest mark, else the nearest direction, of bars the one below it', () => {
    const given = input();
    const disc = discIn(neuronRects(given).left, 1);
    expect(neuronAt(given, ...tipOf(disc, 0, 2))).toEqual({ side: 'left', j: 1 });
    expect(neuronAt(given, disc.cx + 0.95 * disc.rim, disc.cy)).toEqual({ side: 'left', j: 0 });
    // The nearest direction is another neuron's.
    const close = input({ sides: { left: side({ weights: [3, 0, 0.2, 0.05, 0, -1] }), right: null } });
    const [tipX, tipY] = tipOf(discIn(neuronRects(close).left, 1), 3, 0);
    expect(neuronAt(close, tipX, tipY - 12)).toEqual({ side: 'left', j: 0 });
    const right = discIn(neuronRects(given).right, 1);
    expect(neuronAt(given, right.cx, right.cy + 0.9 * right.rim)).toEqual({ side: 'right', j: 0 });
    expect(neuronAt(given, 200, 2)).toBeNull();
    const bars = input({ sides: { left: side({ weights: null }), right: null } });
    const { plot, slot } = barsIn(neuronRects(bars).left, side({ weights: null }), { scale: 1 });
    expect(neuronAt(bars, plot.x + 2.5 * slot, plot.y + 3)).toEqual({ side: 'left', j: 2 });
  });

  it('from farther where letters are larger', () => {
    const sides = { left: side({ weights: [3, 0, 0.2, 0.05, 0, -1] }), right: null };
    const given = input({ scale: 2.25, width: 900, height: 600, sides });
    const [x, y] = tipOf(discIn(neuronRects(given).left, 2.25), 3, 0);
    expect(neuronAt(given, x, y - 12 * 2.25)).toEqual({ side: 'left', j: 0 });
    expect(neuronAt(given, x, y - 23 * 2.25)).toEqual({ side: 'left', j: 0 });
  });

  it('by keys: each in turn, the left’s before the right’s, and round again', () => {
    const given = input();
    let now: NeuronsInput['pointed'] = null;
    const seen: string[] = [];
    for (let i = 0; i < 6; i++) {
      now = nextNeuron(given, now, 1);
      seen.push(`${now!.side} ${now!.j}`);
    }
    expect(seen).toEqual(['left 0', 'left 1', 'left 2', 'right 0', 'right 1', 'left 0']);
    expect(nextNeuron(given, null, -1)).toEqual({ side: 'right', j: 1 });
    expect(nextNeuron(input({ sides: { left: null, right: null } }), null, 1)).toBeNull();
  });
});
