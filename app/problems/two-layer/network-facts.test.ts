import '../../i18n/all-words.ts';
import { describe, expect, test } from 'vitest';
import { loadProblem } from '../../../engine/problems/index.ts';
import { createRun } from '../../../engine/run/create-run.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { createTrajectory } from '../../session/run/trajectory.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { hardlyFalls } from '../kit/gap/hardly-falls.ts';
import {
  bestBound,
  countDirections,
  countKept,
  directionsOf,
  excessOver,
  isZeroOptimum,
  provedBound,
} from './network-facts.ts';

const translate = createTranslate('en');
const t = ((...asked: Parameters<typeof translate>) =>
  translate(...asked).replaceAll('\u00A0', ' ')) as typeof translate;

interface Known {
  readonly program?: 'exact' | 'sampled';
  readonly solved?: boolean;
  readonly optimum?: { readonly lowerBound: number; readonly objective: number };
  readonly optimumOf?: number;
  readonly status?: string;
  readonly k?: number;
}

/** Returns a source of the bound: landscape 7, and a right side of three steps. */
function known({
  program = 'exact',
  solved = true,
  optimum,
  optimumOf = 7,
  status = 'moving',
  k = 2,
}: Known) {
  const state = {
    k,
    landscape: 7,
    opened: { info: { neurons: 1, program, solved } },
    sides: { right: { status } },
    readings: optimum ? { optimum: { landscape: optimumOf, step: null, value: optimum } } : {},
  } as unknown as AppState;
  const right = { series: { bound: [0, 0.2, 0.5], objective: [3, 1, 0.6] }, count: 3, stride: 1, last: 2 };
  return [state, { left: right, right } as unknown as Session['trajectories']] as const;
}

describe('the proved bound', () => {
  test('is what the program has certified by the shown step, and stays when it has ended', () => {
    expect(provedBound(...known({ k: 1 }))).toBe(0.2);
    expect(provedBound(...known({ k: 9 }))).toBe(0.5);
    expect(bestBound(...known({ k: 0 }))).toBe(0.5);
  });

  test('is none for sampled patterns', () => {
    expect(provedBound(...known({ program: 'sampled' }))).toBeNaN();
  });

  test('beside the relaxation is that of the optimum, once it is known, and of this landscape alone', () => {
    const optimum = { lowerBound: 0.4, objective: 0.4 };
    expect(provedBound(...known({ solved: false }))).toBeNaN();
    expect(provedBound(...known({ solved: false, optimum }))).toBe(0.4);
    expect(provedBound(...known({ solved: false, optimum, optimumOf: 6 }))).toBeNaN();
  });

  test('an optimum of zero is known only where the program has ended there', () => {
    expect(isZeroOptimum(...known({ status: 'optimal' }))).toBe(false);
    const [state, trajectories] = known({ status: 'optimal' });
    const zero = {
      ...trajectories.right,
      series: { objective: [3, 1, 0] },
    } as unknown as typeof trajectories.right;
    expect(isZeroOptimum(state, { ...trajectories, right: zero })).toBe(true);
    expect(isZeroOptimum({ ...state, k: 1 }, { ...trajectories, right: zero })).toBe(false);
    expect(isZeroOptimum(...known({ solved: false, optimum: { lowerBound: 0, objective: 0 } }))).toBe(true);
  });
});

describe('the left side hardly moves', () => {
  /** The first steps of the left side, with the words of each. */
  async function played(link: string, steps: number) {
    const { scenario } = parseLink(link);
    const race = createRun(
      (await loadProblem(scenario.problem)).prepare(scenario.values, null),
      scenario.values,
    );
    const left = createTrajectory();
    left.clear(race.first().left.width);
    left.append(race.advance(steps).left);
    const state = (k: number) => ({ k, sides: { left: { last: left.last } } }) as unknown as AppState;
    const said = Array.from({ length: left.count }, (_, k) =>
      hardlyFalls({ trajectories: { left, right: left } }, state(k), 'objective'),
    );
    return { said, objective: Array.from(left.series.objective.subarray(0, left.count)) };
  }

  test.each(['gd', 'heavyball', 'nesterov', 'adam', 'sgd'])(
    'by %s where F has been within 1e-3 of what it is for 20 steps',
    async (rule) => {
      let risen = 0;
      for (const seed of [1, 2, 3, 4]) {
        const link = `#v=1&problem=two-layer&seed=${seed}&pseed=${seed}&sseed=${seed}&rule=${rule}`;
        const { said, objective } = await played(link, 1000);
        for (const [k, is] of said.entries()) {
          const now = objective[k]!;
          const away = objective.slice(Math.max(0, k - 20), k + 1).map((F) => Math.abs(F - now) / now);
          if (k >= 20 && objective[k - 20]! - now <= 1e-4 * now && Math.max(...away) > 1e-2) risen++;
          if (is) expect(Math.max(...away), `${link} ${k}`).toBeLessThanOrEqual(1e-3);
        }
      }
      // F has not fallen since 20 steps before, and was elsewhere between: that alone was once taken for hardly moving.
      if (rule !== 'gd') expect(risen).toBeGreaterThan(10);
    },
  );
});

test('the excess is relative; over zero there is none', () => {
  expect(excessOver(0.5, 0.75)).toBe(0.5);
  expect(excessOver(0.5, 0.4)).toBe(0);
  expect(excessOver(0, 0.1)).toBeNaN();
  expect(excessOver(Number.NaN, 1)).toBeNaN();
});

describe('flat networks', () => {
  // (1, 0), (0, 2), (0, 0), (3, 4) with output weights 2, -1, 5, 0.
  const network = Float64Array.of(1, 0, 0, 2, 0, 0, 3, 4, 2, -1, 5, 0);

  test('neurons that add something are counted', () => {
    expect(countKept(network, 2)).toBe(2);
  });

  test('are directions with strengths of the sign of their output', () => {
    const { angles, strengths } = directionsOf(network);
    expect(Array.from(strengths)).toEqual([2, -2, 0, 0]);
    expect(angles[1]).toBeCloseTo(Math.PI / 2, 15);
  });

  test('directions are counted, those of either sign apart', () => {
    expect(countDirections(network, 2)).toEqual({ directions: 2, signs: 2, neurons: 2 });
    const together = Float64Array.of(1, 2, 2, 4, 0, 0, 1, 3, 0);
    expect(countDirections(together, 2)).toEqual({ directions: 1, signs: 1, neurons: 2 });
    const apart = Float64Array.of(1, 2, 2, 4, 3, 6, 1, -3, -1);
    expect(countDirections(apart, 2)).toEqual({ directions: 2, signs: 2, neurons: 3 });
  });
});

describe('words', () => {
  const facts = {
    excess: 7.6779,
    least: Number.NaN,
    above: 6.7431,
    zero: false,
    optimal: false,
    atRest: true,
    slow: false,
    trained: true,
    diverged: false,
    k: 9,
    program: 'exact',
  } as const;

  const gap = { excess: Number.NaN, least: Number.NaN, sampled: false, zero: false, diverged: false };

  test('a multiple of the best possible is told without “at most” where three digits are known', () => {
    const moving = { ...facts, atRest: false };
    expect(t('network.verdict', { ...moving, least: 7.6778 })).toBe(
      'Still moving, 8.68 times the best possible.',
    );
    expect(t('network.verdict', { ...moving, least: 7.66 })).toContain(
      'at most 8.68 times the best possible',
    );
    expect(t('network.within', { ...gap, excess: 7.6779, least: 7.6778 })).toBe(
      '8.68 times the best possible (proved)',
    );
    expect(t('network.verdict', { ...facts, excess: 3e-10, optimal: true })).toBe(
      'Optimal to rounding (proved).',
    );
    expect(t('network.verdict', { ...facts, excess: 3e-7, optimal: true })).toBe(
      'Optimal to 0.001 % (proved).',
    );
  });

  test('what is said to be proved is rounded to the safe side', () => {
    expect(t('network.verdict', facts)).toBe(
      'Spurious: at least 7.74 times the best network of this width (proved).',
    );
    expect(t('network.verdict', { ...facts, above: 0.14269 })).toContain('at least 14.2 %');
    expect(t('network.within', { ...gap, excess: 7.6779 })).toBe(
      'at most 8.68 times the best possible (proved)',
    );
    expect(t('network.within', { ...gap, excess: 0.003011 })).toBe(
      'at most 0.302 % above the best possible (proved)',
    );
  });

  test('the program’s gap is said over the bound, as beside it', () => {
    for (const excess of [0.0965, 0.4, 8.9]) {
      const facts = { excess, least: Number.NaN, endedAt: null, kept: 5 };
      const figure = (words: string) => /[\d.]+/.exec(words)![0];
      const said = figure(t('network.within', { ...gap, excess }));
      for (const status of ['moving', 'resists'])
        expect(figure(t('network.verdictProgram', { ...facts, status }))).toBe(said);
    }
    const none = { ...gap, endedAt: null, kept: 5 };
    expect(t('network.verdictProgram', { ...none, status: 'moving' })).toBe('Solving: 5 neurons.');
  });

  test('rest is spurious only where a better network of its width is known', () => {
    for (const above of [Number.NaN, 0, 5e-4])
      expect(t('network.verdict', { ...facts, above })).toBe(
        'Stopped, at most 8.68 times the best possible.',
      );
  });

  test('an optimum of zero is told, not a percentage', () => {
    const zero = { ...facts, excess: Number.NaN, zero: true };
    expect(t('network.verdict', zero)).toBe('Stopped: the best possible is F = 0 (proved).');
    expect(t('network.within', { ...gap, excess: Number.NaN, zero: true })).toContain('F = 0 (proved)');
  });

  test('a network is collapsed where its neurons share as few directions as there are signs', () => {
    const words = (directions: number, signs: number, neurons: number) =>
      t('network.verdictRelaxed', { objective: '1', directions, signs, neurons });
    expect(words(1, 1, 6)).toMatch(/^Collapsed: all neurons point/);
    expect(words(2, 2, 6)).toMatch(/^Collapsed: all neurons of the same sign/);
    expect(words(1, 1, 1)).toContain('1 direction.');
    expect(words(2, 1, 6)).toContain('2 directions.');
  });

  test('nothing is called spurious that still moves, nothing proved without a bound', () => {
    expect(t('network.verdict', { ...facts, atRest: false })).toBe(
      'Still moving, at most 8.68 times the best possible.',
    );
    expect(t('network.verdict', { ...facts, atRest: false, slow: true })).toMatch(/^Barely moving, at most/);
    for (const excess of [Number.NaN, 0.5])
      expect(t('network.verdict', { ...facts, excess, program: 'sampled' })).not.toMatch(/spurious|above/i);
    expect(t('network.verdict', { ...facts, excess: Number.NaN })).toBe('Stopped.');
    expect(t('network.within', { ...gap, excess: Number.NaN, sampled: true })).toContain('no bound');
  });

  test('what is at most so much is rounded up, whatever its size', () => {
    const within = (excess: number) => t('network.within', { ...gap, excess });
    expect(within(0.99999)).toContain('at most 100 % above');
    expect(within(1.0001)).toContain('at most 2.01 times');
    expect(within(297.5618)).toContain('at most 299 times');
    expect(within(12344)).toContain('at most 12,400 times');
    expect(within(1.2345e206)).toContain('at most 1.24 × 10²⁰⁶ times');
    expect(t('network.within', { ...gap, excess: 1e9, diverged: true })).toBe('diverged');
  });

  test('the bound of networks that train both layers is no reproach to one that holds its outputs', () => {
    expect(t('network.verdict', { ...facts, above: Number.NaN, trained: false })).toBe(
      'Stopped, at most 8.68 times the best possible with trained outputs.',
    );
  });

  test('ready, diverged and optimal are told apart', () => {
    expect(t('network.verdict', { ...facts, k: 0 })).toBe('Ready.');
    expect(t('network.verdict', { ...facts, diverged: true })).toContain('Diverged');
    expect(t('network.verdict', { ...facts, excess: 4e-4, optimal: true })).toBe(
      'Optimal to 0.040 % (proved).',
    );
  });
});
