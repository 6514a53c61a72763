import { describe, expect, it } from 'vitest';
import { HEIGHT, type HeightField } from './height-field.ts';
import { createSurface, edgeProfiles, PLINTH } from './surface.ts';

const SIZE = 5;
const field: HeightField = {
  size: SIZE,
  positions: Float32Array.from({ length: SIZE * SIZE }, (_, i) => ((i * i * 7) % 25) / 25),
};

describe('edgeProfiles', () => {
  it('walks once around, each side beginning where the last one ended', () => {
    const profiles = edgeProfiles(field);
    expect(profiles.map((profile) => profile.length)).toEqual([15, 15, 15, 15]);
    profiles.forEach((profile, side) => {
      expect([...profiles[(side + 1) % 4]!.subarray(0, 3)]).toEqual([...profile.subarray(-3)]);
    });
    expect([...profiles[0]!.subarray(0, 3)]).toEqual([-1, -1, 0]);
  });
});

describe('createSurface', () => {
  const surface = createSurface();
  surface.setField(field, [{ t: 0.5, major: true }]);
  const [top, walls] = surface.parts;

  it('shows its upper side: every triangle runs counter-clockwise from above', () => {
    const { array } = top!.geometry.getAttribute('position');
    const index = top!.geometry.getIndex()!.array;
    expect(index).toHaveLength(6 * (SIZE - 1) ** 2);
    let area = 0;
    for (let i = 0; i < index.length; i += 3) {
      const [a, b, c] = [3 * index[i]!, 3 * index[i + 1]!, 3 * index[i + 2]!];
      const [ux, uy] = [array[b]! - array[a]!, array[b + 1]! - array[a + 1]!];
      const [vx, vy] = [array[c]! - array[a]!, array[c + 1]! - array[a + 1]!];
      const twice = ux * vy - uy * vx;
      expect(twice).toBeGreaterThan(0);
      area += twice / 2;
    }
    expect(area).toBeCloseTo(4, 5);
  });

  it('reaches from the foot to the surface, facing outwards', () => {
    const { array, count } = walls!.geometry.getAttribute('position');
    expect(count).toBe(4 * 6 * (SIZE - 1));
    const heights = Array.from({ length: count }, (_, i) => array[3 * i + 2]!);
    expect(Math.min(...heights)).toBeCloseTo(-PLINTH, 6);
    expect(Math.max(...heights)).toBeLessThanOrEqual(HEIGHT);
    for (let i = 0; i < count; i += 3) {
      const at = (k: number) =>
        [array[3 * (i + k)]!, array[3 * (i + k) + 1]!, array[3 * (i + k) + 2]!] as const;
      const [a, b, c] = [at(0), at(1), at(2)];
      const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const;
      const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const;
      // Outward part of the normal.
      const out = (u[1] * v[2] - u[2] * v[1]) * (a[0] + b[0]) + (u[2] * v[0] - u[0] * v[2]) * (a[1] + b[1]);
      expect(out).toBeGreaterThanOrEqual(0);
    }
  });
});
