/**
 * The engine without a browser: replays a link, or flags, and prints every digit.
 *   npm run -s replay -- --link '#v=1&…' --steps 100
 * Exit status 2, with one line on stderr, where the command line or the data cannot be used.
 */

import { writeSync } from 'node:fs';
import type { Instance, SideName } from '../engine/contract.ts';
import { PROBLEMS } from '../engine/problems/index.ts';
import { createRace, type RaceValues, type SideFrame } from '../engine/race/create-race.ts';
import { ScenarioError } from '../engine/scenario/notice.ts';
import { formatLink } from '../engine/scenario/scenario.ts';
import { parseReplayOptions, replayHelp, sentences, UsageError, wrongVectorFlag } from './replay-options.ts';

interface SideReport {
  readonly iterates: number[][];
  readonly losses: number[];
  readonly distances: number[] | null;
  readonly status: string;
  readonly endedAt: number | null;
}

/** Joins the frame of step 0 and the frame of the rest into one report. */
function reportSide(frames: readonly SideFrame[], { dimension: d, plant }: Instance): SideReport {
  const last = frames[frames.length - 1]!;
  return {
    iterates: frames.flatMap(({ iterates, count }) =>
      Array.from({ length: count }, (_, i) => Array.from(iterates.subarray(i * d, i * d + d))),
    ),
    losses: frames.flatMap(({ losses }) => Array.from(losses)),
    distances: plant ? frames.flatMap(({ distances }) => Array.from(distances)) : null,
    status: last.status,
    endedAt: last.endedAt,
  };
}

function csvRows(side: SideName, report: SideReport): string[] {
  return report.iterates.map((w, k) =>
    [k, side, ...w, report.losses[k], report.distances?.[k] ?? ''].join(','),
  );
}

function replay(args: readonly string[]): string {
  if (args.includes('--help')) return replayHelp();
  const options = parseReplayOptions(args);
  const { scenario, own, steps } = options;
  const instance = PROBLEMS[scenario.problem].prepare(scenario.values, own);
  const wrong = wrongVectorFlag(instance.notices, options.flags);
  if (wrong) throw new UsageError(wrong);

  const race = createRace(instance, scenario.values as unknown as RaceValues);
  const frames = [race.first(), ...(steps > 0 ? [race.advance(steps)] : [])];
  const left = reportSide(
    frames.map((frame) => frame.left),
    instance,
  );
  const right = reportSide(
    frames.map((frame) => frame.right),
    instance,
  );
  if (options.format === 'csv') {
    const weights = Array.from({ length: instance.dimension }, (_, j) => `w${j + 1}`);
    const header = ['k', 'side', ...weights, 'loss', 'distance'].join(',');
    return [header, ...csvRows('left', left), ...csvRows('right', right)].join('\n');
  }
  return JSON.stringify({
    scenario: formatLink(scenario),
    n: instance.samples.count,
    d: instance.dimension,
    smoothness: instance.smoothness,
    step: race.settings.left.step,
    ...(scenario.values.unlock ? { rightStep: race.settings.right.step } : {}),
    refused: instance.refused,
    notices: sentences([...options.notices, ...instance.notices]),
    left,
    right,
  });
}

/** Writes all of a text; a pipe may take it in pieces. */
function print(text: string): void {
  const bytes = Buffer.from(`${text}\n`);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return; // the reader has seen enough
      if (code !== 'EAGAIN') throw error;
    }
  }
}

try {
  print(replay(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ScenarioError)) throw error;
  // One line, whatever line breaks a value or a cell brought along.
  process.stderr.write(`replay: ${error.message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}
