import type { SideName } from '../../../contract.ts';
import type { RoundsReader, TermsReader } from '../../../problem.ts';
import { followRounds, readState } from '../../../update/follow-rounds.ts';
import type { DenoiserInstance, PixelModel } from '../instance.ts';
import type { PixelsInfo, PixelTerms, Point } from '../types.ts';

/** Rounds per `approach`: a few milliseconds. */
const ROUNDS = 20_000;

/** Reads rounds, bit for bit the run's. */
export function pixelTerms({ info, pixels, sides }: DenoiserInstance): TermsReader {
  if (info.level !== 'pixels') throw new RangeError(`expected two pixels; got level ${info.level}`);
  const reader = (side: SideName) =>
    createRoundReader(info, pixels![side], side, () => sides[side].iterate());
  return { rounds: { left: reader('left'), right: reader('right') } };
}

function createRoundReader(
  info: PixelsInfo,
  model: PixelModel,
  side: SideName,
  iterate: () => ReturnType<DenoiserInstance['sides']['left']['iterate']>,
): RoundsReader {
  return followRounds(
    iterate,
    (run) => run.ended,
    ROUNDS,
    ({ run, k }) => {
      // A run ends before it diverges; one at rest does not move.
      if (run.status === 'diverged') return null;
      return takenApart(info, model, side, k, readState(run));
    },
  );
}

function takenApart(
  { phi, y, c, sides }: PixelsInfo,
  { denoiser, round, objective }: PixelModel,
  side: SideName,
  k: number,
  before: Float64Array,
): PixelTerms {
  const { rate, guaranteedBelow } = sides[side];
  const [stepped, after] = [new Float64Array(2), new Float64Array(2)];
  round(after, before, stepped);
  const point = (state: Float64Array): Point => [state[0]!, state[1]!];
  const [from, z, to] = [point(before), point(stepped), point(after)];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  return {
    level: 'pixels',
    k,
    before: from,
    residual: phi[0] * from[0] + phi[1] * from[1] - y,
    z,
    slopes: [denoiser.slope(z[0]), denoiser.slope(z[1])],
    after: to,
    objective: [objective(...from), objective(...to)],
    sure: 0.5 * (guaranteedBelow - c) * square,
    radius: rate === null ? Number.NaN : (rate / (1 - rate)) * Math.sqrt(square),
  };
}
