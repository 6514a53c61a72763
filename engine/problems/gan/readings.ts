import type { SideName } from '../../contract.ts';
import type { Values } from '../../params.ts';
import type { Answers } from '../../problem.ts';
import { foundAtOnce } from '../../search.ts';
import { gamePicture } from './game-reading.ts';
import type { GameInstance } from './instance.ts';
import { sweepWidths } from './network/widths.ts';
import { forecastOf, regionOf } from './plane/regions.ts';
import type { ForecastReading, PlaneSide, PlayersReading, RegionsReading, WidthsReading } from './types.ts';

export function gameReadings(
  { generators, info }: GameInstance,
  values: Values,
): Answers<PlayersReading | RegionsReading | ForecastReading | WidthsReading> {
  const { left, right } = info.sides;
  const ofPlane = <Told>(of: (side: PlaneSide) => Told) =>
    left.kind === 'plane' && right.kind === 'plane'
      ? foundAtOnce({ left: of(left), right: of(right) })
      : null;
  return {
    regions: (window) => ofPlane(({ rule, mu }) => regionOf(rule, mu, window)),
    forecast: ({ eta, rho }) => ofPlane((side) => forecastOf(side, eta, rho)),
    players(states) {
      if (!generators) return null;
      const of = (name: SideName) => {
        const side = info.sides[name];
        return side.kind === 'plane' ? null : gamePicture(generators[name].data, states[name], side);
      };
      const [leftTold, rightTold] = [of('left'), of('right')];
      return leftTold && rightTold && foundAtOnce({ left: leftTold, right: rightTold });
    },
    widths: (asked) => (info.level === 'network' ? sweepWidths(values, asked) : null),
  };
}
