import '../index.ts';
import '../../i18n/all-words.ts';
import { expect, test } from 'vitest';
import { createRandom } from '../../../engine/kernels/random.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import { until } from '../../session/run/until.ts';
import type { Session } from '../../session/session.ts';
import { sessionsOf } from '../../session/stub/open-sessions.ts';
import { binsOf, binWords } from './matrices/costs-drawing.ts';
import { levelsRead, shuffleOf } from './shuffle-info.ts';
import { SHUFFLE_READER } from './shuffle-readings.ts';
import { toldBound } from './told-bound.ts';
import { describeLevels, levelWords } from './triangle/levels-drawing.ts';
import { triangleMap } from './triangle/maps.ts';
import { SHUFFLE_VIEW } from './view.ts';

const LANGUAGES = { en: createTranslate('en'), zh: createTranslate('zh') };
const t = LANGUAGES.en;
const FLAT = '&A=1,1,1,1,1,1&B=1,1,1,1,1,1';
const { open } = sessionsOf(
  'shuffle',
  ({ store }) => {
    const state = store.getState();
    const { phase, target, readings, k } = state;
    expect([phase, target, readings.matrices?.step]).toEqual(['ready', null, k]);
    if (shuffleOf(state)?.triangle) expect(levelsRead(state)).not.toBeNull();
  },
  SHUFFLE_READER.bind,
  '&forecast=1',
);

const stateOf = (session: Session) => session.store.getState();
const infoOf = (session: Session) => shuffleOf(stateOf(session))!;
const verdict = (session: Session, side: 'left' | 'right', say = t) =>
  SHUFFLE_VIEW.verdict(session, stateOf(session), side, say);

test('a lower bound is told rounded down, and by less than one unit of its last digit', () => {
  const random = createRandom(5, 0);
  for (let trial = 0; trial < 2000; trial++) {
    const digits = 3 + (trial % 2);
    const bound = random.normal() * 10 ** (random.integer(12) - 6);
    const told = Number(
      toldBound(bound, digits)
        .replace('−', '-')
        .replace(/ ?[×·] ?10/, 'e')
        .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/, (power) =>
          [...power].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))).join(''),
        ),
    );
    expect(told, `${bound} told as ${toldBound(bound, digits)}`).toBeLessThanOrEqual(
      bound + 1e-12 * Math.abs(bound),
    );
    expect((bound - told) / Math.abs(bound)).toBeLessThan(10 ** (1 - digits));
  }
  expect([9.9999, 6 - 1e-14, 5.5952, 0].map((bound) => toldBound(bound))).toEqual([
    '9.999',
    '6',
    '5.595',
    '0',
  ]);
});

test('the bound of the triangle is one for its corners: an odd permutation may cost less than it', async () => {
  let below = 0;
  // B is A with two nodes exchanged: an odd permutation costs 0.
  for (const more of ['&B=0,2,4,2,0,4', '&A=1,4,0,2,3,0&B=2,4,3,1,0,0']) {
    const session = await open(more, 500);
    const { triangle, costs } = infoOf(session);
    const bound = numberAt(session.trajectories.left, 'bound', stateOf(session).k);
    if (!Number.isFinite(bound)) continue;
    expect(Math.min(...costs)).toBeGreaterThanOrEqual(bound - 1e-9);
    if (Math.min(...triangle!.allSix) > bound) continue;
    below++;
    const said = [
      describeLevels(session, stateOf(session), t),
      ...(SHUFFLE_VIEW.curves[0]!.told?.(session, t) ?? []),
      SHUFFLE_VIEW.footing(session, stateOf(session), 'left', t).why,
      t('shuffle.bound'),
      t('shuffle.levels.bound'),
    ];
    for (const words of said) expect(words).not.toMatch(/[Nn]o permutation costs less/);
  }
  expect(below).toBeGreaterThan(0);
});

test('on a projector, too, the best of the triangle is that of three', async () => {
  const session = await open('&start=0.2,0.6,0.2&profile=projector', 100);
  expect(verdict(session, 'left')).toContain('The best of three: 24.');
  expect(verdict(session, 'right')).toContain('the best of three.');
});

test('where E is the same everywhere nothing is below a threshold, and no corner is called a trap', async () => {
  for (const more of [
    '',
    '&lambda=10',
    '&A=2,0,0,2,0,2&B=2,0,0,2,0,2&shape=all',
    '&A=0,0,0,0,0,0&B=0,0,0,0,0,0',
  ]) {
    const session = await open(`${FLAT}${more}`);
    const state = stateOf(session);
    expect(infoOf(session).smoothness).toBe(0);
    for (const [language, say] of Object.entries(LANGUAGES)) {
      expect(verdict(session, 'right', say)).not.toMatch(/below|低于/);
      if (!infoOf(session).triangle) continue;
      expect(triangleMap('right').overlay!.tell!(session, state, say), language).not.toMatch(/strict|严格/);
      expect(describeLevels(session, state, say)).not.toMatch(/trap|陷阱/);
    }
  }
});

test('exactly at its threshold a corner holds no descent, above it it does', async () => {
  // Up to scale, Q_kl = -1 off the diagonal and 3 on it: thresholds 1, L 6.
  const graphs = '&A=2,0,0,2,0,2&B=1,0,0,1,0,1';
  const info = infoOf(await open(graphs));
  const share = info.thresholds[0]!.threshold / info.smoothness;
  const session = await open(`${graphs}&lambda=${share}`);
  expect(infoOf(session).lambda).toBe(info.thresholds[0]!.threshold);
  const told = (of: Session) => triangleMap('right').overlay!.tell!(of, stateOf(of), t);
  expect(told(session)).not.toContain('strict');
  expect(levelWords(stateOf(session), share, t)).toContain('no trap');
  const above = await open(`${graphs}&lambda=${1.01 * share}`);
  expect(told(above)).toContain('123, 231, 312 are strict minima');
});

test('a corner that is least without a penalty is a minimum, and a trap above 0 only', async () => {
  const session = await open('&B=4,0,4,2,2,0&lambda=0');
  expect(infoOf(session).thresholds[1]).toMatchObject({ cost: 0, threshold: 0 });
  expect(levelWords(stateOf(session), 0, t)).toBe('λ 0 L: no trap; minimum at 231 (0)');
  expect(levelWords(stateOf(session), 0.01, t)).toMatch(/trap 231 \(0\)/);
});

test('in a tie none is called the nearest', async () => {
  // For n = 2 the centre is equally near to both.
  for (const say of Object.values(LANGUAGES)) {
    const session = await open('&graphs=simple&n=2&seed=0&spread=0&shape=all', 5);
    expect(infoOf(session).smoothness).toBeGreaterThan(0);
    expect(stateOf(session).sides.right.status).toBe('between');
    expect(verdict(session, 'right', say)).toMatch(/^(?!.*(nearest is|最近的)).*(equally near|同样近)/);
  }
});

test('beyond eight nodes nobody says that tied permutations differ in cost', async () => {
  // A has no edges, B has all: every permutation costs the same.
  const none = Array(45).fill(0);
  const all = none.map((_, at) => ([0, 9, 17, 24, 30, 35, 39, 42, 44].includes(at) ? 0 : 1));
  for (const k of [0, 3]) {
    const session = await open(`&A=${none}&B=${all}&shape=all&spread=0&c=0.3`, k);
    for (const side of ['left', 'right'] as const)
      for (const say of Object.values(LANGUAGES))
        expect(verdict(session, side, say)).not.toMatch(/different|不同/);
  }
});

test('all rest points are counted as one each, a continuum is said', async () => {
  const told = (session: Session) => triangleMap('left').overlay!.tell!(session, stateOf(session), t);
  expect(told(await open(FLAT))).toContain('a continuum counted as one');
  expect(told(await open(''))).not.toContain('continuum');
});

test('of costs that are read together only the best are called best', async () => {
  let mixed = 0;
  for (let seed = 0; seed < 6; seed++) {
    const session = await open(`&graphs=copy&n=5&noise=3&seed=${seed}&shape=all`);
    const info = infoOf(session);
    for (const [at, { indices }] of binsOf(info).entries()) {
      const best = indices.filter(
        (index) => info.costs[index]! - info.best!.cost <= info.best!.within,
      ).length;
      const said = binWords(info, at, false, t);
      expect(/, the best(?! among)/.test(said), said).toBe(best > 0 && best === indices.length);
      expect(/the best among them/.test(said), said).toBe(best > 0 && best < indices.length);
      if (best > 0 && best < indices.length) mixed++;
    }
  }
  expect(mixed).toBeGreaterThan(0);
});

test('one of them is a trap, two are', () => {
  const told = (traps: number) =>
    t('shuffle.costs.hint', { n: 3, permutations: 6, best: null, listed: true, asks: false, traps });
  expect(told(1)).toContain('1 of them is a trap.');
  expect(told(2)).toContain('2 of them are traps.');
});

test('a list of an impossible length makes nothing give way', () => {
  for (const A of [[1], [1, 2], [1, 2, 3, 4], [1, 2, 3, 4, 5]]) {
    const { scenario, notices } = parseLink(`#v=1&problem=shuffle&A=${A}`);
    expect(scenario.values.shape).toBe('triangle');
    expect(notices.filter(({ key }) => key === 'shape')).toEqual([]);
  }
  expect(parseLink('#v=1&problem=shuffle&A=1,2,3&B=1,2,3').scenario.values.shape).toBe('all');
});

test('beyond the end of both sides the permutations keep their names', async () => {
  const session = await open('&start=0.2,0.6,0.2', 200);
  const told = [verdict(session, 'left'), verdict(session, 'right')];
  expect(told.join()).toMatch(/1→3, 2→1, 3→2.*1→2, 2→3, 3→1/);
  for (const k of [201, 400]) {
    session.seek(k);
    await until(() => expect([stateOf(session).k, stateOf(session).readings.matrices?.step]).toEqual([k, k]));
    expect([verdict(session, 'left'), verdict(session, 'right')]).toEqual(told);
  }
});
