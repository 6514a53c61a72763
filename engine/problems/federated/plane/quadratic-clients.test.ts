import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../kernels/random.ts';
import { axesOfClients } from './curvature.ts';
import { drawClients } from './quadratic-clients.ts';

const draw = (values: Partial<Parameters<typeof drawClients>[0]>) =>
  drawClients({ quad: 'drawn', clients: 2, seed: 1, start: null, ...values });

describe('named clients', () => {
  it('have the curvatures and minima that docs/mathematics.md names', () => {
    const { clients } = draw({ quad: 'disagree' });
    expect([...clients.hessians]).toEqual([9, 0, 0, 0.09, 0.09, 0, 0, 9]);
    expect([...clients.minima]).toEqual([1, 1, -1, 0.5]);
    const agree = draw({ quad: 'agree' }).clients;
    expect([...agree.hessians].map((entry) => Number(entry.toFixed(15)))).toEqual([
      1, 0.2, 0.2, 0.04, 0.09, -0.3, -0.3, 1,
    ]);
    expect([...agree.minima]).toEqual([0.8, 0.5, 0.8, 0.5]);
  });

  it('are turned by 30 degrees, the second of `tilted` back', () => {
    const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    const axes = (quad: 'tilted' | 'same') =>
      axesOfClients(draw({ quad }).clients).map(({ large, small, along: [x, y] }) => {
        // Up to the sign.
        const by = x < 0 ? -1 : 1;
        return [large, small, by * x, by * y].map((entry) => Number(entry.toFixed(12)));
      });
    const rounded = (...values: number[]) => values.map((entry) => Number(entry.toFixed(12)));
    expect(axes('tilted')).toEqual([rounded(4, 0.2, cos, sin), rounded(2, 0.1, sin, cos)]);
    expect(axes('same')).toEqual([rounded(3, 0.5, cos, sin), rounded(3, 0.5, cos, sin)]);
    expect([...draw({ quad: 'tilted' }).clients.minima]).toEqual([1.2, -0.4, -0.8, 0.9]);
    expect([...draw({ quad: 'same' }).clients.minima]).toEqual([1, 1, -1, 0.5]);
  });

  it('start where they are told to, else at (-1.5, -1); a start of another length is ignored', () => {
    expect(draw({ quad: 'same' }).start).toEqual([-1.5, -1]);
    expect(draw({ quad: 'same', start: [3, 4] }).start).toEqual([3, 4]);
    for (const start of [[1], [1, 2, 3], []]) expect(draw({ quad: 'same', start }).start).toEqual([-1.5, -1]);
  });
});

describe('drawn clients', () => {
  it('take B row by row, then b, client by client, and the start last', () => {
    const random = createRandom(12, 0);
    const next = () => random.normal();
    const hessians: number[] = [];
    const minima: number[] = [];
    for (let c = 0; c < 5; c++) {
      const [a, b, d, e] = [next(), next(), next(), next()];
      hessians.push(a * a + d * d + 0.05, a * b + d * e, a * b + d * e, b * b + e * e + 0.05);
      minima.push(next(), next());
    }
    const { clients, start } = draw({ clients: 5, seed: 12 });
    expect(clients.count).toBe(5);
    expect([...clients.hessians]).toEqual(hessians);
    expect([...clients.minima]).toEqual(minima);
    expect(start).toEqual([next(), next()]);
  });

  it('are the same whatever the start, of 1 to 16', () => {
    for (const clients of [1, 16]) {
      const drawn = draw({ clients, seed: 9 });
      expect(draw({ clients, seed: 9, start: [1, 2] })).toEqual({ clients: drawn.clients, start: [1, 2] });
      expect(draw({ clients, seed: 9, start: [1] })).toEqual(drawn);
      expect(drawn.clients.count).toBe(clients);
      for (const { small } of axesOfClients(drawn.clients)) expect(small).toBeGreaterThan(0.0499);
    }
    expect(draw({ seed: 10 }).clients).not.toEqual(draw({ seed: 11 }).clients);
  });
});
