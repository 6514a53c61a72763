import { describe, expect, test } from 'vitest';
import { OUTCOMES, type Outcome } from '../../../engine/run/outcome-names.ts';
import { PALETTES, parseHex } from '../../charts/colour/palette.ts';
import type { DisplayList, Mark } from '../../charts/display-list.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import { textWidth } from '../../charts/text-width.ts';
import { cellAt, drawPhase, phaseColour, phaseRect } from './phase-plot.ts';
import { drawQuantiles } from './quantile-plot.ts';
import { drawStrip } from './run-strip.ts';
import { drawShareBar } from './share-bar.ts';
import { columnAt, drawShares } from './share-plot.ts';
import { drawSurvival } from './survival-plot.ts';

const palette = PALETTES.light;
const SIZE = { width: 400, height: 220, scale: 1, palette };

function flat(list: DisplayList): Mark[] {
  return list.flatMap((mark) => ('marks' in mark ? flat(mark.marks) : [mark]));
}

const rgb = (hex: string) => `rgb(${parseHex(hex).join(', ')})`;

/** Distances of one run each. */
const each = (values: number[]) => ({ values, counts: values.map(() => 1) });

const lineOf = (list: DisplayList, side: 'left' | 'right') =>
  marksOf(list, 'path', `curve-${side}`)[0]!.lines[0]!;

describe('survival curves', () => {
  const list = drawSurvival({
    ...SIZE,
    sides: {
      left: { steps: [0, 10, 100], left: [1, 0.5, 0.25], label: 'left' },
      right: { steps: [0, 10], left: [1, 0], label: 'right' },
    },
    limit: 1000,
    axes: { x: 'step', y: 'not arrived' },
    censored: 'censored',
  });

  test('fall at the steps and stay level to the limit', () => {
    const line = Array.from(lineOf(list, 'left'));
    const heights = line.filter((_, i) => i % 2 === 1);
    expect([...new Set(heights)]).toHaveLength(3);
    expect(heights.toSorted((a, b) => a - b)).toEqual(heights);
    const [first, tenth] = [line[0]!, line[2]!];
    const end = line.at(-2)!;
    // Step 10 is a third of the way from 1 to 1,000 in logarithms.
    expect((tenth - first) / (end - first)).toBeCloseTo(1 / 3, 9);
  });

  test('mark the censored share of a side, and none where all arrived', () => {
    expect(marksOf(list, 'symbols', 'censored-left')).toHaveLength(1);
    expect(marksOf(list, 'symbols', 'censored-right')).toEqual([]);
  });
});

test('quantile curves rise, end where runs have diverged, and stand on the floor at zero', () => {
  const aways = [0, 1e-6, 1e-3, 1, Number.POSITIVE_INFINITY];
  const list = drawQuantiles({
    ...SIZE,
    left: { aways: each(aways), label: 'left' },
    right: { aways: { values: [1e-6], counts: [5] }, label: 'right' },
    within: 0.01,
    criterion: 'criterion',
    axes: { x: 'share', y: 'distance' },
  });
  const line = Array.from(lineOf(list, 'left'));
  expect(line.every(Number.isFinite)).toBe(true);
  const heights = line.filter((_, i) => i % 2 === 1);
  expect(heights.toSorted((a, b) => b - a)).toEqual(heights);
  const right = Array.from(lineOf(list, 'right'));
  expect(line.at(-2)).toBeLessThan(right.at(-2)!);
});

test('no word of a quantile plot lies on a curve, and no tick touches the name of its axis', () => {
  // Nine of ten runs arrive, so both curves cross the criterion far right.
  const aways = Array.from({ length: 100 }, (_, i) => (i < 90 ? 1e-6 * 1.05 ** i : 0.5 + 0.01 * i));
  for (let width = 240; width <= 520; width += 5) {
    const list = drawQuantiles({
      ...SIZE,
      width,
      scale: 8 / 9,
      left: { aways: each(aways), label: 'left' },
      right: { aways: each(aways.map((away) => away / 2)), label: 'right' },
      within: 0.01,
      criterion: 'criterion',
      axes: { x: 'share of the runs', y: 'distance' },
    });
    const words = flat(list).flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
    const word = words.find(({ text }) => text === 'criterion')!;
    const right = word.x + textWidth(word.text, word.size);
    for (const side of ['left', 'right'] as const) {
      const line = Array.from(lineOf(list, side));
      for (let i = 0; i < line.length; i += 2)
        if (line[i]! >= word.x && line[i]! <= right)
          expect(Math.abs(line[i + 1]! - word.y)).toBeGreaterThan(word.size / 2);
    }
    const name = words.find(({ text }) => text === 'share of the runs')!;
    const from = name.x - 1.15 * textWidth(name.text, name.size);
    for (const tick of words.filter(({ text, y }) => y === name.y && text !== name.text))
      expect(tick.x + textWidth(tick.text, tick.size) / 2, `${width}: ${tick.text}`).toBeLessThan(from);
  }
});

describe('a panel of a phase diagram', () => {
  const input = {
    ...SIZE,
    columns: ['1', '2', '3'],
    rows: ['2', '4'],
    values: [0, 0.5, 1, Number.NaN, 1, 1],
    kind: 'share' as const,
    ticks: [],
    axes: { x: 'n/d', y: 'd' },
    lines: [],
    cursor: null,
  };

  test('draws the cells that are known, the first row below', () => {
    const rect = phaseRect(input);
    const cells = flat(drawPhase(input)).filter(
      (mark) => mark.kind === 'rect' && mark.fill !== undefined && mark.rect.y < rect.y + rect.height,
    );
    expect(cells).toHaveLength(5);
    const [first] = cells;
    if (first?.kind !== 'rect') throw new Error('expected a cell');
    expect(first.fill).toBe(phaseColour(palette, 'share', 0));
    expect(first.rect.y).toBeGreaterThan(rect.y + rect.height / 2 - 1);
  });

  test('knows its cells by their places', () => {
    const rect = phaseRect(input);
    expect(cellAt(input, rect.x + 1, rect.y + rect.height - 1)).toBe(0);
    expect(cellAt(input, rect.x + rect.width - 1, rect.y + 1)).toBe(5);
    expect(cellAt(input, rect.x - 1, rect.y + 1)).toBeNull();
  });

  test('names the values of its colours, the ends of the bar at the ends of the panel', () => {
    const list = drawPhase({
      ...input,
      kind: 'difference',
      extent: 0.2,
      ticks: [
        { value: -0.2, label: '−20' },
        { value: 0, label: '0' },
        { value: 0.2, label: '+20' },
      ],
    });
    const rect = phaseRect(input);
    const at = (text: string) => flat(list).find((mark) => mark.kind === 'text' && mark.text === text);
    expect([at('−20'), at('0'), at('+20')]).toMatchObject([
      { x: rect.x, anchor: 'start' },
      { x: rect.x + rect.width / 2, anchor: 'middle' },
      { x: rect.x + rect.width, anchor: 'end' },
    ]);
    const fills = flat(list).flatMap((mark) =>
      mark.kind === 'rect' && mark.fill !== undefined && mark.rect.y > rect.y + rect.height
        ? [mark.fill]
        : [],
    );
    expect(fills.length).toBeGreaterThan(20);
    // The largest difference has the map's full colour in every theme.
    expect(phaseColour(palette, 'difference', -0.2, 0.2)).toBe(rgb(palette.mapLeft));
    expect(phaseColour(PALETTES.dark, 'difference', 0.2, 0.2)).toBe(rgb(PALETTES.dark.mapRight));
  });

  test('colours differences by the side that is ahead', () => {
    expect(phaseColour(palette, 'difference', 0)).not.toBe(phaseColour(palette, 'difference', 0.5));
    expect(phaseColour(palette, 'difference', -0.5)).not.toBe(phaseColour(palette, 'difference', 0.5));
  });
});

describe('a strip of runs', () => {
  const strip = (dots: readonly Outcome[], places: number, side: 'left' | 'right' = 'left', size = SIZE) =>
    flat(drawStrip({ ...size, side, dots, places })).flatMap((mark) =>
      mark.kind === 'symbols' ? [mark] : [],
    );
  const count = ({ points }: { points: ArrayLike<number> }) => points.length / 2;

  test('has a dot for each run, another for each end, and a place for each to come, all in the picture', () => {
    const dots = OUTCOMES.flatMap((kind, i) => new Array<Outcome>(i + 1).fill(kind));
    for (const size of [SIZE, { ...SIZE, width: 320, height: 60 }, { ...SIZE, width: 700, height: 20 }])
      for (const places of [dots.length, 80, 1000]) {
        const [coming, ...marks] = strip(dots, places, 'left', size);
        expect(count(coming!)).toBe(places - dots.length);
        expect(marks.map(count)).toEqual(OUTCOMES.map((_, i) => i + 1));
        const looks = marks.map(({ shape, fill, size }) => `${shape} ${fill ? 'filled' : 'outline'} ${size}`);
        expect(new Set(looks).size).toBe(OUTCOMES.length);
        const all = [coming!, ...marks].flatMap(({ points }) => {
          const flat = Array.from(points);
          return flat.flatMap((x, i) => (i % 2 === 0 ? [`${x} ${flat[i + 1]}`] : []));
        });
        expect(new Set(all).size).toBe(places);
        for (const place of all) {
          const [x, y] = place.split(' ').map(Number) as [number, number];
          expect(x > 0 && x < size.width && y > 0 && y < size.height, place).toBe(true);
        }
      }
  });

  test('runs column by column from the left, in the shape of its side', () => {
    const [, arrived] = strip(['star', 'star'], 1000, 'right');
    expect(arrived!.shape).toBe('square');
    expect(arrived!.points[0]).toBe(arrived!.points[2]);
    expect(arrived!.points[3]).toBeGreaterThan(arrived!.points[1]!);
    expect(strip(['star'], 1)[1]!.shape).toBe('dot');
  });
});

describe('shares along one axis', () => {
  const known = (share: number) => ({ share, low: share / 2, high: (1 + share) / 2 });
  const input = {
    ...SIZE,
    columns: ['5', '10', '20', '40'],
    left: { label: 'left', shares: [known(0), known(0.1), null, known(0.6)] },
    right: { label: 'right', shares: [known(1), known(1), null, known(1)] },
    other: null,
    most: { label: 'at most', lines: [[0, 0.05, 1, 0.2, 2, 0.5, 3, 0.75]] },
    axis: 'neurons',
    cursor: 1,
  };
  const list = drawShares(input);
  const [bound] = marksOf(list, 'path', 'bound')[0]!.lines as [ArrayLike<number>];

  test('the bound passes above every measured share that it bounds, in its column', () => {
    const line = lineOf(list, 'left');
    expect(Array.from(line)).toHaveLength(6);
    for (let i = 0; i < 6; i += 2) {
      const column = columnAt(input, line[i]!)!;
      expect(column).toBe([0, 1, 3][i / 2]);
      expect(columnAt(input, bound[2 * column]!)).toBe(column);
      expect(bound[2 * column + 1]!).toBeLessThan(line[i + 1]!);
    }
    expect(columnAt(input, 0)).toBe(null);
    expect(columnAt(input, SIZE.width)).toBe(null);
  });

  test('all words fit, in a narrow drawer too', () => {
    for (const width of [280, 320, 400])
      for (const mark of flat(drawShares({ ...input, width })))
        if (mark.kind === 'text') {
          const long = textWidth(mark.text, mark.size);
          const from = { start: mark.x, middle: mark.x - long / 2, end: mark.x - long }[mark.anchor];
          expect(from, mark.text).toBeGreaterThanOrEqual(0);
          expect(from + long, mark.text).toBeLessThanOrEqual(width);
        }
  });

  test('of one ensemble the bar ends left of the mark of the bound', () => {
    const bar = drawShareBar({
      ...SIZE,
      height: 24,
      share: 0.25,
      interval: { low: 0.2, high: 0.3 },
      most: 0.317,
    });
    const fill = bar.find((mark) => mark.kind === 'rect');
    const mark = marksOf(bar, 'path', 'bound')[0]!.lines[0]!;
    expect(fill!.rect.width / (mark[0]! - fill!.rect.x)).toBeCloseTo(0.25 / 0.317, 9);
  });
});
