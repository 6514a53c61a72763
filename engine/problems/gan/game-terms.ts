import type { IteratingSide, SideName, Vector } from '../../contract.ts';
import { dot } from '../../kernels/vector.ts';
import type { RoundsReader, TermsReader } from '../../problem.ts';
import { followRounds, readState } from '../../update/follow-rounds.ts';
import type { GameData } from './game-data.ts';
import type { GameInstance } from './instance.ts';
import { createPass } from './network/game.ts';
import { pushOf } from './saddle-push.ts';
import type { GameRound, PointTold } from './types.ts';

const MOST_TOLD = 40;

/** Multiply-adds of one `approach`: a few milliseconds. */
const PRODUCTS = 4e6;

/** Reads rounds, bit for bit the game's. */
export function gameTerms(instance: GameInstance): TermsReader {
  return {
    rounds: { left: createRoundReader(instance, 'left'), right: createRoundReader(instance, 'right') },
  };
}

/** g = V h(w), k neurons of `block` numbers. */
interface Board {
  readonly m: number;
  readonly width: number;
  readonly block: number;
  readonly mean: Vector;
  readonly columns: Vector;
  pass(h: Float64Array, zeta: Float64Array, w: Float64Array): void;
}

/** h = w, on the plane and on the convex side. */
const identity: Board['pass'] = (h, zeta, w) => {
  h.set(w);
  zeta.fill(1);
};

function boardOf({ info, generators }: GameInstance, side: SideName): Board {
  if (!generators)
    return { m: 1, width: 1, block: 1, mean: info.mean, columns: Float64Array.of(1), pass: identity };
  const data: GameData = generators[side].data;
  const { m, width, dz, mean, columns } = data;
  if (info.sides[side].kind === 'convex') return { m, width, block: 1, mean, columns, pass: identity };
  const pass = createPass(data);
  return { m, width, block: dz, mean, columns, pass: (h, zeta, w) => pass(h, zeta, w, 0, width) };
}

function createRoundReader(instance: GameInstance, side: SideName): RoundsReader {
  const standing: IteratingSide = instance.sides[side];
  const info = instance.info.sides[side];
  const { rule, eta, mu, rho, scale, kind } = info;
  const certificate = instance.generators?.[side].certificate;
  const floor = certificate?.reachable ? 0 : (certificate?.floor ?? Number.NaN);
  const board = boardOf(instance, side);
  const { m, width: k, block, mean, columns, pass } = board;
  const size = k * block;
  const products = k * (2 * block * Math.max(1, instance.generators?.[side].data.n ?? 1) + 2 * m);
  const told = Math.min(k, MOST_TOLD);

  function start() {
    const game = standing.iterate();
    const walk = {
      game,
      before: null as Vector | null,
      step() {
        if (rule === 'optimistic') walk.before = readState(game);
        game.step();
      },
    };
    return walk;
  }

  /** Sums in the game's order, for equal bits. */
  function pointAt(w: Vector, d: Vector) {
    const [h, zeta, pulls] = [new Float64Array(k), new Float64Array(size), new Float64Array(k)];
    pass(h, zeta, w);
    const error = mean.map((x, i) => {
      let sum = x;
      for (let j = 0; j < k; j++) sum -= columns[i * k + j]! * h[j]!;
      return sum;
    });
    for (let i = 0; i < m; i++)
      for (let j = 0; j < k; j++) pulls[j] = pulls[j]! + columns[i * k + j]! * d[i]!;
    const gradients = {
      generator: zeta.map((slope, q) => pulls[Math.floor(q / block)]! * slope),
      discriminator: error.map((e, i) => e - rho * d[i]!),
    };
    return { w, d, h, zeta, pulls, error, gradients };
  }

  type Point = ReturnType<typeof pointAt>;

  function toldOf({ w, d, h, pulls, error, gradients }: Point): PointTold {
    return {
      generator: w.slice(0, told * block),
      discriminator: d,
      hidden: h.slice(0, told),
      pulls: pulls.slice(0, told),
      mean: mean.map((_, i) => {
        let sum = 0;
        for (let j = 0; j < k; j++) sum += columns[i * k + j]! * h[j]!;
        return sum;
      }),
      error,
      gradients: { ...gradients, generator: gradients.generator.slice(0, told * block) },
      mse: dot(error, error),
      value: dot(d, error) - (rho / 2) * dot(d, d),
    };
  }

  const pointOf = (state: Vector) => pointAt(state.slice(0, size), state.slice(size));

  function secondOf({ w, d, error, gradients }: Point): Point | null {
    const ascended = () => d.map((own, i) => own + mu * gradients.discriminator[i]!);
    switch (rule) {
      case 'alternating':
        return pointAt(w, ascended());
      case 'best':
        return pointAt(
          w,
          error.map((e) => e / rho),
        );
      case 'extragradient': {
        const ahead = w.map((own, q) => own + eta * gradients.generator[q]!);
        return pointAt(kind === 'convex' ? ahead.map((h) => Math.max(0, h)) : ahead, ascended());
      }
      default:
        return null;
    }
  }

  function movesOf(before: Point, second: Point | null, memory: Point['gradients'] | null) {
    const { generator, discriminator } = before.gradients;
    if (memory)
      return {
        generator: generator.map((slope, q) => 2 * slope - memory.generator[q]!),
        discriminator: discriminator.map((slope, i) => 2 * slope - memory.discriminator[i]!),
      };
    return {
      generator: second?.gradients.generator ?? generator,
      discriminator:
        rule === 'best' ? null : rule === 'extragradient' ? second!.gradients.discriminator : discriminator,
    };
  }

  return followRounds(
    start,
    ({ game }) => game.ended,
    Math.ceil(PRODUCTS / products),
    ({ run: walk, k: at, step }): GameRound | null => {
      const { game } = walk;
      // A run ends before the state that diverges.
      if (game.ended) return null;
      const before = pointOf(readState(game));
      const second = secondOf(before);
      const memory =
        rule !== 'optimistic' ? null : walk.before ? pointOf(walk.before).gradients : before.gradients;
      const moves = movesOf(before, second, memory);
      step();
      const first = (all: Vector) => all.slice(0, told * block);
      return {
        k: at,
        kind,
        rule,
        eta,
        mu,
        rho,
        scale,
        neurons: k,
        block,
        before: toldOf(before),
        second: second && toldOf(second),
        memory: memory && { ...memory, generator: first(memory.generator) },
        moves: { ...moves, generator: first(moves.generator) },
        after: game.ended ? null : toldOf(pointOf(readState(game))),
        floor,
        push:
          kind === 'network'
            ? pushOf(instance.generators![side].data, before.w, eta)
            : kind === 'plane'
              ? eta
              : Number.NaN,
      };
    },
  );
}
