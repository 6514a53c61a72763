import { describe, expect, it } from 'vitest';
import { eyeDirection, HOME, orbitAfterKey, turned, zoomed } from './orbit.ts';

describe('orbit', () => {
  it('never goes below the ground nor over the top', () => {
    for (const by of [-9, -0.4, 0.4, 9]) {
      const [, , up] = eyeDirection(turned(HOME, 0, by));
      expect(up).toBeGreaterThan(0.15);
      expect(up).toBeLessThan(1);
    }
  });

  it('never comes so near or goes so far that one is lost', () => {
    let orbit = HOME;
    for (let i = 0; i < 100; i++) orbit = zoomed(orbit, 1.5);
    expect(orbit.zoom).toBe(5);
    for (let i = 0; i < 100; i++) orbit = zoomed(orbit, 0.5);
    expect(orbit.zoom).toBe(0.7);
    for (const factor of [Number.NaN, 0, -1, Number.POSITIVE_INFINITY])
      expect(zoomed(HOME, factor)).toBe(HOME);
  });

  it('looks along the second weight at azimuth 0, from the right where it is positive', () => {
    expect(eyeDirection({ azimuth: 0, elevation: 0, zoom: 1 })).toEqual([0, -1, 0]);
    expect(eyeDirection({ azimuth: Math.PI / 2, elevation: 0, zoom: 1 })[0]).toBeCloseTo(1, 12);
    const [x, y, z] = eyeDirection(HOME);
    expect(x * x + y * y + z * z).toBeCloseTo(1, 12);
  });
});

describe('orbitAfterKey', () => {
  const press = (key: string, shiftKey = false) => orbitAfterKey(HOME, { key, shiftKey });

  it('turns and zooms by keys, and back: the opposite key undoes', () => {
    const pairs = [
      ['ArrowLeft', 'ArrowRight'],
      ['ArrowUp', 'ArrowDown'],
      ['+', '-'],
    ] as const;
    for (const [there, back] of pairs) {
      const moved = press(there)!;
      expect(moved).not.toEqual(HOME);
      const home = orbitAfterKey(moved, { key: back, shiftKey: false })!;
      expect(home.azimuth).toBeCloseTo(HOME.azimuth, 12);
      expect(home.elevation).toBeCloseTo(HOME.elevation, 12);
      expect(home.zoom).toBeCloseTo(HOME.zoom, 12);
    }
    expect(press('ArrowRight', true)!.azimuth - HOME.azimuth).toBeCloseTo(
      3 * (press('ArrowRight')!.azimuth - HOME.azimuth),
      12,
    );
  });

  it('goes back by Home and 0, and leaves every other key to the page', () => {
    const away = zoomed(turned(HOME, 1, 0.2), 2);
    for (const key of ['Home', '0']) expect(orbitAfterKey(away, { key, shiftKey: false })).toBe(HOME);
    for (const key of [' ', 'End', 'r', 'Tab', 'Enter']) expect(press(key)).toBeNull();
  });
});
