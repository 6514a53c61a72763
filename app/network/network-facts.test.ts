import { describe, expect, test } from 'vitest';
import '../messages/en-network.ts';
import { createTranslate } from '../messages/messages.ts';
import type { AppState } from '../state/store.ts';
import { countKept, directionsOf, excessOver, pointTogether, provedBound } from './network-facts.ts';

const t = createTranslate('en');

/** What of the state the bound is read from. */
function known(
  optimum: { lowerBound: number } | null,
  ofLeft: number,
  program: 'exact' | 'hinges' | 'sampled' = 'exact',
): AppState {
  return {
    network: { optimum, reading: { left: { lowerBound: ofLeft } } },
    opened: { network: { program } },
  } as unknown as AppState;
}

describe('the proved bound', () => {
  test('is the best that is known', () => {
    expect(provedBound(known({ lowerBound: 0.5 }, 0.2))).toBe(0.5);
    expect(provedBound(known({ lowerBound: 0.5 }, 0.6))).toBe(0.6);
  });

  test('is none before the program is solved', () => {
    expect(provedBound(known(null, 0.6))).toBeNaN();
  });

  test('with free biases takes nothing from a residual, which proves it for penalised ones', () => {
    expect(provedBound(known({ lowerBound: 0.5 }, 0.9, 'hinges'))).toBe(0.5);
  });
});

test('the excess is relative to the bound; over a bound of zero only zero is known', () => {
  expect(excessOver(0.5, 0.75)).toBe(0.5);
  expect(excessOver(0.5, 0.4)).toBe(0);
  expect(excessOver(0, 0)).toBe(0);
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

  test('point together where all that add something do, with one sign', () => {
    expect(pointTogether(network, 2)).toBe(false);
    expect(pointTogether(Float64Array.of(1, 2, 2, 4, 0, 0, 1, 3, 0), 2)).toBe(true);
    expect(pointTogether(Float64Array.of(1, 2, 2, 4, 0, 0, 1, -3, 0), 2)).toBe(false);
    expect(pointTogether(Float64Array.of(0, 0, 1), 2)).toBe(false);
  });
});

describe('words', () => {
  const facts = {
    excess: 7.6779,
    optimal: false,
    atRest: true,
    diverged: false,
    k: 9,
    program: 'exact',
  } as const;

  test('what is said to be proved is rounded to the safe side', () => {
    expect(t('network.verdict', facts)).toBe('Spurious: at least 767 % above the optimum (proved).');
    expect(t('network.verdict', { ...facts, excess: 0.14269 })).toContain('at least 14.2 %');
    expect(t('network.within', { excess: 7.6779, sampled: false })).toBe(
      'at most 768 % above the best possible (proved)',
    );
    expect(t('network.within', { excess: 0.003011, sampled: false })).toBe(
      'within 0.302 % of the best possible (proved)',
    );
  });

  test('nothing is called spurious that still moves, nothing proved without a bound', () => {
    expect(t('network.verdict', { ...facts, atRest: false })).toBe('767 % above the proved bound, moving.');
    for (const excess of [Number.NaN, 0.5])
      expect(t('network.verdict', { ...facts, excess, program: 'sampled' })).not.toMatch(/spurious|above/i);
    expect(t('network.verdict', { ...facts, excess: Number.NaN })).toBe('At rest.');
    expect(t('network.within', { excess: Number.NaN, sampled: true })).toContain('no bound');
  });

  test('ready, diverged and optimal are told apart', () => {
    expect(t('network.verdict', { ...facts, k: 0 })).toBe('Ready at the start.');
    expect(t('network.verdict', { ...facts, diverged: true })).toContain('Diverged');
    expect(t('network.verdict', { ...facts, excess: 4e-4, optimal: true })).toMatch(/^Optimal to tolerance/);
  });
});
