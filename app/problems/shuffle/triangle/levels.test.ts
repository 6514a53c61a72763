import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangleLevels, triangleThresholds } from '../../../../engine/problems/shuffle/triangle/levels.ts';
import { sharesOf } from '../shuffle-readings.ts';
import { branchesOf } from './levels-branches.ts';
import { along, LAST_SHARE, nextShare } from './levels-plot.ts';

/** Returns L, and Q of E = x'Qx (upper triangles by rows). */
function quadraticOf(a: readonly number[], b: readonly number[]) {
  const full = ([p, q, r, s, t, u]: readonly number[]) => [
    [p!, q!, r!],
    [q!, s!, t!],
    [r!, t!, u!],
  ];
  const [A, B] = [full(a), full(b)];
  const R = [0, 1, 2].map((k) =>
    [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => A[i]![(j - k + 3) % 3]! - B[(i + k) % 3]![j]!)),
  );
  const q = Float64Array.from({ length: 9 }, (_, at) =>
    R[Math.floor(at / 3)]!.reduce((sum, value, i) => sum + value * R[at % 3]![i]!, 0),
  );
  // 2 lambda_max by power iteration.
  let x = [1, 0.7, 0.4];
  let size = 0;
  for (let k = 0; k < 500; k++) {
    const y = [0, 1, 2].map((i) => [0, 1, 2].reduce((sum, j) => sum + q[3 * i + j]! * x[j]!, 0));
    size = Math.hypot(...y);
    x = y.map((value) => value / (size || 1));
  }
  return { q, smoothness: 2 * size };
}

function levelsOf(a: readonly number[], b: readonly number[]) {
  const { q, smoothness } = quadraticOf(a, b);
  const thresholds = triangleThresholds(q).map(({ threshold }) => threshold / smoothness);
  const shares = sharesOf(thresholds);
  const search = triangleLevels(q, smoothness, shares);
  while (search.step());
  return { shares, rests: search.found(), thresholds, q };
}

const WRONG_CORNER = [
  [2, 2, 0, 0, 4, 4],
  [0, 0, 3, 4, 1, 0],
] as const;

describe('rest points joined over lambda', () => {
  it('of wrong-corner: every corner is one line at its cost, from its threshold on', () => {
    const levels = levelsOf(...WRONG_CORNER);
    const corners = branchesOf(levels).filter(({ corner }) => corner !== null);
    const costs = [80, 24, 40];
    const known = [41.667, 13.667, 28.333];
    expect(corners.map(({ corner }) => corner).sort()).toEqual([0, 1, 2]);
    for (const { corner, kind, line } of corners) {
      expect(kind).toBe('minimum');
      expect(line.at(-2)).toBeCloseTo(LAST_SHARE, 12);
      expect(line[0]! * 234.072).toBeCloseTo(known[corner!]!, 2);
      line.forEach((value, i) => {
        if (i % 2 === 1) expect(value).toBeCloseTo(costs[corner!]!, 9);
      });
    }
  });

  it('of wrong-corner: few lines, from one share to the next without a gap', () => {
    const levels = levelsOf(...WRONG_CORNER);
    const branches = branchesOf(levels);
    expect(branches.length).toBeLessThan(16);
    const places = Array.from(levels.shares);
    for (const { line } of branches) {
      const at = line.filter((_, i) => i % 2 === 0).map((share) => places.indexOf(share));
      at.forEach((place, i) => {
        if (i > 0) expect(place - at[i - 1]!).toBeLessThan(2);
      });
    }
    const on = branches.reduce((sum, { line }) => sum + line.length / 2, 0);
    const all = levels.rests.reduce((sum, points) => sum + points.length, 0);
    // Points of change and meeting are on two lines.
    expect(on).toBeGreaterThanOrEqual(all);
    expect(on).toBeLessThan(all + 2 * branches.length);
  });

  it('holds every rest point of every level, once', () => {
    const entry = fc.integer({ min: 0, max: 4 });
    const triangle = fc.array(entry, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(triangle, triangle, (a, b) => {
        const { q, smoothness } = quadraticOf(a, b);
        fc.pre(smoothness > 1e-6 && q.every(Number.isFinite));
        const levels = levelsOf(a, b);
        const branches = branchesOf(levels);
        const onLines = new Set<string>();
        for (const { line } of branches)
          for (let i = 0; i < line.length; i += 2) onLines.add(`${line[i]} ${line[i + 1]}`);
        levels.rests.forEach((points, level) => {
          for (const { cost } of points) {
            const share = levels.shares[level]!;
            // A rest point at a single share has no line.
            const isAlone = !onLines.has(`${share} ${cost}`);
            if (isAlone) {
              const near = [level - 1, level + 1].flatMap((k) => levels.rests[k] ?? []);
              const others = near.filter((point) => Math.abs(point.cost - cost) < 1e-9 * Math.max(1, cost));
              expect(others).toEqual([]);
            }
          }
        });
        // Lines go right, or straight up at a fold.
        for (const { line } of branches)
          for (let i = 2; i < line.length; i += 2) expect(line[i]!).toBeGreaterThanOrEqual(line[i - 2]!);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the axis of shares', () => {
  it('goes from 0 to 1, and keys go along it both ways without standing still', () => {
    expect([along(0), along(LAST_SHARE), along(7)]).toEqual([0, 1, 1]);
    let share = 0;
    let steps = 0;
    while (share < LAST_SHARE) {
      const next = nextShare(share, 1);
      expect(next).toBeGreaterThan(share);
      share = next;
      steps++;
    }
    expect(steps).toBeGreaterThan(30);
    expect(steps).toBeLessThan(70);
    while (share > 0) {
      const next = nextShare(share, -1);
      expect(next).toBeLessThan(share);
      share = next;
    }
    expect(nextShare(0, -1)).toBe(0);
    expect(nextShare(2, 1)).toBe(2);
  });

  it('asks for rest points in order, close to both sides of every threshold', () => {
    const shares = sharesOf([0.1, -0.2, 0.3]);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeCloseTo(LAST_SHARE, 12);
    shares.forEach((share, i) => {
      if (i > 0) expect(share).toBeGreaterThanOrEqual(shares[i - 1]!);
    });
    for (const at of [0.1, 0.3])
      expect(shares.filter((share) => Math.abs(share / at - 1) < 2e-6)).toHaveLength(2);
  });
});
