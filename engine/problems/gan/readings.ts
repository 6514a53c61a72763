import type { SideName } from '../../contract.ts';
import type { Values } from '../../params.ts';
import type { Answers } from '../../problem.ts';
import { foundAtOnce } from '../../search.ts';
import { gamePicture } from './game-reading.ts';
import type { GameInstance } from './instance.ts';
import type { PlayersReading, WidthsReading } from './types.ts';
import { sweepWidths } from './widths.ts';

/** What can be asked of one game. */
export function gameReadings(
  { generators, info }: GameInstance,
  values: Values,
): Answers<PlayersReading | WidthsReading> {
  return {
    players(states) {
      if (!generators) return null;
      const of = (name: SideName) => {
        const side = info.sides[name];
        return side.kind === 'plane' ? null : gamePicture(generators[name].data, states[name], side);
      };
      const [left, right] = [of('left'), of('right')];
      return left && right && foundAtOnce({ left, right });
    },
    widths: (asked) => (info.level === 'network' ? sweepWidths(values, asked) : null),
  };
}
