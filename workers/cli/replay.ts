/**
 * The engine without a browser: replays a link, or flags, and prints every digit.
 *   npm run -s replay -- --link '#v=1&…' --steps 100
 * Exit status 2, with one line on stderr, where the command line or the data cannot be used. What was not taken as it came is told
 * on stderr, a line each; with --strict it cannot be used.
 */

import type { Instance } from '../../engine/contract.ts';
import { sampleLosses } from '../../engine/export/loss-grid.ts';
import { describePlane, isCertain, UNCERTAIN } from '../../engine/landscapes/plane-structure.ts';
import { formatParam } from '../../engine/params.ts';
import { describePhrase } from '../../engine/phrase.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import { asNetwork } from '../../engine/problems/two-layer/instance.ts';
import { calledRule, type RunValues, sideSettings } from '../../engine/run/create-run.ts';
import { descends, sidesOf } from '../../engine/run/sides.ts';
import { describeNotice, ScenarioError } from '../../engine/scenario/notice.ts';
import { formatLink } from '../../engine/scenario/scenario.ts';
import { networkPieces, runNetworks } from './network-report.ts';
import { createPrinter } from './print.ts';
import { parseReplayOptions, replayHelp, UsageError, wrongFlag } from './replay-options.ts';
import { csvPieces, jsonPieces, runToEnd } from './replay-report.ts';
import { sentencesOf, strictRefusal, tell } from './taken-otherwise.ts';

/** The text to print, in pieces: the whole may be longer than a string can be. */
async function replay(args: readonly string[]): Promise<Iterable<string>> {
  if (args.includes('--help')) return [replayHelp()];
  const options = parseReplayOptions(args);
  const { scenario, own, steps, stationary, grid, noScenario } = options;
  const instance = (await loadProblem(scenario.problem)).prepare(scenario.values, own);
  const wrong = wrongFlag(instance, options);
  if (wrong) throw new UsageError(wrong);
  const notices = [...options.notices, ...instance.notices];
  const refusal = options.strict ? (noScenario ?? strictRefusal(notices, instance)) : null;
  if (refusal) throw new UsageError(refusal);
  const instead = noScenario ? [`${noScenario}: ${formatLink(scenario)} was run instead.`] : [];
  tell('replay', [...instead, ...sentencesOf(notices, instance)]);

  const values = scenario.values;
  const network = asNetwork(instance);
  const pair = instance.sides ? null : instance;
  const run = pair && runToEnd(pair, values, steps);
  if (run && options.format === 'csv') return csvPieces(run);
  const heading = {
    scenario: formatLink(scenario),
    n: Number.isFinite(instance.samples.count) ? instance.samples.count : formatParam(instance.samples.count),
    d: network?.info.columns ?? pair?.dimension,
    ...(network && { neurons: network.info.neurons }),
    smoothness: sidesOf(instance).left.stepUnit,
    ...stepsOf(instance, values),
    refused: instance.refused.map(({ line, reason }) => ({ line, reason: describePhrase(reason) })),
    refusedCount: instance.refusedCount,
    notices: [...instead, ...notices.map(describeNotice)],
  };
  if (!run) return networkPieces(heading, runNetworks(network!, values, steps, options.gap));
  const structure = stationary ? describePlane(pair) : null;
  if (structure && !isCertain(structure)) tell('replay', [`--stationary: ${UNCERTAIN}.`]);
  return jsonPieces(
    heading,
    run,
    structure,
    grid && sampleLosses(pair, scenario.values, grid.view, grid.size),
  );
}

/** Rules, as what they do, and step lengths: the right's only where they may differ. */
function stepsOf(instance: Instance, values: RunValues) {
  const { left, right } = sideSettings(instance, values);
  const called = (side: typeof left) => calledRule(side, instance.samples.count);
  const own = values.unlock && descends(sidesOf(instance).right);
  return {
    rule: called(left),
    step: left.step,
    ...(own ? { rightRule: called(right), rightStep: right.step } : {}),
  };
}

/** Prints all pieces and a line break, or what the reader wants of them. */
function printAll(pieces: Iterable<string>): void {
  const { print, flush } = createPrinter();
  for (const piece of pieces) if (!print(piece)) return;
  print('\n');
  flush();
}

try {
  printAll(await replay(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ScenarioError)) throw error;
  tell('replay', [error.message]);
  process.exitCode = 2;
}
