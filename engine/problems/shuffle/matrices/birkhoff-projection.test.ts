import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import {
  allPermutations,
  anyDoublyStochastic,
  anyMatrix,
  anyPermutation,
  farthest,
  matrixOfPermutation,
  product,
  sumsOf,
} from '../../../fixtures/doubly-stochastic.ts';
import { createRandom, type RandomSource } from '../../../kernels/random.ts';
import { createAssigner } from './assignment.ts';
import { createBirkhoffProjector } from './birkhoff-projection.ts';

const source = (stream: number): RandomSource => createRandom(20_010_824, stream);

/** The second algorithm, Dykstra's: projects alternately onto matrices with row and column sums 1 and onto nonnegative ones. */
function alternate(matrix: Float64Array): { matrix: Float64Array; rounds: number } {
  const n = Math.sqrt(matrix.length);
  const at = Float64Array.from(matrix);
  const kept = new Float64Array(n * n);
  for (let rounds = 1; ; rounds++) {
    const sums = sumsOf(at);
    const total = sums.slice(0, n).reduce((all, sum) => all + sum, 0);
    let moved = 0;
    for (let k = 0; k < n * n; k++) {
      const [row, column] = [sums[Math.floor(k / n)]!, sums[n + (k % n)]!];
      const level = at[k]! + (1 - row) / n + (1 - column) / n + (total - n) / n ** 2 + kept[k]!;
      const next = Math.max(0, level);
      kept[k] = level - next;
      moved = Math.max(moved, Math.abs(next - at[k]!));
      at[k] = next;
    }
    if (moved < 1e-15 || rounds === 200_000) return { matrix: at, rounds };
  }
}

function projected(matrix: Float64Array): Float64Array<ArrayBuffer> {
  const copy = Float64Array.from(matrix);
  createBirkhoffProjector(Math.sqrt(matrix.length)).project(copy);
  return copy;
}

const scaleOf = (matrix: Float64Array) => Math.max(1, ...matrix.map(Math.abs));

const SIZES = [0.01, 0.1, 1, 10, 100];

describe('the projection onto the doubly stochastic matrices', () => {
  it('is that of alternating projections, n = 2..10, entries of size .01 to 100', () => {
    const random = source(0);
    for (const size of SIZES)
      for (let n = 2; n <= 10; n++)
        for (let draw = 0; draw < 3; draw++) {
          const matrix = anyMatrix(random, n, size);
          const { matrix: expected, rounds } = alternate(matrix);
          expect(rounds).toBeLessThan(200_000);
          // Ten times the tolerance of the sums.
          expect(farthest(projected(matrix), expected)).toBeLessThan(1e-13 * scaleOf(matrix));
        }
  });

  it('is doubly stochastic, and nearer than every corner: <V - M, Y - M> <= 0 for every permutation Y', () => {
    const random = source(1);
    for (let draw = 0; draw < (runsAll ? 3000 : 1500); draw++) {
      const n = 2 + random.integer(9);
      const size = 10 ** (-2 + 4 * random.uniform());
      // Some with many equal entries, some near a corner.
      const kind = random.integer(3);
      const matrix = anyMatrix(random, n, size).map((entry) => (kind === 1 ? Math.round(entry) : entry));
      if (kind === 2)
        for (const [i, j] of anyPermutation(random, n).entries()) matrix[i * n + j]! += 3 * size;
      const nearest = projected(matrix);
      const scale = scaleOf(matrix);
      expect(Math.min(...nearest)).toBeGreaterThanOrEqual(0);
      expect(farthest(sumsOf(nearest), new Array(2 * n).fill(1))).toBeLessThan(1e-10);
      const off = matrix.map((entry, at) => entry - nearest[at]!);
      const assigner = createAssigner(n);
      expect(-assigner.assign(off, -1) - product(off, nearest)).toBeLessThan(1e-12 * n * scale);
    }
  });

  it('leaves a doubly stochastic matrix where it is, and finds a corner to the last digit', () => {
    const random = source(2);
    for (let draw = 0; draw < 300; draw++) {
      const n = 2 + random.integer(9);
      const matrix = anyDoublyStochastic(random, n);
      expect(farthest(projected(matrix), matrix)).toBeLessThan(1e-14);
      const corner = matrixOfPermutation(anyPermutation(random, n));
      const noise = anyMatrix(random, n);
      const far = projected(corner.map((entry, at) => 20 * entry + noise[at]!));
      expect([...far]).toEqual([...corner]);
    }
  });

  it('is the centre of a constant matrix, and of n = 2 the clipped mean of both diagonals', () => {
    for (let n = 2; n <= 10; n++)
      for (const entry of [0, 7, -1e6])
        expect(
          farthest(projected(new Float64Array(n * n).fill(entry)), new Float64Array(n * n).fill(1 / n)),
        ).toBeLessThan(1e-9);
    const random = source(3);
    for (let draw = 0; draw < 500; draw++) {
      const [a, b, c, d] = anyMatrix(random, 2);
      const t = Math.min(1, Math.max(0, (a! - b! - c! + d!) / 4 + 0.5));
      const nearest = projected(Float64Array.of(a!, b!, c!, d!));
      expect(farthest(nearest, [t, 1 - t, 1 - t, t])).toBeLessThan(1e-13);
    }
  });

  it('takes a row and a column along that are all off: without mu there is no Newton step', () => {
    for (let n = 2; n <= 10; n++) {
      const matrix = new Float64Array(n * n).fill(1);
      for (let k = 0; k < n; k++) matrix[k] = matrix[k * n] = -50;
      const nearest = projected(matrix);
      const { matrix: expected } = alternate(matrix);
      expect(farthest(nearest, expected)).toBeLessThan(1e-12);
    }
  });

  it('is closed and nearest whatever the size of the entries, and wherever it begins', () => {
    const random = source(7);
    for (let draw = 0; draw < (runsAll ? 1200 : 600); draw++) {
      const n = draw % 3 === 0 ? 3 : 2 + random.integer(9);
      const size = 10 ** (draw % 4 === 0 ? 3 : -3 + 18 * random.uniform());
      // From a few values, as people type them, or many; some have others far below.
      const kind = random.integer(3);
      const matrix = anyMatrix(random, n, size).map((entry) =>
        kind === 0
          ? size * (random.integer(3) - 1)
          : kind === 1 && random.integer(4) === 0
            ? -1e3 * size
            : entry,
      );
      const projector = createBirkhoffProjector(n);
      // After another matrix of any size, or after none.
      if (draw % 2 === 0) projector.project(anyMatrix(random, n, 10 ** (-6 + 12 * random.uniform())));
      const nearest = matrix.slice();
      projector.project(nearest);
      const told = `draw ${draw}, n = ${n}, size ${size}`;
      expect(Math.min(...nearest), told).toBeGreaterThanOrEqual(0);
      expect(farthest(sumsOf(nearest), new Array(2 * n).fill(1)), told).toBeLessThanOrEqual(1e-10);
      const off = matrix.map((entry, at) => entry - nearest[at]!);
      const past = -createAssigner(n).assign(off, -1) - product(off, nearest);
      expect(past, told).toBeLessThan(1e-10 * n * scaleOf(matrix));
      // If the entries have enough digits, every warm start gives the same point.
      expect(farthest(nearest, projected(matrix)), told).toBeLessThan(1e-10 + 1e-14 * n * scaleOf(matrix));
    }
  });

  it('gives NaN where an entry is not finite, and projects the next matrix', () => {
    const projector = createBirkhoffProjector(3);
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, -Number.MAX_VALUE]) {
      const matrix = new Float64Array(9);
      matrix[4] = wrong;
      projector.project(matrix);
      expect([...matrix].every(Number.isNaN)).toBe(true);
    }
    const matrix = new Float64Array(9);
    projector.project(matrix);
    expect(farthest(matrix, new Float64Array(9).fill(1 / 3))).toBeLessThan(1e-15);
  });
});

describe('what a projector keeps', () => {
  it('gives the same bits once it is copied, and ends where a new one does', () => {
    const random = source(4);
    for (let draw = 0; draw < 100; draw++) {
      const n = 2 + random.integer(9);
      const one = createBirkhoffProjector(n);
      const matrix = anyMatrix(random, n);
      for (let step = 0; step < 20; step++) {
        const next = anyMatrix(random, n, 0.1).map((entry, at) => entry + matrix[at]!);
        const other = createBirkhoffProjector(n);
        other.kept.set(one.kept);
        const [a, b] = [next.slice(), next.slice()];
        one.project(a);
        other.project(b);
        expect([...a]).toEqual([...b]);
        expect([...one.kept]).toEqual([...other.kept]);
        expect(farthest(a, projected(next))).toBeLessThan(1e-13);
        matrix.set(a);
      }
    }
  });

  it("are r and c of the projection, (V + r 1' + 1 c')_+, and where the next one begins", () => {
    const random = source(6);
    for (let draw = 0; draw < 50; draw++) {
      const n = 2 + random.integer(9);
      const projector = createBirkhoffProjector(n);
      expect([...projector.kept].every(Number.isNaN)).toBe(true);
      const matrix = anyMatrix(random, n);
      const nearest = matrix.slice();
      projector.project(nearest);
      const { kept } = projector;
      const dual = () =>
        matrix.map((entry, at) => Math.max(0, entry + kept[Math.floor(at / n)]! + kept[n + (at % n)]!));
      expect(farthest(dual(), nearest)).toBeLessThan(1e-13);
      // r + t and c - t are equally valid and must stay unchanged.
      const shifted = kept.map((entry, at) => entry + (at < n ? 4 : -4));
      kept.set(shifted);
      projector.project(matrix.slice());
      expect(farthest(kept, shifted)).toBeLessThan(1e-12);
    }
  });

  it('does not wander over 20,000 steps around a corner and across the middle', () => {
    const random = source(5);
    const projector = createBirkhoffProjector(5);
    const corners = allPermutations(5).map(matrixOfPermutation);
    for (let step = 0; step < 20_000; step++) {
      const noise = anyMatrix(random, 5, 0.5);
      const matrix =
        step % 100 < 50 ? noise : noise.map((entry, at) => entry + 2 * corners[step % 120]![at]!);
      projector.project(matrix);
    }
    expect(Math.max(...projector.kept.map(Math.abs))).toBeLessThan(10);
  });
});
