import type { SideName, Vector } from '../../../contract.ts';
import type { RoundTaker } from '../round-taker.ts';
import { proximal } from '../surrogate.ts';
import type { PlacedTold, PlaneClientTold, PlaneInfo, Point } from '../types.ts';
import { axesOfClients, curvatureOf, halfForm, lengthOf, minimumOf, minus, multiplied } from './curvature.ts';
import { planeRound } from './round.ts';

export function planeTerms({ mean, sides }: PlaneInfo, name: SideName): RoundTaker {
  const side = sides[name];
  const { clients, surrogate, rest, local, eta, server } = side;
  const curvatures = axesOfClients(clients).map(
    ({ small, large }): Pick<PlaneClientTold, 'curvatures' | 'shares'> => ({
      curvatures: [small, large],
      shares: [proximal(small, eta, local, side.mu), proximal(large, eta, local, side.mu)],
    }),
  );

  /** The minimum of a state's surrogate: SCAFFOLD's states end with it. */
  const targetOf = (state: Vector): Point =>
    side.method === 'scaffold' ? [state.at(-2)!, state.at(-1)!] : surrogate.at;

  function placed(state: Vector): PlacedTold {
    const at: Point = [state[0]!, state[1]!];
    return {
      at,
      excess: halfForm(mean.hessian, minus(at, mean.at)),
      surrogate: rest ? halfForm(surrogate.hessian, minus(at, targetOf(state))) : Number.NaN,
      distance: lengthOf(minus(at, mean.at)),
      fromRest: rest ? lengthOf(minus(at, rest)) : Number.NaN,
    };
  }

  return {
    products: 10 * clients.count * local,
    take(k, state, after) {
      const at: Point = [state[0]!, state[1]!];
      const told = planeRound(side, mean, state);
      return {
        level: 'plane',
        k,
        local,
        eta,
        server,
        ...told,
        clients: told.paths.map((path, c) => {
          const lossAt = (step: number) =>
            halfForm(
              curvatureOf(clients, c),
              minus([path[2 * step]!, path[2 * step + 1]!], minimumOf(clients, c)),
            );
          let walked = 0;
          for (let step = 2; step < path.length; step += 2)
            walked += lengthOf([path[step]! - path[step - 2]!, path[step + 1]! - path[step - 1]!]);
          return { ...curvatures[c]!, walked, before: lossAt(0), after: lossAt(local) };
        }),
        slope: multiplied(surrogate.hessian, minus(at, targetOf(state))),
        before: placed(state),
        after: after && placed(after),
      };
    },
  };
}
