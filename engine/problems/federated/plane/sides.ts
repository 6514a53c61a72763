import type { IteratingSide, SideName, Vector } from '../../../contract.ts';
import type { Field, Mark } from '../../../field.ts';
import { stepLength } from '../../../run/create-run.ts';
import { FEDERATED, type FedValues, MAX_LOCAL } from '../card.ts';
import type { FedVersus, RoundSettings } from '../names.ts';
import { largestOf, meanOfClients, overLocalSteps, planeSide } from '../surrogate.ts';
import type { CureCurve, PlaneInfo, PlaneSide, Point, Quadratic, QuadraticClients } from '../types.ts';
import {
  axesOfClients,
  curvatureOf,
  heightOf,
  lengthOf,
  meanIsSingular,
  minimumOf,
  minus,
  multiplied,
  solved,
} from './curvature.ts';
import type { GivenPlane } from './quadratic-clients.ts';
import { createPlaneRounds } from './rounds.ts';
import { scaffoldCurve, scaffoldDimension, scaffoldSide } from './scaffold.ts';
import { createScaffoldRounds } from './scaffold-rounds.ts';

/** Distance of equal points. */
const APART = 1e-9;
/** All K of `rests`, and K whose rest points the map shows. */
const EVERY = Array.from({ length: MAX_LOCAL }, (_, k) => k + 1);
const SHOWN = [2, 3, 5, 8, 20, 51, 100, 401];
/** Relative size of a map, and its least half width. */
const ROOM = 1.25;
const LEAST = 0.5;

type View = readonly [x0: number, x1: number, y0: number, y1: number];

type Right = (
  clients: QuadraticClients,
  settings: RoundSettings & { mu: number },
  mean: Quadratic,
) => PlaneSide;

const RIGHTS: Readonly<Record<FedVersus, Right>> = {
  rounds: (clients, { mu, ...settings }, mean) => planeSide(clients, { ...settings, local: 1 }, mean),
  work: (_, { mu, ...settings }, mean) => planeSide(together(mean), settings, mean),
  equal: (clients, { mu, ...settings }, mean) => planeSide(withEqualCurvature(clients, mean), settings, mean),
  scaffold: (clients, { mu, ...settings }, mean) => scaffoldSide(clients, settings, mean),
  prox: planeSide,
};

/** Throws for `equal` with a singular mean curvature (`meanIsSingular`). */
export function planeSides(
  given: GivenPlane,
  values: Pick<FedValues, 'versus' | 'local' | 'c' | 'step' | 'server'> & Partial<Pick<FedValues, 'mu'>>,
): { readonly info: PlaneInfo; readonly sides: Readonly<Record<SideName, IteratingSide>> } {
  const { clients, start } = given;
  const { versus, local, c, step, server, mu = FEDERATED.params.mu.default } = values;
  const mean = meanOfClients(clients);
  const largest = largestOf(axesOfClients(clients));
  const settings = { local, eta: stepLength(c, step, largest), server };
  const left = planeSide(clients, settings, mean);
  const right = RIGHTS[versus](clients, { ...settings, mu }, mean);
  // On demand: thousands of runs never draw them.
  let made: ReturnType<typeof overLocalSteps> | null = null;
  const over = () => {
    made ??= overLocalSteps(clients, mean, settings, EVERY);
    return made;
  };
  let curve: CureCurve | null = null;
  const cure = () => {
    if (versus === 'scaffold') curve ??= scaffoldCurve(clients, settings, MAX_LOCAL);
    if (versus === 'prox')
      curve ??= {
        locals: Float64Array.from(EVERY),
        ...overLocalSteps(clients, mean, { ...settings, mu }, EVERY),
      };
    return curve;
  };
  const info: PlaneInfo = {
    level: 'plane',
    versus,
    mean,
    largest,
    start,
    sides: { left, right },
    get rests() {
      return over().rests;
    },
    get biases() {
      return over().biases;
    },
    get slowests() {
      return over().slowests;
    },
    get cure() {
      return cure();
    },
  };
  const { rests } = overLocalSteps(clients, mean, settings, [...SHOWN, local]);
  const view = viewOf(info, rests.filter(Number.isFinite));
  const of = (name: SideName): IteratingSide => {
    const side = info.sides[name];
    return {
      dimension: hasMemory(side) ? scaffoldDimension(clients.count) : 2,
      stepUnit: largest,
      iterate: () => (hasMemory(side) ? createScaffoldRounds : createPlaneRounds)(side, mean, start),
      evaluationsPerStep: side.local,
      fields: { loss: lossField(info, name, view) },
    };
  };
  return { info, sides: { left: of('left'), right: of('right') } };
}

function together({ hessian: [xx, xy, yy], at }: Quadratic): QuadraticClients {
  return { count: 1, hessians: Float64Array.of(xx, xy, xy, yy), minima: Float64Array.from(at) };
}

/** Keeps the gradient at t*, so F changes by a constant only. */
function withEqualCurvature(clients: QuadraticClients, { hessian, at }: Quadratic): QuadraticClients {
  if (meanIsSingular(clients)) throw new Error('the mean curvature of the clients is singular');
  const [xx, xy, yy] = hessian;
  const each = Array.from({ length: clients.count }, (_, c) => {
    const pull = multiplied(curvatureOf(clients, c), minus(minimumOf(clients, c), at));
    const [dx, dy] = solved(hessian, pull);
    return { hessian: [xx, xy, xy, yy], minimum: [at[0] + dx, at[1] + dy] };
  });
  return {
    count: clients.count,
    hessians: Float64Array.from(each.flatMap((client) => client.hessian)),
    minima: Float64Array.from(each.flatMap((client) => client.minimum)),
  };
}

const apart = (a: Point, b: Point | null) => b === null || lengthOf(minus(a, b)) > APART;

function marksOf({ mean, sides }: PlaneInfo, name: SideName): Mark[] {
  const { rest, limit } = sides[name];
  const drawn = drawnLoss(mean, sides[name]);
  const marks: [string, Point][] = [['minimum', mean.at]];
  if (rest && apart(rest, mean.at)) marks.push(['rest', rest]);
  if (name === 'left' && limit && apart(limit, mean.at) && apart(limit, rest)) marks.push(['limit', limit]);
  return marks.map(([kind, at]) => ({ kind, at, height: heightOf(drawn, at) }));
}

const hasMemory = ({ method }: PlaneSide) => method === 'scaffold';

/** F_K; F for SCAFFOLD, whose surrogate moves. */
const drawnLoss = (mean: Quadratic, side: PlaneSide) => (hasMemory(side) ? mean : side.surrogate);

/** Maps F_K over F; for SCAFFOLD F alone. */
function lossField(info: PlaneInfo, name: SideName, view: View): Field {
  const drawn = drawnLoss(info.mean, info.sides[name]);
  const marks = marksOf(info, name);
  return {
    domain: { kind: 'plane', view },
    place: ([x, y]) => [{ x: x!, y: y!, weight: 1, role: 'average', off: 0 }],
    height: (x, y) => heightOf(drawn, [x, y]),
    ...(!hasMemory(info.sides[name]) && { under: (x: number, y: number) => heightOf(info.mean, [x, y]) }),
    marks: () => marks,
    startAt: (x, y) => [x, y],
  };
}

/** Contains the start, t*, the clients' minima, these rest points and their limit. */
function viewOf({ mean, start, sides: { left } }: PlaneInfo, rests: Vector): View {
  const points = [...start, ...mean.at, ...left.clients.minima, ...rests, ...(left.limit ?? [])];
  const along = (axis: number) => {
    const all = points.filter((_, at) => at % 2 === axis);
    return [Math.min(...all), Math.max(...all)] as const;
  };
  const [[x0, x1], [y0, y1]] = [along(0), along(1)];
  const half = Math.max(LEAST, (ROOM * Math.max(x1 - x0, y1 - y0)) / 2);
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return [x - half, x + half, y - half, y + half];
}
