import type { Vector } from '../../../contract.ts';
import type { RoundSettings } from '../names.ts';
import type { PlaneRoundTold, PlaneSide, Point, Quadratic, QuadraticClients } from '../types.ts';
import { minus, multiplied, solved } from './curvature.ts';
import { centred, goalsOf, takeScaffoldRound } from './scaffold.ts';

export type PlaneRound = RoundSettings & { readonly clients: QuadraticClients; readonly mu?: number };

/**
 * Writes the mean of the clients' ends, then the server's next point (4 numbers). With `mu` local steps also pull back to (x, y). Calls `visit` after every local step. Non-finite numbers
 * propagate.
 */
export function takeRound(
  into: Float64Array,
  { clients, local, eta, server, mu = 0 }: PlaneRound,
  x: number,
  y: number,
  visit?: (client: number, step: number, x: number, y: number) => void,
): void {
  const { count, hessians, minima } = clients;
  let [sumX, sumY] = [0, 0];
  for (let c = 0; c < count; c++) {
    const [xx, xy, yy] = [hessians[4 * c]!, hessians[4 * c + 1]!, hessians[4 * c + 3]!];
    const [bx, by] = [minima[2 * c]!, minima[2 * c + 1]!];
    let [u, v] = [x, y];
    for (let k = 1; k <= local; k++) {
      const [dx, dy] = [u - bx, v - by];
      if (mu === 0) {
        u -= eta * (xx * dx + xy * dy);
        v -= eta * (xy * dx + yy * dy);
      } else {
        const [pullX, pullY] = [mu * (u - x), mu * (v - y)];
        u -= eta * (xx * dx + xy * dy + pullX);
        v -= eta * (xy * dx + yy * dy + pullY);
      }
      visit?.(c, k, u, v);
    }
    sumX += u;
    sumY += v;
  }
  const [meanX, meanY] = [sumX / count, sumY / count];
  into[0] = meanX;
  into[1] = meanY;
  into[2] = x + server * (meanX - x);
  into[3] = y + server * (meanY - y);
}

/** Reads the round from a state: theta, for SCAFFOLD also c_c and rho. F is `mean`. */
export function planeRound(side: PlaneSide, mean: Quadratic, state: ArrayLike<number>): PlaneRoundTold {
  const { clients, local, eta } = side;
  const at: Point = [state[0]!, state[1]!];
  const paths = Array.from({ length: clients.count }, (): Vector => {
    const path = new Float64Array(2 * (local + 1));
    path.set(at);
    return path;
  });
  const led = new Float64Array(4 + 2 * clients.count);
  const visit = (c: number, k: number, x: number, y: number) => paths[c]!.set([x, y], 2 * k);
  const variates = Float64Array.from({ length: 2 * clients.count }, (_, i) => state[2 + i] ?? 0);
  if (side.method === 'scaffold') takeScaffoldRound(led, side, variates, at[0], at[1], visit);
  else takeRound(led, side, at[0], at[1], visit);
  const next: Point = [led[2]!, led[3]!];
  const [slopeX, slopeY] = multiplied(mean.hessian, [at[0] - mean.at[0], at[1] - mean.at[1]]);
  const gradient: Point = [-slopeX, -slopeY];
  const move: Point = [(next[0] - at[0]) / (eta * local), (next[1] - at[1]) / (eta * local)];
  return {
    paths,
    average: [led[0]!, led[1]!],
    next,
    gradient,
    move,
    difference: [move[0] - gradient[0], move[1] - gradient[1]],
    memory:
      side.method === 'scaffold'
        ? {
            variates: centred(variates),
            goals: goalsOf(clients, mean),
            target: minus(at, solved(side.surrogate.hessian, minus(at, [led[0]!, led[1]!]))),
          }
        : null,
  };
}
