import { execFileSync } from 'node:child_process';

export interface ReplayedSide {
  readonly iterates: number[][];
  readonly losses: number[];
  readonly distances: number[] | null;
  readonly status: string;
  readonly endedAt: number | null;
}

export interface Replayed {
  readonly scenario: string;
  readonly notices: string[];
  readonly left: ReplayedSide;
  readonly right: ReplayedSide;
}

/** The same link through the command line: what the page must agree with to the last digit. */
export function replay(link: string, steps: number): Replayed {
  const output = execFileSync(
    process.execPath,
    ['scripts/replay.mjs', '--link', link, '--steps', String(steps)],
    {
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  return JSON.parse(output) as Replayed;
}
