import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { TextMark } from '../../../charts/display-list.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import type { MarkRole } from '../../../charts/marks/roles.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { drawCoordinates } from './coordinates-plot.ts';

const palette = PALETTES.light;
const WIDTH = 1240;

function draw(d: number, plant = true, width = WIDTH) {
  const weights = (shift: number) => Float64Array.from({ length: d }, (_, j) => Math.sin(j) + shift);
  const list = drawCoordinates({
    width,
    height: 374,
    scale: 1,
    palette,
    plant: plant ? weights(0) : null,
    left: weights(0.5),
    right: weights(-0.25),
    axes: { x: 'j', y: 'weight j' },
  });
  const points = (role: MarkRole) => Array.from(marksOf(list, 'symbols', role)[0]!.points);
  return { list, left: points('weights-left'), right: points('weights-right'), plant: points('plant') };
}

describe('drawCoordinates', () => {
  it.each([1, 20, 50])('gives each of %d weights its column, left and right of the plant', (d) => {
    const { left, right, plant } = draw(d);
    expect([left.length, right.length, plant.length]).toEqual([2 * d, 2 * d, 2 * d]);
    for (let j = 0; j < d; j++) {
      const [x, y] = [plant[2 * j]!, plant[2 * j + 1]!];
      expect(left[2 * j]!).toBeLessThan(x);
      expect(right[2 * j]!).toBeGreaterThan(x);
      expect(x - left[2 * j]!).toBeCloseTo(right[2 * j]! - x, 9);
      // A weight 0.5 higher is drawn higher, twice as far as one 0.25 lower is drawn lower.
      expect(y - left[2 * j + 1]!).toBeCloseTo(2 * (right[2 * j + 1]! - y), 6);
      expect(y).toBeGreaterThan(left[2 * j + 1]!);
      if (j > 0) expect(left[2 * j]!).toBeGreaterThan(right[2 * j - 2]!);
    }
    expect(Math.min(...left.filter((_, i) => i % 2 === 0))).toBeGreaterThan(44);
    expect(Math.max(...right.filter((_, i) => i % 2 === 0))).toBeLessThan(WIDTH - 8);
  });

  it.each([
    [3, 160],
    [5, 160],
    [5, 400],
    [12, 400],
  ])('numbers every one of %d columns in %d px, the last one too', (d, width) => {
    const texts = draw(d, true, width).list.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    const numbers = Array.from({ length: d }, (_, j) => String(j + 1));
    expect(texts).toEqual(expect.arrayContaining(numbers));
  });

  it('names columns where all names have room, and else numbers them', () => {
    const names = ['speed (mph)', 'weight', 'bias'];
    const textsIn = (width: number) =>
      drawCoordinates({
        width,
        height: 374,
        scale: 1,
        palette,
        plant: null,
        left: [1, 2, 3],
        right: [3, 2, 1],
        names,
        axes: { x: 'j', y: 'weight j' },
      }).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(textsIn(400)).toEqual(expect.arrayContaining(names));
    expect(textsIn(200)).toEqual(expect.arrayContaining(['1', '2', '3', 'j']));
    expect(textsIn(200)).not.toContain('bias');
  });

  it('draws no stars without a plant', () => {
    expect(draw(20, false).plant).toEqual([]);
  });

  it.each([
    [20, WIDTH],
    [50, WIDTH],
    [50, 340],
  ])('numbers %d columns in %d px without collisions', (d, width) => {
    const { list } = draw(d, true, width);
    const row = list
      .filter((mark): mark is TextMark => mark.kind === 'text' && mark.y > 330)
      .map((mark) => {
        const wide = textWidth(mark.text, 12);
        const left = mark.anchor === 'end' ? mark.x - wide : mark.x - wide / 2;
        return { left, right: left + wide };
      })
      .sort((a, b) => a.left - b.left);
    expect(row.length).toBeGreaterThan(3);
    for (let i = 1; i < row.length; i++) expect(row[i]!.left).toBeGreaterThan(row[i - 1]!.right);
  });
});
