import { scenarioParams } from '../../../../engine/catalog.ts';
import { shapesRun, type Values } from '../../../../engine/params.ts';
import type { SkiesReading } from '../../../../engine/problems/denoiser/types.ts';
import type { AppState } from '../../../session/store.ts';
import { defineViewState } from '../../kit/state/view-state.ts';
import type { Swept } from '../../kit/sweep/sweep-panel.tsx';

export const SKIES_OFFERED = [8, 24, 50, 100, 200];

export const SKIES_ROUNDS = 200;

/** All parameters that shape the run but the seed: each sky has its own. */
const KEYS = Object.entries(scenarioParams('denoiser'))
  .filter(([name, spec]) => shapesRun(spec) && name !== 'seed')
  .map(([name]) => name);

export function skiesKey({ scenario, own }: Pick<AppState, 'scenario' | 'own'>): string {
  const values: Values = scenario.values;
  return JSON.stringify([own?.serial ?? 0, ...KEYS.map((name) => values[name])]);
}

/** The scenario's tally, whichever sky is shown; null before the first run. */
export const KNOWN_SKIES = defineViewState<Swept<SkiesReading> | null>('skies', null, skiesKey);

/** Returns skies from the shown one on, or the tally's if it is in there. */
export function skiesAsked(state: AppState): SkiesReading['asked'] {
  const { seed, skies } = state.scenario.values as { readonly seed: number; readonly skies: number };
  const known = KNOWN_SKIES.of(state);
  const isAmong = known?.told.some((sky) => sky.seed === seed) ?? false;
  return { skies, rounds: SKIES_ROUNDS, from: isAmong ? known!.asked.from : seed };
}
