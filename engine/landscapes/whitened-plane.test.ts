import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import type { SideName } from '../contract.ts';
import { readTable } from '../data/read-table.ts';
import { linkInstance, ownInstance, type Prepared } from '../fixtures/instances.ts';
import { type ExactPlane, enumeratePlane, exactKinds, kindsOf } from '../fixtures/plane-kinds.ts';
import { createRandom, type RandomSource } from '../kernels/random.ts';
import type { Values } from '../params.ts';
import type { Basins } from './basins.ts';
import { sampleGridPair } from './grid.ts';
import { findReferences } from './minimum.ts';
import { describePlane } from './plane-structure.ts';
import { createSideBasins } from './side-basins.ts';
import type { StationaryPoints } from './stationary-points.ts';

const SIDES = ['left', 'right'] as const;
const OFFSETS = [0, 10, 100, 2000, 9000, 1e5, 1e6];

const planeOf = ({ instance }: Prepared) => describePlane(instance)!;

/** Mean of y^2/2, the scale of losses. */
const sizeOf = (labels: ArrayLike<number>) =>
  Array.from(labels).reduce((sum, y) => sum + y * y, 0) / labels.length / 2 || 1;

function near(value: number, exact: number, tolerance = 1e-11): void {
  expect(Math.abs(value - exact)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(exact)));
}

/** Count, kinds, points and losses match the exact ones. */
function expectExactly(found: StationaryPoints, exact: ExactPlane, size: number): void {
  expect(kindsOf(found)).toEqual(exactKinds(exact));
  for (const list of ['minima', 'ridgeSaddles'] as const)
    for (const { at, loss } of exact[list]) {
      const away = (place: readonly [number, number]) =>
        Math.max(...[0, 1].map((j) => Math.abs(place[j]! - at[j]!) / (1 + Math.abs(at[j]!))));
      const [nearest] = [...found[list]].sort((p, q) => away(p.at) - away(q.at));
      expect(away(nearest!.at)).toBeLessThan(1e-11);
      expect(Math.abs(nearest!.loss - loss)).toBeLessThan(1e-12 * size);
    }
  const lines = found.valleys.filter(({ fromAngle, toAngle }) => fromAngle !== toAngle);
  const losses = lines.map(({ loss }) => loss).sort((p, q) => p - q);
  losses.forEach((loss, k) => {
    expect(Math.abs(loss - exact.valleys[k]!)).toBeLessThan(1e-12 * size);
  });
}

describe('years beside ones', () => {
  const { values } = readTable(readFileSync(new URL('../fixtures/years.csv', import.meta.url), 'utf8'), 100);
  const years = [...values].filter((_, k) => k % 2 === 0);
  const labels = [...values].filter((_, k) => k % 2 === 1);
  const features = years.flatMap((year) => [year, 1]);

  it.each([false, true])('have two strict minima, the second at (1.384765625, -2789.59): std %s', (std) => {
    const { minima } = planeOf(ownInstance(years, labels, { bias: true, std })).left;
    expect(minima.map(({ strict }) => strict)).toEqual([true, true]);
    near(minima[1]!.at[0], 1.384765625);
    near(minima[1]!.at[1], -2789.5908203125);
    near(minima[1]!.loss, 1.380515178044637);
  });

  it('list what exact fractions list, under every blend', () => {
    for (const blend of [0, 0.25, 0.5, 1]) {
      const found = planeOf(ownInstance(features, labels, { blend }));
      expectExactly(found.left, enumeratePlane(features, labels), sizeOf(labels));
      expectExactly(found.right, enumeratePlane(features, labels, 0, blend), sizeOf(labels));
    }
  });
});

describe('a line far from 0, with a plant', () => {
  it.each([500, 1000, 1e5, 999_999])(
    'from %d on: the plant is the only minimum of the convex side',
    (xmin) => {
      const plant = [1, -xmin - 0.5] as const;
      const link = `#v=1&features=line&xmin=${xmin}&xmax=${xmin + 1}&plant=${plant}`;
      for (const noise of ['', '&noise=0.3&seed=4']) {
        const { instance } = linkInstance(link + noise);
        const found = describePlane(instance)!;
        const { features, labels } = instance.samples;
        for (const side of SIDES) {
          const exact = enumeratePlane(features, labels, 0, side === 'left' ? 0 : 1);
          expect(kindsOf(found[side])).toEqual(exactKinds(exact));
          if (noise) expectExactly(found[side], exact, sizeOf(labels));
        }
        if (noise) continue;
        expect(found.right.minima).toHaveLength(1);
        for (const { minima } of [found.left, found.right]) {
          expect(minima[0]).toMatchObject({ loss: 0, strict: true });
          for (const j of [0, 1] as const) near(minima[0]!.at[j], plant[j], 1e-15);
        }
      }
    },
  );
});

/** Short numbers: slopes vanish exactly, and an offset leaves the numbers exact. */
const lattice = (random: RandomSource) => Math.round(8 * random.normal()) / 8;

const LABELS = (random: RandomSource) => {
  const kind = random.uniform();
  return kind < 0.25 ? 0 : kind < 0.85 ? 2 * Math.abs(lattice(random)) : -Math.abs(lattice(random));
};

const ROWS = {
  'single rows': (random: RandomSource, offset: number) => [offset + lattice(random), 1],
  'normal rows': (random: RandomSource, offset: number) => [offset + random.normal(), 1],
  'rows without ones': (random: RandomSource, offset: number) => [
    lattice(random),
    (offset || 1) * lattice(random),
  ],
  'repeated, multiple, opposite and zero rows': (
    random: RandomSource,
    offset: number,
    before: readonly (readonly number[])[],
  ) => {
    const kind = random.uniform();
    const old = before[random.integer(Math.max(1, before.length))];
    if (!old || kind > 0.6) return [offset + lattice(random), 1];
    const factor = kind < 0.2 ? 1 : kind < 0.35 ? -1 : kind < 0.5 ? 2 : 0;
    return old.map((x) => factor * x);
  },
} as const;

describe('against exact fractions', () => {
  const EXACT = runsAll ? 24 : 12;
  const kinds = Object.entries(ROWS).flatMap(([name, row]) =>
    OFFSETS.map((offset) => [name, offset, row] as const),
  );

  it.each(kinds)('%s, offset %d: every stationary point, its kind, place and loss', (_, offset, row) => {
    let certain = 0;
    for (let seed = 0; seed < EXACT; seed++) {
      const random = createRandom(seed, 11);
      const rows: number[][] = [];
      const labels: number[] = [];
      for (let n = 3 + random.integer(10); n > 0; n--) {
        rows.push([...row(random, offset, rows)]);
        labels.push(LABELS(random));
      }
      const leak = [0, 0, 0.25][seed % 3]!;
      const blend = [0.5, 1, 0.25, 1][seed % 4]!;
      const features = rows.flat();
      const found = planeOf(ownInstance(features, labels, { leak, blend }));
      expectExactly(found.left, enumeratePlane(features, labels, leak), sizeOf(labels));
      expectExactly(found.right, enumeratePlane(features, labels, leak, blend), sizeOf(labels));
      certain += Number(found.left.certain) + Number(found.right.certain);
    }
    expect(certain).toBeGreaterThanOrEqual((44 / 24) * EXACT);
  });
});

/** x and y of one instance, without an offset. */
function drawn(seed: number) {
  const random = createRandom(seed, 12);
  const n = 4 + random.integer(12);
  return {
    xs: Array.from({ length: n }, () => lattice(random)),
    labels: Array.from({ length: n }, () => LABELS(random)),
    given: { leak: [0, 0, 0.1][seed % 3]!, blend: [1, 0.5, 1, 0.2][seed % 4]! } satisfies Values,
  };
}

function endAt({ instance, values }: Prepared, side: SideName, [x, y]: readonly [number, number]) {
  const basins = createSideBasins(instance, values, describePlane(instance)!, side) as Basins;
  return { ends: basins.ends, end: basins.ends[basins.endOf(x, y)]! };
}

describe('units and offsets change nothing but the coordinates', () => {
  // At seven offsets, each with and without standardised columns.
  const INSTANCES = runsAll ? 30 : 15;

  it.each(OFFSETS)(
    'std=0 and std=1 give the same lists, losses, references and verdicts: offset %d',
    (offset) => {
      for (let seed = 0; seed < INSTANCES; seed++) {
        const { xs, labels, given } = drawn(seed);
        const size = sizeOf(labels);
        const far = xs.map((x) => offset + x);
        const [plain, scaled] = [false, true].map((std) =>
          ownInstance(far, labels, { ...given, bias: true, std }),
        );
        const base = planeOf(ownInstance(xs, labels, { ...given, bias: true }));
        for (const other of [planeOf(plain!), planeOf(scaled!)])
          for (const side of SIDES) {
            expect(kindsOf(other[side])).toEqual(kindsOf(base[side]));
            // The same points, moved with the rows; global, spurious and valley depend on these losses.
            for (const list of ['minima', 'ridgeSaddles'] as const)
              for (const { at, loss } of base[side][list]) {
                const moved = [at[0], at[1] - offset * at[0]] as const;
                const same = other[side][list].find(
                  (point) =>
                    Math.abs(point.at[0] - moved[0]) < 1e-9 &&
                    Math.abs(point.at[1] - moved[1]) < 1e-9 * (1 + offset),
                );
                expect(Math.abs(same!.loss - loss)).toBeLessThan(1e-11 * size);
              }
            other[side].valleys.forEach(({ loss }, k) => {
              expect(Math.abs(loss - base[side].valleys[k]!.loss)).toBeLessThan(1e-11 * size);
            });
          }
        const [one, two] = [findReferences(plain!.instance), findReferences(scaled!.instance)];
        // Losses at points in original units, whose last digit counts as much as the offset.
        const rounding = (1e-11 + 1e-15 * offset) * size;
        for (const side of SIDES)
          if (one[side] || two[side])
            expect(Math.abs(one[side]!.loss - two[side]!.loss)).toBeLessThan(rounding);
      }
    },
  );

  // A long descent's end depends on its steps, which differ in other units. The set of ends does not, nor do the ends of starts that are
  // certain at once: next to an interior minimum, and in a plateau.
  it.each(OFFSETS)('basins have the same ends, and starts beside them come to them: offset %d', (offset) => {
    let [minima, plateaus] = [0, 0];
    for (let seed = 0; seed < INSTANCES; seed++) {
      const { xs, labels, given } = drawn(seed);
      const far = xs.map((x) => offset + x);
      const made = [false, true].map((std) => ownInstance(far, labels, { ...given, bias: true, std }));
      for (const side of SIDES) {
        const points = planeOf(made[0]!)[side];
        points.minima.forEach(({ at, on, strict }, index) => {
          const isOnRay = far.some((x) => Math.abs(x * at[0] + at[1]) < 1e-9 * (1 + Math.abs(at[1])));
          if (on === 'kink' || !strict || isOnRay) return;
          minima++;
          const beside = [at[0] * (1 + 1e-8), at[1] * (1 + 1e-8)] as const;
          const [one, two] = made.map((prepared) => endAt(prepared, side, beside));
          expect(one!.end).toEqual({ kind: 'minimum', index });
          expect(two).toEqual(one);
        });
        points.plateaus.forEach(({ from, to }, index) => {
          plateaus++;
          const inside = [from[0] + to[0], from[1] + to[1]] as const;
          for (const prepared of made)
            expect(endAt(prepared, side, inside).end).toEqual({ kind: 'plateau', index });
        });
      }
    }
    expect(minima).toBeGreaterThan((40 / 30) * INSTANCES);
    expect(plateaus).toBeGreaterThan(INSTANCES / 6);
  });
});

describe('maps of rows far from 0', () => {
  it.each([2000, 1e6])('have the losses of the same rows near 0: offset %d', (offset) => {
    // Long enough that squares are rounded, short enough that an offset is not.
    const random = createRandom(3, 13);
    const long = () => Math.round(2 ** 20 * random.normal()) / 2 ** 20;
    const xs = Array.from({ length: 12 }, long);
    const labels = Array.from({ length: 12 }, () => Math.abs(long()));
    const base = ownInstance(xs, labels, { bias: true }).instance;
    const far = ownInstance(
      xs.map((x) => offset + x),
      labels,
      { bias: true },
    ).instance;
    const cell = { left: new Float64Array(1), right: new Float64Array(1) };
    for (let k = -8; k <= 8; k++) {
      // The second weight moves with the rows and is not rounded.
      const [w1, w2] = [2049 / 4096, k / 4];
      const y = w2 - offset * w1;
      const view = { x0: w1 - 1, x1: w1 + 1, y0: y - 1, y1: y + 1 };
      const planar = [far.left.planar()!, far.right.planar()!] as const;
      sampleGridPair(cell.left, cell.right, ...planar, far.scaling, view, 1, 0, 1);
      for (const side of SIDES) {
        const exact = base[side].loss(Float64Array.of(w1, w2));
        expect(Math.abs(cell[side][0]! - exact)).toBeLessThan(1e-13 * (1 + exact));
      }
    }
  });
});
