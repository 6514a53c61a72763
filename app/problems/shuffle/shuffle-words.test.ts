import '../index.ts';
import '../../i18n/all-words.ts';
import { describe, expect, it, test } from 'vitest';
import type { SideName } from '../../../engine/contract.ts';
import { SHUFFLE } from '../../../engine/problems/shuffle/card.ts';
import { SHUFFLE_ENDS } from '../../../engine/problems/shuffle/names.ts';
import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import { withDefaults } from '../../../engine/scenario/scenario.ts';
import { spread } from '../../../scripts/tier.mjs';
import { formatNumberShort } from '../../i18n/format.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { shownIterate } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import { sessionsOf } from '../../session/stub/open-sessions.ts';
import { words as presets } from './card-words.en.ts';
import { permutationName } from './permutation-names.ts';
import { lineOf, shuffleOf } from './shuffle-info.ts';
import { SHUFFLE_READER } from './shuffle-readings.ts';
import { triangleMap } from './triangle/maps.ts';
import { SHUFFLE_VIEW } from './view.ts';
import { words } from './words.en.ts';

const t = createTranslate('en');
const SIDES = ['left', 'right'] as const;
const short = (value: number) => formatNumberShort(Number(value.toPrecision(4)));
const { open, preset, wait } = sessionsOf(
  'shuffle',
  ({ store }) => {
    const { phase, target, pictured, landscape, readings, k } = store.getState();
    expect([phase, target, pictured === landscape, readings.matrices?.step]).toEqual([
      'ready',
      null,
      true,
      k,
    ]);
  },
  SHUFFLE_READER.bind,
  '&forecast=1',
);

const both = (of: (side: SideName) => string) => SIDES.map(of);
const verdicts = (one: Session) => both((side) => SHUFFLE_VIEW.verdict(one, one.store.getState(), side, t));
const infoOf = (one: Session) => shuffleOf(one.store.getState())!;

function permutationsOf(n: number): number[][] {
  if (n === 0) return [[]];
  return permutationsOf(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
  );
}

/** Returns ||A X - X B||_F^2 by entries; X matches i with p[i]. */
function costOf({ graphs, n }: ShuffleInfo, p: readonly number[]): number {
  const { a, b } = graphs!;
  let sum = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      // (AX)[i][p[j]] = A[i][j] and (XB)[i][p[j]] = B[p[i]][p[j]].
      sum += (a[n * i + j]! - b[n * p[i]! + p[j]!]!) ** 2;
    }
  return sum;
}

const reachable = ({ triangle, n }: ShuffleInfo) =>
  triangle
    ? [
        [0, 1, 2],
        [1, 2, 0],
        [2, 0, 1],
      ]
    : permutationsOf(n);

function matrixOf({ triangle, n }: ShuffleInfo, state: Float64Array): number[] {
  if (!triangle) return [...state];
  return Array.from({ length: 9 }, (_, i) => state[((i % 3) - Math.floor(i / 3) + 3) % 3]!).slice(0, n * n);
}

/** <X, M>. */
const along = (n: number, m: readonly number[], p: readonly number[]) =>
  p.reduce((sum, column, row) => sum + m[n * row + column]!, 0);

function penaltyOf(n: number, m: readonly number[]): number {
  const length = (of: (k: number) => number) =>
    Math.sqrt(Array.from({ length: n }, (_, k) => of(k) ** 2).reduce((sum, square) => sum + square, 0));
  let sum = 0;
  for (let i = 0; i < n; i++) sum += 2 - length((j) => m[n * i + j]!) - length((j) => m[n * j + i]!);
  return sum;
}

describe('presets end as their words will be told', () => {
  it.each([
    [
      'wrong-corner',
      [
        'Rounds to 1→3, 2→1, 3→2 at cost 40. The best of all three costs 24.',
        'Ends at 1→2, 2→3, 3→1: cost 24, the best of all three.',
      ],
    ],
    [
      'ramp-too',
      [
        'Rounds to 1→3, 2→1, 3→2 at cost 40. The best of all three costs 24.',
        'Ends at 1→3, 2→1, 3→2: cost 40. The best of all three costs 24.',
      ],
    ],
    [
      'convex-wins',
      [
        'Rounds to 1→2, 2→3, 3→1 at cost 0: the best of all three.',
        'Ends at 1→1, 2→2, 3→3: cost 72. The best of all three costs 0.',
      ],
    ],
  ])('%s', async (id, told) => {
    expect(verdicts(await preset(id, 1000))).toEqual(told);
  });

  it('nothing-to-round: a tie between permutations of cost 6 and 10', async () => {
    const session = await preset('nothing-to-round', 2000);
    expect(verdicts(session)[0]).toBe(
      'A tie: permutations of cost 6 to 10 are equally near. The best of all 24 costs 6.',
    );
  });

  it('what their sentences say of the graphs and the schedule', () => {
    const valuesOf = (id: string) =>
      withDefaults('shuffle', SHUFFLE.presets.find((one) => one.id === id)!.values).values;
    for (const id of ['ramp-too', 'ramp-wins']) {
      expect(presets[`preset.${id as 'ramp-too'}.sentence`]).toContain('200 steps');
      expect(valuesOf(id).ramp).toBe(200);
    }
    expect(presets['preset.noisy-copy.sentence']).toMatch(/^Six nodes/);
    expect((valuesOf('noisy-copy').A as number[]).length).toBe(21);
    expect(presets['preset.nothing-to-round.sentence']).toMatch(/^Four nodes/);
    expect((valuesOf('nothing-to-round').A as number[]).length).toBe(10);
  });

  it('an exact copy has a perfect match', async () => {
    const info = infoOf(await preset('convex-wins', 0));
    expect(permutationsOf(3).map((p) => costOf(info, p))).toContain(0);
  });
});

const DRAWN = [
  ...Array.from(
    { length: 12 },
    (_, seed) => `&graphs=weighted&n=3&seed=${seed}&sseed=${seed}&lambda=0.${1 + (seed % 4)}`,
  ),
  ...Array.from({ length: 6 }, (_, seed) => `&graphs=weighted&n=4&seed=${seed}&lambda=0.2&shape=all`),
  ...Array.from({ length: 4 }, (_, seed) => `&graphs=simple&n=4&seed=${seed}&lambda=0.3&ramp=50&shape=all`),
  ...Array.from({ length: 3 }, (_, seed) => `&graphs=copy&n=5&seed=${seed}&lambda=0.2&ramp=20&shape=all`),
  '&graphs=weighted&n=3&seed=4&shape=all&lambda=0.02',
];

test('verdicts of drawn instances: the permutation, its cost, the best of all listed, or what is tied', async () => {
  const seen: Record<string, number> = {};
  for (const link of spread(DRAWN, 13)) {
    const session = await open(link, 3000);
    const info = infoOf(session);
    const { n } = info;
    const all = reachable(info);
    const costs = all.map((p) => costOf(info, p));
    const best = Math.min(...costs);
    const listed = { 3: 'all three', 6: 'all six', 24: 'all 24', 120: 'all 120' }[all.length];
    for (const side of SIDES) {
      const m = matrixOf(info, shownIterate(session, side));
      const most = Math.max(...all.map((p) => along(n, m, p)));
      const nearest = all.flatMap((p, i) => (along(n, m, p) >= most - 1e-9 ? [i] : []));
      const told = SHUFFLE_VIEW.verdict(session, session.store.getState(), side, t);
      const { status } = session.store.getState().sides[side];
      seen[`${side} ${status}`] = (seen[`${side} ${status}`] ?? 0) + 1;
      const named = all.flatMap((p, i) => (told.includes(permutationName(p)) ? [i] : []));
      const rounded = nearest.map((i) => costs[i]!);
      if (nearest.length === 1 && status !== 'moving' && status !== 'between') {
        expect(named, `${link} ${told}`).toEqual(nearest);
        expect(told, link).toContain(`cost ${short(costs[nearest[0]!]!)}`);
      }
      if (/the best of/i.test(told)) expect(told, link).toMatch(new RegExp(`the best of ${listed}`, 'i'));
      if (/the best of/.test(told)) expect(Math.max(...rounded), `${link} ${told}`).toBeCloseTo(best, 9);
      if (/The best of/.test(told)) {
        expect(told, link).toContain(` costs ${short(best)}.`);
        expect(Math.max(...rounded)).toBeGreaterThan(best + 1e-9);
      }
      if (status === 'tie')
        expect(told).toContain(`cost ${short(Math.min(...rounded))} to ${short(Math.max(...rounded))}`);
      if (status === 'between') {
        expect(told, link).toContain(`P ${short(penaltyOf(n, m))}`);
        const below = /λ is (\S+) L, and the nearest holds descent above (\S+) L only/.exec(told);
        if (below) expect(Number(below[1])).toBeLessThanOrEqual(Number(below[2]));
        else expect(told).toMatch(/equally near|The nearest holds descent/);
      }
      if (status === 'moving') expect(told).toMatch(side === 'left' ? /^E \S+\. / : /^E \+ λP \S+\. /);
    }
  }
  for (const end of ['left best', 'left rounds', 'right permutation', 'right between'])
    expect(seen[end] ?? 0, `${end} in ${JSON.stringify(seen)}`).toBeGreaterThan(0);
});

test('corners have one name with their cost on both sides; above the share of L at which the slopes turn, one holds descent', async () => {
  for (const link of ['&lambda=0', '&lambda=0.05', '&lambda=0.1', '&lambda=0.15', '&lambda=0.3']) {
    const session = await open(link, 400);
    const state = session.store.getState();
    const info = infoOf(session);
    const q = info.triangle!.quadratic;
    // Slope of E + lambda P from corner k towards l: 6 lambda + 2 (Q_kl - Q_kk).
    const thresholds = [0, 1, 2].map((k) =>
      Math.max(...[0, 1, 2].filter((l) => l !== k).map((l) => (q[4 * k]! - q[3 * k + l]!) / 3)),
    );
    const names = reachable(info).map((p) => `${permutationName(p)}\ncost ${short(costOf(info, p))}`);
    for (const side of SIDES) expect(triangleMap(side).corners!(state, t, false)).toEqual(names);
    const held = reachable(info).flatMap((p, k) => (info.lambda > thresholds[k]! ? [lineOf(p)] : []));
    const told = triangleMap('right').overlay!.tell!(session, state, t);
    if (held.length === 0) expect(told).not.toContain('strict');
    else expect(told).toContain(`At this λ ${held.join(', ')} `);
  }
});

test('the side says lambda as a share of L, the line below in the units of E, and lambda now while it grows', async () => {
  const session = await open('&lambda=0.2&ramp=50', 10);
  const state = session.store.getState();
  const { lambda, smoothness } = infoOf(session);
  expect(SHUFFLE_VIEW.title(state, 'right', t)).toBe('Penalise, λ = 0.2 L, ramp 50');
  expect(lambda).toBeCloseTo(0.2 * smoothness, 12);
  expect(SHUFFLE_VIEW.footing(session, state, 'right', t).below).toContain('λ 0.2 L');
  expect(SHUFFLE_VIEW.note!(session, 'right', t)).toBe(', now λ 0.04 L');
  const later = await open('&lambda=0.2&ramp=50', 60);
  expect(SHUFFLE_VIEW.note!(later, 'right', t)).toBe('');
});

test('criteria are said as the engine tests them', () => {
  const power = (exponent: string) => `10⁻${exponent}`;
  expect([SHUFFLE_ENDS.gap, SHUFFLE_ENDS.penalty, SHUFFLE_ENDS.tie, SHUFFLE_ENDS.move]).toEqual([
    1e-9, 1e-9, 1e-9, 1e-12,
  ]);
  expect(words['shuffle.why.rests']).toContain(power('⁹'));
  expect(words['shuffle.why.tie']).toContain(power('⁹'));
  expect(words['shuffle.why.tie']).toContain(power('¹²'));
  expect(words['shuffle.why.between']).toMatch(/10⁻¹².*10⁻⁹/);
  expect(words['shuffle.why.corner']({ threshold: 0.05839, lambda: 0.1 })).toMatch(
    /10⁻⁹.*10⁻¹².*above 0\.05839 L.*is 0\.1 L\./,
  );
});

test('lambda and a threshold are told apart wherever they differ, in both languages', async () => {
  const { words: chinese } = await import('./words.zh.ts');
  const stand = {
    ...{ value: 1, penalty: 0.1, cost: 40, name: '1→3', best: 24, listed: 3 },
    least: 0,
    largest: 0,
    asks: false,
  };
  for (const threshold of [28.333333333333332, 13.666666666666666, 1e-5])
    for (const near of [0.5, 1e-3, 1e-6, 1e-12])
      for (const table of [words, chinese])
        for (const bare of [false, true]) {
          const below = { ...stand, threshold, lambda: threshold * (1 - near), bare };
          const numbers = (text: string) => text.match(/\d+(?:\.\d+)?(?: × 10⁻.)?/g)!;
          const [lambda, limit] = numbers(table['end.shuffle.right.between'](below)).slice(-2);
          expect(lambda, `${lambda} is not above ${limit}`).not.toBe(limit);
          const [at, own] = numbers(
            table['shuffle.why.corner']({ ...below, lambda: threshold * (1 + near) }),
          ).slice(-2);
          expect(at, `above ${at}; it is ${own}`).not.toBe(own);
        }
});

test('why a side stands at a permutation is told with its threshold', async () => {
  const session = await preset('wrong-corner', 400);
  const { why, ended } = SHUFFLE_VIEW.footing(session, session.store.getState(), 'right', t);
  expect(ended).toBe(true);
  expect(why).toContain('above 0.05839 L (proved); λ is 0.1 L');
});

test('the bound that is told while the left moves is below every cost within reach', async () => {
  const session = await preset('wrong-corner', 20);
  const { why } = SHUFFLE_VIEW.footing(session, session.store.getState(), 'left', t);
  const bound = Number(/costs less than (\S+):/.exec(why)![1]);
  const info = infoOf(session);
  for (const p of reachable(info)) expect(costOf(info, p)).toBeGreaterThan(bound);
});

test('the ends of the knobs are what they are called', async () => {
  const session = await open('&pictures=all');
  const state = session.store.getState();
  const [main, beside] = [SHUFFLE_VIEW.knob!(state)!, SHUFFLE_VIEW.knobBeside!(state)!];
  expect([main.low, main.high, beside.low, beside.high]).toEqual([0, 1, 0, 2000]);
  expect([words['shuffle.knob.none'], words['shuffle.knob.full']]).toEqual(['no penalty', 'penalty λ = L']);
  expect(words['shuffle.knob.slow']).toBe('over 2,000 steps');
});

test('before Play the first screen is ready on both sides: no trap, bound or best cost is told, and one knob', async () => {
  for (const link of ['&start=0.2,0.6,0.2&lambda=0.2', '&graphs=copy&noise=0&n=4&shape=all']) {
    const session = await open(link);
    session.change({ forecast: false });
    await wait(session);
    const state = session.store.getState();
    expect(both((side) => SHUFFLE_VIEW.verdict(session, state, side, t))).toEqual(['Ready.', 'Ready.']);
    expect(both((side) => SHUFFLE_VIEW.footing(session, state, side, t).why)).toEqual(['', '']);
    for (const { told } of SHUFFLE_VIEW.curves) expect(told?.(session, t) ?? []).toEqual([]);
    expect(SHUFFLE_VIEW.knobBeside!(state)).toBeNull();
    const second = SHUFFLE_VIEW.second!(state);
    expect(SHUFFLE_VIEW.panels(state).map(({ name }) => name)).toContain('more');
    expect(second).toEqual(expect.arrayContaining(['more', 'penalty', 'rounded']));
    if (!shuffleOf(state)!.triangle) continue;
    for (const side of SIDES) {
      const { corners, overlay } = triangleMap(side);
      expect(corners!(state, t, false).join()).not.toMatch(/trap|above/);
      expect(overlay!.tell!(session, state, t)).toBe('');
    }
  }
});
