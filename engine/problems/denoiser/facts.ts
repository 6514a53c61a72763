import type { SideName } from '../../contract.ts';
import { norm } from '../../kernels/vector.ts';
import type { Parts, RunRecord } from '../../problem.ts';
import type { FactAsked, FactSpec } from '../../record.ts';
import type { Search } from '../../search.ts';
import { DENOISER } from './card.ts';
import type { DenoiserInstance } from './instance.ts';
import { denoiserReadings } from './readings.ts';
import type { BasinsTold, QualityTold, TwoStartsTold } from './types.ts';

/** Along each axis (docs/mathematics.md, section 17.3). */
const STARTS = 41;

/** Null if not requested or not at this level. */
interface Found {
  readonly basins: Readonly<Record<SideName, BasinsTold | null>>;
  readonly starts: TwoStartsTold | null;
  readonly quality: QualityTold | null;
}

/** NaN for facts that the level lacks. */
export const denoiserFacts: NonNullable<Parts<DenoiserInstance>['facts']> = (
  instance,
  values,
  asked,
  run,
) => {
  const facts = [...asked.values()];
  const asks = (...names: string[]) => facts.filter(({ name }) => names.includes(name));
  const readings = denoiserReadings(instance, values);
  const basins = (side: SideName, ...names: string[]) =>
    asks(...names).length > 0 ? readings.basins({ side, cells: STARTS }) : null;
  const apart = asks('left.apart', 'right.apart').map((fact) => stepOf(fact, run) ?? 0);
  const searches = {
    left: basins('left', 'rest.share.left', 'limits.left'),
    right: basins('right', 'rest.share.right'),
    starts: apart.length > 0 ? readings['two-starts']({ rounds: Math.max(...apart) }) : null,
    quality:
      asks('psnr.noisy', 'psnr.net', 'psnr.ridge', 'psnr.cost').length > 0 ? readings.quality(null) : null,
  };
  const left: Search<unknown>[] = Object.values(searches).filter((search) => search !== null);
  const foundOf = (): Found => ({
    basins: { left: searches.left?.found() ?? null, right: searches.right?.found() ?? null },
    starts: searches.starts?.found() ?? null,
    quality: searches.quality?.found() ?? null,
  });
  return {
    step() {
      while (left[0] && !left[0].step()) left.shift();
      return left.length > 0;
    },
    found: () => {
      const found = foundOf();
      return Object.fromEntries([...asked].map(([text, fact]) => [text, told(instance, fact, run, found)]));
    },
  };
};

/** Returns null if the run has not reached it. */
function stepOf({ at }: FactAsked, run: RunRecord | null): number | null {
  return at ?? run?.end ?? null;
}

function told(
  instance: DenoiserInstance,
  fact: FactAsked,
  run: RunRecord | null,
  found: Found,
): number | undefined {
  const { name } = fact;
  const spec: FactSpec | undefined = (DENOISER.facts as Readonly<Record<string, FactSpec>>)[name];
  if (!spec?.steps) {
    const constant = ofPixels(instance, name, found) ?? ofImage(instance, name, found);
    return constant ?? (spec ? Number.NaN : undefined);
  }
  const k = stepOf(fact, run);
  if (!run || k === null) return undefined;
  const read = (side: SideName, series: string) => run.read(side, series, k);
  const largest = (side: SideName, series: string) => {
    let at = 0;
    for (let j = 1; j <= k; j++) {
      const number = run.read(side, series, j);
      if (number > run.read(side, series, at) || Number.isNaN(run.read(side, series, at))) at = j;
    }
    return at;
  };
  switch (name) {
    case 'left.snr':
      return read('left', 'snr');
    case 'right.snr':
      return read('right', 'snr');
    case 'clean.snr':
      return read('left', 'clean');
    case 'right.radius':
      return read('right', 'radius');
    case 'left.best':
      return run.read('left', 'snr', largest('left', 'snr'));
    case 'left.best.at':
      return largest('left', 'snr');
    case 'left.ratio':
      return run.read('left', 'ratio', largest('left', 'ratio'));
    case 'right.ratio':
      return run.read('right', 'ratio', largest('right', 'ratio'));
    case 'left.apart':
    case 'right.apart': {
      const { truth } = instance.info as { readonly truth?: Float64Array | null };
      const { starts } = found;
      const side = name === 'left.apart' ? 'left' : 'right';
      return starts && truth ? (starts.apart[side][k] ?? Number.NaN) / norm(truth) : Number.NaN;
    }
    default:
      return undefined;
  }
}

/** Reads facts independent of the run; undefined for other names. */
function ofPixels({ info }: DenoiserInstance, name: string, { basins }: Found): number | undefined {
  if (info.level !== 'pixels') return undefined;
  const { left, right } = info.sides;
  const resting = (side: SideName) =>
    basins[side]!.limits.reduce((sum, { kind, share }) => sum + (kind === 'rest' ? share : 0), 0);
  switch (name) {
    case 'slope.free':
      return info.largestSlope;
    case 'bound.left':
      return left.guaranteedBelow;
    case 'bound.right':
      return right.guaranteedBelow;
    case 'rests.left':
      return left.rests?.length ?? Number.NaN;
    case 'stable.left':
      return left.rests?.filter(({ kind }) => kind === 'stable').length ?? Number.NaN;
    case 'rests.right':
      return right.rests?.length ?? Number.NaN;
    case 'rest.share.left':
      return resting('left');
    case 'rest.share.right':
      return resting('right');
    case 'limits.left':
      return basins.left!.limits.filter(({ kind }) => kind === 'rest').length;
    case 'rate':
      return right.rate ?? Number.NaN;
    default:
      return undefined;
  }
}

function ofImage({ info }: DenoiserInstance, name: string, { quality }: Found): number | undefined {
  if (info.level !== 'image') return undefined;
  const { certificate } = info;
  switch (name) {
    case 'visibilities':
      return info.visibilities;
    case 'dirty.snr':
      return info.dirtySnr;
    case 'rate':
      return info.rate ?? Number.NaN;
    case 'gain.largest':
      return certificate.largestGain;
    case 'slope.least':
      return certificate.slopes[0];
    case 'slope.largest':
      return certificate.slopes[1];
    case 'psnr.noisy':
      return quality!.noisy;
    case 'psnr.net':
      return quality!.net;
    case 'psnr.ridge':
      return quality!.ridge;
    case 'psnr.cost':
      return quality!.net - quality!.ridge;
    default:
      return undefined;
  }
}
