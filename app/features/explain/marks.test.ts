import { describe, expect, it } from 'vitest';
import type { NeuronUpdate } from '../../../engine/problems/one-neuron/types.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { CircleMark, Mark, PathMark, SymbolsMark } from '../../charts/display-list.ts';
import { createPlane } from '../../charts/geometry.ts';
import { type DataInput, dataMarks } from './data-marks.ts';
import { type MapInput, mapMarks } from './map-marks.ts';
import { stagesOf } from './Walk.tsx';

const drawStyle = { scale: 1, palette: PALETTES.light };
const plane = createPlane({ x0: -2, x1: 2, y0: -2, y1: 2 }, { x: 0, y: 0, width: 400, height: 400 });
const of = <Kind extends Mark['kind']>(marks: readonly Mark[], kind: Kind) =>
  marks.filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind);

/** Two samples: the first is on at (1, 0), the second off; both pull the right. */
const told = {
  rows: Int32Array.of(0, 1),
  features: Float64Array.of(1, 0, -1, 0.5),
  labels: Float64Array.of(0.5, 1),
  negative: 0,
  count: 2,
};

function sideUpdate(side: 'left' | 'right'): NonNullable<NeuronUpdate['left']> {
  const pulled = side === 'right';
  const moves = pulled ? Float64Array.of(-0.25, 0, -0.5, 0.25) : Float64Array.of(-0.25, 0, 0, 0);
  const descent = Float64Array.of(moves[0]! + moves[2]!, moves[1]! + moves[3]!);
  const weights = Float64Array.of(1, 0);
  const next = weights.map((w, j) => w + descent[j]!);
  return {
    k: 0,
    rule: 'gd',
    step: 1,
    weights,
    loss: 0,
    gradient: descent.map((value) => -value),
    gradientNorm: Math.hypot(...descent),
    asked: null,
    before: null,
    after: null,
    next,
    nextLoss: 0,
    original: { weights, next },
    descents: { left: Float64Array.of(-0.25, 0), right: Float64Array.of(-0.75, 0.25) },
    losses: { left: 0, right: 0 },
    pull: 1,
    unprojected: null,
    samples: {
      z: Float64Array.of(1, -1),
      outputs: Float64Array.of(1, 0),
      residuals: Float64Array.of(0.5, -1),
      slopes: pulled ? Float64Array.of(0.5, -1) : Float64Array.of(0.5, 0),
      moves,
      on: 1,
      off: 1,
      pulling: pulled ? 1 : 0,
      rms: 0.79,
    },
  };
}

const update: NeuronUpdate = {
  k: 0,
  told,
  left: sideUpdate('left'),
  right: sideUpdate('right'),
  round: null,
  leftRound: null,
};

const map = (more: Partial<MapInput>) =>
  mapMarks(
    {
      side: 'left',
      highlight: null,
      stage: null,
      head: [1, 0],
      plant: [0, 1],
      start: [-1, -1],
      update,
      samples: sideUpdate(more.side ?? 'left').samples ?? null,
      shared: true,
      toPlane: (w) => [w[0]!, w[1]!],
      words: { left: '−∇f', right: '−∇g', difference: 'difference', next: 'next' },
      ...more,
    },
    plane,
    drawStyle,
  );

describe('a map', () => {
  it('is left alone where nothing is pointed at', () => {
    expect(map({})).toEqual([]);
  });

  it.each([
    ['left', [1, 0]],
    ['plant', [0, 1]],
    ['start', [-1, -1]],
  ] as const)('has a halo about %s', (highlight, at) => {
    const [halo] = of(map({ highlight }), 'circle');
    expect([halo!.x, halo!.y]).toEqual([...plane.toPixel(at[0], at[1])]);
  });

  it('has no halo about the other side’s head, nor about what is not there', () => {
    expect(map({ highlight: 'right' })).toEqual([]);
    expect(of(map({ side: 'right', highlight: 'right' }), 'circle')).toHaveLength(1);
    expect(map({ highlight: 'plant', plant: null })).toEqual([]);
    expect(map({ highlight: 'start', start: [Number.NaN, 0] })).toEqual([]);
  });

  /** Returns an arrow's vector in px. */
  const arrowOf = (marks: readonly Mark[]) => {
    const [x, y, ex, ey] = Array.from(of(marks, 'path').at(0)!.lines[0]!);
    return [ex! - x!, ey! - y!] as const;
  };

  it('draws both slopes and their difference to one scale', () => {
    const arrows = (['slope-left', 'slope-right', 'difference'] as const).map((highlight) =>
      arrowOf(map({ highlight })),
    );
    const [left, right, difference] = arrows;
    for (const axis of [0, 1] as const) expect(right![axis] - left![axis]).toBeCloseTo(difference![axis], 9);
    expect(right![0] / left![0]).toBeCloseTo(3, 9);
    // Up in the plane is up on the page.
    expect(right![1]).toBeLessThan(0);
  });

  it('draws the own slope alone where the sides are over other weights', () => {
    expect(map({ highlight: 'slope-right', shared: false })).toEqual([]);
    expect(map({ highlight: 'slope-left', shared: false })).not.toEqual([]);
  });

  it('lays the samples’ parts head to tail to the whole', () => {
    const marks = map({ side: 'right', stage: 'gradient' });
    const arrows = of(marks, 'path').map(({ lines }) => Array.from(lines[0]!));
    // Two thin arrows, then casing and shaft of the total.
    const [first, second, whole] = arrows;
    expect(second!.slice(0, 2)).toEqual(first!.slice(2));
    expect(whole!.slice(0, 2)).toEqual(first!.slice(0, 2));
    expect(whole![2]).toBeCloseTo(second![2]!, 9);
    expect(whole![3]).toBeCloseTo(second![3]!, 9);
  });

  it('leaves the parts out where not every sample is told', () => {
    const thinned = { ...update, told: { ...told, count: 80 } };
    const lines = (shown: NeuronUpdate) =>
      of(map({ side: 'right', stage: 'gradient', update: shown }), 'path').length;
    expect(lines(update) - lines(thinned)).toBe(2);
  });

  it('keeps its arrows inside where they would leave', () => {
    const edge = {
      ...update,
      right: { ...sideUpdate('right'), original: { weights: Float64Array.of(-1.2, 0), next: null } },
    };
    const marks = map({ side: 'right', stage: 'gradient', update: edge });
    for (const { lines } of of(marks, 'path'))
      for (const line of lines)
        for (let i = 0; i < line.length; i += 2) expect(line[i]!).toBeGreaterThanOrEqual(0);
  });

  it('ends the step at the next weights', () => {
    const marks = map({ stage: 'step' });
    const { x, y } = of(marks, 'circle')[0]! as CircleMark;
    expect([x, y]).toEqual([...plane.toPixel(0.75, 0)]);
    const shaft = Array.from((of(marks, 'path')[0] as PathMark).lines[0]!);
    expect(shaft).toEqual([...plane.toPixel(1, 0), ...plane.toPixel(0.75, 0)]);
  });
});

const data = (more: Partial<DataInput>, kind: 'scatter' | 'planar' = 'scatter') =>
  dataMarks(
    {
      highlight: null,
      stage: null,
      told,
      terms: { left: update.left!.samples!, right: update.right!.samples! },
      curves: { left: [1, 0], right: [1, 0], plant: [0.5, 0.1] },
      leak: 0,
      hasOnes: true,
      ...more,
    },
    kind,
    plane,
    drawStyle,
  );

describe('the data panel', () => {
  it('is left alone where nothing is pointed at', () => {
    expect(data({})).toEqual([]);
    expect(data({ stage: 'residuals', told: null })).toEqual([]);
  });

  it('fills what is on and leaves what is off hollow, a shape a side', () => {
    const symbols = of(data({ stage: 'forward' }), 'symbols');
    expect(symbols.map(({ shape }) => shape)).toEqual(['dot', 'dot', 'square', 'square']);
    const { leftPath, rightPath, paper } = drawStyle.palette;
    expect(symbols.map(({ fill }) => fill)).toEqual([leftPath, paper, rightPath, paper]);
    // At the outputs, next to each other.
    const [x, y] = plane.toPixel(1, 1);
    expect(Array.from(symbols[0]!.points)).toEqual([x - 5, y]);
    expect(Array.from(symbols[2]!.points)).toEqual([x + 5, y]);
  });

  it('draws residuals from the label to the output', () => {
    const bars = of(data({ stage: 'residuals' }), 'path').map(({ lines }) => Array.from(lines[0]!));
    expect(bars).toHaveLength(4);
    expect(bars[0]).toEqual([
      plane.toPixel(1, 0)[0] - 5,
      plane.toPixel(0, 0.5)[1],
      plane.toPixel(1, 0)[0] - 5,
      plane.toPixel(0, 1)[1],
    ]);
  });

  it('draws of who is off what pulls: nothing on the left', () => {
    const marks = data({ stage: 'off' });
    expect(of(marks, 'symbols')).toHaveLength(2);
    const bars = of(marks, 'path');
    expect(bars).toHaveLength(1);
    expect(bars[0]!.lines[0]![0]).toBe(plane.toPixel(-1, 0)[0] + 5);
  });

  it('tells residuals of the plane by size', () => {
    const [first, second] = of(data({ stage: 'residuals' }, 'planar'), 'symbols') as SymbolsMark[];
    expect(second!.size / first!.size).toBeCloseTo(Math.SQRT2, 9);
  });

  it('rings who is off at the left', () => {
    const [rings] = of(data({ highlight: 'dead' }), 'symbols');
    expect(Array.from(rings!.points)).toEqual([...plane.toPixel(-1, 1)]);
  });

  it('lights the curve of the plant, and of a plane its line', () => {
    const line = Array.from(of(data({ highlight: 'plant' }), 'path')[0]!.lines[0]!);
    expect(line.slice(2, 4)).toEqual([...plane.toPixel(-0.2, 0)]);
    const [x0, y0, x1, y1] = Array.from(
      of(data({ highlight: 'plant', hasOnes: false }, 'planar'), 'path')[0]!.lines[0]!,
    );
    // Perpendicular to (0.5, 0.1).
    const [dx, dy] = [x1! - x0!, -(y1! - y0!)];
    expect(Math.abs(dx * 0.5 + dy * 0.1)).toBeLessThan(1e-9 * Math.hypot(dx, dy));
    expect(data({ highlight: 'plant', curves: { left: null, right: null, plant: null } })).toEqual([]);
  });
});

it('there are no stages of samples where none is told', () => {
  expect(stagesOf({ told })).toHaveLength(5);
  expect(stagesOf({ told: null })).toEqual(['gradient', 'step']);
});
