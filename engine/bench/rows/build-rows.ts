import { createArrangement } from '../../landscapes/arrangement.ts';
import { createPlantedSums } from '../../problems/one-neuron/population/planted-sums.ts';
import { plainRow, type Row, timeInTurn, written } from '../measure.ts';
import { createPlantedData } from '../planted-data.ts';

const N = 1_000_000;

/** Set-up before the first lookup. */
export function buildRows(): Row[] {
  const { input, plant } = createPlantedData(N, 2);
  let arrangement = createArrangement(input.features, input.labels);
  const [build, planted] = timeInTurn(2, 7, [
    () => {
      arrangement = createArrangement(input.features, input.labels);
      return arrangement.rays;
    },
    () => createPlantedSums(arrangement, plant)!.sums[6]!,
  ]);
  return [
    plainRow(
      '5a',
      `building the arrangement, n = ${N}`,
      build!.median / 1e3,
      's',
      `${written(build!)} (min/median); the sums about the plant besides ${written(planted!)}`,
    ),
    plainRow('5b', `the same a sample, n = ${N}`, (build!.median * 1e6) / N, 'ns'),
  ];
}
