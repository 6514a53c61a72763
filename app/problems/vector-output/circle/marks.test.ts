import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { Mark } from '../../../charts/display-list.ts';
import type { Shown } from '../../../session/picture/extra-marks.ts';
import { circleIn } from './geometry.ts';
import type { CircleInput } from './input.ts';
import { circleMarks } from './marks.ts';

const INPUT: CircleInput = {
  width: 300,
  height: 300,
  scale: 1,
  palette: PALETTES.light,
  beta: 0.02,
  left: null,
  right: null,
  neurons: { directions: [1, 0, 0, 1, -1, 0], weights: [1, 0.5, 0.2], dead: [0, 1, 0] },
  atoms: { directions: [0, -1], weights: [1], dead: [] },
  unit: 1,
  direction: null,
  sector: null,
  names: { outputs: [], left: '', right: '', bar: '', dot: '', beta: '' },
};
const taken = [{ direction: Float64Array.of(0.6, 0.8), height: 0.03, weight: 0.4 }];
const update = { round: { taken } } as unknown as Shown['update'];
const marks = (shown: Partial<Shown>) =>
  circleMarks({ highlight: null, stage: null, update, ...shown }, 2, INPUT);
const pointsOf = (all: readonly Mark[], shape: string) =>
  all.flatMap((mark) => (mark.kind === 'symbols' && mark.shape === shape ? Array.from(mark.points) : []));

describe('what the explanation lays over the circle', () => {
  it('is nothing where nothing is pointed at', () => {
    expect(marks({})).toEqual([]);
  });

  it('is a halo about each neuron of a side, about dead ones alone, or the circle of beta', () => {
    expect(pointsOf(marks({ highlight: 'left' }), 'ring')).toHaveLength(6);
    expect(pointsOf(marks({ highlight: 'right' }), 'ring')).toHaveLength(2);
    const { cx, cy, beta } = circleIn(300, 300, 1);
    const dead = pointsOf(marks({ highlight: 'dead' }), 'ring');
    expect(dead[0]).toBeCloseTo(cx, 9);
    expect(dead[1]).toBeLessThan(cy - beta);
    expect(marks({ highlight: 'band' })).toMatchObject([{ kind: 'circle', r: beta }]);
  });

  it('is the told neuron, and what the round takes in at the angles of its table', () => {
    const { cx } = circleIn(300, 300, 1);
    expect(pointsOf(marks({ stage: 'forward' }), 'ring')[0]).toBeLessThan(cx);
    const { cy, beta } = circleIn(300, 300, 1);
    const [x, y] = pointsOf(marks({ stage: 'off' }), 'diamond') as [number, number];
    expect((cy - y) / (x - cx)).toBeCloseTo(0.8 / 0.6, 9);
    expect(Math.hypot(x - cx, y - cy)).toBeGreaterThan(beta);
    expect(pointsOf(marks({ stage: 'gradient' }), 'square')).toHaveLength(2);
  });
});
