import { scenarioParams } from '../../../../engine/catalog.ts';
import { shapesRun, type Values } from '../../../../engine/params.ts';
import type { SkiesReading, SkyTold } from '../../../../engine/problems/denoiser/types.ts';
import type { AppState } from '../../../session/store.ts';

/** Numbers of skies that are offered. */
export const SKIES_OFFERED = [8, 24, 50, 100, 200];

/** Rounds of each sky. */
export const SKIES_ROUNDS = 200;

/** Where the page keeps the tally. */
export const SKIES = 'skies';

/** A tally as the page keeps it, with what it is of. */
export interface KnownSkies {
  readonly key: string;
  readonly asked: SkiesReading['asked'];
  readonly told: readonly SkyTold[];
}

type State = Pick<AppState, 'readings' | 'scenario' | 'own'>;

/** What makes another tally: all that shapes the run but the seed, since each sky has one of its own. */
const KEYS = Object.entries(scenarioParams('denoiser'))
  .filter(([name, spec]) => shapesRun(spec) && name !== 'seed')
  .map(([name]) => name);

export function skiesKey({ scenario, own }: Omit<State, 'readings'>): string {
  const values: Values = scenario.values;
  return JSON.stringify([own?.serial ?? 0, ...KEYS.map((name) => values[name])]);
}

/** The tally of the scenario that is shown, whichever of its skies that is of; null before it is run. */
export function knownSkies(state: State): KnownSkies | null {
  const known = state.readings[SKIES]?.value as KnownSkies | undefined;
  return known?.key === skiesKey(state) ? known : null;
}

/** The skies that a click runs: from the shown one on, or those of the tally again where the shown one is among them. */
export function skiesAsked(state: State): SkiesReading['asked'] {
  const { seed, skies } = state.scenario.values as { readonly seed: number; readonly skies: number };
  const known = knownSkies(state);
  const isAmong = known?.told.some((sky) => sky.seed === seed) ?? false;
  return { skies, rounds: SKIES_ROUNDS, from: isAmong ? known!.asked.from : seed };
}
