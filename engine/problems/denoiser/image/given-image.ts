import type { Vector } from '../../../contract.ts';
import { formatParam, sameValue, type Values } from '../../../params.ts';
import { type Notice, notice } from '../../../scenario/notice.ts';
import { DENOISER, type DenoiserValues } from '../card.ts';
import { IMAGE_PIXELS, IMAGE_SIDE } from '../names.ts';
import { opposite } from './mask.ts';
import { isObject, numbersOf, readWeights, shown, type Weights } from './weights.ts';

/** Null if absent. Images of 1,024 pixels, row by row. */
export interface GivenImage {
  readonly sky: Vector | null;
  /** 1 at measured frequencies, at 32 k1 + k2. */
  readonly mask: Uint8Array<ArrayBuffer> | null;
  /** Noise as added to the sky. */
  readonly noise: Vector | null;
  /** F^-1 Y; excludes `noise` and, without `sky`, a truth. */
  readonly dirty: Vector | null;
  readonly start: Vector | null;
  readonly weights: Weights | null;
  readonly notices: readonly Notice[];
}

/** One line. */
class Wrong extends Error {}

/**
 * Reads `sky`, `noise`, `dirty` and `start` (1,024 numbers, row by row, or 32 rows), `mask` (measured indices 32 k1 + k2) and `weights` (as
 * `denoiser-weights.json`). Missing ones are drawn from the seed. Returns one line if the file is wrong.
 */
export function readImageFile(
  file: unknown,
  given: Values,
): { readonly values: Values; readonly drawn: GivenImage } | string {
  const values = given as DenoiserValues;
  if (!isObject(file)) return 'expected an object; got another JSON value';
  if (values.level !== 'image') return `expected the level image; got ${values.level}`;
  try {
    const dirty = imageAt(file.dirty, 'dirty');
    const read = {
      sky: imageAt(file.sky, 'sky'),
      mask: file.mask === undefined ? null : maskOf(file.mask),
      // Ignored next to a dirty image, even if wrong.
      noise: dirty ? null : imageAt(file.noise, 'noise'),
      dirty,
      start: imageAt(file.start, 'start'),
      weights: file.weights === undefined ? null : weightsOf(file.weights),
    };
    const supplied = Object.entries(read).flatMap(([field, value]) => (value ? [field] : []));
    const notices = supplied.length > 0 ? [notice('supplied', supplied.join(', '))] : [];
    return {
      values: { level: 'image' },
      drawn: { ...read, notices: [...notices, ...unused(read, values)] },
    };
  } catch (error) {
    if (error instanceof Wrong) return error.message;
    throw error;
  }
}

function unused(read: Omit<GivenImage, 'notices'>, values: DenoiserValues): Notice[] {
  const { sky, mask, noise, dirty, start } = read;
  const settled = {
    seed: mask && (dirty || (sky && noise)),
    share: mask,
    noise: noise ?? dirty,
    from: start,
  };
  return Object.entries(settled).flatMap(([key, by]) => {
    const value = values[key as keyof typeof settled];
    return !by || sameValue(value, DENOISER.params[key as keyof typeof settled].default)
      ? []
      : [notice('without-effect', key, '--values', formatParam(value))];
  });
}

function imageAt(value: unknown, where: string): Vector | null {
  if (value === undefined) return null;
  if (!Array.isArray(value) || value.length !== IMAGE_SIDE || !value.every(Array.isArray))
    return taken(numbersOf(value, where, IMAGE_PIXELS));
  const rows = value.map((row, i) => taken(numbersOf(row, `${where}, row ${i + 1}`, IMAGE_SIDE)));
  return Float64Array.from(rows.flatMap((row) => [...row]));
}

function maskOf(value: unknown): Uint8Array<ArrayBuffer> {
  if (!Array.isArray(value)) throw new Wrong(`mask: expected a list of indices; got ${shown(value)}`);
  if (value.length === 0) throw new Wrong('mask: expected at least one measured frequency; got none');
  const mask = new Uint8Array(IMAGE_PIXELS);
  for (const at of value) {
    if (!Number.isInteger(at) || at < 0 || at >= IMAGE_PIXELS)
      throw new Wrong(`mask: expected integers from 0 to ${IMAGE_PIXELS - 1}; got ${shown(at)}`);
    if (mask[at]) throw new Wrong(`mask: expected each frequency once; got ${at} twice`);
    mask[at] = 1;
  }
  const alone = mask.findIndex((is, at) => is === 1 && !mask[opposite(at)]);
  if (alone >= 0) throw new Wrong(`mask: expected -k with every k; got ${alone} without ${opposite(alone)}`);
  return mask;
}

const weightsOf = (value: unknown): Weights => taken(readWeights(value));

function taken<T>(read: T | string): T {
  if (typeof read === 'string') throw new Wrong(read);
  return read;
}
