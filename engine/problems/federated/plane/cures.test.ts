import { describe, expect, it } from 'vitest';
import cures from '../../../fixtures/federated-cures.json' with { type: 'json' };
import { anyClients, anyPoint, anySettings, clientsFrom } from '../../../fixtures/plane-clients.ts';
import { createRandom, type RandomSource } from '../../../kernels/random.ts';
import type { RoundSettings } from '../names.ts';
import { largestOf, meanOfClients, planeSide, proximal } from '../surrogate.ts';
import type { PlaneSide, Point, QuadraticClients } from '../types.ts';
import { axesOf, axesOfClients, lengthOf, meanIsSingular, minus, multiplied, solved } from './curvature.ts';
import { planeRound, takeRound } from './round.ts';
import {
  centred,
  goalsOf,
  meanOf,
  meanPower,
  potentialOf,
  scaffoldSide,
  takeScaffoldRound,
} from './scaffold.ts';
import { createScaffoldRounds } from './scaffold-rounds.ts';
import { planeSides } from './sides.ts';

/** Relative above 1. */
const CLOSE = 1e-9;

const source = (stream: number): RandomSource => createRandom(19_106_378, stream);

function near(actual: ArrayLike<number>, expected: ArrayLike<number>, close = CLOSE): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++)
    expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThanOrEqual(
      close * Math.max(1, Math.abs(expected[i]!)),
    );
}

/** The engine weighs clients equally. */
const cases = cures.cases.filter(({ weights }) => weights.every((weight) => weight === weights[0]));
type Case = (typeof cases)[number];

const clientsOf = ({ hessians, minima }: Case): QuadraticClients => ({
  count: hessians.length,
  hessians: Float64Array.from(hessians.flat(2)),
  minima: Float64Array.from(minima.flat()),
});
const settingsOf = ({ local, localStep, serverStep }: Case): RoundSettings => ({
  local,
  eta: localStep,
  server: serverStep,
});
const given = (one: Case) => ({ clients: clientsOf(one), start: one.start as unknown as Point });
const valuesOf = (one: Case) => ({ local: one.local, c: 1, step: one.localStep, server: one.serverStep });

it('the reference has 13 cases of equal weights', () => {
  expect([cases.length, cures.cases.length]).toEqual([13, 14]);
});

describe.each(cases)('SCAFFOLD, $name', (one) => {
  const { info, sides } = planeSides(given(one), { ...valuesOf(one), versus: 'scaffold' });
  const side = info.sides.right;

  it('has the radius, the certificate and the rest of NumPy', () => {
    near([side.slowest], [one.scaffold.radius]);
    if (one.scaffold.certified === null) expect(side.bound).toBeNull();
    else if (one.name === 'flat-for-all') expect([side.bound, one.scaffold.certified]).toEqual([null, 1]);
    else near([side.bound!], [one.scaffold.certified]);
    if (one.name === 'flat-for-all') expect([side.rest, side.outlook]).toEqual([null, 'open']);
    else expect([side.rest, side.bias, side.excess, side.outlook]).toEqual([info.mean.at, 0, 0, 'best']);
    near(info.mean.at, one.minimum);
    near(goalsOf(side.clients, info.mean), one.gradientsAtMinimum.flat());
  });

  it('has the iterates and the control variates of NumPy, and the paths of a round lead there', () => {
    const run = sides.right.iterate();
    const count = side.clients.count;
    const state = new Float64Array(run.dimension);
    const iterates = one.scaffold.iterates as Readonly<Record<string, number[]>>;
    const controls = one.scaffold.controls as Readonly<Record<string, number[][]>>;
    let asked = 0;
    for (let k = 0; k <= 60; k++, run.step()) {
      run.read(state);
      if (iterates[k]) near(state.subarray(0, 2), iterates[k]!);
      if (controls[k]) near(state.subarray(2, 2 + 2 * count), controls[k]!.flat());
      asked += (iterates[k] ? 1 : 0) + (controls[k] ? 1 : 0);
      const told = planeRound(side, info.mean, state);
      expect(Float64Array.from(told.memory!.target)).toEqual(state.slice(-2));
      run.step();
      const next = new Float64Array(run.dimension);
      run.read(next);
      expect(Float64Array.from(told.next)).toEqual(next.subarray(0, 2));
      run.memory!.restore(state);
    }
    expect(asked).toBe(10);
  });

  it("begins with FedAvg's round, bit for bit, and with its minimum as the target", () => {
    const run = sides.right.iterate();
    const [start, next] = [new Float64Array(run.dimension), new Float64Array(run.dimension)];
    run.read(start);
    run.step();
    run.read(next);
    const averaged = new Float64Array(4);
    takeRound(averaged, side, start[0]!, start[1]!);
    expect(next.subarray(0, 2)).toEqual(averaged.subarray(2));
    const { rest } = info.sides.left;
    if (rest) near(start.slice(-2), rest);
  });
});

describe.each(cases)('FedProx, $name', (one) => {
  it.each(one.prox)('mu = $mu: rests, factors and iterates of NumPy', (told) => {
    const { info, sides } = planeSides(given(one), { ...valuesOf(one), versus: 'prox', mu: told.mu });
    const side = info.sides.right;
    near(side.factors!, told.factors);
    if (side.rest) {
      near(side.rest, told.rest);
      near([side.bias, side.excess], [told.bias, told.excess]);
    } else expect(['flat-for-all', 'long-step']).toContain(one.name);
    if (side.limit) near(side.limit, told.exactRest);
    const run = sides.right.iterate();
    const state = new Float64Array(2);
    const iterates = told.iterates as Readonly<Record<string, number[]>>;
    for (let k = 0; k <= 60 && run.status !== 'diverged'; k++, run.step()) {
      run.read(state);
      if (iterates[k]) near(state, iterates[k]!);
    }
  });
});

interface Drawn {
  readonly clients: QuadraticClients;
  readonly settings: RoundSettings;
  readonly side: PlaneSide;
  readonly start: Point;
}

/** Draws instances of the certificate: eta Lmax <= 1, sg <= 1, no direction flat for all; curvatures and minima of any size. */
function* drawn(random: RandomSource, count: number, server = true): Generator<Drawn> {
  for (let made = 0; made < count; ) {
    const clients = anyClients(random);
    const settings = {
      ...anySettings(random, clients, 1),
      server: server ? 0.01 + 0.99 * random.uniform() : 1,
    };
    const start = anyPoint(random);
    if (meanIsSingular(clients)) continue;
    made++;
    yield { clients, settings, start, side: scaffoldSide(clients, settings, meanOfClients(clients)) };
  }
}

describe('the laws of SCAFFOLD', () => {
  it('the variates sum to 0, and their mean is the move', () => {
    const random = source(0);
    for (const { clients, settings, start } of drawn(random, 200)) {
      const [into, variates] = [new Float64Array(4 + 2 * clients.count), new Float64Array(2 * clients.count)];
      let at = start;
      for (let k = 0; k < 10; k++) {
        takeScaffoldRound(into, { ...settings, clients }, variates, at[0], at[1]);
        const next: Point = [into[2]!, into[3]!];
        variates.set(into.subarray(4));
        const size = 1 + Math.max(...variates.map(Math.abs));
        const own = meanOf(centred(variates));
        expect(lengthOf(own)).toBeLessThan(1e-14 * size);
        const scale = settings.server * settings.local * settings.eta;
        const [dx, dy] = minus(minus(at, next), [0, 0]);
        const mean = meanOf(variates);
        expect(Math.hypot(scale * mean[0] - dx, scale * mean[1] - dy)).toBeLessThan(
          1e-13 * (1 + lengthOf(at)) + 1e-13 * scale * size,
        );
        at = next;
      }
    }
  });

  it('(t*, grad F_c(t*)) is a rest for every eta, K and sg', () => {
    const random = source(1);
    for (const { clients, settings } of drawn(random, 300)) {
      const mean = meanOfClients(clients);
      const into = new Float64Array(4 + 2 * clients.count);
      const server = 0.01 + 1.9 * random.uniform();
      takeScaffoldRound(into, { ...settings, server, clients }, goalsOf(clients, mean), ...mean.at);
      expect(lengthOf(minus([into[2]!, into[3]!], mean.at))).toBeLessThan(1e-12 * (1 + lengthOf(mean.at)));
    }
  });

  it('V falls in every round to at most 1 - m, so that the radius is at most sqrt(1 - m)', () => {
    const random = source(2);
    let [rounds, singular] = [0, 0];
    for (const { clients, settings, side, start } of drawn(random, 600)) {
      const mean = meanOfClients(clients);
      const goals = goalsOf(clients, mean);
      expect(side.bound).not.toBeNull();
      // Below 1 unless sg lam_min(mean P) is rounding.
      expect(side.slowest).toBeLessThanOrEqual(side.bound! + 1e-11);
      if (axesOfClients(clients).some(({ small }) => small === 0)) singular++;
      const run = createScaffoldRounds(side, mean, start);
      const state = new Float64Array(run.dimension);
      const now = () => {
        run.read(state);
        return potentialOf(settings, mean, goals, [state[0]!, state[1]!], state.subarray(2, -2));
      };
      const first = now();
      let before = first;
      for (let k = 0; k < 12; k++, rounds++) {
        run.step();
        const after = now();
        expect(after).toBeLessThanOrEqual(before * side.bound! ** 2 + 1e-13 * Math.max(1, first));
        // The bound of the distance over all rounds.
        expect(lengthOf(minus([state[0]!, state[1]!], mean.at)) ** 2).toBeLessThanOrEqual(
          settings.server * first * side.bound! ** (2 * k + 2) + 1e-13 * Math.max(1, first),
        );
        before = after;
      }
    }
    expect([rounds, singular > 300]).toEqual([7200, true]);
  });

  it('is without a certificate where its conditions fail', () => {
    const [one] = cases;
    const side = (settings: Partial<RoundSettings>) =>
      scaffoldSide(clientsOf(one!), { ...settingsOf(one!), ...settings }, meanOfClients(clientsOf(one!)));
    expect([side({ eta: 1 / 9 }).bound, side({ eta: 1.001 / 9 }).bound]).toEqual([
      expect.closeTo(0.975, 2),
      null,
    ]);
    expect([side({ server: 1.01 }).bound, side({}).bound]).toEqual([null, expect.closeTo(0.9718, 4)]);
  });

  it('the surrogate keeps its curvature, and its minimum moves by Pbar^-1 K eta mean A_c d_c', () => {
    const random = source(3);
    let compared = 0;
    for (const { clients, settings, side, start } of drawn(random, 200)) {
      const averaged = planeSide(clients, settings, meanOfClients(clients));
      const run = createScaffoldRounds(side, meanOfClients(clients), start);
      const state = new Float64Array(run.dimension);
      const { large, small } = axesOf(side.surrogate.hessian);
      if (small < 1e-3 * large) continue;
      for (let k = 0; k < 6; k++, run.step()) {
        run.read(state);
        const variates = centred(state.subarray(2, -2));
        let [x, y] = [0, 0];
        for (const [c, { large, small, along }] of axesOfClients(clients).entries()) {
          const power = (of: number) => meanPower(settings.eta * of, settings.local);
          const more = power(large) - power(small);
          const d: Point = [variates[2 * c]!, variates[2 * c + 1]!];
          const part = along[0] * d[0] + along[1] * d[1];
          x += power(small) * d[0] + more * part * along[0];
          y += power(small) * d[1] + more * part * along[1];
        }
        const scale = (settings.local * settings.eta) / clients.count;
        const [u, v] = solved(side.surrogate.hessian, [scale * x, scale * y]);
        const rho: Point = [averaged.rest![0] + u, averaged.rest![1] + v];
        expect(lengthOf(minus(rho, [state.at(-2)!, state.at(-1)!]))).toBeLessThan(
          1e-10 * (1 + lengthOf(rho)),
        );
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(300);
  });

  it('K = 1 is plain descent, one client and equal curvatures are FedAvg', () => {
    const random = source(4);
    for (const { clients, settings, start } of drawn(random, 100)) {
      const mean = meanOfClients(clients);
      const [xx, xy, , yy] = clients.hessians;
      const equal = { ...clients, hessians: clients.hessians.map((_, at) => [xx!, xy!, xy!, yy!][at % 4]!) };
      const runs = [
        [clients, { ...settings, local: 1 }],
        [clientsFrom([[[...clients.hessians.slice(0, 4)] as never, anyPoint(random)]]), settings],
        [equal, settings],
      ] as const;
      for (const [own, given] of runs) {
        const run = createScaffoldRounds(scaffoldSide(own, given, meanOfClients(own)), mean, start);
        const [state, into] = [new Float64Array(run.dimension), new Float64Array(4)];
        let at = start;
        for (let k = 0; k < 8; k++) {
          takeRound(into, { ...given, clients: own }, ...at);
          at = [into[2]!, into[3]!];
          run.step();
          run.read(state);
          expect(lengthOf(minus(at, [state[0]!, state[1]!]))).toBeLessThan(1e-11 * (1 + lengthOf(at)));
        }
      }
    }
  });

  it('the radius is that of the rounds, and depends neither on the minima nor on the unit of F', () => {
    const random = source(5);
    for (const { clients, settings, side } of drawn(random, 60)) {
      const other = { ...clients, minima: clients.minima.map(() => random.normal()) };
      expect(scaffoldSide(other, settings, meanOfClients(other)).slowest).toBe(side.slowest);
      const scaled = { ...clients, hessians: clients.hessians.map((entry) => 4 * entry) };
      const quarter = { ...settings, eta: settings.eta / 4 };
      near([scaffoldSide(scaled, quarter, meanOfClients(scaled)).slowest], [side.slowest], 1e-12);
      // Rounds with all minima at 0 are linear in (theta, c): no start outgrows the radius.
      const bare = { ...clients, minima: clients.minima.map(() => 0) };
      const [into, variates] = [new Float64Array(4 + 2 * clients.count), new Float64Array(2 * clients.count)];
      let [at, log]: [Point, number] = [anyPoint(random), 0];
      for (let i = 0; i < variates.length; i++) variates[i] = random.normal();
      for (let k = 0; k < 2000; k++) {
        takeScaffoldRound(into, { ...settings, clients: bare }, variates, ...at);
        const size = Math.hypot(...into.subarray(2));
        if (size === 0) break;
        if (k >= 1000) log += Math.log(size);
        at = [into[2]! / size, into[3]! / size];
        for (let i = 0; i < variates.length; i++) variates[i] = into[4 + i]! / size;
      }
      expect(Math.exp(log / 1000)).toBeLessThan(side.slowest * (1 + 5e-3) + 1e-9);
      if (side.slowest > 0.05 && settings.local < 50)
        expect(Math.exp(log / 1000)).toBeGreaterThan(side.slowest * 0.98);
    }
  });

  it('`global` lasts once a certificate has met it, though the excess rises on the way', () => {
    const random = source(6);
    let [arrived, rose] = [0, 0];
    for (const { clients, side, start } of drawn(random, 150)) {
      const run = createScaffoldRounds(side, meanOfClients(clients), start);
      let [met, before] = [false, Number.POSITIVE_INFINITY];
      for (let k = 0; k < 400; k++, run.step()) {
        const { excess } = run.record();
        if (met) expect([run.status, excess! <= 1e-12]).toEqual(['global', true]);
        met ||= run.status === 'global';
        if (excess! > before * 1.01 && excess! > 1e-12) rose++;
        before = excess!;
      }
      arrived += +met;
    }
    expect([arrived > 40, rose > 40]).toEqual([true, true]);
  });
});

describe('the laws of FedProx', () => {
  /** D = (mean H)^-1 mean H_c grad F_c(t*). */
  function drift(clients: QuadraticClients): Point {
    const mean = meanOfClients(clients);
    const goals = goalsOf(clients, mean);
    let [x, y] = [0, 0];
    for (let c = 0; c < clients.count; c++) {
      const [xx, xy, , yy] = clients.hessians.subarray(4 * c, 4 * c + 4);
      const [u, v] = multiplied([xx!, xy!, yy!], [goals[2 * c]!, goals[2 * c + 1]!]);
      x += u / clients.count;
      y += v / clients.count;
    }
    return solved(mean.hessian, [x, y]);
  }

  it('solved exactly, its bias is D/mu to first order: it shrinks and does not vanish', () => {
    const random = source(7);
    let compared = 0;
    for (const { clients } of drawn(random, 200)) {
      const [mean, largest] = [meanOfClients(clients), largestOf(axesOfClients(clients))];
      const { large, small } = axesOf(mean.hessian);
      const first = drift(clients);
      if (small < 0.05 * large || lengthOf(first) < 1e-3) continue;
      const mu = 1e4 * largest;
      const { limit } = planeSide(clients, { local: 5, eta: 0.5 / (largest + mu), server: 1, mu }, mean);
      const off = minus(limit!, mean.at);
      expect(lengthOf(minus([mu * off[0], mu * off[1]], first))).toBeLessThan(2e-2 * lengthOf(first));
      expect(lengthOf(off)).toBeGreaterThan(0);
      compared++;
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('shares are lam (1 - (1 - eta (lam + mu))^K)/(lam + mu), FedAvg at mu = 0, and one step has none of mu', () => {
    const random = source(8);
    for (const { clients, settings } of drawn(random, 100)) {
      const mean = meanOfClients(clients);
      const mu = 3 * random.uniform();
      const largest = largestOf(axesOfClients(clients));
      const own = { ...settings, eta: settings.eta / (1 + mu / largest) };
      const side = planeSide(clients, { ...own, mu }, mean);
      expect(planeSide(clients, { ...own, mu: 0 }, mean)).toEqual(planeSide(clients, own, mean));
      const one = { ...own, local: 1 };
      near(planeSide(clients, { ...one, mu }, mean).surrogate.at, mean.at, 1e-9);
      const [lam, K] = [largest * random.uniform(), own.local];
      const power = 1 - (1 - own.eta * (lam + mu)) ** K;
      near([proximal(lam, own.eta, K, mu)], [(lam * power) / (lam + mu)], 1e-12);
      // The rest stays where it is.
      const into = new Float64Array(4);
      if (!side.rest) continue;
      takeRound(into, side, ...side.rest);
      expect(lengthOf(minus([into[2]!, into[3]!], side.rest))).toBeLessThan(
        1e-12 * (1 + lengthOf(side.rest)),
      );
    }
  });
});
