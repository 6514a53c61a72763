import { expect, test } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { ClipMark, GroupMark, Mark, TextMark } from '../../../charts/display-list.ts';
import { drawCurves } from '../../../pictures/curve/curve-plot.ts';
import { growCurves } from './grow-curves.ts';

const palette = PALETTES.light;
const falling = (by: number, label: string) => ({
  values: Float64Array.from({ length: 121 }, (_, k) => by ** k),
  count: 121,
  reference: 0,
  perStep: 1,
  label,
});

/** A plot as composed at step 30 of 120. */
const plot = (step: number): GroupMark => ({
  kind: 'group',
  name: 'curve',
  x: 10,
  y: 0,
  marks: drawCurves({
    width: 400,
    height: 160,
    scale: 1,
    palette,
    title: 'excess loss',
    left: falling(0.999, 'descent'),
    right: falling(0.9, 'program'),
    span: 120,
    axis: 'step',
    step,
    hover: null,
    missing: null,
  }),
});

const grown = (step: number) => {
  const view: Mark = { kind: 'group', name: 'curves', x: 0, y: 300, marks: [plot(step)] };
  const [group] = growCurves([view], step / 120, palette) as [GroupMark];
  return group.marks[0] as GroupMark;
};
const clipOf = ({ marks }: GroupMark) => marks.find((mark) => mark.kind === 'clip') as ClipMark;
const nameOf = ({ marks }: GroupMark, text: string) =>
  marks.find((mark) => mark.kind === 'text' && mark.text === text) as TextMark;

test('both curves are cut at the step shown; the axes are those of the whole run', () => {
  const whole = clipOf(plot(30)).rect;
  const inside = clipOf(grown(30)).marks as ClipMark[];
  expect(inside.map(({ kind }) => kind)).toEqual(['clip', 'clip']);
  for (const { rect } of inside) expect(rect).toEqual({ ...whole, width: whole.width / 4 });
  const texts = (group: GroupMark) =>
    group.marks.flatMap((mark) =>
      mark.kind === 'text' && /^[\d−⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+$/.test(mark.text) ? [mark] : [],
    );
  expect(texts(grown(30))).toEqual(texts(plot(30)));
  expect(texts(plot(30)).length).toBeGreaterThan(4);
});

test('a name stands beside the end of its curve, and where the plot has it at the last step', () => {
  const { rect } = clipOf(plot(30));
  const at = rect.x + rect.width / 4;
  for (const name of ['descent', 'program']) {
    const { x } = nameOf(grown(30), name);
    expect(x).toBeGreaterThan(at);
    expect(x).toBeLessThan(at + 12);
    expect(nameOf(grown(120), name)).toEqual(nameOf(plot(120), name));
  }
  // 0.9^30 is lower than 0.999^30.
  expect(nameOf(grown(30), 'program').y).toBeGreaterThan(nameOf(grown(30), 'descent').y + 10);
});

test('names of curves that lie together stand apart, within the plot', () => {
  const { rect } = clipOf(plot(1));
  const [first, second] = ['descent', 'program'].map((name) => nameOf(grown(1), name).y);
  expect(Math.abs(second! - first!)).toBeGreaterThan(13);
  expect(Math.min(first!, second!)).toBeGreaterThan(rect.y);
});

test('what is no curve stays', () => {
  const other: Mark = { kind: 'group', name: 'left', x: 0, y: 0, marks: plot(30).marks };
  expect(growCurves([other], 0.25, palette)).toEqual([other]);
});
