import '../index.ts';
import '../../i18n/all-words.ts';
import { describe, expect, it, test } from 'vitest';
import type { SideName } from '../../../engine/contract.ts';
import { FEDERATED } from '../../../engine/problems/federated/card.ts';
import { FED_ENDS } from '../../../engine/problems/federated/names.ts';
import type { PlaneSide, QuadraticClients } from '../../../engine/problems/federated/types.ts';
import { runsAll, spread } from '../../../scripts/tier.mjs';
import { formatNumberShort } from '../../i18n/format.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import { sessionsOf } from '../../session/stub/open-sessions.ts';
import { saidBand, saidFactor } from './factor-words.ts';
import { networkOf, planeOf } from './federated-info.ts';
import { tellLocal, tradeWords } from './plane/local-drawing.ts';
import { forecastWords } from './plane/told.ts';
import { FEDERATED_VIEW } from './view.ts';
import { NOTHING } from './words.en.ts';

const t = createTranslate('en');
const SIDES = ['left', 'right'] as const;
const { title, about, verdict, footing } = FEDERATED_VIEW;
const short = (value: number) => formatNumberShort(Number(value.toPrecision(3)));
const { open: ask } = sessionsOf('federated', ({ store }) => {
  const { phase, target, pictured, landscape } = store.getState();
  expect([phase, target, pictured === landscape]).toEqual(['ready', null, true]);
});

/** Opens a scenario with its forecast. */
const open = (more: string) => ask(`&forecast=1${more}`);

const both = (of: (side: SideName) => string) => SIDES.map(of);
const verdicts = (one: Session) => both((side) => verdict(one, one.store.getState(), side, t));
const titles = (one: Session) => both((side) => title(one.store.getState(), side, t));
const forecasts = (one: Session) => both((side) => forecastWords(one.store.getState(), side, t));
const infoOf = (one: Session) => planeOf(one.store.getState())!;

/** K local steps of every client and the server's, walked; nothing of F_K. */
function walked({ clients, local, eta, server }: PlaneSide, [x, y]: readonly number[]): number[] {
  const { count, hessians, minima } = clients;
  const mean = [0, 0];
  for (let c = 0; c < count; c++) {
    let [u, v] = [x!, y!];
    for (let k = 0; k < local; k++) {
      const [du, dv] = [u - minima[2 * c]!, v - minima[2 * c + 1]!];
      u -= eta * (hessians[4 * c]! * du + hessians[4 * c + 1]! * dv);
      v -= eta * (hessians[4 * c + 2]! * du + hessians[4 * c + 3]! * dv);
    }
    mean[0]! += u / count;
    mean[1]! += v / count;
  }
  return [x! + server * (mean[0]! - x!), y! + server * (mean[1]! - y!)];
}

/** Solves a 2 x 2 system, row-major. */
function solve([a, b, c, d]: readonly number[], [e, f]: readonly number[]): number[] {
  const det = a! * d! - b! * c!;
  return [(e! * d! - b! * f!) / det, (a! * f! - e! * c!) / det];
}

/** Returns the fixed point of a round and its largest |eigenvalue|, from rounds at three points. */
function roundOf(side: PlaneSide): { readonly rest: number[]; readonly factor: number } {
  const [zero, one, other] = [
    [0, 0],
    [1, 0],
    [0, 1],
  ].map((at) => walked(side, at)) as [number[], number[], number[]];
  const [a, b, c, d] = [one[0]! - zero[0]!, other[0]! - zero[0]!, one[1]! - zero[1]!, other[1]! - zero[1]!];
  const [half, product] = [(a + d) / 2, a * d - b * c];
  // A symmetric matrix, up to rounding.
  const root = Math.sqrt(Math.max(0, half * half - product));
  return {
    rest: solve([1 - a, -b, -c, 1 - d], zero),
    factor: Math.max(Math.abs(half + root), Math.abs(half - root)),
  };
}

/** The minimum of F, and F above it. */
function bestOf({ count, hessians, minima }: QuadraticClients) {
  const [sum, pull] = [
    [0, 0, 0, 0],
    [0, 0],
  ];
  for (let c = 0; c < count; c++)
    for (let i = 0; i < 2; i++)
      for (let j = 0; j < 2; j++) {
        sum[2 * i + j]! += hessians[4 * c + 2 * i + j]! / count;
        pull[i]! += (hessians[4 * c + 2 * i + j]! * minima[2 * c + j]!) / count;
      }
  const at = solve(sum, pull);
  const excess = ([x, y]: readonly number[]) => {
    const [u, v] = [x! - at[0]!, y! - at[1]!];
    return (sum[0]! * u * u + (sum[1]! + sum[2]!) * u * v + sum[3]! * v * v) / 2;
  };
  return { at, excess };
}

const COUNT = runsAll ? 120 : 70;
const QUADS = ['drawn', 'drawn', 'drawn', 'drawn', 'agree', 'same', 'tilted', 'disagree'];
const VERSUS = ['rounds', 'work', 'equal'];

/** Scenarios without end, the same in every run. */
function* scenarios(): Generator<string> {
  let seed = 7;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  for (;;) {
    const quad = QUADS[Math.floor(QUADS.length * next())]!;
    const clients =
      quad === 'drawn' ? `&clients=${1 + Math.floor(5 * next())}&seed=${Math.floor(1000 * next())}` : '';
    const [local, c, server] = [1 + Math.floor(40 * next() ** 2), 0.05 + 2.1 * next(), 0.3 + 1.7 * next()];
    yield `&quad=${quad}${clients}&versus=${VERSUS[Math.floor(3 * next())]}&local=${local}&c=${c.toFixed(3)}&server=${server.toFixed(2)}`;
  }
}

test('what is said before the first round holds of rounds that are walked, on drawn scenarios', async () => {
  const seen: Record<string, number> = {};
  const links = scenarios();
  for (let i = 0; i < COUNT; i++) {
    const link = links.next().value as string;
    const session = await open(link);
    const info = infoOf(session);
    const best = bestOf(info.sides.left.clients);
    for (const side of SIDES) {
      const of = info.sides[side];
      const said = verdict(session, session.store.getState(), side, t);
      const forecast = forecastWords(session.store.getState(), side, t);
      const { rest, factor } = roundOf(of);
      // Nearer to a border than rounding tells, either word is right.
      if (Math.abs(factor - 1) < 1e-9) continue;
      const kind = said.split(' (proved)')[0]!.replace(/[\d.e−-]+/g, '#');
      seen[kind] = (seen[kind] ?? 0) + 1;
      if (factor > 1) {
        expect(said, link).toBe(`${growth(factor)} (proved).`);
        expect(forecast, link).toBe(growth(factor).replace(/^./, (first) => first.toLowerCase()));
        continue;
      }
      const bias = Math.hypot(rest[0]! - best.at[0]!, rest[1]! - best.at[1]!);
      const isBest = /^Will reach the minimum/.test(said);
      expect(isBest, `${link}: ${bias}`).toBe(bias <= 1e-10);
      if (!isBest) {
        const told = Number(
          /stop (\S+) from the minimum/.exec(said)![1]!.replace('−', '-').replace(/×10.*/, ''),
        );
        if (told > 1e-3) expect(Math.abs(told / bias - 1), link).toBeLessThan(6e-3);
      }
      const rounds = Number(/in at most (\S+) round/.exec(said)![1]!.replaceAll(',', ''));
      expect(factor ** rounds, link).toBeLessThanOrEqual(1e-3 * (1 + 1e-6));
      if (rounds > 1) expect(factor ** (rounds - 1), link).toBeGreaterThan(1e-3 * (1 - 1e-6));
    }
  }
  expect(Object.values(seen).filter((count) => count >= (runsAll ? 5 : 1)).length).toBeGreaterThanOrEqual(3);
});

const growth = (factor: number): string =>
  saidFactor(factor) === '2' ? 'Doubles every round' : `Grows by a factor of ${saidFactor(factor)} per round`;

test('what local steps buy is said as it is, on drawn scenarios', async () => {
  const links = scenarios();
  const seen: Record<string, number> = {};
  for (let i = 0; i < (runsAll ? COUNT : 40); i++) {
    const link = links.next().value as string;
    const session = await open(link);
    const info = infoOf(session);
    const { left } = info.sides;
    const said = tradeWords(session.store.getState(), t);
    const [own, one] = [left, { ...left, local: 1 }].map(roundOf) as [
      ReturnType<typeof roundOf>,
      ReturnType<typeof roundOf>,
    ];
    const best = bestOf(left.clients);
    const bias = (local: number) => {
      const { rest } = roundOf({ ...left, local });
      return Math.hypot(rest[0]! - best.at[0]!, rest[1]! - best.at[1]!);
    };
    const word = said.split(/[ :,]/).slice(0, 4).join(' ');
    seen[word] = (seen[word] ?? 0) + 1;
    if (/^More local steps are faster/.test(said)) {
      expect(own.factor, link).toBeLessThan(one.factor);
      expect(bias(left.local), link).toBeGreaterThan(1e-10);
    } else if (/^More local steps bring bias/.test(said))
      expect(own.factor, link).toBeGreaterThanOrEqual(one.factor * (1 - 1e-9));
    else if (/^No bias/.test(said)) {
      const all = /at this K/.test(said) ? [left.local] : [1, 2, 5, 20, 100, 1000];
      for (const local of all) expect(bias(local), link).toBeLessThan(1e-8);
      expect(/simply faster/.test(said), link).toBe(own.factor < one.factor);
    } else if (/^One local/.test(said)) expect([left.local, bias(1) < 1e-8], link).toEqual([1, true]);
    else if (/contraction is above 1/.test(said)) expect(own.factor, link).toBeGreaterThan(1);
    else expect(said, link).toMatch(/does not settle/);
  }
  expect(Object.keys(seen).length).toBeGreaterThanOrEqual(4);
});

describe('at the borders of what is proved', () => {
  it('a client’s own steps overshoot, and the round is a contraction all the same: both arrive', async () => {
    const session = await open('&local=1&c=2.05');
    expect(forecasts(session)).toEqual(['reaches the minimum', 'reaches the minimum']);
    for (const said of verdicts(session)) expect(said).toMatch(/^Will reach the minimum \(proved\)\./);
    for (const said of verdicts(await open('&local=1&c=2.05&k=20')))
      expect(said).toBe('Reached the minimum at round 5.');
  });

  it('a factor of -1: the rest point is there all the same, and nothing is called proved', async () => {
    // same: eta lam = 1 along an axis, and the server goes twice the way.
    for (const more of ['&quad=same&c=1&server=2&local=1', '&quad=same&c=1&server=2&local=20']) {
      const session = await open(more);
      const { rest, factors } = infoOf(session).sides.left;
      expect(rest).not.toBeNull();
      expect(Math.min(...factors!)).toBeCloseTo(-1, 12);
      expect(verdicts(session)[0]).toBe('It does not settle: one direction does not shrink.');
    }
    // A flat direction of F_K, a factor of 1 up to rounding.
    const [said] = verdicts(await open('&quad=same&c=2&server=2&local=20'));
    expect(said).toBe('It does not settle: one direction does not shrink.');
  });

  it('a bias is told of however small it is: who rests elsewhere does not arrive at the best', async () => {
    for (const more of ['&c=1e-6', '&step=1e-12']) {
      const session = await open(more);
      const { bias, excess } = infoOf(session).sides.left;
      expect([bias > 0, excess < 1e-12]).toEqual([true, true]);
      expect(verdicts(session)[0]).toMatch(/^Will stop .+ from the minimum \(proved\)\./);
      expect(tradeWords(session.store.getState(), t)).not.toMatch(/^No bias/);
    }
  });

  it('a start that has little of the slowest direction: after the rounds that are told of at most a thousandth is left', async () => {
    const of = infoOf(await open('&quad=tilted&c=0.1&local=2')).sides.left;
    const [xx, xy, yy] = of.surrogate.hessian;
    const steep = (xx + yy + Math.hypot(xx - yy, 2 * xy)) / 2;
    const size = Math.hypot(xy, steep - xx);
    const [x, y] = [of.rest![0] + xy / size, of.rest![1] + (steep - xx) / size];
    const rounds = Math.ceil(of.expected);
    let at = [x, y];
    for (let k = 0; k < rounds; k++) at = walked(of, at);
    // Far less than a thousandth.
    expect(Math.hypot(at[0]! - of.rest![0], at[1]! - of.rest![1])).toBeLessThan(1e-6);
    expect(verdicts(await open(`&quad=tilted&c=0.1&local=2&start=${x},${y}`))[0]).toContain(
      `It covers 99.9 % of the way in at most ${rounds} rounds.`,
    );
  });

  it('a factor next to 1 is told from it', async () => {
    const session = await open('&c=1e-4&local=1');
    const { slowest } = infoOf(session).sides.left;
    expect(Number(slowest.toPrecision(3))).toBe(1);
    expect(footing(session, session.store.getState(), 'left', t).why).toContain(` ${slowest.toFixed(5)}`);
  });
});

describe('the presets of the plane end as their document says', () => {
  it.each([
    [
      'fed-disagree',
      '',
      40,
      'Stopped at round 33, 0.272 from the minimum.',
      'Reached the minimum at round 26.',
    ],
    [
      'fed-tilted',
      '&quad=tilted&c=0.8&start=-1.5,-1.2',
      300,
      '0.374 from the minimum.',
      'Reached the minimum at round',
    ],
    ['fed-same', '&quad=same&c=0.6', 200, 'Reached the minimum at round', 'Reached the minimum at round'],
    ['fed-agree', '&quad=agree&c=0.218', 300, 'Reached the minimum at round', 'Reached the minimum at round'],
  ])('%s', async (_, more, k, left, right) => {
    const [one, other] = verdicts(await open(`${more}&k=${k}`));
    expect(one).toContain(left);
    expect(other).toContain(right);
  });

  it('and say so before, with the numbers of theirs', async () => {
    const session = await open('');
    expect(verdicts(session)).toEqual([
      'Will stop 0.272 from the minimum (proved). It covers 99.9 % of the way in at most 8 rounds.',
      'Will reach the minimum (proved). It covers 99.9 % of the way in at most 12 rounds.',
    ]);
    expect(forecasts(session)).toEqual(['stops 0.272 from the minimum', 'reaches the minimum']);
    expect(verdicts(await open('&profile=projector'))[0]).toBe('Will stop 0.272 from the minimum (proved).');
  });
});

it('steps that are too long: it leaves, and says by how much', async () => {
  const session = await open('&local=1&c=4.5&k=60');
  expect(verdicts(session)[0]).toMatch(/^Out of bounds at round \d+\.$/);
  expect(footing(session, session.store.getState(), 'left', t).ended).toBe(true);
});

it('the criteria are those that the engine tests', () => {
  const { global, rest } = FEDERATED.ends;
  const power = (value: number) =>
    `10${[...String(Math.round(Math.log10(value)))].map((digit) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(digit)]).join('')}`;
  for (const said of [t('fed.why.rest'), t('fed.why.net.rest')]) {
    expect(said).toContain(power(rest.criterion.move));
    expect(said).toContain(power(rest.criterion.near));
  }
  for (const said of [t('fed.why.global'), t('fed.why.net.global')])
    expect(said).toContain(power(global.criterion.excess));
  expect(t('fed.why.net.stationary')).toContain(power(FED_ENDS.stationary));
  for (const said of [t('fed.why.diverged'), t('fed.why.net.diverged')])
    expect(said).toContain('a million times');
  expect([FED_ENDS.diverged, NOTHING]).toEqual([1e6, global.criterion.excess]);
});

it('a scene that still asks keeps the ends to itself until its bookmark', async () => {
  const session = await ask('');
  const scene = { title: '', question: '?', sentence: '', notes: '', guess: false };
  session.store.setState({
    lecture: { title: '', scenes: [{ ...scene, scenario: '#v=1&problem=federated', bookmark: 5 }] },
  });
  const state = session.store.getState;
  expect(forecasts(session)).toEqual(['', '']);
  expect(new Set(verdicts(session))).toEqual(new Set(['Ready.']));
  session.store.setState({ k: 1 });
  expect(new Set(verdicts(session))).toEqual(new Set(['Where does it end?']));
  expect(tradeWords(state(), t)).toBe('How do the curves go on?');
  expect(tellLocal(session, state(), t)).toBe('');
  expect(footing(session, state(), 'left', t).why).toBe('');
  session.store.setState({ k: 5 });
  expect(forecasts(session)[0]).toBe('stops 0.272 from the minimum');
  expect(tellLocal(session, state(), t)).toContain('K = 100: bias 0.749, contraction 0.202 per round.');
});

describe('what differs stands in the titles and below them', () => {
  it.each([
    ['', '20 local steps', '1 local step', 'They average after every local step.'],
    ['&versus=work', '20 local steps', 'All data in one place', '20 steps on the mean loss per round.'],
    ['&versus=equal', '20 local steps', 'Equal curvatures', 'Everyone has the mean curvature.'],
    ['&level=network', 'Network of 256 neurons', 'Linearised network', 'Frozen to its tangent at the start.'],
  ])('%s', async (more, left, right, below) => {
    const session = await open(more);
    const state = session.store.getState();
    expect(titles(session)).toEqual([left, right]);
    expect(about!(state, 'left', t)).toMatch(/^Clients walk \d+ local steps, then average\.$/);
    expect(about!(state, 'right', t)).toBe(below);
  });
});

it('a factor close to 1 is written with enough digits to differ from it, and one that overflows as "more than"', () => {
  for (let e = 1; e <= 15; e++)
    for (const factor of [1 - 10 ** -e, 1 - 3 * 10 ** -e, 1 + 10 ** -e]) {
      expect(Number(saidFactor(factor)), saidFactor(factor)).not.toBe(1);
      expect(Math.sign(Number(saidFactor(factor)) - 1)).toBe(Math.sign(factor - 1));
      // Proved are bands of slow runs too, up to rounding.
      if (factor > 1 || e > 12) continue;
      const { low, high } = saidBand([factor - 10 ** -e / 2, factor], 3);
      // To the last bit of these numbers themselves.
      expect(Number(low)).toBeLessThanOrEqual(factor - 10 ** -e / 2 + Number.EPSILON);
      expect(Number(high)).toBeGreaterThanOrEqual(factor - Number.EPSILON);
      expect(Number(high)).toBeLessThan(1);
    }
  expect([saidFactor(1), saidFactor(0), saidFactor(2.345)]).toEqual(['1', '0', '2.35']);
  expect(saidFactor(Number.POSITIVE_INFINITY)).toBe('>10³⁰⁸');
});

it('nothing that is said holds a number that is none, at the ends of every parameter', async () => {
  const { local, c, server, clients, seed } = FEDERATED.params;
  const ends = ({ min, max }: { readonly min: number; readonly max: number }) => [min, max];
  const links = ends(local).flatMap((of) =>
    ends(c).flatMap((step) =>
      ends(server).flatMap((sg) =>
        [`&quad=drawn&clients=${clients.max}&seed=${seed.max}`, '', '&versus=work', '&versus=equal'].flatMap(
          (more) => [0, 1, 3].map((k) => `&local=${of}&c=${step}&server=${sg}&k=${k}${more}`),
        ),
      ),
    ),
  );
  for (const link of spread(links, 36)) {
    const session = await open(link);
    const state = session.store.getState();
    const said = both((side) =>
      [
        verdict(session, state, side, t),
        forecastWords(state, side, t),
        ...Object.values(footing(session, state, side, t)),
      ].join(' '),
    );
    expect([...said, tradeWords(state, t), tellLocal(session, state, t)].join(' '), link).not.toMatch(
      /Infinity|NaN|undefined/,
    );
  }
});

describe('the network: which side is lower, whichever that is', () => {
  it('of losses that are one up to rounding neither is lower', async () => {
    const session = await open('&level=network&c=1e-6&local=100&k=2');
    expect(verdicts(session)[0]).toMatch(/^Both are at loss \S+, up to rounding\.$/);
  });

  it('where eigenvalues of H may or may not be 0 no rest is promised', async () => {
    const session = await open('&level=network&n=120&m=64&k=1');
    const { rank, isRankSure, rest } = networkOf(session.store.getState())!;
    expect([rank < 120, isRankSure, rest!.loss > NOTHING]).toEqual([true, false, true]);
    expect(verdicts(session)[1]).toMatch(/^Loss \S+\.$/);
    expect(
      networkOf((await open('&level=network&m=8&labels=square&seed=5')).store.getState())!.isRankSure,
    ).toBe(true);
  });

  it('beside a right side that is lost the network has its own loss', async () => {
    const session = await open('&level=network&clients=1&c=3&local=1000&k=1');
    expect(verdicts(session)).toEqual([
      expect.stringMatching(/^(Loss \d|Loss at most|Hardly|Out)/),
      expect.stringMatching(/^Out/),
    ]);
  });

  it('is not asked of a side that has left: it stands at an earlier round', async () => {
    let seen = 0;
    for (const more of ['&clients=3', '&clients=1', '&server=2', '&labels=square', '&m=16', '&n=4'])
      for (const c of [2.05, 2.2, 2.5, 3]) {
        const session = await open(`&level=network&local=2${more}&c=${c}&k=60`);
        const { sides } = session.store.getState();
        if (sides.left.status === 'diverged' || sides.right.status !== 'diverged') continue;
        seen++;
        const [said] = verdicts(session);
        expect(said, `${more}&c=${c}`).not.toMatch(/lower|Both/);
      }
    expect(seen).toBeGreaterThan(2);
  });

  it('a linearisation whose clients overshoot rests where its rounds are a contraction', async () => {
    const session = await open('&level=network&c=2.1&local=1&k=3');
    const { eta, largest, expected, bracket } = networkOf(session.store.getState())!;
    expect([eta * largest > 2, expected < 1, bracket]).toEqual([true, true, null]);
    expect(verdicts(session)[1]).toMatch(/^Will stop at loss 0 \(proved\)\./);
  });

  it('a band is said rounded outwards, and none where the kernel is singular', async () => {
    for (const [more, why] of [
      ['', /factor between 0\.9812 and 0\.9928 \(proved\)/],
      ['&c=1e-4', /factor between 0\.9999\d+ and 0\.9999\d+ \(proved\)/],
      ['&m=8&labels=square&seed=5', /^No rate is proved here\.$/],
    ] as const) {
      const session = await open(`&level=network${more}`);
      const said = footing(session, session.store.getState(), 'right', t).why;
      expect(said).toMatch(why);
      const { bracket } = networkOf(session.store.getState())!;
      const [low, high] = [...said.matchAll(/\d\.\d+/g)].map(Number);
      if (low !== undefined) expect([low <= bracket![0], high! >= bracket![1]]).toEqual([true, true]);
    }
  });

  it.each([
    ['&m=16', 100],
    ['', 100],
    ['&clients=4&local=10&m=64&labels=square&seed=2', 100],
    ['&m=8&labels=square&seed=5&local=20', 40],
  ])('%s', async (more, k) => {
    const session = await open(`&level=network${more}&k=${k}`);
    const { trajectories, store } = session;
    const [left, right] = SIDES.map((side) => numberAt(trajectories[side], 'loss', k)) as [number, number];
    const [network, linear] = verdicts(session);
    expect(network).toBe(
      `The ${left <= right ? 'network' : 'linearisation'} is lower by ${short(Math.abs(left - right))}.`,
    );
    const { rest } = networkOf(store.getState())!;
    const where = rest!.loss <= 1e-12 ? '0 (proved)' : `${short(rest!.loss)}, `;
    expect(linear).toContain(`Will stop at loss ${where}`);
    // The sentence names the first round at which the slowest part is below a thousandth.
    const { expected } = networkOf(store.getState())!;
    const rounds = Number(/a thousandth in (\S+) rounds?\.$/.exec(linear!)![1]!.replaceAll(',', ''));
    expect(expected ** rounds).toBeLessThanOrEqual(1e-3 * (1 + 1e-9));
    expect(expected ** (rounds - 1)).toBeGreaterThan(1e-3 * (1 - 1e-9));
  });

  it('both directions occur, and both begin alike', async () => {
    expect(verdicts(await open('&level=network&m=16&k=100'))[0]).toMatch(/^The network/);
    expect(
      verdicts(await open('&level=network&clients=4&local=10&m=64&labels=square&seed=2&k=100'))[0],
    ).toMatch(/^The linearisation/);
    expect(verdicts(await open('&level=network'))[0]).toBe('Ready.');
  });
});
