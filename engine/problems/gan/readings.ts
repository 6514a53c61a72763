import type { SideName } from '../../contract.ts';
import type { Answers } from '../../problem.ts';
import { foundAtOnce } from '../../search.ts';
import { gamePicture } from './game-reading.ts';
import type { GameInstance } from './instance.ts';
import type { PlayersReading } from './types.ts';

/** What can be asked of one game. */
export function gameReadings({ generators, info }: GameInstance): Answers<PlayersReading> {
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
  };
}
