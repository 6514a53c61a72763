/** For tests: `replay` in this process, in a folder with a few tables. */

import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { DATA_SETS } from '../../engine/data/data-sets.ts';
import type { StationaryPoints } from '../../engine/landscapes/stationary-points.ts';
import { runReplay } from './run-replay.ts';
import { file, inFolder, runHere } from './try-command.ts';

export const OPENING = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

interface SideReport {
  readonly iterates: number[][];
  readonly losses: number[];
  readonly distances: number[] | null;
  readonly status: string;
  readonly endedAt: number | null;
  readonly arrivedAt: number | null;
}

interface GridReport {
  readonly size: number;
  readonly view: [number, number, number, number];
  readonly centre?: number[];
  readonly p?: number[];
  readonly q?: number[];
  readonly left: (number | null)[];
  readonly right: (number | null)[];
}

export interface Report {
  readonly scenario: string;
  readonly n: number;
  readonly d: number;
  readonly smoothness: number;
  readonly step: number;
  readonly refused: { line: number; reason: string }[];
  readonly notices: string[];
  readonly left: SideReport;
  readonly right: SideReport;
  readonly stationary?: { readonly left: StationaryPoints; readonly right: StationaryPoints };
  readonly grid?: GridReport;
}

export const replayInto = (out: string | undefined, ...args: readonly string[]) =>
  runHere('replay', (at) => runReplay(args, at), out);

export const replay = (...args: readonly string[]) => replayInto(undefined, ...args);

/** Runs the calling file's tests next to some tables. */
export const besideTables = () =>
  inFolder(() => {
    writeFileSync(file('points.csv'), 'size,y\n1,0.5\n2,oops\n3,2.5\n7,6\n4\n');
    writeFileSync(file('refused.csv'), 'size,y\n"a\nb",1\n');
    writeFileSync(file('cars.csv'), DATA_SETS['stopping-distance']!);
  });

/** Returns a successful run's output. stderr prints exactly the JSON's notices. */
export async function report(...args: string[]): Promise<Report> {
  const { code, stdout, stderr } = await replay(...args);
  expect(code, stderr).toBe(0);
  expect(stdout.trimEnd()).not.toContain('\n');
  const printed = JSON.parse(stdout) as Report;
  const rows = printed.refused.map(({ line, reason }) => `Line ${line} was skipped: ${reason}.`);
  const said = new Set([...printed.notices, ...rows].map((sentence) => `replay: ${sentence}\n`));
  expect(stderr).toBe([...said].join(''));
  return printed;
}
