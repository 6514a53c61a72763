import { expect, it } from 'vitest';
import { farthest, imageAt, noiseImage, source, WEIGHTS } from '../../fixtures/image-cases.ts';
import { plainNet, plainRidge, plainRound } from './denoiser.ts';

it('the plain denoisers are ours', () => {
  const { image } = imageAt({});
  const out = new Float64Array(1024);
  for (const size of [0.05, 1, 5]) {
    const z = noiseImage(source(2), size);
    image.create('net').apply(out, z);
    expect(farthest(out, plainNet(WEIGHTS, z))).toBeLessThan(1e-12);
    image.create('ridge').apply(out, z);
    expect(farthest(out, plainRidge(WEIGHTS, z))).toBeLessThan(1e-12);
  }
});

it('plain rounds come where ours come', () => {
  const { image, info, sides } = imageAt({ seed: 3, share: 0.3, strength: 0.7, c: 1.4, from: 'noise' });
  const denoisers = { left: plainNet, right: plainRidge };
  for (const side of ['left', 'right'] as const) {
    const run = sides[side].iterate();
    let x: Float64Array = info.start;
    for (let k = 0; k < 8; k++) {
      run.step();
      x = plainRound(x, (z) => denoisers[side](WEIGHTS, z), image.mask, image.visibilities, info);
    }
    const ours = new Float64Array(1024);
    run.read(ours);
    expect(farthest(ours, x)).toBeLessThan(1e-12);
  }
});
