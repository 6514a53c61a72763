import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import { clipSegment, overlapArea } from '../../charts/geometry.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import { boxOfEnd } from '../../pictures/curve/curve-plot.ts';
import { curveRect } from '../../pictures/curve/step-plot.ts';
import { drawLines, type LinesInput, type PlotLine } from './lines-plot.ts';
import { firstWitness, largestRatio, ROUNDING, saidRadius, saidRate, saidRatio } from './witness.ts';

const line = (values: number[], rest: Partial<PlotLine> = {}): PlotLine => ({
  ...{ side: 'left', look: 'main', values, count: values.length, perStep: 1, label: 'free', ended: false },
  ...rest,
});
const input = (lines: PlotLine[], more: Partial<LinesInput> = {}): LinesInput => ({
  ...{ width: 320, height: 160, scale: 1, palette: PALETTES.light, title: 'SNR', axis: 'step' },
  ...{ lines, isLog: false, span: 120, step: 40, hover: null, lit: null },
  ...more,
});
const { y: top, height } = curveRect(320, 160, 1);
const pathOf = (list: ReturnType<typeof drawLines>, role: 'curve-left' | 'curve-right' | 'bound') =>
  marksOf(list, 'path', role)[0]!.lines;

describe('lines and their names', () => {
  it('leave a linear axis that does not follow them', () => {
    const falls = line([0, 6, 2, -20, -120]);
    const stays = line([0, 3, 4, 4, 4], { side: 'right', label: 'nonexpansive' });
    const [points] = pathOf(drawLines(input([falls, stays], { within: [-5, 100] })), 'curve-left');
    const [, y0, , y1, , y2, , y3] = Array.from(points!);
    // 6 dB have the same height everywhere, and values below the axis are below the plot.
    expect((y0! - y1!) / 6).toBeCloseTo((y2! - y1!) / 4, 6);
    expect(y3).toBeGreaterThan(top + height);
    const [all] = pathOf(drawLines(input([falls, stays])), 'curve-left');
    expect(all![9]!).toBeLessThanOrEqual(top + height);
  });

  it('leave a gap where a radius is rounding', () => {
    const radius = line([1, 1e-6, 1e-13, 1e-14], { look: 'bound', floor: ROUNDING, label: 'radius' });
    const list = drawLines(input([line([1, 1e-3, 1e-9, 1e-16]), radius], { isLog: true }));
    expect(pathOf(list, 'bound').map(({ length }) => length)).toEqual([4]);
    expect(pathOf(list, 'curve-left').map(({ length }) => length)).toEqual([8]);
  });

  it('names a third line and a level beside those of both sides, each apart from the others', () => {
    const count = 41;
    const rising = (to: number) => Array.from({ length: count }, (_, k) => (to * k) / (count - 1));
    const list = drawLines(
      input(
        [
          line(rising(2), { look: 'third', label: 'CLEAN' }),
          line(rising(6)),
          line(rising(4), { side: 'right', label: 'nonexpansive' }),
        ],
        { guide: { value: 0.7, label: 'dirty image 0.70' } },
      ),
    );
    const names = list.flatMap((mark) => (mark.kind === 'text' && mark.weight === 600 ? [mark] : []));
    expect(names.map(({ text }) => text).sort()).toEqual([
      'CLEAN',
      'SNR',
      'dirty image 0.70',
      'free',
      'nonexpansive',
    ]);
    const boxes = names.map((name) => boxOfEnd(name));
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) expect(overlapArea(a, b)).toBeLessThan(20);
    for (const { x, y, width } of boxes.slice(1)) {
      expect(x).toBeGreaterThan(0);
      expect(x + width).toBeLessThan(330);
      expect(y).toBeGreaterThan(0);
    }
  });

  it('has a ring about the witness, on its line', () => {
    const ratio = line([Number.NaN, Number.NaN, 0.9, 0.99, 1.05, 1.1]);
    const found = firstWitness(ratio)!;
    expect(found).toEqual({ side: 'left', step: 4, value: 1.05 });
    const witness = { ...found, label: 'round 4' };
    const list = drawLines(input([ratio], { witness, guide: { value: 1, label: '' } }));
    const [ring] = marksOf(list, 'symbols', 'match');
    const points = pathOf(list, 'curve-left')[0]!;
    expect([...(ring!.points as number[])]).toEqual([points[4], points[5]]);
    expect(list.some((mark) => mark.kind === 'text' && mark.text === 'round 4')).toBe(true);
    expect(marksOf(drawLines(input([ratio])), 'symbols', 'match')).toEqual([]);
  });
});

it('what points out a witness lies over no line, in any room, or is left out', () => {
  const room = fc.record({
    width: fc.integer({ min: 180, max: 480 }),
    height: fc.integer({ min: 84, max: 260 }),
    scale: fc.constantFrom(1, 1.5),
  });
  const wave = fc.array(fc.double({ min: 0.5, max: 1.4, noNaN: true }), { minLength: 3, maxLength: 60 });
  let written = 0;
  fc.assert(
    fc.property(room, wave, wave, ({ scale, ...size }, left, right) => {
      const ratios = [line(left), line(right, { side: 'right', label: 'nonexpansive' })];
      const witness = { side: 'left' as const, step: 1, value: left[1]!, label: 'round 1: 1.007 > 1' };
      const more = { ...size, scale, span: 60, witness, guide: { value: 1, label: '' } };
      const list = drawLines(input(ratios, more));
      const label = list.find((mark) => mark.kind === 'text' && mark.text === witness.label);
      if (label?.kind !== 'text') return;
      written++;
      const box = boxOfEnd(label);
      for (const side of ['curve-left', 'curve-right'] as const)
        for (const points of pathOf(list, side))
          for (let i = 0; i + 3 < points.length; i += 2)
            expect(clipSegment(points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!, box)).toBeNull();
    }),
    // Shrinking would take minutes.
    { numRuns: 300, endOnFailure: true },
  );
  expect(written).toBeGreaterThan(50);
});

describe('what rounding leaves of a claim', () => {
  it('no ratio that rounding may have lifted above 1 is a witness', () => {
    expect(firstWitness(line([0.5, 1 + 1e-9, 1]))).toBeNull();
    expect(firstWitness(line([0.5, 1 + 1e-9, 1.001]))?.step).toBe(2);
  });

  it('the largest ratio is that up to the shown step', () => {
    const trajectory = {
      count: 5,
      stride: 1,
      last: 4,
      series: { ratio: Float64Array.of(Number.NaN, 0.9, 1.2, 1.1, 1.3) },
    };
    const of = (step: number) =>
      largestRatio(trajectory as unknown as Parameters<typeof largestRatio>[0], step);
    expect([of(1), of(2), of(3), of(4)]).toEqual([
      null,
      { k: 2, ratio: 1.2 },
      { k: 2, ratio: 1.2 },
      { k: 4, ratio: 1.3 },
    ]);
  });

  it('a ratio above 1 is written above 1, and a radius never below what rounding allows', () => {
    expect([saidRatio(1.10312), saidRatio(1.00004), saidRatio(0.9997)]).toEqual([
      '1.103',
      '1.00004',
      '1.000',
    ]);
    expect([saidRadius(0.01234), saidRadius(1e-15)]).toEqual(['0.0124', '10⁻¹²']);
    // A rate below 1 is never written as 1.
    expect([saidRate(0.99071, 3), saidRate(0.99996, 4), saidRate(0.5, 3)]).toEqual([
      '0.991',
      '0.99996',
      '0.5',
    ]);
  });
});
