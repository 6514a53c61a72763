import type { IteratingSide, SideName, Vector } from '../../../contract.ts';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { type Notice, notice } from '../../../scenario/notice.ts';
import { ScenarioError } from '../../../scenario/scenario-error.ts';
import type { DenoiserValues } from '../card.ts';
import type { ImageModel } from '../instance.ts';
import { IMAGE_PIXELS } from '../names.ts';
import type { ImageInfo } from '../types.ts';
import { toFrequencies, toImage } from './fft-image.ts';
import type { GivenImage } from './given-image.ts';
import { createHaar } from './haar.ts';
import { drawMask } from './mask.ts';
import { snrOf } from './measures.ts';
import { createNet } from './net.ts';
import { createRidge } from './ridge.ts';
import { createImageRun, type RunSettings } from './run.ts';
import { drawSky } from './sky.ts';
import { certify, contractionRate, type Weights } from './weights.ts';

/** Depends on `seed`, `share`, `noise` and a file. Images of 1,024 pixels. */
export interface PreparedImage {
  /** Null if a file gives only a dirty image. */
  readonly truth: Vector | null;
  readonly mask: Uint8Array<ArrayBuffer>;
  /** Y; 0 if not measured. */
  readonly visibilities: { readonly re: Vector; readonly im: Vector };
  /** F^-1 Y. */
  readonly dirty: Vector;
  /** Start and weights of a file. */
  readonly start: Vector | null;
  readonly weights: Weights | null;
  readonly notices: readonly Notice[];
}

const NOISE = 2;
/** A start's noise is the same for every scenario. */
const START = { seed: 0, stream: 5 };

export function prepareImage(
  { seed, share, noise }: Pick<DenoiserValues, 'seed' | 'share' | 'noise'>,
  given: GivenImage | null,
): PreparedImage {
  const mask = given?.mask ?? drawMask(seed, share);
  const truth = given?.sky ?? (given?.dirty ? null : drawSky(seed));
  const re = given?.dirty?.slice() ?? noisy(truth!, given?.noise ?? drawNoise(seed, noise));
  const im = new Float64Array(IMAGE_PIXELS);
  toFrequencies(re, im, re);
  for (let k = 0; k < IMAGE_PIXELS; k++) {
    re[k] = mask[k] ? re[k]! : 0;
    im[k] = mask[k] ? im[k]! : 0;
  }
  const dirty = re.slice();
  toImage(dirty, im.slice());
  return {
    truth,
    mask,
    visibilities: { re, im },
    dirty,
    start: given?.start ?? null,
    weights: given?.weights ?? null,
    notices: given?.notices ?? [],
  };
}

function drawNoise(seed: number, size: number): Vector {
  const noise = new Float64Array(IMAGE_PIXELS);
  fillNormal(noise, createRandom(seed, NOISE));
  return noise.map((value) => size * value);
}

const noisy = (truth: Vector, noise: Vector): Vector => truth.map((value, i) => value + noise[i]!);

export function startOf(from: DenoiserValues['from'], dirty: Vector): Vector {
  if (from === 'dirty') return dirty.slice();
  const start = new Float64Array(IMAGE_PIXELS);
  if (from === 'zero') return start;
  fillNormal(start, createRandom(START.seed, START.stream));
  return start.map(Math.abs);
}

export function denoisersOf(weights: Weights, threshold: number): Pick<ImageModel, 'create'> {
  return {
    create: (name) =>
      name === 'net' ? createNet(weights) : name === 'ridge' ? createRidge(weights) : createHaar(threshold),
  };
}

/** Builds both sides. A file's weights replace the loaded ones; throws ScenarioError if neither exist (`loaded` is then the reason). */
export function imageSides(prepared: PreparedImage, loaded: Weights | string, values: DenoiserValues) {
  const weights = prepared.weights ?? loaded;
  if (typeof weights === 'string') throw new ScenarioError(notice('unusable', 'level=image', '', weights));
  const { c, strength, positive: isPositive, right, threshold, from } = values;
  const { truth, mask, visibilities, dirty } = prepared;
  const image: ImageModel = { ...denoisersOf(weights, threshold), weights, mask, visibilities };
  const certificate = certify(weights);
  const rate = right === 'ridge' ? contractionRate(certificate, mask, c) : null;
  const measuresZero = mask[0] === 1;
  const count = mask.reduce((sum, is) => sum + is, 0);
  const { re, im } = visibilities;
  const info: ImageInfo = {
    level: 'image',
    c,
    strength,
    isPositive,
    right,
    threshold,
    truth,
    dirty,
    dirtySnr: snrOf(truth, dirty),
    mask,
    visibilities: count,
    measured: re.map((value, k) => Math.sqrt(value * value + im[k]! * im[k]!)),
    start: prepared.start ?? startOf(from, dirty),
    certificate,
    isFirm: right === 'handmade' || certificate.broken.length === 0,
    rate,
    comesToRest: right === 'handmade' ? c < 2 && measuresZero : rate !== null,
    measuresZero,
    measuresZeroAlone: measuresZero && count === 1,
  };
  const side = (name: SideName): IteratingSide => ({
    dimension: IMAGE_PIXELS,
    stepUnit: 1,
    evaluationsPerStep: 1,
    iterate: () => createSideRun(info, image, name),
  });
  return {
    info,
    image,
    sides: { left: side('left'), right: side('right') },
    notices: [...prepared.notices, ...noticesOf(info)],
  };
}

/** Runs CLEAN along on the left by default. */
export function createSideRun(
  info: ImageInfo,
  image: ImageModel,
  side: SideName,
  more: Partial<RunSettings> = {},
) {
  const isLeft = side === 'left';
  return createImageRun(image, image.create(isLeft ? 'net' : info.right), {
    ...info,
    rate: isLeft ? null : info.rate,
    comesToRest: !isLeft && info.comesToRest,
    cleans: isLeft ? info.dirty : null,
    ...more,
  });
}

function noticesOf({ right, certificate, measuresZero, measuresZeroAlone }: ImageInfo): Notice[] {
  const laws = { gain: 'max G <= 1', 'least-slope': "phi' >= 0", 'most-slope': "phi' <= 1" };
  return [
    ...(right === 'ridge'
      ? certificate.broken.map(({ law, found }) => notice('unproved', 'ridge', laws[law], String(found)))
      : []),
    ...(right === 'handmade' && !measuresZero ? [notice('unproved', 'handmade', 'M(0) = 1', '0')] : []),
    ...(measuresZeroAlone ? [notice('mean-alone', 'mask')] : []),
  ];
}
