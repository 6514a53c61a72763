import type { SideName } from '../../../contract.ts';
import type { RoundTaker } from '../round-taker.ts';
import { progress } from '../surrogate.ts';
import type { PlacedTold, PlaneClientTold, PlaneInfo, Point } from '../types.ts';
import { axesOfClients, curvatureOf, halfForm, lengthOf, minimumOf, minus, multiplied } from './curvature.ts';
import { planeRound } from './round.ts';

export function planeTerms({ mean, sides }: PlaneInfo, name: SideName): RoundTaker {
  const side = sides[name];
  const { clients, surrogate, rest, local, eta, server } = side;
  const curvatures = axesOfClients(clients).map(
    ({ small, large }): Pick<PlaneClientTold, 'curvatures' | 'shares'> => ({
      curvatures: [small, large],
      shares: [progress(eta * small, local), progress(eta * large, local)],
    }),
  );

  const placed = (at: Point): PlacedTold => ({
    at,
    excess: halfForm(mean.hessian, minus(at, mean.at)),
    surrogate: rest ? halfForm(surrogate.hessian, minus(at, surrogate.at)) : Number.NaN,
    distance: lengthOf(minus(at, mean.at)),
    fromRest: rest ? lengthOf(minus(at, rest)) : Number.NaN,
  });

  return {
    products: 10 * clients.count * local,
    take(k, [x, y], after) {
      const at: Point = [x!, y!];
      const told = planeRound(side, mean, at);
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
        slope: multiplied(surrogate.hessian, minus(at, surrogate.at)),
        before: placed(at),
        after: after && placed([after[0]!, after[1]!]),
      };
    },
  };
}
