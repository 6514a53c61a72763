import { describe, expect, it } from 'vitest';
import { anyCurvature, anyPoint, clientsFrom } from '../../../../engine/fixtures/plane-clients.ts';
import { createRandom } from '../../../../engine/kernels/random.ts';
import type { Values } from '../../../../engine/params.ts';
import { axesOfClients } from '../../../../engine/problems/federated/plane/curvature.ts';
import { problem } from '../../../../engine/problems/federated/problem.ts';
import { largestOf, meanOfClients, overLocalSteps } from '../../../../engine/problems/federated/surrogate.ts';
import type { NetworkInfo, PlaneInfo } from '../../../../engine/problems/federated/types.ts';
import { createScenario, presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { expectSaid, saidMedian, saidShare } from '../../../../scripts/intervals.ts';
import { measured } from '../../../../scripts/measured.ts';
import { superscript } from '../../../i18n/format.ts';
import { words } from './words.en.ts';
import { words as chinese } from './words.zh.ts';

/** Every number that the explanation calls measured, computed again. */

function prepared(id: string, given: Values = {}) {
  const { values } = createScenario('federated', { ...presetScenario('federated', id).values, ...given });
  return problem.prepare(values, null);
}

const planeOf = (given: Values) => (prepared('fed-disagree', given).info as PlaneInfo).sides.left;
const networkOf = (id: string, given: Values = {}) => prepared(id, given).info as NetworkInfo;

/** Both losses after these rounds, the largest gap up to there, and the share of flipped signs. */
function roundsOf(id: string, given: Values, rounds: number) {
  const { left, right } = prepared(id, given).sides;
  const [network, linear] = [left.iterate(), right.iterate()];
  let gap = 0;
  for (let k = 0; k < rounds; k++) {
    network.step();
    linear.step();
    gap = Math.max(gap, network.record().gap!);
  }
  const { loss, flipped } = network.record();
  return { network: loss!, linear: linear.record().loss!, gap, flipped: flipped! };
}

/** As the words have it: so many digits, and a power of ten where the number is small. */
function written(value: number, digits: number): string {
  if (value >= 1e-3) return String(Number(value.toPrecision(digits)).toPrecision(digits));
  const [mantissa, power] = value.toExponential(digits - 1).split('e');
  return `${mantissa} × 10${superscript(Number(power))}`;
}

/** Both languages have these numbers, one after the other. */
function says(key: keyof typeof words, numbers: readonly (string | number)[]): void {
  for (const said of [words, chinese]) {
    // Chinese writes 41%, as Intl does.
    const text = String(said[key]).replace(/(?<=\d)%/g, ' %');
    let from = 0;
    for (const number of numbers) {
      const at = text.indexOf(String(number), from);
      expect(at, `${number} in ${key}: ${text}`).toBeGreaterThanOrEqual(0);
      from = at + String(number).length;
    }
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}

/** Of the least squares line of log y over log x. */
function slopeOf(xs: readonly number[], ys: readonly number[]): number {
  const [u, v] = [xs, ys].map((all) => {
    const logs = all.map(Math.log);
    const mean = logs.reduce((sum, each) => sum + each, 0) / logs.length;
    return logs.map((each) => each - mean);
  }) as [number[], number[]];
  const sum = (of: (i: number) => number) => u.reduce((total, _, i) => total + of(i), 0);
  return sum((i) => u[i]! * v[i]!) / sum((i) => u[i]! ** 2);
}

describe('what the explanation of the plane calls measured', () => {
  it('the bias and the slowest factor of clients that disagree', () => {
    const told = (local: number) => planeOf({ local });
    const biases = [2, 5, 20, 100].map((local) => written(told(local).bias, 3));
    expect(told(1).bias).toBe(0);
    says('explain.say.fedMoreBias', [0, ...biases]);
    const factors = [1, 20, 100].map((local) => written(told(local).slowest, 3));
    says('explain.say.fedTrade', [...factors, 0, biases[2]!, biases[3]!]);
  });

  const SEED = 21_050_501;

  it('the bias falls somewhere along K for some pairs', () => {
    const random = createRandom(SEED, 20);
    const all = Array.from({ length: 100 }, (_, k) => k + 1);
    while (all.at(-1)! < 1000) all.push(Math.min(1000, Math.round(1.1 * all.at(-1)!)));
    const pairs = 3000;
    const falls = [100, 1000].map(() => 0);
    for (let pair = 0; pair < pairs; pair++) {
      const clients = clientsFrom([0, 1].map(() => [anyCurvature(random, 0.05), anyPoint(random)] as const));
      const eta = 0.9 / largestOf(axesOfClients(clients));
      const { biases } = overLocalSteps(clients, meanOfClients(clients), { eta, server: 1 }, all);
      const fall = biases.findIndex((bias, k) => k > 0 && bias < biases[k - 1]! - 1e-9);
      if (fall < 0) continue;
      falls[1]!++;
      if (all[fall]! <= 100) falls[0]!++;
    }
    const key = 'explain.say.fedLessBias';
    says(key, ['3,000', SEED, '95 %', '100', '1,000']);
    expectSaid(
      words[key],
      chinese[key],
      falls.map((count) => saidShare(count, pairs)),
    );
  });

  it('clients that agree pay nothing for speed', () => {
    const losses = [1, 5, 20].map((local) => {
      const instance = prepared('fed-agree', { local });
      expect((instance.info as PlaneInfo).sides.left.bias).toBeLessThanOrEqual(1e-12);
      const run = instance.sides.left.iterate();
      for (let k = 0; k < 20; k++) run.step();
      return run.record().loss!;
    });
    says('explain.say.fedFree', [20, 0.03, written(losses[1]!, 2), written(losses[2]!, 2)]);
    expect(Number(losses[0]!.toPrecision(2))).toBe(0.03);
  });
});

const SEEDS = Array.from({ length: 200 }, (_, i) => 1 + i);

describe('what the explanation of the network calls measured', () => {
  it('the gap falls like m^-0.7', async () => {
    const widths = [16, 32, 64, 128, 256, 512, 1024];
    const told = await measured(
      'federated-gaps',
      SEEDS,
      (seed) => widths.map((m) => roundsOf('fed-opening', { m, seed }, 30).gap),
      2,
    );
    const gaps = widths.map((_, place) => [...told.values()].map((each) => each[place]!));
    const slope = slopeOf(widths, gaps.map(median));
    const key = 'explain.say.fedGap';
    says(key, [30, 3, 5, 1, SEEDS.length, '95 %']);
    expectSaid(
      words[key],
      chinese[key],
      [gaps[0]!, gaps.at(-1)!].map((each) => saidMedian(each, (gap) => written(gap, 3))),
    );
    for (const said of [words, chinese]) expect(said[key]).toContain(slope.toFixed(2).replace('-', '−'));
    expect(Math.abs(slope + 0.7)).toBeLessThan(0.05);
  });

  it('flipped signs', () => {
    const shares = [16, 256, 1024].map((m) => 100 * roundsOf('fed-opening', { m }, 100).flipped);
    for (const said of [words, chinese])
      for (const share of shares)
        expect(said['explain.say.fedFlipped'].replace(/(?<=\d)%/g, ' %')).toContain(`${share.toFixed(1)} %`);
  });

  it('neither side always wins: after 100 rounds, seeds 1 to 200', async () => {
    const square = { labels: 'square', clients: 4, local: 10 };
    const laws = {
      waves: { m: 16 },
      'square, m = 64': { ...square, m: 64 },
      'square, m = 16': { ...square, m: 16 },
    };
    const told = await measured(
      'federated-ahead',
      Object.keys(laws).flatMap((law) => SEEDS.map((seed) => `${law}, seed ${seed}`)),
      (run) => {
        const [law, seed] = run.split(', seed ') as [keyof typeof laws, string];
        const { network, linear } = roundsOf('fed-opening', { ...laws[law], seed: Number(seed) }, 100);
        return [network, linear] as const;
      },
      9,
    );
    const losses = (law: string) => SEEDS.map((seed) => told.get(`${law}, seed ${seed}`)!);
    const ahead = (law: string) => losses(law).filter(([network, linear]) => network < linear).length;
    const [wins, loses] = ['explain.say.fedNarrowWins', 'explain.say.fedSquareLoses'] as const;
    for (const [key, id] of [
      [wins, 'fed-narrow'],
      [loses, 'fed-square'],
    ] as const) {
      const { network, linear } = roundsOf(id, {}, 100);
      says(key, [networkOf(id).width, 100, written(network, 3), written(linear, 3), 1, SEEDS.length]);
      expect(network < linear).toBe(id === 'fed-narrow');
    }
    expectSaid(words[wins], chinese[wins], [saidShare(ahead('waves'), SEEDS.length)]);
    expectSaid(
      words[loses],
      chinese[loses],
      [64, 16].map((m) => saidShare(SEEDS.length - ahead(`square, m = ${m}`), SEEDS.length)),
    );
  });

  it('sorted and shuffled data at one step size', () => {
    const { eta } = networkOf('fed-opening');
    const losses = (split: string) =>
      [1, 5, 10, 50].map((rounds) => {
        const { network } = roundsOf('fed-opening', { split, step: eta }, rounds);
        return written(network, rounds === 50 ? 2 : 3);
      });
    says('explain.say.fedDealt', [eta.toFixed(3), networkOf('fed-opening').width, 1, 5, 10, 50]);
    says('explain.say.fedDealt', [...losses('arcs'), ...losses('shuffled')]);
  });

  it('the rate depends on K/N while there are few local steps', () => {
    const eta = 0.25 / networkOf('fed-opening', { clients: 1 }).largest;
    const losses = (clients: number, local: number) =>
      roundsOf('fed-opening', { clients, local, step: eta }, 60);
    const few = [1, 2, 4].map((count) => losses(count, count));
    says('explain.say.fedCollapse', [
      60,
      ...few.map(({ network }) => written(network, 3)),
      ...few.map(({ linear }) => written(linear, 3)),
    ]);
    const many = [1, 2, 4].map((count) => losses(count, 5 * count).network);
    says('explain.say.fedBeyond', ['(1, 5)', '(2, 10)', '(4, 20)', ...many.map((loss) => written(loss, 2))]);
  });

  it('where a tangent that is too narrow comes to rest', () => {
    const rests = [1, 5, 20, 100].map((local) => networkOf('fed-too-narrow', { local }).rest!);
    const least = written(rests[0]!.leastSquares, 3);
    for (const { leastSquares } of rests) expect(written(leastSquares, 3)).toBe(least);
    says('explain.say.fedTooNarrow', [least, ...rests.map(({ loss }) => written(loss, 3))]);
  });

  it('narrow networks show the bias too, after equal local work', async () => {
    const locals = [1, 5, 25];
    const steps = 2500;
    const told = await measured(
      'federated-narrow',
      SEEDS,
      (seed) => locals.map((local) => roundsOf('fed-opening', { m: 2, local, seed }, steps / local).network),
      6,
    );
    const ends = [...told.values()];
    const key = 'explain.say.fedNarrowEnds';
    says(key, [2, '2,500', 1, SEEDS.length, '95 %']);
    const higher = ends.filter(([one, , many]) => many! > one!).length;
    expectSaid(words[key], chinese[key], [saidShare(higher, ends.length)]);
  });
});
