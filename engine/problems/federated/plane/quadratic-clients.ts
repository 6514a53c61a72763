import { createRandom, STREAMS } from '../../../kernels/random.ts';
import { FEDERATED, type FedValues } from '../card.ts';
import type { Quad } from '../names.ts';
import type { Point, QuadraticClients } from '../types.ts';

export interface GivenPlane {
  readonly clients: QuadraticClients;
  readonly start: Point;
}

/** Added to B'B of a drawn client, so that it is not singular. */
const FLOOR = 0.05;

type Matrix = readonly [number, number, number, number];
type Client = readonly [hessian: Matrix, minimum: Point];

const diagonal = (a: number, b: number): Matrix => [a, 0, 0, b];
const outer = (a: number, b: number): Matrix => [a * a, a * b, a * b, b * b];

/** rot(t) diag(a, b) rot(-t), t = 30 degrees times `turn`. */
function turned(a: number, b: number, turn = 1): Matrix {
  const [square, product] = [0.75, (turn * Math.sqrt(3)) / 4];
  const xy = (a - b) * product;
  return [a * square + b * (1 - square), xy, xy, a * (1 - square) + b * square];
}

const NAMED: Readonly<Record<Exclude<Quad, 'drawn'>, readonly Client[]>> = {
  agree: [
    [outer(1, 0.2), [0.8, 0.5]],
    [outer(-0.3, 1), [0.8, 0.5]],
  ],
  disagree: [
    [diagonal(9, 0.09), [1, 1]],
    [diagonal(0.09, 9), [-1, 0.5]],
  ],
  tilted: [
    [turned(4, 0.2), [1.2, -0.4]],
    [turned(0.1, 2, -1), [-0.8, 0.9]],
  ],
  same: [
    [turned(3, 0.5), [1, 1]],
    [turned(3, 0.5), [-1, 0.5]],
  ],
};

function clientsOf(all: readonly Client[]): QuadraticClients {
  return {
    count: all.length,
    hessians: Float64Array.from(all.flatMap(([hessian]) => hessian)),
    minima: Float64Array.from(all.flatMap(([, minimum]) => minimum)),
  };
}

/** Draws, unless named: B (2 x 2, row by row; H = B'B + 0.05 I) and b of each, then the start. Ignores a start of another length. */
export function drawClients(values: Pick<FedValues, 'quad' | 'clients' | 'seed' | 'start'>): GivenPlane {
  const { quad, clients: count, seed, start } = values;
  const given = start?.length === 2 ? start : null;
  if (quad !== 'drawn') {
    const [x, y] = given ?? FEDERATED.params.start.defaultsBy.of[quad];
    return { clients: clientsOf(NAMED[quad]), start: [x!, y!] };
  }
  const random = createRandom(seed, STREAMS.data);
  const pair = (): Point => [random.normal(), random.normal()];
  const all = Array.from({ length: count }, (): Client => {
    const [[a, b], [c, d]] = [pair(), pair()];
    const xy = a * b + c * d;
    return [[a * a + c * c + FLOOR, xy, xy, b * b + d * d + FLOOR], pair()];
  });
  const drawn = pair();
  return { clients: clientsOf(all), start: given ? [given[0]!, given[1]!] : drawn };
}
