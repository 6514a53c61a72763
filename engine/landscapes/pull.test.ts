import { describe, expect, it } from 'vitest';
import type { PairInstance } from '../contract.ts';
import { linkInstance } from '../fixtures/instances.ts';
import { samplePull } from './pull.ts';
import { createSidesSampler } from './sample-sides.ts';
import { createWeightsPlane } from './slice-plane.ts';
import { cellCentre } from './window.ts';

const VIEW = { x0: -2, x1: 1.5, y0: -1, y1: 2 };
const SIZE = 12;

function pullOf(link: string): Float64Array {
  const values = new Float64Array(SIZE * SIZE);
  samplePull(values, linkInstance(link).instance, VIEW, SIZE, 0, SIZE);
  return values;
}

function samplePullAt(instance: PairInstance, x: number, y: number): Float64Array {
  const value = new Float64Array(1);
  samplePull(value, instance, { x0: x - 1, x1: x + 1, y0: y - 1, y1: y + 1 }, 1, 0, 1);
  return value;
}

describe('the pull of the relaxation', () => {
  it('is the mean of y (y - a.w) over the samples that are off with a label above zero', () => {
    const link = '#v=1&n=30&seed=3';
    const { features, labels } = linkInstance(link).instance.samples;
    const pull = pullOf(link);
    for (let cell = 0; cell < SIZE * SIZE; cell++) {
      const x = cellCentre(VIEW.x0, VIEW.x1, SIZE, cell % SIZE);
      const y = cellCentre(VIEW.y0, VIEW.y1, SIZE, Math.floor(cell / SIZE));
      let sum = 0;
      for (const [i, label] of labels.entries()) {
        const z = features[2 * i]! * x + features[2 * i + 1]! * y;
        if (z <= 0 && label > 0) sum += label * (label - z);
      }
      expect(pull[cell]).toBeCloseTo(sum / 30, 12);
    }
  });

  it.each([
    '#v=1&n=30',
    '#v=1&n=30&leak=0.2',
    '#v=1&n=20000',
    '#v=1&n=inf',
    '#v=1&features=line&n=9&std=1&plant=1,0.2',
  ])('is never negative for the plant’s own labels: %s', (link) => {
    const pull = pullOf(link);
    expect(Math.min(...pull)).toBeGreaterThan(-1e-14);
    expect(Math.max(...pull)).toBeGreaterThan(0.01);
  });

  it('at the origin no sample is active, whatever sector a look-up names there', () => {
    const { instance } = linkInstance('#v=1&n=60&seed=2&plant=0.8,-0.6&noise=0.3');
    const { features, labels } = instance.samples;
    const [pull] = samplePullAt(instance, 0, 0);
    const sum = labels.reduce(
      (all, y, i) => all + y * (0.8 * features[2 * i]! - 0.6 * features[2 * i + 1]!),
      0,
    );
    expect(pull).toBeCloseTo(sum / 60, 12);
  });

  it('can be negative with noise', () => {
    expect(Math.min(...pullOf('#v=1&n=30&noise=1&seed=2'))).toBeLessThan(-1e-3);
  });

  it('needs a plane and a plant', () => {
    expect(() => pullOf('#v=1&n=30&d=3')).toThrow('expected a plane with a plant; got d = 3');
    expect(() => pullOf('#v=1&features=csv&data=stopping-distance&bias=1')).toThrow('expected a plane');
  });
});

describe('the sampler of both sides', () => {
  it.each([
    ['#v=1&n=40&noise=0.3&blend=0.5', 10 * SIZE],
    ['#v=1&n=inf', SIZE],
    ['#v=1&n=40&d=4', 40 + SIZE],
    ['#v=1&n=inf&d=4', 4 * SIZE],
  ])('gives the losses at the cells’ centres, whichever way: %s', (link, rowCost) => {
    const { instance } = linkInstance(link);
    const { dimension: d } = instance;
    const through = new Float64Array(d).fill(0.3);
    const slicer = d > 2 ? instance.createSlicer(createWeightsPlane(Float64Array.from(through), 0, 1)) : null;
    const sampler = createSidesSampler(instance, slicer, SIZE)!;
    expect(sampler.rowCost).toBe(rowCost);
    const [left, right] = [new Float64Array(SIZE * SIZE), new Float64Array(SIZE * SIZE)];
    sampler.writeRows(left, right, VIEW, SIZE, 0, SIZE);
    for (let cell = 0; cell < SIZE * SIZE; cell++) {
      const w = Float64Array.from(through);
      w[0] = cellCentre(VIEW.x0, VIEW.x1, SIZE, cell % SIZE);
      w[1] = cellCentre(VIEW.y0, VIEW.y1, SIZE, Math.floor(cell / SIZE));
      expect(left[cell]).toBeCloseTo(instance.left.loss(w), 12);
      expect(right[cell]).toBeCloseTo(instance.right.loss(w), 12);
    }
  });

  it('waits for the plane of more than two weights, and has none for one', () => {
    expect(createSidesSampler(linkInstance('#v=1&n=9&d=3').instance, null, 8)).toBeNull();
    expect(createSidesSampler(linkInstance('#v=1&n=9&d=1').instance, null, 8)).toBeNull();
  });
});
