import type { SideName, Vector } from '../../../contract.ts';
import { distance } from '../../../kernels/vector.ts';
import type { Search } from '../../../search.ts';
import { SIDES } from '../../../side-names.ts';
import type { ImageModel } from '../instance.ts';
import { DENOISER_ENDS } from '../names.ts';
import type { ImageInfo, Point, TwoStartsReading, TwoStartsTold } from '../types.ts';
import { isBeyond, snrOf } from './measures.ts';
import { createImageRound, type ImageRound } from './round.ts';
import { startOf } from './sides.ts';

/** Rounds per slice: some milliseconds. */
const ROUNDS = 2;

interface Twins {
  readonly rounds: readonly [zero: ImageRound, noise: ImageRound];
  readonly apart: number[];
  readonly last: [Vector, Vector];
  hasDiverged: boolean;
}

/** Stops a side if either run diverges. Throws RangeError unless `rounds` is a whole number. */
export function runTwoStarts(
  info: ImageInfo,
  image: ImageModel,
  { rounds }: TwoStartsReading['asked'],
): Search<TwoStartsTold, TwoStartsTold> {
  if (!Number.isInteger(rounds) || rounds < 0)
    throw new RangeError(`expected a whole number of rounds; got ${rounds}`);
  const starts = [startOf('zero', info.dirty), startOf('noise', info.dirty)] as const;
  const twinsOf = (name: 'net' | 'ridge' | 'handmade'): Twins => {
    const from = (start: Vector) => {
      const round = createImageRound(image, image.create(name), info);
      round.begin(start);
      return round;
    };
    return {
      rounds: [from(starts[0]), from(starts[1])],
      apart: [distance(...starts)],
      last: [starts[0].slice(), starts[1].slice()],
      hasDiverged: false,
    };
  };
  const sides: Readonly<Record<SideName, Twins>> = { left: twinsOf('net'), right: twinsOf(info.right) };
  let done = 0;

  function advance(twins: Twins): void {
    if (twins.hasDiverged) return;
    const [zero, noise] = twins.rounds;
    zero.go();
    noise.go();
    if (isBeyond(zero.x, DENOISER_ENDS.diverged) || isBeyond(noise.x, DENOISER_ENDS.diverged)) {
      twins.hasDiverged = true;
      return;
    }
    twins.last[0].set(zero.x);
    twins.last[1].set(noise.x);
    twins.apart.push(distance(zero.x, noise.x));
  }

  const of = <T>(told: (twins: Twins) => T) => ({ left: told(sides.left), right: told(sides.right) });
  const { rate, truth } = info;
  const tell = (): TwoStartsTold => {
    let bound = distance(...starts);
    return {
      done,
      apart: of(({ apart }) => Float64Array.from(apart)),
      bound:
        rate === null
          ? null
          : Float64Array.from({ length: done + 1 }, (_, k) => {
              if (k > 0) bound *= rate;
              return bound;
            }),
      last: of(({ last }) => [last[0].slice(), last[1].slice()] as const),
      snr: of(({ last }): Point => [snrOf(truth, last[0]), snrOf(truth, last[1])]),
    };
  };

  return {
    step() {
      if (done === rounds) return false;
      for (let left = ROUNDS; left > 0 && done < rounds; left--, done++)
        for (const side of SIDES) advance(sides[side]);
      return true;
    },
    found: tell,
    progress: tell,
  };
}
