import { describe, expect, it } from 'vitest';
import { createRandom } from '../../kernels/random.ts';
import { spans, surroundsOrigin } from './conditions.ts';
import { drawGame } from './game-data.ts';
import { hiddenOf } from './network/convex-game.ts';

const around = (samples: readonly (readonly number[])[]) =>
  surroundsOrigin({
    noise: Float64Array.from(samples.flat()),
    n: samples.length,
    dz: samples[0]!.length,
  });

describe('noise that surrounds the origin', () => {
  it('lies in no closed half-space through it', () => {
    expect(around([[1], [-1]])).toBe(true);
    expect(around([[1], [0], [2]])).toBe(false);
    const triangle = [
      [1, 0],
      [-1, 1],
      [-1, -1],
    ] as const;
    expect(around(triangle)).toBe(true);
    expect(around(triangle.map(([x, y]) => [x * 1e-150, y * 1e-150]))).toBe(true);
    // In a half-plane, on its border, on a line.
    expect(
      around([
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
    ).toBe(false);
    expect(
      around([
        [1, 0],
        [-1, 0],
        [0, 1],
      ]),
    ).toBe(false);
    expect(
      around([
        [1, 2],
        [-1, -2],
        [2, 4],
      ]),
    ).toBe(false);
    expect(
      around([
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1e-9],
      ]),
    ).toBe(true);
    expect(
      around([
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    ).toBe(false);
    const cross = [0, 1, 2, 3, 4].flatMap((q) =>
      [1, -3].map((x) => Array.from({ length: 5 }, (_, p) => (p === q ? x : 0))),
    );
    expect(around(cross)).toBe(true);
    expect(around(cross.slice(1))).toBe(false);
  });

  it('in the plane: no gap between two neighbours is half a turn or more', () => {
    const counts = [0, 0];
    for (let seed = 1; seed <= 1500; seed++) {
      const random = createRandom(seed, 9);
      const integer = random.uniform() < 0.5;
      const samples = Array.from({ length: 1 + random.integer(8) }, () =>
        integer ? [random.integer(5) - 2, random.integer(5) - 2] : [random.normal(), random.normal()],
      );
      const rays = samples.filter(([x, y]) => x !== 0 || y !== 0);
      // A half-plane that contains all rays has a border along one, or all lie on one line.
      const isHeld = rays.some(([x, y]) =>
        [1, -1].some((side) => rays.every(([u, v]) => side * (x! * v! - y! * u!) >= 0)),
      );
      expect(around(samples)).toBe(rays.length > 0 && !isHeld);
      counts[isHeld ? 0 : 1]!++;
    }
    expect(Math.min(...counts)).toBeGreaterThan(200);
  });

  it('leaves no neuron off but the one at 0; noise in an open half-space does', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = createRandom(seed, 9);
      const dz = 1 + random.integer(4);
      const data = drawGame({ seed, m: 2, width: 50, dz, n: dz + 1 + random.integer(4 * dz), xmean: null });
      if (surroundsOrigin(data)) expect(Math.min(...hiddenOf(data, data.weights))).toBeGreaterThan(0);
      const half = { ...data, noise: data.noise.map((z, at) => (at % dz === 0 ? Math.abs(z) : z)) };
      expect(surroundsOrigin(half)).toBe(false);
      const away = Float64Array.from({ length: 50 * dz }, (_, at) => (at % dz === 0 ? -1 : 0));
      expect(Math.max(...hiddenOf(half, away))).toBe(0);
    }
  });

  it('is as frequent as the count of Wendel says: 1 - 2^(1-n) sum_{j<dz} C(n-1, j)', () => {
    const [n, runs] = [6, 2000];
    for (const [dz, sum] of [
      [1, 1],
      [2, 6],
      [3, 16],
    ] as const) {
      let count = 0;
      for (let seed = 1; seed <= runs; seed++)
        if (surroundsOrigin(drawGame({ seed, m: 1, width: 1, dz, n, xmean: null }))) count++;
      const share = 1 - sum / 2 ** (n - 1);
      expect(Math.abs(count / runs - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / runs));
    }
  });
});

describe('the rank of V', () => {
  it('is m but where columns are too few, or their rows depend on each other', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = createRandom(seed, 9);
      const [m, width] = [1 + random.integer(20), 1 + random.integer(40)];
      const data = drawGame({ seed, m, width, dz: 1, n: 1, xmean: null });
      expect(spans(data)).toBe(width >= m);
      if (m === 1) continue;
      const columns = data.columns.slice();
      for (let j = 0; j < width; j++) columns[(m - 1) * width + j] = -3 * columns[j]!;
      expect(spans({ ...data, columns })).toBe(false);
    }
    expect(spans({ m: 1, width: 2, columns: new Float64Array(2) })).toBe(false);
  });
});
