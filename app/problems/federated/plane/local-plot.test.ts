import { expect, it } from 'vitest';
import { problem } from '../../../../engine/problems/federated/problem.ts';
import type { PlaneInfo } from '../../../../engine/problems/federated/types.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { drawNow } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import '../words.en.ts';
import { createLocal } from './local-drawing.ts';
import { drawLocal, HIGHEST, localAt, MOST } from './local-plot.ts';

const SIZE = { width: 500, height: 300 };
const names = { bias: 'Bias', slowest: 'Slowest factor', axis: 'K' };

function drawn(given: Readonly<Record<string, unknown>>, pointed: number | null = null) {
  const info = problem.prepare(createScenario('federated', given as never).values, null).info as PlaneInfo;
  const { biases, slowests, cure, sides } = info;
  const dots = (['right', 'left'] as const).map((side) => ({ side, ...sides[side] }));
  const list = drawLocal({
    ...SIZE,
    palette: PALETTES.light,
    scale: 1,
    biases,
    slowests,
    cure,
    dots,
    pointed,
    names,
  });
  return { info, list };
}

it('a pixel is a K, from 1 to 1,000, and back', () => {
  const { list } = drawn({ local: 37 });
  const [dot] = marksOf(list, 'symbols', 'head-left');
  expect(localAt(SIZE, 1, dot!.points[0]!)).toBe(37);
  expect([localAt(SIZE, 1, -50), localAt(SIZE, 1, 900)]).toEqual([1, MOST]);
  expect(localAt(SIZE, 2, 20)).toBe(1);
});

it('both curves rise and fall as the engine says, and each side has its dot on them', () => {
  const { list } = drawn({ local: 20 });
  const [bias, slowest] = marksOf(list, 'path', 'bound').map(({ lines }) => lines[0]!);
  const heights = (line: ArrayLike<number>) => Array.from(line).filter((_, i) => i % 2 === 1);
  const isSorted = (values: number[], sign: number) =>
    values.every((value, i) => i === 0 || sign * (value - values[i - 1]!) <= 1e-9);
  // Up is towards smaller y.
  expect(isSorted(heights(bias!), 1)).toBe(true);
  expect(isSorted(heights(slowest!), -1)).toBe(true);
  const dots = ['head-left', 'head-right'].map((role) => marksOf(list, 'symbols', role as 'head-left'));
  expect(dots.map((marks) => marks.length)).toEqual([2, 2]);
  // K = 1 of the right: no bias.
  expect(dots[1]![0]!.points[1]).toBeCloseTo(heights(bias!)[0]!, 6);
});

it('without a rest there is no bias to draw, and a factor that is off the axis stays at its edge', () => {
  const { list, info } = drawn({ c: 2.2 });
  // One step of each client is a contraction all the same.
  expect([info.biases[0], ...info.biases.slice(19, 40)]).toEqual([0, ...new Array(21).fill(Number.NaN)]);
  expect(marksOf(list, 'symbols', 'head-left')).toHaveLength(1);
  const [, slowest] = marksOf(list, 'path', 'bound');
  const flat = Array.from(slowest!.lines[0]!);
  expect(flat.every(Number.isFinite)).toBe(true);
  expect(Math.min(...flat.filter((_, i) => i % 2 === 1))).toBeGreaterThan(0);
});

it('says so where factors are cut off at the edge', () => {
  const nameOf = (given: Readonly<Record<string, unknown>>) => {
    const { info } = drawn(given);
    const state = {
      opened: { info },
      openedProblem: 'federated',
      scenario: { values: { forecast: true } },
      k: 0,
      lecture: null,
    };
    const canvas = { size: SIZE, drawStyle: { scale: 1, palette: PALETTES.light }, t: createTranslate('en') };
    const snapshot = { store: { getState: () => state } } as unknown as Snapshot;
    const list = drawNow(createLocal(), snapshot, canvas);
    return [info, list.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))] as const;
  };
  for (const given of [{}, { c: 1.9 }, { c: 2.2 }, { quad: 'tilted', c: 3 }, { server: 2 }, { c: 1e6 }]) {
    const [{ slowests }, texts] = nameOf(given);
    const isCut = slowests.some((factor) => factor > HIGHEST);
    expect(
      texts.filter((text) => text.includes(`drawn up to ${HIGHEST}`)).length,
      JSON.stringify(given),
    ).toBe(isCut ? 1 : 0);
  }
});

it('marks the K that is read in both', () => {
  expect(marksOf(drawn({}, 5).list, 'path', 'hover')).toHaveLength(2);
  expect(marksOf(drawn({}).list, 'path', 'hover')).toHaveLength(0);
});

it.each([
  ['scaffold', {}],
  ['prox', { mu: 5 }],
] as const)(
  '%s: a dashed line goes through the right side\u2019s dot; thin is one local step',
  (versus, more) => {
    const { list, info } = drawn({ versus, local: 20, ...more });
    const { locals, slowests } = info.cure!;
    const at = locals.indexOf(20);
    expect(slowests[at]).toBeCloseTo(info.sides.right.slowest, 12);
    const dashed = marksOf(list, 'path', 'curve-right');
    expect(dashed).toHaveLength(2);
    const dots = marksOf(list, 'symbols', 'head-right').map(({ points }) => [points[0]!, points[1]!]);
    for (const [i, [x, y]] of dots.entries()) {
      const line = Array.from(dashed[i]!.lines[0]!);
      const near = line.flatMap((_, j) =>
        j % 2 === 0 && j + 3 < line.length && line[j]! <= x! + 1e-9 && line[j + 2]! >= x! - 1e-9 ? [j] : [],
      );
      const [j] = near;
      const share = (x! - line[j!]!) / (line[j! + 2]! - line[j!]! || 1);
      expect(line[j! + 1]! + share * (line[j! + 3]! - line[j! + 1]!)).toBeCloseTo(y!, 0);
    }
    const thin = marksOf(list, 'path', 'criterion');
    expect(thin).toHaveLength(1);
  },
);

it('other right sides have no second line', () => {
  const { list } = drawn({ local: 20 });
  expect(marksOf(list, 'path', 'criterion')).toEqual([]);
  expect(marksOf(list, 'path', 'curve-right').flatMap(({ lines }) => lines)).toEqual([]);
});
