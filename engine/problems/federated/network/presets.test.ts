import { describe, expect, it } from 'vitest';
import type { Values } from '../../../params.ts';
import { createScenario, presetScenario } from '../../../scenario/create-scenario.ts';
import { problem } from '../problem.ts';
import type { NetworkInfo } from '../types.ts';

function play(values: Values, rounds: number) {
  const { info, sides } = problem.prepare(values, null);
  const [left, right] = [sides.left.iterate(), sides.right.iterate()];
  const told = { network: [] as number[], linearised: [] as number[], gap: 0, flipped: 0 };
  for (let k = 0; k <= rounds; k++) {
    const now = left.record();
    told.network.push(now.loss!);
    told.linearised.push(right.record().loss!);
    told.gap = Math.max(told.gap, now.gap!);
    told.flipped = now.flipped!;
    left.step();
    right.step();
  }
  return { info: info as NetworkInfo, left, right, ...told };
}

const preset = (id: string, rounds = 100) => play(presetScenario('federated', id).values, rounds);
const network = (values: Values) => createScenario('federated', { level: 'network', ...values }).values;

/** Checks the numbers to the written digits. */
function expectDigits(found: readonly number[], written: readonly string[]): void {
  const shown = written.map((text, k) => {
    const digits = text.replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').length;
    return Number(found[k]!.toPrecision(digits));
  });
  expect(shown).toEqual(written.map(Number));
}
const at = (losses: readonly number[], ...rounds: readonly number[]) => rounds.map((k) => losses[k]!);

describe('presets of the network', () => {
  it('fed-opening: both sides learn, the network ends lower', () => {
    const { info, network: net, linearised, gap, flipped } = preset('fed-opening');
    expect([info.count, info.local, info.width, info.samples]).toEqual([3, 5, 256, 12]);
    expectDigits(at(net, 0, 1, 10, 50, 100), ['3.49', '1.60', '.0645', '4.6e-4', '4.3e-5']);
    expectDigits(at(linearised, 0, 1, 10, 50, 100), ['3.49', '1.59', '.0619', '1.05e-3', '1.3e-4']);
    expectDigits([info.factor, ...info.bracket!], ['.98303', '.98126', '.99274']);
    expectDigits([gap, flipped, info.eta], ['.0441', '.034', '.349']);
  });

  it('fed-narrow: the network is better, since it leaves its linearisation; fed-wide: they agree', () => {
    const narrow = preset('fed-narrow');
    expectDigits([narrow.network[100]!, narrow.linearised[100]!], ['.00195', '.0258']);
    expectDigits([narrow.gap, narrow.flipped], ['.279', '.172']);
    const wide = preset('fed-wide');
    expectDigits([wide.gap, wide.flipped], ['.0129', '.019']);
  });

  it('fed-square: the network leaves its linearisation and is slower for it', () => {
    const { network: net, linearised, gap } = preset('fed-square');
    expectDigits([net[100]!, linearised[100]!, gap], ['.661', '.0395', '.888']);
  });

  it('fed-many: fifty local steps, and the rate is still certified', () => {
    const { info, network: net, linearised } = preset('fed-many', 50);
    expectDigits([info.factor, ...info.bracket!], ['.957', '.813', '.9925']);
    expectDigits([net[50]!, linearised[50]!], ['1.5e-4', '1.9e-4']);
  });

  it('fed-too-narrow: the linearisation rests above its least squares, the more the more local steps', () => {
    const { values } = presetScenario('federated', 'fed-too-narrow');
    const rests = (set: Values) =>
      [1, 5, 20, 100].map(
        (local) => (problem.prepare({ ...values, ...set, local }, null).info as NetworkInfo).rest!,
      );
    const own = rests({});
    expectDigits(
      own.map(({ loss }) => loss),
      ['.7351', '.749', '1.04', '3.61'],
    );
    for (const { leastSquares } of own) expectDigits([leastSquares], ['.7351']);
    const { info } = preset('fed-too-narrow', 0);
    expect([info.rank, info.smallest, info.local]).toEqual([10, 0, 20]);
    expect(info.bracket).toEqual([1, 1]);
    expectDigits(
      rests({ m: 4, seed: 4 }).map(({ loss }) => loss),
      ['1.8366', '1.906', '2.494', '4.167'],
    );
    for (const { loss, excess } of rests({ m: 64 })) expect([loss, excess]).toEqual([0, 0]);
  });

  it('sorted or shuffled at the same step: the end is the same, only early rounds are slower', () => {
    const arcs = play(network({}), 50);
    const step = arcs.info.eta;
    const shuffled = play(network({ split: 'shuffled', step }), 50);
    expectDigits(at(arcs.network, 1, 5, 10, 50), ['1.60', '.280', '.0645', '4.6e-4']);
    expectDigits(at(shuffled.network, 1, 5, 10, 50), ['1.02', '.147', '.0246', '4.5e-4']);
    const own = play(network({ split: 'shuffled' }), 0);
    expectDigits([own.info.eta / step], ['2.2']);
  });
});
