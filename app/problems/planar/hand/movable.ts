import { scenarioParams } from '../../../../engine/catalog.ts';
import { MOST_HALVES } from '../../../pictures/landscape/sample-marks.ts';
import type { AppState } from '../../../session/store.ts';

/** True if the star made the data, or labels them as it would. */
export function isOfStar({ opened, scenario }: AppState): boolean {
  return (opened?.plant ?? null) !== null && (scenario.values.features !== 'csv' || opened!.planted);
}

/** Returns the star's requested place; null if it cannot be moved on a map. */
export function starOf(state: AppState): ArrayLike<number> | null {
  const { opened, scenario } = state;
  if (opened?.dimension !== 2 || !isOfStar(state) || !('plant' in scenarioParams(scenario.problem)))
    return null;
  return scenario.values.plant ?? opened.plant;
}

/** True if samples can be moved: all are drawn, few enough to distinguish, and a link can carry others. */
export function haveHandles({ opened, scenario }: AppState): boolean {
  const count = opened?.samples.labels.length ?? 0;
  const isWhole = count > 0 && count <= MOST_HALVES && count === opened!.samples.count;
  return isWhole && 'data' in scenarioParams(scenario.problem);
}
