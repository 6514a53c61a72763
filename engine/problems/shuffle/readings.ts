import type { Values } from '../../params.ts';
import type { Answers } from '../../problem.ts';
import { foundAtOnce } from '../../search.ts';
import type { ShuffleValues } from './card.ts';
import type { ShuffleInstance } from './instance.ts';
import { tellMatrices } from './matrices/matrices.ts';
import { tallyOf } from './tally.ts';
import { triangleBasins } from './triangle/basins.ts';
import { triangleLevels } from './triangle/levels.ts';
import type { BasinsReading, LevelsReading, MatricesReading, TallyReading } from './types.ts';

export function shuffleReadings(
  instance: ShuffleInstance,
  values: Values,
): Answers<MatricesReading | TallyReading | BasinsReading | LevelsReading> {
  const { info, relaxation } = instance;
  const { triangle } = info;
  return {
    matrices: (asked) => foundAtOnce(tellMatrices(relaxation, asked)),
    tally: () => tallyOf(instance, values as ShuffleValues),
    basins: ({ side, cells }) =>
      triangle &&
      triangleBasins({
        quadratic: triangle.quadratic,
        relaxation,
        side,
        descending: info,
        rests: triangle.rests[side],
        cells,
      }),
    levels: ({ shares }) => triangle && triangleLevels(triangle.quadratic, info.smoothness, shares),
  };
}
