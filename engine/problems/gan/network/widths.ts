import type { Iteration } from '../../../contract.ts';
import { MAX_SEED } from '../../../kernels/random.ts';
import { dot } from '../../../kernels/vector.ts';
import { defaultValues, type Values } from '../../../params.ts';
import { stepLength } from '../../../run/create-run.ts';
import type { Search } from '../../../search.ts';
import { ONE_NEURON } from '../../one-neuron/card.ts';
import { type NeuronValues, plantedData } from '../../one-neuron/data/make-data.ts';
import type { GameValues } from '../card.ts';
import { drawGame, scaleOf } from '../game-data.ts';
import type { WidthsAsked, WidthsTold } from '../types.ts';
import { coneFloor } from './cone-floor.ts';
import { createNetworkGame } from './game.ts';

/** Multiply-adds of one slice: a few milliseconds. */
const PRODUCTS = 2_000_000;

/** Share of the first mse that counts as arrived. */
const THOUSANDTH = 1e-3;

interface Game {
  readonly iteration: Iteration;
  readonly seed: number;
  readonly width: number;
  /** Index in the arrays. */
  readonly at: number;
  readonly floor: number;
  readonly goal: number;
  rounds: number;
  there: number;
}

/**
 * Plays independent games of many widths as the left side, with certificates. Throws RangeError unless widths, seeds and rounds are whole
 * numbers of at least 1, 1 and 0.
 */
export function sweepWidths(
  values: Values,
  { widths, seeds, rounds }: WidthsAsked,
): Search<WidthsTold, WidthsTold> {
  const own = values as unknown as GameValues;
  const isWhole = (value: number, least: number) => Number.isInteger(value) && value >= least;
  if (!(widths.every((width) => isWhole(width, 1)) && isWhole(seeds, 1) && isWhole(rounds, 0)))
    throw new RangeError(
      `expected whole numbers of widths, seeds and rounds; got ${widths}, ${seeds} and ${rounds}`,
    );
  const games = widths.length * seeds;
  const finals = new Float64Array(games).fill(Number.NaN);
  const floors = new Float64Array(games).fill(Number.NaN);
  const thousandths = new Int32Array(games);
  const determined = new Uint8Array(games);
  let done = 0;
  let game: Game | null = null;

  function begin(): Game {
    const [place, of] = [done % widths.length, Math.floor(done / widths.length)];
    const seed = (own.seed + of) % (MAX_SEED + 1);
    const width = widths[place]!;
    const data = drawGame({ ...own, seed, width });
    const { floor, reachable } = coneFloor(data.columns, data.m, data.width, data.mean);
    const play = { ...own, eta: stepLength(own.c, own.step, scaleOf(data)) };
    const least = reachable ? 0 : floor;
    const iteration = createNetworkGame(data, play, least);
    const goal = THOUSANDTH * iteration.record().loss!;
    return { iteration, seed, width, at: place * seeds + of, floor: least, goal, rounds: 0, there: -1 };
  }

  function end({ iteration, seed, width, at, floor, there }: Game): void {
    finals[at] = iteration.ended ? Number.POSITIVE_INFINITY : iteration.record().loss!;
    floors[at] = floor;
    thousandths[at] = there;
    determined[at] = isDetermined(seed, width, own.m) ? 1 : 0;
    game = null;
    done++;
  }

  const told = (): WidthsTold => ({
    done,
    finals: finals.slice(),
    floors: floors.slice(),
    thousandths: thousandths.slice(),
    determined: determined.slice(),
  });

  return {
    step() {
      if (done === games) return false;
      game ??= begin();
      const { iteration } = game;
      const cost = 2 * iteration.dimension * own.n;
      for (let spent = 0; spent < PRODUCTS; ) {
        if (game.rounds === rounds || iteration.ended) {
          end(game);
          break;
        }
        // A large round pauses within itself.
        const isWhole = iteration.step(() => true) === 'done';
        spent += isWhole ? cost : PRODUCTS / 20;
        if (!isWhole) continue;
        game.rounds++;
        if (game.there < 0 && iteration.record().loss! < game.goal) game.there = game.rounds;
      }
      return true;
    },
    found: told,
    progress: told,
  };
}

const NEURON = defaultValues(ONE_NEURON.params) as unknown as NeuronValues;

/** True if at least d of n Gaussian rows are active at the planted weights: they span and determine them. */
function isDetermined(seed: number, n: number, d: number): boolean {
  const { samples, plant } = plantedData({ ...NEURON, features: 'gauss', n, d, seed, pseed: seed });
  let active = 0;
  for (let i = 0; i < n; i++) if (dot(samples.features.subarray(i * d, (i + 1) * d), plant!) > 0) active++;
  return active >= d;
}
