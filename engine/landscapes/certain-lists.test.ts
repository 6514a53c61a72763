import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import frozen from '../fixtures/frozen-links.json';
import { linkInstance, ownInstance } from '../fixtures/instances.ts';
import { enumeratePlane, exactKinds, kindsOf } from '../fixtures/plane-kinds.ts';
import { createRandom, type RandomSource } from '../kernels/random.ts';
import { parseLink } from '../scenario/scenario.ts';
import { describePlane } from './plane-structure.ts';

const SIDES = ['left', 'right'] as const;
const SEEDS = runsAll ? 60 : 20;

const lattice = (random: RandomSource) => Math.round(8 * random.normal()) / 8;

/** Position of a row; `k` counts the rows of a data set. */
const GROUPS = {
  'two groups': (random: RandomSource, factor: number) => (random.uniform() < 0.5 ? -factor : factor),
  'one outlier': (_: RandomSource, factor: number, k: number) => (k === 0 ? factor : 0),
  'two groups and an outlier': (random: RandomSource, factor: number, k: number) =>
    k === 0 ? 10 * factor : random.uniform() < 0.5 ? -factor : factor,
} as const;

const label = (random: RandomSource) => {
  const kind = random.uniform();
  return kind < 0.25 ? 0 : kind < 0.85 ? 2 * Math.abs(lattice(random)) : -Math.abs(lattice(random));
};

function lists(seed: number, factor: number, place: (typeof GROUPS)[keyof typeof GROUPS]) {
  const random = createRandom(seed, 14);
  const features: number[] = [];
  const labels: number[] = [];
  for (let k = 0, n = 4 + random.integer(9); k < n; k++) {
    features.push(place(random, factor, k) + lattice(random), 1);
    labels.push(label(random));
  }
  const leak = [0, 0, 0.25][seed % 3]!;
  const blend = [0.5, 1, 0.25, 1][seed % 4]!;
  const found = describePlane(ownInstance(features, labels, { leak, blend }).instance)!;
  return SIDES.map((side) => ({
    side,
    found: found[side],
    exact: enumeratePlane(features, labels, leak, side === 'left' ? 0 : blend),
  }));
}

describe('a list of rows in groups far apart that calls itself certain is complete', () => {
  const kinds = Object.entries(GROUPS).flatMap(([name, place]) =>
    [1e3, 1e4, 1e5, 1e6, 1e7, 1e8].map((factor) => [name, factor, place] as const),
  );
  it.each(kinds)('%s, factor %d', (_, factor, place) => {
    let certain = 0;
    const wrong: string[] = [];
    for (let seed = 0; seed < SEEDS; seed++)
      for (const { side, found, exact } of lists(seed, factor, place)) {
        const isRight = isDeepStrictEqual(kindsOf(found), exactKinds(exact));
        if (found.certain) certain++;
        if (found.certain && !isRight) wrong.push(`seed ${seed}, ${side}`);
      }
    expect(wrong).toEqual([]);
    if (factor <= 1e4) expect(certain).toBeGreaterThan(SEEDS);
  });
});

test('the lists of every frozen link, presets among them, are certain', () => {
  let planes = 0;
  for (const { link } of frozen.links) {
    if (parseLink(link).scenario.problem !== 'one-neuron') continue;
    const found = describePlane(linkInstance(link).instance);
    if (!found) continue;
    planes++;
    for (const side of SIDES) expect(found[side].certain, `${link}, ${side}`).toBe(true);
  }
  expect(planes).toBeGreaterThanOrEqual(30);
});
