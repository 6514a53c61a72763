import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pitchOf } from './tone.ts';

test('the start is 440 Hz, and four factors of ten are an octave', () => {
  expect(pitchOf(0.25, 0.25)).toBe(440);
  expect(pitchOf(0.25e-4, 0.25)).toBeCloseTo(220, 9);
  expect(pitchOf(0.25e4, 0.25)).toBeCloseTo(880, 9);
});

test('it is even in the logarithm of the excess', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      (reference, factor) => {
        const ratio = pitchOf(reference * factor, reference)! / pitchOf(reference, reference)!;
        expect(Math.log2(ratio)).toBeCloseTo(Math.log10(factor) / 4, 9);
      },
    ),
    { seed: 20_190_924 },
  );
});

test('it stays within what loudspeakers give', () => {
  expect(pitchOf(0, 1)).toBe(110);
  expect(pitchOf(-1e-18, 1)).toBe(110);
  expect(pitchOf(1e-300, 1)).toBe(110);
  expect(pitchOf(Number.POSITIVE_INFINITY, 1)).toBe(1760);
});

test('where there is no number there is silence', () => {
  expect(pitchOf(Number.NaN, 1)).toBeNull();
  for (const reference of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(pitchOf(1, reference)).toBeNull();
});
