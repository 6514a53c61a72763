import type { IteratingSide, SideName } from '../../../contract.ts';
import { type Notice, notice } from '../../../scenario/notice.ts';
import { ScenarioError } from '../../../scenario/scenario-error.ts';
import type { DenoiserValues } from '../card.ts';
import type { PixelModel } from '../instance.ts';
import type { PixelsInfo, Point } from '../types.ts';
import { createPixelDenoiser, largestSlopeOf } from './denoiser.ts';
import { pixelField } from './field.ts';
import { createPixelModel } from './model.ts';
import { pixelSide } from './rests.ts';
import { createPixelRounds } from './rounds.ts';

/** Smallest normal number. */
const LEAST = 2.2250738585072014e-308;

/** Throws ScenarioError if phi is (0, 0) or if phi, truth or start have a length other than 2. */
export function pixelSides(
  values: Pick<DenoiserValues, 'phi' | 'truth' | 'start' | 'c' | 'sigma' | 'spread' | 'cap'>,
): {
  readonly info: PixelsInfo;
  readonly pixels: Readonly<Record<SideName, PixelModel>>;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
} {
  const { c, sigma, spread, cap } = values;
  const [phi, truth, start] = [pointOf(values, 'phi'), pointOf(values, 'truth'), pointOf(values, 'start')];
  const L = phi[0] * phi[0] + phi[1] * phi[1];
  // If L is denormal, c/L has no digits.
  if (!(L >= LEAST)) throw refused(notice('not-a-vector', 'phi', { say: 'not-all-zero' }, `${phi}`));
  const y = phi[0] * truth[0] + phi[1] * truth[1];
  const given = { phi, truth, y, L, step: c / L, c, sigma, spread, cap, start };
  const model = (most: number | null) =>
    createPixelModel(createPixelDenoiser({ spread, sigma, cap: most }), given);
  const pixels = { left: model(null), right: model(cap) };
  const info: PixelsInfo = {
    level: 'pixels',
    ...given,
    largestSlope: largestSlopeOf({ spread, sigma }),
    sides: { left: pixelSide(pixels.left, given), right: pixelSide(pixels.right, given) },
  };
  const of = (name: SideName): IteratingSide => ({
    dimension: 2,
    stepUnit: L,
    iterate: () => createPixelRounds(pixels[name], info.sides[name], info),
    evaluationsPerStep: 1,
    fields: { objective: pixelField(pixels[name], info, name) },
  });
  return { info, pixels, sides: { left: of('left'), right: of('right') } };
}

function pointOf(
  values: Pick<DenoiserValues, 'phi' | 'truth' | 'start'>,
  key: 'phi' | 'truth' | 'start',
): Point {
  const list = values[key] ?? [];
  if (list.length !== 2) throw refused(notice('vector-length', key, '2', String(list.length)));
  return [list[0]!, list[1]!];
}

function refused(cause: Notice): ScenarioError {
  return new ScenarioError({ ...cause, refused: true });
}
