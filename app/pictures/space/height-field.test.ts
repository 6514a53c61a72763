import { describe, expect, it } from 'vitest';
import { createExcessScale, excessPosition, type SideScale } from '../../charts/colour/loss-colour.ts';
import { createHeightField, FINEST, HEIGHT, heightAt } from './height-field.ts';

const SCALE: SideScale = { lo: 1e-3, hi: 10, reference: 0 };

/** Losses whose colour position rises linearly with x: 1e-3 at the west edge, 10 at the east edge. */
function ramp(size: number) {
  const values = Float64Array.from({ length: size * size }, (_, i) => {
    const share = ((i % size) + 0.5) / size;
    return 1e-3 * 10 ** (4 * share);
  });
  return { columns: size, rows: size, values };
}

describe('createHeightField', () => {
  it('stands as high as the colour says', () => {
    const field = createHeightField(ramp(64), SCALE);
    for (const x of [-0.9, -0.31, 0, 0.5, 0.93])
      expect(heightAt(field, x, 0.2)).toBeCloseTo((HEIGHT * (x + 1)) / 2, 6);
  });

  it('stays between the lowest and the highest cell of a rough grid', () => {
    const size = 24;
    const values = Float64Array.from({ length: size * size }, (_, i) => 0.01 + ((i * 7919) % 97) / 10);
    const grid = { columns: size, rows: size, values };
    const scale = createExcessScale({
      left: grid,
      right: grid,
      references: { left: 0, right: 0 },
      mode: 'shared',
    }).left;
    const field = createHeightField(grid, scale);
    const lowest = Math.min(...values.map((value) => excessPosition(scale, value)));
    expect(Math.min(...field.positions)).toBeGreaterThanOrEqual(lowest - 1e-6);
    expect(Math.max(...field.positions)).toBeLessThanOrEqual(1);
    // The corners repeat the nearest cell.
    expect(field.positions[0]).toBeCloseTo(excessPosition(scale, values[0]!), 6);
  });

  it('has no more vertices than are seen, and no fewer than a coarse grid has cells', () => {
    expect(createHeightField(ramp(256), SCALE).size).toBe(FINEST);
    expect(createHeightField(ramp(48), SCALE).size).toBe(48);
  });

  it('stands at the top where a loss is not finite', () => {
    const grid = ramp(8);
    grid.values.fill(Number.NaN);
    expect([...new Set(createHeightField(grid, SCALE).positions)]).toEqual([1]);
  });

  it('refuses a grid without an area', () => {
    expect(() => createHeightField({ columns: 1, rows: 4, values: new Float64Array(4) }, SCALE)).toThrow(
      'expected a grid of at least 2 x 2 cells; got 1 x 4',
    );
  });
});

describe('heightAt', () => {
  it('is as high beyond an edge as at it', () => {
    const field = createHeightField(ramp(16), SCALE);
    expect(heightAt(field, 3, 0)).toBe(heightAt(field, 1, 0));
    expect(heightAt(field, -3, -9)).toBe(heightAt(field, -1, -1));
  });
});
