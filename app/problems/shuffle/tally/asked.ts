import { scenarioParams } from '../../../../engine/catalog.ts';
import { shapesRun, type Values } from '../../../../engine/params.ts';
import type { TallyReading } from '../../../../engine/problems/shuffle/types.ts';
import type { AppState } from '../../../session/store.ts';
import { defineViewState } from '../../kit/state/view-state.ts';
import type { Swept } from '../../kit/sweep/sweep-panel.tsx';

export const STARTS = [20, 50, 100, 200, 500, 1000];

/** Keys whose change starts a new tally: the number of starts, and all that shapes the run except a given start. */
const KEYS = Object.entries(scenarioParams('shuffle'))
  .filter(([name, spec]) => name === 'starts' || (shapesRun(spec) && name !== 'start'))
  .map(([name]) => name);

export function tallyKey({ scenario, own }: Pick<AppState, 'scenario' | 'own'>): string {
  const values: Values = scenario.values;
  return JSON.stringify([own?.serial ?? 0, ...KEYS.map((name) => values[name])]);
}

/** Null before the first run. */
export const TALLY = defineViewState<Swept<TallyReading> | null>('tally', null, tallyKey);
