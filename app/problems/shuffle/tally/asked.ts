import { scenarioParams } from '../../../../engine/catalog.ts';
import { shapesRun, type Values } from '../../../../engine/params.ts';
import type { TallyTold } from '../../../../engine/problems/shuffle/types.ts';
import type { AppState } from '../../../session/store.ts';

/** Starts that are offered. */
export const STARTS = [20, 50, 100, 200, 500, 1000];

/** Where the page keeps the tally. */
export const TALLY = 'tally';

/** A tally as the page keeps it, with what it is of. */
export interface KnownTally {
  readonly key: string;
  readonly told: TallyTold;
}

/** What makes another tally: all that shapes the run but a given start, in whose place starts are drawn; and how many. */
const KEYS = Object.entries(scenarioParams('shuffle'))
  .filter(([name, spec]) => name === 'starts' || (shapesRun(spec) && name !== 'start'))
  .map(([name]) => name);

export function tallyKey({ scenario, own }: Pick<AppState, 'scenario' | 'own'>): string {
  const values: Values = scenario.values;
  return JSON.stringify([own?.serial ?? 0, ...KEYS.map((name) => values[name])]);
}

/** The tally of the scenario that is shown; null before it is run. */
export function knownTally(state: Pick<AppState, 'readings' | 'scenario' | 'own'>): TallyTold | null {
  const known = state.readings[TALLY]?.value as KnownTally | undefined;
  return known?.key === tallyKey(state) ? known.told : null;
}
