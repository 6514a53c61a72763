import { describe, expect, it } from 'vitest';
import { type Dyadic, dyadic, minus as less, times, toNumber } from '../../fixtures/dyadic.ts';
import { anyClients, anyCurvature, anyPoint, clientsFrom } from '../../fixtures/plane-clients.ts';
import { createRandom } from '../../kernels/random.ts';
import { axesOf, lengthOf, meanIsSingular, minus, multiplied, withAxes } from './plane/curvature.ts';
import { meanOfClients, overLocalSteps, planeSide, progress } from './surrogate.ts';

/** 1 - (1 - x)^K in exact arithmetic, rounded once. */
function exactProgress(x: number, K: number): number {
  const one = dyadic(1);
  let [power, base]: Dyadic[] = [one, less(one, dyadic(x))];
  for (let left = K; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = times(power!, base!);
    base = times(base!, base!);
  }
  return toNumber(less(one, power!));
}

describe('progress', () => {
  it('is exact to a few units in the last place, however small, near 1 or near 2 the step is', () => {
    const random = createRandom(7, 1);
    let largest = 0;
    for (let draw = 0; draw < 1_500; draw++) {
      const tiny = 2 ** -(1 + random.integer(60)) * random.uniform();
      const x = [tiny, 1 - tiny, 1 + tiny, 2 - tiny, 2 * random.uniform()][draw % 5]!;
      const K = draw % 7 === 0 ? 1000 : 1 + random.integer(200);
      const exact = exactProgress(x, K);
      if (exact !== 0) largest = Math.max(largest, Math.abs(progress(x, K) / exact - 1));
      else expect(progress(x, K)).toBe(0);
    }
    expect(largest).toBeLessThan(2e-15);
  });

  it('is exact where it grows, too, and infinite where it overflows', () => {
    const random = createRandom(7, 2);
    for (let draw = 0; draw < 300; draw++) {
      const [x, K] = [2 + 3 * random.uniform(), 1 + random.integer(300)];
      expect(Math.abs(progress(x, K) / exactProgress(x, K) - 1)).toBeLessThan(1e-13);
    }
    expect([progress(1e6, 1000), progress(1e6, 999)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it('has the values that need no arithmetic', () => {
    for (const K of [1, 2, 3, 999, 1000, 2 ** 50]) {
      expect([progress(0, K), progress(1, K)]).toEqual([0, 1]);
      expect(progress(2, K)).toBe(K % 2 === 0 ? 0 : 2);
    }
    expect([progress(0.3, 1), progress(1.7, 1), progress(40, 1)]).toEqual([0.3, 1.7, 40]);
    expect([progress(0.5, 2), progress(0.5, 3), progress(1.5, 3)]).toEqual([0.75, 0.875, 1.125]);
  });
});

describe('eigenvectors of two by two', () => {
  it('are exact of a diagonal matrix, of equal eigenvalues too', () => {
    expect(axesOf([9, 0, 0.09])).toEqual({ large: 9, small: 0.09, along: [1, 0] });
    expect(axesOf([0.09, 0, 9])).toEqual({ large: 9, small: 0.09, along: [0, 1] });
    const { large, small, along } = axesOf([3, 0, 3]);
    expect([large, small, withAxes(along, large, small)]).toEqual([3, 3, [3, 0, 3]]);
    expect(axesOf([0, 0, 0])).toMatchObject({ large: 0, small: 0 });
    expect(axesOf([1, 1e-300, 1])).toMatchObject({ large: 1, small: 1 });
    expect(axesOf([1e300, 1e-10, 1])).toMatchObject({ large: 1e300, small: 1 });
  });

  it('belong to their eigenvalues and make up the matrix', () => {
    const random = createRandom(7, 3);
    for (let draw = 0; draw < 500; draw++) {
      const matrix = [random.normal(), random.normal() * 10 ** -(draw % 12), random.normal()] as const;
      const { large, small, along } = axesOf(matrix);
      const size = 1e-15 * Math.abs(large);
      expect(Math.abs(small)).toBeLessThanOrEqual(Math.abs(large));
      expect(Math.abs(lengthOf(along) - 1)).toBeLessThan(1e-15);
      for (const [eigenvalue, [x, y]] of [
        [large, along],
        [small, [-along[1], along[0]]],
      ] as const)
        expect(lengthOf(minus(multiplied(matrix, [x, y]), [eigenvalue * x, eigenvalue * y]))).toBeLessThan(
          2 * size,
        );
      const again = withAxes(along, large, small);
      expect(Math.max(...again.map((entry, i) => Math.abs(entry - matrix[i]!)))).toBeLessThan(2 * size);
    }
  });
});

describe('F', () => {
  it('has no slope at t*, which is where the first client has its minimum if all agree', () => {
    const random = createRandom(7, 4);
    for (let draw = 0; draw < 300; draw++) {
      const clients = anyClients(random);
      const { hessian, at, least } = meanOfClients(clients);
      let [x, y, loss] = [0, 0, 0];
      for (let c = 0; c < clients.count; c++) {
        const [xx, xy, , yy] = clients.hessians.subarray(4 * c, 4 * c + 4);
        const [u, v] = [at[0] - clients.minima[2 * c]!, at[1] - clients.minima[2 * c + 1]!];
        x += xx! * u + xy! * v;
        y += xy! * u + yy! * v;
        loss += (xx! * u * u + 2 * xy! * u * v + yy! * v * v) / 2;
      }
      expect(lengthOf([x, y])).toBeLessThan(1e-13 * (1 + Math.abs(hessian[0]) + Math.abs(hessian[2])));
      expect(Math.abs(least - loss / clients.count)).toBeLessThan(1e-14 * (1 + loss));
    }
    expect(
      meanOfClients(
        clientsFrom([
          [
            [0, 0, 0, 0],
            [3, -2],
          ],
        ]),
      ),
    ).toEqual({ hessian: [0, 0, 0], at: [0, 0], least: 0 });
  });

  it('is singular where rounding alone is left of its smaller curvature, and not where little is', () => {
    const random = createRandom(7, 5);
    for (let draw = 0; draw < 200; draw++) {
      const [x, y] = anyPoint(random);
      const scale = 10 ** (random.integer(13) - 6);
      const flat = [x * x * scale, x * y * scale, x * y * scale, y * y * scale] as const;
      expect(meanIsSingular(clientsFrom([[flat, [0, 0]]]))).toBe(true);
      const [u, v] = [-y * 1e-5, x * 1e-5];
      const tiny = [u * u * scale, u * v * scale, u * v * scale, v * v * scale] as const;
      expect(
        meanIsSingular(
          clientsFrom([
            [flat, [0, 0]],
            [tiny, [0, 0]],
          ]),
        ),
      ).toBe(false);
    }
  });
});

describe('what is known of a side before it moves', () => {
  it('over all K is what each K says alone', () => {
    const random = createRandom(7, 6);
    const all = [1, 2, 3, 5, 20, 100, 1000];
    for (let draw = 0; draw < 40; draw++) {
      const clients = anyClients(random);
      const mean = meanOfClients(clients);
      const settings = { eta: 0.3 * random.uniform(), server: 2 * random.uniform() };
      const { rests, biases, slowests } = overLocalSteps(clients, mean, settings, all);
      const sides = all.map((local) => planeSide(clients, { ...settings, local }, mean));
      expect([...rests]).toEqual(sides.flatMap(({ rest }) => rest ?? [Number.NaN, Number.NaN]));
      expect([...biases]).toEqual(sides.map(({ bias }) => bias));
      expect([...slowests]).toEqual(sides.map(({ slowest }) => slowest));
    }
  });

  it('keeps a bias that is small, and is none of rounding', () => {
    // d/h/6 up to its square.
    for (const d of [1e-6, 1e-9, 1e-11, 1e-13]) {
      const clients = clientsFrom([
        [
          [2, 0, 0, 2],
          [-1, 0],
        ],
        [
          [2 * (1 + d), 0, 0, 2],
          [1, 0],
        ],
      ]);
      const { bias } = planeSide(clients, { local: 2, eta: 0.25, server: 1 }, meanOfClients(clients));
      expect(Math.abs(bias - d / 6)).toBeLessThan(d * d + 5e-16);
    }
  });

  it('says where a side is led', () => {
    const random = createRandom(7, 7);
    const outlook = (clients: ReturnType<typeof anyClients>, local: number, eta: number, server = 1) =>
      planeSide(clients, { local, eta, server }, meanOfClients(clients)).outlook;
    const two = clientsFrom([
      [
        [9, 0, 0, 0.09],
        [1, 1],
      ],
      [
        [0.09, 0, 0, 9],
        [-1, 0.5],
      ],
    ]);
    expect(['best', 'rest', 'grows']).toEqual([
      outlook(two, 1, 0.1),
      outlook(two, 20, 0.1),
      outlook(two, 20, 1),
    ]);
    // 9.09/2 is below 2/eta, 9 above: one local step converges, two grow.
    expect([outlook(two, 1, 0.4), outlook(two, 2, 0.4)]).toEqual(['best', 'grows']);
    const one = clientsFrom([
      [
        [1, 0, 0, 1],
        [1, 1],
      ],
    ]);
    expect([outlook(one, 1, 2), outlook(one, 2, 2), outlook(one, 1, 1, 2)]).toEqual([
      'stays',
      'stays',
      'stays',
    ]);
    const flat = clientsFrom([
      [
        [1, 0, 0, 0],
        [1, 1],
      ],
    ]);
    expect([outlook(flat, 3, 0.5), outlook(flat, 1, 2), outlook(flat, 3, 3)]).toEqual([
      'open',
      'stays',
      'grows',
    ]);
    expect(outlook(clientsFrom([[[0, 0, 0, 0], anyPoint(random)]]), 5, 1)).toBe('stays');
    expect(outlook(two, 1000, 1e6)).toBe('grows');
  });

  it('is finite or infinite, and the factor Infinity, where a power overflows', () => {
    const clients = clientsFrom([[anyCurvature(createRandom(7, 8), 1), [1, 2]]]);
    const side = planeSide(clients, { local: 1000, eta: 1e6, server: 1 }, meanOfClients(clients));
    expect([side.slowest, side.expected, side.rest, side.outlook]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      null,
      'grows',
    ]);
  });
});
