import { execFileSync } from 'node:child_process';
import type { LeftReport, RightReport } from '../engine/problems/vector-output/report.ts';

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

export interface ReplayedNetwork {
  readonly losses: number[];
  readonly neurons: { readonly w: number[]; readonly alpha: number }[];
  readonly status: string;
  readonly endedAt: number | null;
}

export interface ReplayedNetworks {
  readonly notices: string[];
  readonly left: ReplayedNetwork;
  readonly right: ReplayedNetwork & {
    readonly lowerBound: number | null;
    /** F at every step if the right descends on another loss. */
    readonly objectives?: number[];
  };
}

/** Runs the link on the command line; the page must agree to the last digit. */
export function replay(link: string, steps: number): Replayed {
  return JSON.parse(print(link, steps)) as Replayed;
}

/** Two layers have another report. */
export function replayNetworks(link: string, steps: number): ReplayedNetworks {
  return JSON.parse(print(link, steps)) as ReplayedNetworks;
}

export function replayOutputs(link: string, steps: number): { left: LeftReport; right: RightReport } {
  return JSON.parse(print(link, steps)) as { left: LeftReport; right: RightReport };
}

function print(link: string, steps: number): string {
  return execFileSync(process.execPath, ['scripts/replay.mjs', '--link', link, '--steps', String(steps)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
}
