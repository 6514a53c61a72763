import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMAGE_SIDE as ENGINE_SIDE } from '../../../../engine/problems/denoiser/names.ts';
import { createRampTable } from '../../../charts/colour/ramp-table.ts';
import {
  beyondScale,
  errorPlace,
  errorRaster,
  frequencyAt,
  gainRaster,
  IMAGE_SIDE,
  powerPlace,
  SKY,
  skyPlace,
  skyRaster,
  spectrumRaster,
  waveAt,
} from './tile-raster.ts';

const PIXELS = IMAGE_SIDE ** 2;
const values = fc.float64Array({ minLength: PIXELS, maxLength: PIXELS, min: -2, max: 3, noNaN: true });

/** CIELAB lightness of an sRGB colour (D65). */
function lightness([r, g, b]: readonly number[]): number {
  const linear = (byte: number) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const y = 0.2126 * linear(r!) + 0.7152 * linear(g!) + 0.0722 * linear(b!);
  return y > (6 / 29) ** 3 ? 116 * Math.cbrt(y) - 16 : (y * (29 / 3) ** 3 * 116) / 116;
}

const colourAt = (rgba: ArrayLike<number>, at: number) => [
  rgba[4 * at]!,
  rgba[4 * at + 1]!,
  rgba[4 * at + 2]!,
];
const at = (row: number, column: number) => IMAGE_SIDE * row + column;

it('images have the size of the engine’s', () => {
  expect(IMAGE_SIDE).toBe(ENGINE_SIDE);
});

describe('the colours of a sky', () => {
  it('are even in lightness from night to white', () => {
    const table = createRampTable(SKY);
    const all = Array.from({ length: 256 }, (_, i) => lightness([...table.subarray(3 * i, 3 * i + 3)]));
    const step = (all[255]! - all[0]!) / 255;
    expect(all[0]).toBeLessThan(6);
    expect(all[255]).toBeGreaterThan(94);
    for (let i = 0; i < 256; i++) expect(Math.abs(all[i]! - (all[0]! + i * step))).toBeLessThan(2);
  });

  it('rise with the brightness, by its root, and stay at the ends beyond 0 and 1', () => {
    fc.assert(
      fc.property(values, (image) => {
        const rgba = skyRaster(image);
        for (let i = 0; i < PIXELS; i += 37) {
          const place = Math.round(255 * Math.min(1, Math.sqrt(Math.max(0, image[i]!))));
          expect(colourAt(rgba, i)).toEqual([...createRampTable(SKY).subarray(3 * place, 3 * place + 3)]);
        }
        expect(rgba.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
      }),
    );
  });

  it('count every pixel beyond the scale', () => {
    fc.assert(
      fc.property(values, (image) => {
        const { above, below, most } = beyondScale(image);
        expect([above, below]).toEqual([
          image.filter((value) => value > 1).length,
          image.filter((value) => value < 0).length,
        ]);
        expect(most).toBe(Math.max(...image));
      }),
    );
  });
});

describe('errors', () => {
  it('are symmetric about 0, on the scale of the images', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (error) => {
        expect(errorPlace(error) + errorPlace(-error)).toBeCloseTo(1, 12);
        expect(2 * errorPlace(error) - 1).toBeCloseTo(skyPlace(error), 12);
      }),
    );
    expect([errorPlace(-1), errorPlace(0), errorPlace(1)]).toEqual([0, 0.5, 1]);
  });

  it('of the truth itself are nothing', () => {
    const truth = Float64Array.from({ length: PIXELS }, (_, i) => i / PIXELS);
    const none = colourAt(errorRaster(new Float64Array(PIXELS), new Float64Array(PIXELS)), 0);
    expect(colourAt(errorRaster(truth, truth), 700)).toEqual(none);
    // Too dark is blue, too bright amber.
    const [dark, bright] = [
      errorRaster(new Float64Array(PIXELS), truth),
      errorRaster(truth, new Float64Array(PIXELS)),
    ];
    const [r, , b] = colourAt(dark, 700);
    expect(b! - r!).toBeGreaterThan(20);
    const [red, , blue] = colourAt(bright, 700);
    expect(red! - blue!).toBeGreaterThan(20);
  });
});

describe('frequencies', () => {
  it('stand in the plane from -15 to 16, zero in the middle, each once', () => {
    expect([waveAt(0), waveAt(15), waveAt(31)]).toEqual([-15, 0, 16]);
    expect(frequencyAt(15, 15)).toBe(0);
    expect(frequencyAt(16, 14)).toBe(at(1, 31));
    const all = Array.from({ length: PIXELS }, (_, i) =>
      frequencyAt(Math.floor(i / IMAGE_SIDE), i % IMAGE_SIDE),
    );
    expect(new Set(all).size).toBe(PIXELS);
  });

  it('are in colour where they are measured, and grey elsewhere', () => {
    const mask = new Uint8Array(PIXELS);
    mask[at(1, 31)] = 1;
    const rgba = spectrumRaster(new Float64Array(PIXELS).fill(0.1), mask);
    for (let i = 0; i < PIXELS; i++) {
      const [r, g, b] = colourAt(rgba, i);
      const isGrey = Math.max(r!, g!, b!) - Math.min(r!, g!, b!) < 8;
      expect(isGrey).toBe(i !== at(16, 14));
    }
  });

  it('are as bright either way', () => {
    for (const value of [1e-3, 1e-2, 0.1, 1]) {
      const of = (measured: 0 | 1) =>
        lightness(
          colourAt(
            spectrumRaster(new Float64Array(PIXELS).fill(value), new Uint8Array(PIXELS).fill(measured)),
            0,
          ),
        );
      expect(Math.abs(of(1) - of(0))).toBeLessThan(3);
    }
    expect([powerPlace(1e-3), powerPlace(10 ** 0.5)].map((place) => Number(place.toFixed(12)))).toEqual([
      0, 1,
    ]);
    expect(powerPlace(0)).toBeLessThan(0);
  });

  it('whose gain is above 1 stand out', () => {
    const gains = new Float64Array(PIXELS).fill(0.9);
    gains[0] = 1.0001;
    const rgba = gainRaster(gains, 0.5, '#FF0000');
    expect(colourAt(rgba, at(15, 15))).toEqual([255, 0, 0]);
    expect(colourAt(rgba, at(15, 16))).not.toEqual([255, 0, 0]);
  });
});
