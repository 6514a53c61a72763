import '../../index.ts';
import '../../../i18n/all-words.ts';
import { expect, test } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { DisplayList, PathMark } from '../../../charts/display-list.ts';
import { textsIn } from '../../kit/laws.ts';
import { drawGraphs, type GraphsInput, graphsLayout } from './graphs-plot.ts';

const A = [2, 2, 0, 2, 0, 4, 0, 4, 4];
const B = [0, 0, 3, 0, 4, 1, 3, 1, 0];
const SIZE = { width: 400, height: 400 };

const input = (more: Partial<GraphsInput> = {}): GraphsInput => ({
  ...SIZE,
  scale: 1,
  palette: PALETTES.light,
  bands: false,
  n: 3,
  graphs: [A, B],
  matched: {
    left: { permutation: [1, 2, 0], isThere: false, label: 'left' },
    right: { permutation: [2, 0, 1], isThere: true, label: 'right' },
  },
  names: ['A', 'B'],
  rule: ['rule'],
  ...more,
});

const matches = (list: DisplayList) =>
  list.filter((mark): mark is PathMark => mark.kind === 'path' && mark.role === 'match');

test('every weight but 0 is written once: above the nodes of A, below those of B', () => {
  const list = drawGraphs(input());
  const { rows } = graphsLayout(SIZE, 1, 3, 1);
  const written = (isOf: (y: number) => boolean) =>
    textsIn(list)
      .filter(({ text, y, halo }) => halo && /^\d+$/.test(text) && isOf(y))
      .map(({ text }) => Number(text))
      .sort();
  expect(written((y) => y < rows[0])).toEqual([2, 2, 4, 4]);
  expect(written((y) => y > rows[1])).toEqual([1, 3, 4]);
});

test('a line of each side goes from every node of A to the node of B that it is matched with, dashed between permutations', () => {
  const { xs } = graphsLayout(SIZE, 1, 3, 1);
  const [left, right] = matches(drawGraphs(input()));
  const nearest = (x: number) =>
    xs.reduce((best, at, k) => (Math.abs(at - x) < Math.abs(xs[best]! - x) ? k : best), 0);
  for (const [mark, permutation] of [
    [left, [1, 2, 0]],
    [right, [2, 0, 1]],
  ] as const)
    expect(mark!.lines.map((line) => [nearest(line[0]!), nearest(line[2]!)])).toEqual(
      permutation.map((to, k) => [k, to]),
    );
  expect([left!, right!].map((mark) => mark.strokes!.at(-1)!.dash !== undefined)).toEqual([true, false]);
  const tie = { permutation: null, isThere: false, label: '' };
  expect(matches(drawGraphs(input({ matched: { left: tie, right: tie } })))).toEqual([]);
});
