import type { IteratingSide, Iteration, OwnData, SideName, Vector } from '../../contract.ts';
import { defineProblem } from '../../define-problem.ts';
import { recoverable } from '../../kernels/binomial.ts';
import { defaultOf, formatParam, sameValue } from '../../params.ts';
import { stepLength } from '../../run/create-run.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import { GAN, type GameValues, MAX_WIDTH } from './card.ts';
import { spans, surroundsOrigin } from './conditions.ts';
import { gameFacts } from './facts.ts';
import { planeField, twoWeightsField } from './fields.ts';
import {
  columnNorm,
  drawGame,
  type GameData,
  type GivenGames,
  scaleOf,
  twoWeightsData,
} from './game-data.ts';
import { gameTerms } from './game-terms.ts';
import type { GameInstance, Generator } from './instance.ts';
import { coneFloor } from './network/cone-floor.ts';
import { createConvexGame } from './network/convex-game.ts';
import { mostArrive } from './network/floor-law.ts';
import { createNetworkGame } from './network/game.ts';
import { outputField, shownPlane } from './network/output-plane.ts';
import { flowOf } from './plane/flow.ts';
import { createPlaneGame } from './plane/game.ts';
import { invariantEllipse } from './plane/invariant-ellipse.ts';
import { isForAll, motionOf, spectralRadius, verdictOf } from './plane/map.ts';
import { turnOf } from './plane/turn.ts';
import { gameReadings } from './readings.ts';
import { evaluationsOf, type Play } from './rules.ts';
import { gameShapes, gameTable } from './tables.ts';
import type { GameInfo, GeneratorSide, PlaneSide } from './types.ts';

/** Null on the plane. */
interface Prepared {
  readonly generators: Readonly<Record<SideName, Generator>> | null;
  readonly notices: readonly Notice[];
}

const withFloor = (data: GameData): Generator => ({
  data,
  certificate: coneFloor(data.columns, data.m, data.width, data.mean),
});

function prepareData(values: GameValues, own: OwnData | null): Prepared {
  const { level, versus, width, width2 } = values;
  if (own?.drawn) {
    const { left, right, notices } = own.drawn as GivenGames;
    const first = withFloor(left);
    return { generators: { left: first, right: right === left ? first : withFloor(right) }, notices };
  }
  const notices: Notice[] = [];
  if (level === 'plane') return { generators: null, notices };
  if (level === 'two-weights') {
    const [x, start] = [meanOf(values)![0]!, startOf(values)];
    const of = (signs: readonly [number, number]) => withFloor(twoWeightsData(signs, x, start));
    return { generators: { left: of([1, 1]), right: of([1, -1]) }, notices };
  }
  const draw = (k: number) => withFloor(drawGame({ ...values, width: k, xmean: meanOf(values) }));
  const left = draw(width);
  return { generators: { left, right: versus === 'width' ? draw(width2) : left }, notices };
}

/** Returns the given mean if its length fits; else null (drawn), or outside of networks the level's default. */
function meanOf({ level, m, xmean }: GameValues): readonly number[] | null {
  const { defaultsBy } = GAN.params.xmean;
  if (level === 'network') return xmean?.length === m ? xmean : null;
  return xmean?.length === 1 ? xmean : defaultsBy.of[level]!;
}

function startOf({ level, start }: GameValues): readonly [number, number] {
  const { defaultsBy } = GAN.params.start;
  const [first, second] = start?.length === 2 ? start : defaultsBy.of[level as 'plane' | 'two-weights'];
  return [first!, second!];
}

function noticesOf(values: GameValues): Notice[] {
  const notices: Notice[] = [];
  const of = { level: values.level, versus: values.versus };
  for (const [key, spec] of Object.entries(GAN.params)) {
    const value = values[key as keyof GameValues];
    const has = !('when' in spec) || spec.when(values);
    if (!has && !sameValue(value, defaultOf(spec, values)))
      notices.push(
        notice(
          'without-effect',
          key,
          Object.entries(of)
            .map((pair) => pair.join('='))
            .join(', '),
          formatParam(value).slice(0, 40),
        ),
      );
  }
  const { level, m, xmean, start } = values;
  const numbers = level === 'network' ? m : 1;
  if (xmean && xmean.length !== numbers)
    notices.push(notice('vector-length', 'xmean', String(numbers), String(xmean.length)));
  if (level !== 'network' && start && start.length !== 2)
    notices.push(notice('vector-length', 'start', '2', String(start.length)));
  return notices;
}

function playOf(values: GameValues, side: SideName, scale: number): Play {
  const { level, versus, c, step, mu, rho, rho2, rule, rule2 } = values;
  const is = (kind: string) => side === 'right' && level !== 'two-weights' && versus === kind;
  return {
    rule: is('rule') ? rule2 : is('best') ? 'best' : rule,
    // A given `step` does not apply to the convex side.
    eta: stepLength(c, is('convex') ? null : step, scale),
    mu,
    rho: is('brake') ? rho2 : rho,
  };
}

function sideOf(
  iterate: () => Iteration,
  dimension: number,
  { rule }: Play,
  stepUnit: number,
): IteratingSide {
  return { dimension, stepUnit, evaluationsPerStep: evaluationsOf(rule), iterate };
}

/** Returns the root of the floor. */
const leastDistance = ({ certificate: { floor, reachable } }: Generator) =>
  reachable ? 0 : Math.sqrt(floor);

function planeSides(values: GameValues, x: number, start: readonly [number, number]) {
  const of = (name: SideName) => {
    const play = playOf(values, name, 1);
    const info: PlaneSide = {
      kind: 'plane',
      ...play,
      scale: 1,
      factor: spectralRadius(play),
      verdict: verdictOf(play),
      motion: motionOf(play),
      forAll: isForAll(play),
      ellipse: invariantEllipse(play, x, start),
      lines: play.rule === 'optimistic' ? 'first' : flowOf(play) ? 'follow' : 'one',
      turn: turnOf(play),
    };
    const side = sideOf(() => createPlaneGame(play, x, start), 2, play, 1);
    return { info, side: { ...side, fields: { game: planeField(play, x, start, info.ellipse) } } };
  };
  return { left: of('left'), right: of('right') };
}

function generatorSides(values: GameValues, generators: NonNullable<Prepared['generators']>) {
  const of = (name: SideName) => {
    const { data, certificate } = generators[name];
    const kind =
      name === 'right' && values.level === 'network' && values.versus === 'convex' ? 'convex' : 'network';
    const scale = kind === 'convex' ? columnNorm(data) : scaleOf(data);
    const play = playOf(values, name, scale);
    const { width, m, dz, columns } = data;
    const basis = shownPlane(data, certificate);
    const info: GeneratorSide = {
      kind,
      ...play,
      scale,
      width,
      columns,
      certificate,
      basis,
      reachableProbability: recoverable(width, m),
      spans: spans(data),
    };
    const floor = certificate.reachable ? 0 : certificate.floor;
    const iterate = () =>
      kind === 'convex'
        ? createConvexGame(data, play, floor, basis)
        : createNetworkGame(data, play, floor, null, basis);
    return { info, side: sideOf(iterate, kind === 'convex' ? width + m : width * dz + m, play, scale) };
  };
  const [left, right] = [of('left'), of('right')];
  const output = outputField([generators.left, generators.right]);
  const on = ({ info, side }: typeof left, { data }: Generator) => {
    const [v1, v2] = data.columns;
    const fields =
      values.level === 'network'
        ? { output }
        : { weights: twoWeightsField([v1!, v2!], data.mean[0]!, info.rho, startOf(values)) };
    return { info, side: { ...side, fields } };
  };
  return { left: on(left, generators.left), right: on(right, generators.right) };
}

/** P(Binomial(k, 1/2) >= m) for k = 0, 1, ... */
function lawOf(m: number): Vector {
  const last = Math.min(MAX_WIDTH, 20 * m);
  return Float64Array.from({ length: last + 1 }, (_, k) => recoverable(k, m));
}

export const problem = defineProblem<(typeof GAN)['params'], Prepared, GameInstance>(GAN, {
  isPrepared: (name) =>
    ['level', 'versus', 'm', 'dz', 'n', 'xmean', 'seed', 'width', 'width2', 'start'].includes(name),
  prepareData,
  makeInstance({ generators, notices }, values) {
    const { level, versus } = values;
    const mean: Vector = generators?.left.data.mean ?? Float64Array.from(meanOf(values)!);
    const { left, right } = generators
      ? generatorSides(values, generators)
      : planeSides(values, mean[0]!, startOf(values));
    const noise = generators?.left.data;
    const info: GameInfo = {
      level,
      versus: level === 'two-weights' ? 'signs' : versus,
      mean,
      noise: noise?.noise ?? new Float64Array(0),
      noiseDimension: noise?.dz ?? 0,
      surrounds: noise ? surroundsOrigin(noise) : null,
      sides: { left: left.info, right: right.info },
      // Every width can match a mean of 0.
      law: level === 'network' && mean.some((x) => x !== 0) ? lawOf(mean.length) : new Float64Array(0),
    };
    const sides = { left: left.side, right: right.side };
    return {
      sides,
      generators,
      info,
      tables: gameShapes(sides, generators),
      // Distance of the means; on the plane from the saddle.
      aim: () => ({
        name: 'distance',
        measure: (_, distance, mse) => (generators ? Math.sqrt(mse) : distance),
        ...(generators && {
          least: { left: leastDistance(generators.left), right: leastDistance(generators.right) },
        }),
      }),
      notices: [...notices, ...noticesOf(values)],
    };
  },
  parts: {
    readings: gameReadings,
    facts: gameFacts,
    table: gameTable,
    terms: gameTerms,
    mostArrive,
  },
  python: () => import('./python.ts'),
  report: () => import('./report.ts'),
});
