import type { Instance } from '../../engine/contract.ts';
import { sampleLosses } from '../../engine/export/loss-grid.ts';
import { describePlane, isCertain, UNCERTAIN } from '../../engine/landscapes/plane-structure.ts';
import { formatParam } from '../../engine/params.ts';
import { describePhrase } from '../../engine/phrase.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import { calledRule, type RunValues, sideSettings } from '../../engine/run/create-run.ts';
import { runValues } from '../../engine/run/run-values.ts';
import { descends, sidesOf } from '../../engine/run/sides.ts';
import { describeNotice } from '../../engine/scenario/describe-notice.ts';
import { formatLink } from '../../engine/scenario/scenario.ts';
import { withGiven } from './replay-files.ts';
import { parseReplayOptions, replayHelp, wrongFlag } from './replay-options.ts';
import { csvPieces, jsonPieces, runToEnd } from './replay-report.ts';
import type { Stderr } from './surroundings.ts';
import { sentencesOf, strictRefusal, tell } from './taken-otherwise.ts';
import { UsageError } from './usage-error.ts';

/** Yields the printed text in pieces, because the whole may exceed the maximum string length. Messages go to `stderr`. */
export async function replayPieces(
  args: readonly string[],
  stderr: Stderr = process.stderr,
): Promise<Iterable<string>> {
  if (args.includes('--help')) return [replayHelp()];
  const options = parseReplayOptions(args);
  const { steps, stationary, grid, noScenario, given } = options;
  const problem = await loadProblem(options.scenario.problem);
  const part = await problem.report?.();
  const { scenario, own } =
    given === undefined ? options : withGiven(given, options.scenario, options.flags, part);
  const instance = problem.prepare(scenario.values, own);
  const values = runValues(scenario.values);
  const report = part?.reportOf(instance, values);
  const rows = options.refused ?? instance;
  const wrong = wrongFlag(instance, report, options);
  if (wrong) throw new UsageError(wrong);
  const notices = [...options.notices, ...instance.notices];
  const refusal = options.strict ? (noScenario ?? strictRefusal(notices, rows)) : null;
  if (refusal) throw new UsageError(refusal);
  const instead = noScenario ? [`${noScenario}: ${formatLink(scenario)} was run instead.`] : [];
  tell(stderr, 'replay', [...instead, ...sentencesOf(notices, rows)]);

  if (options.format === 'csv') return csvPieces(instance, values, steps);
  const { samples, sides } = instance;
  const { left, right } = sidesOf(instance);
  const hasSamples = samples.count > 0 || !report;
  const heading = {
    scenario: given === undefined ? formatLink(scenario) : null,
    ...(hasSamples && { n: Number.isFinite(samples.count) ? samples.count : formatParam(samples.count) }),
    ...(report?.heading ?? { d: sides ? { left: left.dimension, right: right.dimension } : left.dimension }),
    ...(hasSamples && { smoothness: left.stepUnit }),
    ...stepsOf(instance, values),
    ...((hasSamples || options.refused) && {
      refused: rows.refused.map(({ line, reason }) => ({ line, reason: describePhrase(reason) })),
      refusedCount: rows.refusedCount,
    }),
    notices: [...instead, ...notices.map(describeNotice)],
  };
  if (report) {
    // A side's states alone may fill a string.
    const printed = Object.entries(report.run(steps, options.gap, options.at, stationary));
    const side = ([name, run]: (typeof printed)[number]) => `,"${name}":${JSON.stringify(run)}`;
    return [JSON.stringify(heading).slice(0, -1), ...printed.map(side), '}'];
  }
  const structure = stationary && !sides ? describePlane(instance) : null;
  if (structure && !isCertain(structure)) tell(stderr, 'replay', [`--stationary: ${UNCERTAIN}.`]);
  const losses = grid && !sides ? sampleLosses(instance, scenario.values, grid.view, grid.size) : null;
  return jsonPieces(heading, instance, runToEnd(instance, values, steps), structure, losses);
}

/** Returns effective rules and steps; the right's only if they may differ. */
function stepsOf(instance: Instance, values: RunValues) {
  const sides = sidesOf(instance);
  const { left, right } = sideSettings(instance, values);
  const called = (side: typeof left) => calledRule(side, instance.samples.count);
  const own = values.unlock && descends(sides.right);
  return {
    ...(descends(sides.left) && { rule: called(left), step: left.step }),
    ...(own ? { rightRule: called(right), rightStep: right.step } : {}),
  };
}
