import { describe, expect, it } from 'vitest';
import { exponential } from './exponential.ts';
import { createRandom } from './random.ts';

const BITS = 1300n;
const ONE = 1n << BITS;

/** Returns a finite number times 2^BITS, exactly. */
function whole(x: number): bigint {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, x);
  const bits = bytes.getBigUint64(0);
  const exponent = (bits >> 52n) & 2047n;
  const mantissa = (bits & ((1n << 52n) - 1n)) | (exponent > 0n ? 1n << 52n : 0n);
  const shift = (exponent > 0n ? exponent : 1n) - 1075n + BITS;
  const size = shift >= 0n ? mantissa << shift : mantissa >> -shift;
  return x < 0 ? -size : size;
}

/** Returns e^x times 2^BITS: the series at x/2^12, squared twelve times. */
function exact(x: number): bigint {
  const r = whole(x) >> 12n;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = (term * r) / (n << BITS);
    sum += term;
  }
  for (let k = 0; k < 12; k++) sum = (sum * sum) >> BITS;
  return sum;
}

/** Returns the distance of two numbers in ulps of the second. */
function unitsOff(found: number, x: number): number {
  const wanted = exact(x);
  let unit = Math.abs(found);
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, unit);
  bytes.setBigUint64(0, bytes.getBigUint64(0) + 1n);
  unit = bytes.getFloat64(0) - unit;
  return Number(((whole(found) - wanted) * 1000n) / whole(unit)) / 1000;
}

describe('exponential', () => {
  it('is within a unit in the last place of e^x', () => {
    const random = createRandom(1, 0);
    const drawn = Array.from({ length: 300 }, (_, k) => {
      const range = [0.35, 5, 100, 690][k % 4]!;
      return range * (2 * random.uniform() - 1);
    });
    for (const x of [...drawn, 1, -1, 1e-9, -1e-17, Math.LN2 / 2, -Math.LN2 / 2, 690.5, -690.5])
      expect(Math.abs(unitsOff(exponential(x), x))).toBeLessThan(1);
  });

  it('is exact where e^x is', () => {
    expect([exponential(0), exponential(-0)]).toEqual([1, 1]);
    expect([exponential(-708.5), exponential(Number.NEGATIVE_INFINITY)]).toEqual([0, 0]);
    expect([exponential(709.5), exponential(Number.POSITIVE_INFINITY)]).toEqual([Infinity, Infinity]);
    expect(exponential(Number.NaN)).toBeNaN();
  });

  it('has its bits', () => {
    const bits = new BigUint64Array(
      Float64Array.from([-708, -37.5, -0.1, 0.3, 1, 20, 709], exponential).buffer,
    );
    expect([...bits].map((word) => word.toString(16))).toEqual([
      '17c8ab2288c9ac',
      '3c8dd5c566301ec8',
      '3fecf46d99d52b3a',
      '3ff599058c8c1a96',
      '4005bf0a8b14576a',
      '41bceb088b68e804',
      '7fdd422d2be5dc9b',
    ]);
  });

  it('never falls', () => {
    for (let k = -3000; k < 3000; k++)
      expect(exponential((k + 1) / 100)).toBeGreaterThan(exponential(k / 100));
    let x = 0.34657;
    for (let k = 0; k < 2000; k++, x += 1e-14)
      expect(exponential(x + 1e-14)).toBeGreaterThanOrEqual(exponential(x) * (1 - 3e-16));
  });
});
