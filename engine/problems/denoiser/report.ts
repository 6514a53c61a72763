import type { End, Iteration, SideName } from '../../contract.ts';
import type { Report } from '../../problem.ts';
import { createClean } from './image/clean.ts';
import { readImageFile } from './image/given-image.ts';
import { snrOf } from './image/measures.ts';
import { createSideRun } from './image/sides.ts';
import type { DenoiserInstance, ImageModel, PixelModel } from './instance.ts';
import { IMAGE_PIXELS } from './names.ts';
import { type PixelLimits, pixelLimits } from './pixels/basins.ts';
import { createPixelRounds } from './pixels/rounds.ts';
import type { ImageInfo, PixelsInfo, Point, RestPoint } from './types.ts';

export const readFile = readImageFile;

/** Rounds 0 to N, up to the last finite x. Missing numbers are NaN. */
export interface DenoiserSideReport {
  readonly snr: readonly number[];
  readonly steps: readonly number[];
  readonly ratio: readonly number[];
  /** Null without a rate. */
  readonly radius: readonly number[] | null;
  readonly residual: readonly number[];
  /** The first end. */
  readonly status: End;
  readonly endedAt: number | null;
  readonly period: number | null;
  readonly last: readonly number[];
  /** States by round; null if not finite. */
  readonly states?: Readonly<Record<string, readonly number[] | null>>;
  /** Two pixels only. */
  readonly iterates?: readonly (readonly number[])[];
  readonly objective?: readonly number[];
}

export interface StationaryReport extends PixelLimits {
  readonly fixedPoints: readonly Omit<RestPoint, 'height'>[] | null;
  readonly segment?: readonly [Point, Point];
}

export type DenoiserReport = Readonly<Record<SideName, DenoiserSideReport>> & {
  readonly clean?: { readonly snr: readonly number[] };
  readonly certificate:
    | (Pick<PixelsInfo, 'largestSlope' | 'cap'> & {
        readonly crossing: number | null;
        readonly guaranteedBelow: Readonly<Record<SideName, number>>;
        readonly rate: Readonly<Record<SideName, number | null>>;
      })
    | {
        readonly largestGain: number;
        readonly smallestGain: number;
        readonly slopes: Point;
        readonly rate: number | null;
      }
    | { readonly rate: null; readonly firmlyNonexpansive: true };
  readonly stationary?: Readonly<Record<SideName, StationaryReport>>;
};

/** Continues beyond ends unless the side diverges. */
function follow(
  iteration: Iteration,
  rate: number | null,
  steps: number,
  at: readonly number[] | null,
): DenoiserSideReport {
  const isPlane = iteration.dimension === 2;
  const series = { snr: [], step: [], ratio: [], radius: [], residual: [], objective: [] } as Record<
    string,
    number[]
  >;
  const iterates: number[][] = [];
  const asked = new Set(at);
  const states: Record<string, number[] | null> = Object.fromEntries([...asked].map((k) => [k, null]));
  const [x, last] = [new Float64Array(iteration.dimension), new Float64Array(iteration.dimension)];
  let ended: Pick<DenoiserSideReport, 'status' | 'endedAt' | 'period'> = {
    status: 'moving',
    endedAt: null,
    period: null,
  };
  for (let k = 0; ; k++) {
    const { status, carried } = iteration;
    if (ended.endedAt === null && status !== 'moving')
      ended = { status, endedAt: k, period: carried?.period ?? null };
    iteration.read(x);
    if (!x.every(Number.isFinite)) break;
    last.set(x);
    if (asked.has(k)) states[k] = [...x];
    if (isPlane) iterates.push([...x]);
    const record = iteration.record();
    for (const [name, list] of Object.entries(series)) list.push(record[name] ?? Number.NaN);
    if (k === steps || status === 'diverged') break;
    iteration.step();
  }
  const { snr, step, ratio, radius, residual, objective } = series;
  return {
    snr: snr!,
    steps: step!,
    ratio: ratio!,
    radius: rate === null ? null : radius!,
    residual: residual!,
    ...ended,
    last: [...last],
    ...(at && { states }),
    ...(isPlane && { iterates, objective: objective! }),
  };
}

/** Runs 0 to N steps. */
function cleanSeries({ dirty, mask, truth }: ImageInfo, steps: number): number[] {
  const clean = createClean(dirty, mask);
  const restored = new Float64Array(IMAGE_PIXELS);
  return Array.from({ length: steps + 1 }, (_, k) => {
    if (k > 0) clean.step();
    clean.restore(restored);
    return snrOf(truth, restored);
  });
}

function certificateOfImage({ right, certificate, rate }: ImageInfo): DenoiserReport['certificate'] {
  if (right === 'handmade') return { rate: null, firmlyNonexpansive: true };
  const { largestGain, smallestGain, slopes } = certificate;
  return { largestGain, smallestGain, slopes, rate };
}

function certificateOfPixels({ largestSlope, cap, sides }: PixelsInfo): DenoiserReport['certificate'] {
  const { left, right } = sides;
  return {
    largestSlope,
    cap,
    crossing: right.crossing,
    guaranteedBelow: { left: left.guaranteedBelow, right: right.guaranteedBelow },
    rate: { left: left.rate, right: right.rate },
  };
}

function stationaryOf({ sides }: PixelsInfo, model: PixelModel, side: SideName): StationaryReport {
  const { rests, segment } = sides[side];
  return {
    fixedPoints: rests?.map(({ at, largest, index, kind }) => ({ at, largest, index, kind })) ?? null,
    ...(segment && { segment }),
    ...pixelLimits(model),
  };
}

function reportOfPixels(info: PixelsInfo, models: Readonly<Record<SideName, PixelModel>>) {
  const { level, L, step, sides } = info;
  return {
    heading: { level, L, step },
    run(steps: number, at: readonly number[] | null, stationary: boolean): DenoiserReport {
      const side = (name: SideName) =>
        follow(createPixelRounds(models[name], sides[name], info, true), sides[name].rate, steps, at);
      const rests = (name: SideName) => stationaryOf(info, models[name], name);
      return {
        left: side('left'),
        right: side('right'),
        certificate: certificateOfPixels(info),
        ...(stationary && { stationary: { left: rests('left'), right: rests('right') } }),
      };
    },
  };
}

function reportOfImage(info: ImageInfo, image: ImageModel) {
  const { level, c, visibilities, dirtySnr, rate } = info;
  return {
    heading: { level, L: 1, step: c, visibilities, dirtySnr },
    run(steps: number, at: readonly number[] | null): DenoiserReport {
      const run = (name: SideName) => createSideRun(info, image, name, { cleans: null, goesOn: true });
      return {
        left: follow(run('left'), null, steps, at),
        right: follow(run('right'), rate, steps, at),
        clean: { snr: cleanSeries(info, steps) },
        certificate: certificateOfImage(info),
      };
    },
  };
}

export function reportOf({ info, pixels, image }: DenoiserInstance): Report {
  const { heading, run } =
    info.level === 'pixels' ? reportOfPixels(info, pixels!) : reportOfImage(info, image!);
  return {
    heading,
    // Two pixels print every state anyway.
    listsStates: true,
    listsStationary: true,
    refuse({ format, gap, stationary }) {
      if (format === 'csv') return '--format: expected json for learned steps; got csv';
      if (gap !== null) return '--gap: expected a right side that is solved to a gap; got rounds';
      return stationary && info.level === 'image' ? '--stationary: expected level=pixels; got image' : null;
    },
    run: (steps, _, at, stationary) =>
      run(steps, at, stationary) as DenoiserReport & Record<SideName, unknown>,
  };
}
