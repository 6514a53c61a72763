import { expect, test } from 'vitest';
import { orthonormalColumns } from './orthonormal-columns.ts';
import { createRandom, fillNormal } from './random.ts';
import { multiply } from './vector.ts';

test.each([0, 1e3, 1e6])(
  'columns are orthogonal, outputs stay, and weights move back (years from %d, a column twice)',
  (offset) => {
    const n = 12;
    const noise = new Float64Array(n);
    fillNormal(noise, createRandom(1, 3));
    const rows = Array.from({ length: n }, (_, i) => [offset + i, noise[i]!, noise[i]!, 1]);
    const features = Float64Array.from(rows.flat());
    const frame = orthonormalColumns(features, n, 4);
    expect(frame.rank).toBe(3);
    for (let j = 0; j < 3; j++)
      for (let m = 0; m <= j; m++) {
        let mean = 0;
        for (let i = 0; i < n; i++) mean += (frame.features[3 * i + j]! * frame.features[3 * i + m]!) / n;
        expect(mean).toBeCloseTo(j === m ? 1 : 0, 9);
      }
    const w = Float64Array.of(0.3, -1, 0.5, 2);
    const u = frame.of(w);
    const [outputs, moved] = [new Float64Array(n), new Float64Array(n)];
    const to = Float64Array.of(u[0]! + 0.1, u[1]! - 1, u[2]! + 0.5);
    frame.move(w, u, to);
    multiply(moved, features, w);
    for (let i = 0; i < n; i++)
      outputs[i] = [0, 1, 2].reduce((sum, m) => sum + frame.features[3 * i + m]! * to[m]!, 0);
    for (let i = 0; i < n; i++) expect(moved[i]).toBeCloseTo(outputs[i]!, 7);
  },
);
