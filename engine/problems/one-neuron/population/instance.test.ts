import { describe, expect, it } from 'vitest';
import { instanceOf, linkInstance, ownInstance } from '../../../fixtures/instances.ts';
import { relativeError, runSides } from '../../../fixtures/runs.ts';
import type { ParamSpec, ParamValue, Values } from '../../../params.ts';
import { createRun } from '../../../run/create-run.ts';
import { createScenario } from '../../../scenario/create-scenario.ts';
import { describeNotice } from '../../../scenario/describe-notice.ts';
import { isPopulation, ONE_NEURON } from '../card.ts';

const INFINITE: Values = { n: Number.POSITIVE_INFINITY };
const runsOf = (given: Values, steps: number) => {
  const { instance, values } = instanceOf({ ...INFINITE, ...given });
  return runSides(instance, values, steps);
};

describe('n=inf in a link', () => {
  it('opens both losses over infinitely many samples, with none to show', () => {
    const { instance } = linkInstance('#v=1&n=inf&d=3&plant=0,0,2&start=1,0,0');
    expect(instance.samples).toMatchObject({ count: Number.POSITIVE_INFINITY, dimension: 3, hasOnes: false });
    expect([instance.samples.features.length, instance.samples.labels.length]).toEqual([0, 0]);
    expect(instance).toMatchObject({ dimension: 3, planted: true, smoothness: 1, notices: [], refused: [] });
    expect([[...instance.plant!], [...instance.start]]).toEqual([
      [0, 0, 2],
      [1, 0, 0],
    ]);
    expect(instance.scaling.identity).toBe(true);
  });

  it('draws plant and start as any n does', () => {
    const given = { d: 7, pseed: 3, sseed: 4 };
    const [all, some] = [instanceOf({ ...INFINITE, ...given }), instanceOf(given)];
    expect([all.instance.plant, all.instance.start]).toEqual([some.instance.plant, some.instance.start]);
  });

  it('names what does not go with it, key by key, and leaves it out', () => {
    const given: Values = { features: 'line', std: true, noise: 0.3, leak: 0.1, d: 3, start: [1, 2] };
    const { instance } = instanceOf({ ...INFINITE, ...given });
    expect(instance.notices.map(describeNotice)).toEqual([
      'features: with n=inf expected gauss; got line. It was ignored.',
      'std: with n=inf expected 0; got 1. It was ignored.',
      'noise: with n=inf expected 0; got 0.3. It was ignored.',
      'leak: with n=inf expected 0; got 0.1. It was ignored.',
      'start: expected 3 numbers; got 2. It is drawn from the seed or left out.',
    ]);
    const plain = instanceOf({ ...INFINITE, d: 3 }).instance;
    for (const side of ['left', 'right'] as const)
      expect(instance[side].loss(instance.start)).toBe(plain[side].loss(plain.start));
  });

  it('means nothing to own data', () => {
    const { instance } = ownInstance([1, 2, 3], [1, 0, 2], { ...INFINITE, leak: 0.1 });
    expect([instance.samples.count, instance.notices]).toEqual([3, []]);
    expect(isPopulation({ features: 'csv', ...INFINITE })).toBe(false);
  });

  /** Returns an allowed value other than the default. */
  const other = (spec: ParamSpec): ParamValue => {
    if (spec.kind === 'flag') return !spec.default;
    if (spec.kind === 'choice') return spec.options.at(-1)!;
    if (spec.kind === 'text' || spec.kind === 'names') return 'trap';
    if (spec.kind === 'vector') return [0.5, 0.5];
    return spec.default === spec.max ? spec.min : spec.max;
  };
  const params: Record<string, ParamSpec> = ONE_NEURON.params;
  const shaping = Object.keys(params).filter(
    (key) => params[key]!.group !== 'descent' && !['n', 'features'].includes(key),
  );

  it.each(shaping)('%s has an effect where it says so, and none where not', (key) => {
    const plain = runsOf({}, 3);
    for (const features of ['gauss', 'line', 'correlated']) {
      const said =
        params[key]!.when?.(createScenario('one-neuron', { ...INFINITE, features }).values) ?? true;
      const changed = runsOf({ features, [key]: other(params[key]!) }, 3);
      if (said) expect(changed).not.toEqual(plain);
      else expect(changed).toEqual(plain);
    }
  });
});

describe('descent over infinitely many samples', () => {
  it.each([1, 2, 9, 50])('one step of c = 2 on the right lands on the plant, d = %i', (d) => {
    for (const sseed of [1, 2, 3]) {
      const { instance, values } = instanceOf({ ...INFINITE, d, sseed, c: 2 });
      const { right } = runSides(instance, values, 1);
      expect(relativeError(right.iterates[1]!, instance.plant!)).toBeLessThanOrEqual(1e-15);
      expect([right.status, right.endedAt]).toEqual(['reached', 1]);
    }
  });

  it('the right halves its distance at every step of c = 1 and is never behind the left by small steps', () => {
    for (const sseed of [1, 2, 3, 4, 5]) {
      const { distances } = runsOf({ d: 4, sseed }, 20).right;
      for (let k = 1; k < 20; k++) expect(distances[k]! / distances[k - 1]!).toBeCloseTo(0.5, 9);
      const { left, right } = runsOf({ d: 4, sseed, c: 0.01 }, 400);
      for (let k = 1; k <= 400; k++) expect(right.distances[k]).toBeLessThan(left.distances[k]!);
    }
  });

  it('both arrive from a drawn start; the left is dead at 0 and stands still opposite the plant', () => {
    const drawn = runsOf({ d: 10 }, 200);
    expect([drawn.left.status, drawn.right.status]).toEqual(['reached', 'reached']);
    const zero = runsOf({ start: [0, 0] }, 50);
    expect([zero.left.status, zero.left.endedAt, zero.right.status]).toEqual(['dead', 0, 'reached']);
    const opposite = runsOf({ plant: [1, 0], start: [-1, 0] }, 50);
    expect([opposite.left.status, opposite.right.status]).toEqual(['stationary', 'reached']);
  });

  it('a mini-batch is the whole: the same digits as gradient descent, at its price', () => {
    expect(runsOf({ rule: 'sgd', batch: 3 }, 20)).toEqual(runsOf({ rule: 'gd' }, 20));
    const { instance, values } = instanceOf({ ...INFINITE, rule: 'sgd' });
    expect(createRun(instance, values).settings.left.evaluationsPerStep).toBe(1);
  });
});
