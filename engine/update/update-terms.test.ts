import { describe, expect, it } from 'vitest';
import { instanceOf, linkInstance, ownInstance } from '../fixtures/instances.ts';
import { runSides } from '../fixtures/runs.ts';
import type { Values } from '../params.ts';
import { RULES } from '../run/run-params.ts';
import { createUpdateReader } from './update-terms.ts';

const OPENING: Values = { features: 'line', n: 8, plant: [1, 0.2], start: [-1.6, 0.3] };

const sides = ['left', 'right'] as const;
const bits = (numbers: ArrayLike<number>) =>
  Array.from(numbers, (value) => (Object.is(value, -0) ? '-0' : value));

/** Update from step k by a new reader. */
function termsAt({ instance, values }: ReturnType<typeof instanceOf>, side: 'left' | 'right', k: number) {
  const reader = createUpdateReader(instance, values, side)!;
  while (!reader.approach(k, 7));
  return reader.read(k)!;
}

describe('an update is the race’s own', () => {
  const scenarios: [string, Values][] = [
    ['the opening scene', OPENING],
    ['leak and blend', { ...OPENING, leak: 0.1, blend: 0.4 }],
    ['noise outside', { features: 'gauss', n: 30, noise: 0.5, seed: 2, start: [-1, 1] }],
    ['infinitely many samples', { n: Number.POSITIVE_INFINITY, plant: [1, 0.2], start: [-1.6, 0.3] }],
    ['many weights, lazily followed', { features: 'gauss', n: 1200, d: 20 }],
    ['large samples of the plane', { features: 'gauss', n: 12_000 }],
    ['standardised', { features: 'csv', data: 'stopping-distance', bias: true, std: true, start: [1, 0] }],
  ];
  for (const [name, values] of scenarios)
    it.each(RULES)(`${name}: %s`, (rule) => {
      const made = instanceOf({ ...values, rule });
      const run = runSides(made.instance, made.values, 41);
      for (const side of sides)
        for (const k of [0, 1, 17, 40]) {
          const terms = termsAt(made, side, k);
          expect(terms.k).toBe(k);
          expect(bits(terms.original.weights)).toEqual(bits(run[side].iterates[k]!));
          expect(bits(terms.original.next!)).toEqual(bits(run[side].iterates[k + 1]!));
          expect(terms.loss).toBe(run[side].losses[k]);
          expect(terms.nextLoss).toBe(run[side].losses[k + 1]);
          expect(terms.gradientNorm).toBe(run[side].gradientNorms[k]);
        }
    });

  it('keeps the bits when it is asked for steps in any order', () => {
    const made = instanceOf({ ...OPENING, rule: 'adam' });
    const reader = createUpdateReader(made.instance, made.values, 'right')!;
    for (const k of [5, 5, 6, 30, 2, 3]) {
      while (!reader.approach(k, 4));
      expect(reader.read(k)).toEqual(termsAt(made, 'right', k));
    }
  });
});

describe('the terms make the update', () => {
  const at = (rule: (typeof RULES)[number], k = 7) => {
    const made = instanceOf({ ...OPENING, rule });
    return { made, terms: termsAt(made, 'right', k) };
  };
  const step = (w: number, ...moves: number[]) => moves.reduce((sum, move) => sum + move, w);

  it('w - eta grad for plain descent', () => {
    const { terms } = at('gd');
    expect(terms.asked).toBeNull();
    expect(terms.before).toBeNull();
    expect(Array.from(terms.next!)).toEqual(
      Array.from(terms.weights, (w, j) => w + -terms.step * terms.gradient[j]!),
    );
  });

  it('the velocity for heavy ball', () => {
    const { made, terms } = at('heavyball');
    const [before, after] = [terms.before!.velocity!, terms.after!.velocity!];
    const { momentum } = made.values;
    expect(Math.hypot(...before)).toBeGreaterThan(0);
    expect(Array.from(after)).toEqual(
      Array.from(before, (v, j) => momentum * v - terms.step * terms.gradient[j]!),
    );
    expect(Array.from(terms.next!)).toEqual(Array.from(terms.weights, (w, j) => step(w, after[j]!)));
  });

  it('the gradient ahead for Nesterov', () => {
    const { made, terms } = at('nesterov');
    const before = terms.before!.velocity!;
    const { momentum } = made.values;
    expect(Array.from(terms.asked!.at)).toEqual(
      Array.from(terms.weights, (w, j) => w + momentum * before[j]!),
    );
    const slope = new Float64Array(2);
    made.instance.right.evaluate(slope, terms.asked!.at);
    expect(Array.from(terms.asked!.gradient)).toEqual(Array.from(slope));
    expect(Array.from(terms.after!.velocity!)).toEqual(
      Array.from(before, (v, j) => momentum * v - terms.step * slope[j]!),
    );
    expect(terms.asked!.gradient).not.toEqual(terms.gradient);
  });

  it('both corrected means for Adam', () => {
    const { terms } = at('adam', 0);
    const { first, second } = terms.after!.means!;
    // The first step is bias-corrected: the means are the gradient and its square.
    for (const [j, slope] of terms.gradient.entries()) {
      expect(Math.abs(first[j]! - slope)).toBeLessThanOrEqual(4e-16 * Math.abs(slope));
      expect(Math.abs(second[j]! - slope * slope)).toBeLessThanOrEqual(1e-13 * slope * slope);
    }
    const later = at('adam').terms;
    expect(Array.from(later.next!)).toEqual(
      Array.from(
        later.weights,
        (w, j) =>
          w -
          (later.step * later.after!.means!.first[j]!) / (Math.sqrt(later.after!.means!.second[j]!) + 1e-8),
      ),
    );
  });

  it('the mean gradient of the batch for mini-batches', () => {
    const { made, terms } = at('sgd');
    const { rows, gradient, at: place } = terms.asked!;
    expect(rows).toHaveLength(made.values.batch);
    expect(Array.from(place)).toEqual(Array.from(terms.weights));
    const { features, labels } = made.instance.samples;
    for (const j of [0, 1]) {
      let sum = 0;
      for (const i of rows!) {
        const z = features[2 * i]! * terms.weights[0]! + features[2 * i + 1]! * terms.weights[1]!;
        sum += (Math.max(z, 0) - labels[i]!) * features[2 * i + j]!;
      }
      expect(Math.abs(gradient[j]! - sum / rows!.length)).toBeLessThanOrEqual(1e-15);
    }
  });
});

describe('where there is no update', () => {
  it('ends where the side diverges', () => {
    const made = ownInstance([1, -1], [1, 1], { start: [3], c: 1e6 });
    const run = runSides(made.instance, made.values, 200);
    expect(run.right.status).toBe('diverged');
    const last = run.right.endedAt! - 1;
    const terms = termsAt(made, 'right', last);
    expect(bits(terms.original.weights)).toEqual(bits(run.right.iterates[last]!));
    expect(terms.next).toBeNull();
    expect(terms.nextLoss).toBeNaN();
    const reader = createUpdateReader(made.instance, made.values, 'right')!;
    expect(reader.approach(last + 5, 1000)).toBe(true);
    expect(reader.read(last + 5)).toBeNull();
  });

  it('reads what a link opens', () => {
    const made = linkInstance('#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&c=0.5');
    expect(termsAt(made, 'left', 3).step).toBe(0.5 / made.instance.smoothness);
  });
});
