import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linearTicks } from './frame.ts';
import { formatCount, formatLevel, formatPower, formatTicks } from './number-label.ts';

it('writes powers of ten', () => {
  expect([-12, -1, 0, 1, 3].map(formatPower)).toEqual(['10⁻¹²', '10⁻¹', '1', '10', '10³']);
  expect(formatPower(Number.NaN)).toBe('');
});

it('writes levels shortly', () => {
  expect([0.05, 0.0999, 2, 300, 1000, 3e-4, -0.5, 0].map(formatLevel)).toEqual([
    '0.05',
    '0.1',
    '2',
    '300',
    '10³',
    '3×10⁻⁴',
    '−0.5',
    '0',
  ]);
  expect(formatLevel(Number.POSITIVE_INFINITY)).toBe('');
});

it.each([
  [[-0.5, 0, 0.5, 1], 0.5, ['−0.5', '0.0', '0.5', '1.0']],
  [[-20, 0], 20, ['−20', '0']],
  [[-15_000, 0, 20_000], 5000, ['−15000', '0', '20000']],
  [[-500_000, 0, 1_000_000], 500_000, ['−500000', '0', '1000000']],
  [[-5e-5, 0, 5e-5], 5e-5, ['−5×10⁻⁵', '0', '5×10⁻⁵']],
  [[2.99999, 3], 1e-5, ['2.99999', '3.00000']],
  [[-1e151, 0, 2e151], 1e151, ['−1×10¹⁵¹', '0', '2×10¹⁵¹']],
  [[-1e22, 0], 1e22, ['−1×10²²', '0']],
])('writes the ticks %j, %d apart, shortly', (values, step, labels) => {
  expect(formatTicks(values, step)).toEqual(labels);
});

/** Replaces superscripts and typographic signs by ASCII. */
function plainDigits(label: string): string {
  return label.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))).replace(/[−⁻]/g, '-');
}

it('writes the ticks of every domain in labels that are distinct, true and short', () => {
  const domains = fc.record({
    power: fc.integer({ min: -250, max: 250 }),
    from: fc.double({ min: -10, max: 10, noNaN: true }),
    // Width of a domain as a power of ten of its distance from 0, down to the precision of doubles.
    width: fc.double({ min: -11, max: 2, noNaN: true }),
    count: fc.integer({ min: 2, max: 12 }),
  });
  /** A single value, as of a constant loss: three digits. */
  const flat = fc.record({
    power: fc.integer({ min: -250, max: 250 }),
    from: fc.double({ min: -10, max: 10, noNaN: true }),
    width: fc.constant(-Infinity),
    count: fc.integer({ min: 2, max: 12 }),
  });
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: domains }, flat), ({ power, from, width, count }) => {
      const unit = 10 ** power;
      const [x0, x1] = [from * unit, (from + 10 ** width) * unit];
      const all = linearTicks(x0, x1, count);
      expect(all.length).toBeGreaterThan(0);
      expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
      for (const { value, label } of all) {
        const [digits, exponent = '0'] = plainDigits(label).split('×10');
        const decimals = digits!.split('.')[1]?.length ?? 0;
        const last = 10 ** (Number(exponent) - decimals);
        const read = Number(`${digits}e${exponent}`);
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * last + 1e-15 * Math.abs(value));
        // The number's own digits, sign, point and power.
        const needed = (width === -Infinity ? 3 : Math.ceil(Math.max(0, 1 - width))) + 3;
        expect(label.length).toBeLessThanOrEqual(Math.max(6, needed + 1 + 1 + 7));
      }
    }),
    { numRuns: 2000 },
  );
});

it('writes counts', () => {
  expect([800, 9999, 12_000, 1_500_000].map(formatCount)).toEqual(['800', '9999', '12k', '1.5M']);
});
