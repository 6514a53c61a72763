import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { DisplayList, Mark } from '../../../charts/display-list.ts';
import { containsPixel, overlapArea, type Rect } from '../../../charts/geometry.ts';
import { textBox } from '../../../charts/paint/part-names.ts';
import { textsIn } from '../../kit/laws.ts';
import { drawHeat, entryAt, type HeatInput, heatColour, heatLayout } from './heat-plot.ts';

const size = { width: 350, height: 330 };

function input(n: number, more: Partial<HeatInput> = {}): HeatInput {
  const identity = Array.from({ length: n }, (_, k) => k);
  return {
    ...size,
    scale: 1,
    palette: PALETTES.light,
    side: 'right',
    n,
    matrix: new Float64Array(n * n).fill(1 / n),
    nearest: identity,
    tied: [],
    best: identity,
    order: identity,
    rows: new Float64Array(n).fill(0.1),
    columns: new Float64Array(n).fill(0.2),
    bars: true,
    group: n,
    lit: null,
    read: null,
    names: { rows: '', columns: '', penalty: '', nearest: '', tied: '', best: '' },
    ...more,
  };
}

type RectMark = Extract<Mark, { kind: 'rect' }>;
const of = (list: DisplayList, role: string) =>
  list.filter((mark) => (mark as { role?: string }).role === role);
const middle = ({ x, y, width, height }: Rect) => [x + width / 2, y + height / 2] as const;

const orders = fc.integer({ min: 2, max: 10 }).chain((n) =>
  fc.shuffledSubarray(
    Array.from({ length: n }, (_, k) => k),
    { minLength: n },
  ),
);

describe('a matrix as a heat map', () => {
  it('has every entry in its place, in any order of columns', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const n = order.length;
        const matrix = Float64Array.from({ length: n * n }, (_, at) => at / (n * n));
        const cells = of(drawHeat(input(n, { matrix, order })), 'colours') as RectMark[];
        expect(cells).toHaveLength(n * n);
        for (const cell of cells) {
          const [x, y] = middle(cell.rect);
          const [row, column] = entryAt({ ...size, scale: 1, n }, x, y)!;
          expect(cell.fill).toBe(heatColour(matrix[n * row + order[column]!]!));
        }
      }),
    );
  });

  it('outlines the nearest permutation in the order of the columns; the best one stands on the diagonal of its own order', () => {
    fc.assert(
      fc.property(orders, (best) => {
        const n = best.length;
        const list = drawHeat(input(n, { nearest: best, best, order: best }));
        const places = (of(list, 'match') as RectMark[]).map(
          ({ rect }) => entryAt({ ...size, scale: 1, n }, ...middle(rect))!,
        );
        expect(places).toEqual(best.map((_, k) => [k, k]));
        for (const mark of of(list, 'star') as Extract<Mark, { kind: 'symbols' }>[]) {
          const [row, column] = entryAt({ ...size, scale: 1, n }, mark.points[0]!, mark.points[1]!)!;
          expect(row).toBe(column);
          // It leaves the number free.
          const half = mark.size / 2;
          const rect = {
            x: mark.points[0]! - half,
            y: mark.points[1]! - half,
            width: mark.size,
            height: mark.size,
          };
          for (const number of textsIn(list)) expect(overlapArea(textBox(number), rect)).toBe(0);
        }
        expect(of(list, 'star')).toHaveLength(n);
      }),
    );
  });

  it('never breaks a tie: all tied entries are hatched, and nothing is outlined as the nearest', () => {
    const tied = [1, 2, 5, 6];
    const list = drawHeat(input(4, { nearest: null, tied, best: null }));
    const hatched = of(list, 'match') as Extract<Mark, { kind: 'hatch' }>[];
    expect(hatched.map(({ kind }) => kind)).toEqual(tied.map(() => 'hatch'));
    const places = hatched.map(({ polygon }) => {
      const [x, y] = [(polygon[0]! + polygon[2]!) / 2, (polygon[1]! + polygon[5]!) / 2];
      const [row, column] = entryAt({ ...size, scale: 1, n: 4 }, x, y)!;
      return 4 * row + column;
    });
    expect(places).toEqual(tied);
    expect(of(list, 'star')).toHaveLength(0);
  });

  it('has bars in proportion to 1 - length, full at the centre of the set', () => {
    const n = 4;
    const most = 1 - 1 / Math.sqrt(n);
    const rows = Float64Array.of(0, most / 2, most, most);
    const columns = Float64Array.of(most, 0, most / 4, most);
    const order = [3, 1, 0, 2];
    const bars = of(drawHeat(input(n, { rows, columns, order })), 'band') as RectMark[];
    const { rows: beside, columns: below } = heatLayout(size, 1);
    const wide = bars.filter(({ rect }) => containsPixel(beside, ...middle(rect)) && rect.x === beside.x);
    const deep = bars.filter(({ rect }) => rect.y === below.y && rect.x >= below.x && rect.x < beside.x);
    const full = beside.width;
    expect(wide.map(({ rect }) => rect.width / full)).toEqual([0, 0.5, 1, 1]);
    expect(deep.map(({ rect }) => rect.height / full)).toEqual([1, 0, 1, 0.25]);
  });

  it('separates groups of channels, of columns while these stand in their own order', () => {
    const lines = (more: Partial<HeatInput>) =>
      (of(drawHeat(input(6, { group: 3, ...more })), 'regions') as Extract<Mark, { kind: 'path' }>[]).flatMap(
        ({ lines }) => lines,
      ).length;
    expect(lines({})).toBe(2);
    expect(lines({ order: [1, 0, 2, 3, 4, 5] })).toBe(1);
    expect(lines({ group: 6 })).toBe(0);
  });

  it('has nothing beside the cells', () => {
    const { cells } = heatLayout(size, 1);
    expect(entryAt({ ...size, scale: 1, n: 3 }, cells.x - 1, cells.y + 5)).toBeNull();
    expect(entryAt({ ...size, scale: 1, n: 3 }, cells.x + 5, cells.y + cells.height + 1)).toBeNull();
  });
});
