import { describe, expect, it } from 'vitest';
import { imageAt } from '../../../fixtures/image-cases.ts';
import { distance } from '../../../kernels/vector.ts';
import type { ImageTerms } from '../types.ts';
import { imageTerms } from './terms.ts';

function termsAt(reader: ReturnType<typeof imageTerms>, k: number): ImageTerms | null {
  while (!reader.approach(k));
  return reader.read(k) as ImageTerms | null;
}

describe.each([
  ['left', {}],
  ['right', {}],
  ['right', { right: 'handmade', positive: false }],
] as const)('a round of the %s taken apart, %j', (side, own) => {
  const made = imageAt({ seed: 4, share: 0.3, c: 1.2, ...own });
  const reader = imageTerms(made.info, made.image, side);
  const run = made.sides[side].iterate();
  const states: Float64Array[] = [];
  const records: Readonly<Record<string, number>>[] = [];
  for (let k = 0; k <= 13; k++) {
    const x = new Float64Array(1024);
    run.read(x);
    states.push(x);
    records.push(run.record());
    run.step();
  }

  it.each([0, 1, 12, 3, 4, 4, 0])('round %i is the run, bit for bit', (k) => {
    const terms = termsAt(reader, k)!;
    expect([terms.level, terms.k]).toEqual(['image', k]);
    expect(terms.before).toEqual(states[k]);
    expect(terms.after).toEqual(states[k + 1]);
    const [before, after] = [records[k]!, records[k + 1]!];
    expect(terms.residual).toEqual([before.residual, after.residual]);
    expect(terms.snr).toEqual([before.snr, after.snr]);
    expect([terms.step, terms.ratio, terms.radius]).toEqual([after.step, after.ratio, after.radius]);
    const lifted = terms.denoised.filter((value) => value < 0).length;
    expect(terms.lifted).toBe(made.info.isPositive ? lifted : 0);
    expect(terms.after).toEqual(
      made.info.isPositive ? terms.denoised.map((value) => Math.max(0, value)) : terms.denoised,
    );
    const shrunk = new Float64Array(1024);
    made.image.create(side === 'left' ? 'net' : made.info.right).apply(shrunk, terms.z);
    expect(terms.denoised).toEqual(shrunk);
    const parts = [terms.before, terms.z, terms.denoised, terms.after] as Float64Array[];
    expect(terms.moves).toEqual(parts.slice(1).map((part, i) => distance(part, parts[i]!)));
  });
});

it('pixels below 0 are counted', () => {
  const made = imageAt({ seed: 4 });
  expect(termsAt(imageTerms(made.info, made.image, 'right'), 0)!.lifted).toBeGreaterThan(50);
});

it('there is none past the end of a side', () => {
  const still = imageAt({ seed: 3, share: 0.6 });
  const reader = imageTerms(still.info, still.image, 'left');
  expect(termsAt(reader, 36)).not.toBeNull();
  expect(termsAt(reader, 37)).toBeNull();
  expect(termsAt(reader, 500)).toBeNull();
  expect(termsAt(reader, 20)).not.toBeNull();
  const falls = imageAt({ seed: 2, share: 0.3, c: 4, strength: 0.5 });
  const other = imageTerms(falls.info, falls.image, 'left');
  expect(termsAt(other, 46)).not.toBeNull();
  expect(termsAt(other, 47)).toBeNull();
});

it('a look ahead takes few rounds', () => {
  const made = imageAt({ seed: 3 });
  const reader = imageTerms(made.info, made.image, 'right');
  let looks = 1;
  while (!reader.approach(50)) looks++;
  expect(looks).toBe(10);
});
