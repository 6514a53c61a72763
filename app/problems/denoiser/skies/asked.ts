import { scenarioParams } from '../../../../engine/catalog.ts';
import { shapesRun, type Values } from '../../../../engine/params.ts';
import type { SkiesReading, SkyTold } from '../../../../engine/problems/denoiser/types.ts';
import type { AppState } from '../../../session/store.ts';

export const SKIES_OFFERED = [8, 24, 50, 100, 200];

export const SKIES_ROUNDS = 200;

/** Key of the tally in `readings`. */
export const SKIES = 'skies';

export interface KnownSkies {
  readonly key: string;
  readonly asked: SkiesReading['asked'];
  readonly told: readonly SkyTold[];
}

type State = Pick<AppState, 'readings' | 'scenario' | 'own'>;

/** All parameters that shape the run except the seed, because each sky has its own. */
const KEYS = Object.entries(scenarioParams('denoiser'))
  .filter(([name, spec]) => shapesRun(spec) && name !== 'seed')
  .map(([name]) => name);

export function skiesKey({ scenario, own }: Omit<State, 'readings'>): string {
  const values: Values = scenario.values;
  return JSON.stringify([own?.serial ?? 0, ...KEYS.map((name) => values[name])]);
}

/** Returns the scenario's tally, whichever sky is shown; null before the run. */
export function knownSkies(state: State): KnownSkies | null {
  const known = state.readings[SKIES]?.value as KnownSkies | undefined;
  return known?.key === skiesKey(state) ? known : null;
}

/** Returns skies from the shown one on, or the tally's if it contains that. */
export function skiesAsked(state: State): SkiesReading['asked'] {
  const { seed, skies } = state.scenario.values as { readonly seed: number; readonly skies: number };
  const known = knownSkies(state);
  const isAmong = known?.told.some((sky) => sky.seed === seed) ?? false;
  return { skies, rounds: SKIES_ROUNDS, from: isAmong ? known!.asked.from : seed };
}
