import type { Vector } from '../../../contract.ts';
import type { RoundSettings } from '../names.ts';
import type { PlaneRoundTold, PlaneSide, Point, Quadratic, QuadraticClients } from '../types.ts';
import { multiplied } from './curvature.ts';

export type PlaneRound = RoundSettings & { readonly clients: QuadraticClients };

/**
 * Writes the mean of the clients' ends, then the server's next point (4 numbers). Calls `visit` after every local step. Non-finite numbers
 * propagate.
 */
export function takeRound(
  into: Float64Array,
  { clients, local, eta, server }: PlaneRound,
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
      u -= eta * (xx * dx + xy * dy);
      v -= eta * (xy * dx + yy * dy);
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

/** F is `mean`. */
export function planeRound(side: PlaneSide, mean: Quadratic, at: Point): PlaneRoundTold {
  const { clients, local, eta } = side;
  const paths = Array.from({ length: clients.count }, (): Vector => {
    const path = new Float64Array(2 * (local + 1));
    path.set(at);
    return path;
  });
  const led = new Float64Array(4);
  takeRound(led, side, at[0], at[1], (c, k, x, y) => paths[c]!.set([x, y], 2 * k));
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
  };
}
