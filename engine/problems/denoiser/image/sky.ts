import type { Vector } from '../../../contract.ts';
import { createRandom } from '../../../kernels/random.ts';
import { IMAGE_PIXELS, IMAGE_SIDE as N } from '../names.ts';

/**
 * Draws a periodic sky, 1,024 pixels row by row, peak 1: 3 to 6 extended sources of rational profile, 2 to 6 bright pixels. Stream 0, + - *
 * / and square roots only: equal bits everywhere and in NumPy (docs/mathematics.md, section 17.4).
 */
export function drawSky(seed: number): Vector {
  const { uniform } = createRandom(seed, 0);
  const sky = new Float64Array(IMAGE_PIXELS);
  for (let left = 3 + Math.floor(4 * uniform()); left > 0; left--) {
    const ci = N * uniform();
    const cj = N * uniform();
    const height = 0.2 + 0.8 * uniform();
    const width = 1 + 2.5 * uniform();
    const ratio = 0.35 + 0.65 * uniform();
    let p = 2 * uniform() - 1;
    let q = 2 * uniform() - 1;
    let h = Math.sqrt(p * p + q * q);
    if (h === 0) [p, q, h] = [1, 0, 1];
    p /= h;
    q /= h;
    for (let i = 0; i < N; i++) {
      const di = wrapped(i - ci);
      for (let j = 0; j < N; j++) {
        const dj = wrapped(j - cj);
        const s = (p * di + q * dj) / width;
        const t = (-q * di + p * dj) / (width * ratio);
        const g = 1 + 0.5 * (s * s + t * t);
        sky[N * i + j] = sky[N * i + j]! + height / (g * g * g);
      }
    }
  }
  for (let left = 2 + Math.floor(5 * uniform()); left > 0; left--) {
    const i = Math.floor(N * uniform());
    const j = Math.floor(N * uniform());
    sky[N * i + j] = sky[N * i + j]! + (0.3 + 0.7 * uniform());
  }
  const peak = sky.reduce((most, value) => Math.max(most, value));
  return sky.map((value) => value / peak);
}

const wrapped = (d: number) => d - N * Math.floor(d / N + 0.5);
