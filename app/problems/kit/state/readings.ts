import type { AppState, AppStore, KnownReading } from '../../../session/store.ts';

type Name<Values> = keyof Values & string;

/** Named engine answers that a problem's pictures show, typed by name. */
export interface Readings<Values> {
  /** Returns the latest answer with its landscape and step; null before the first. */
  find<N extends Name<Values>>(state: Pick<AppState, 'readings'>, name: N): KnownReading<Values[N]> | null;
  /** Returns the latest value of any landscape, because pictures keep it until the next arrives. */
  latest<N extends Name<Values>>(state: Pick<AppState, 'readings'>, name: N): Values[N] | null;
  /** Returns the value of the shown landscape, at any step. */
  now<N extends Name<Values>>(state: Pick<AppState, 'readings' | 'landscape'>, name: N): Values[N] | null;
  keep<N extends Name<Values>>(store: AppStore, name: N, reading: KnownReading<Values[N]>): void;
}

export function defineReadings<Values>(): Readings<Values> {
  /** Restores the type that the store erases. Names are unique within a problem; another problem's readings are gone. */
  function find<N extends Name<Values>>({ readings }: Pick<AppState, 'readings'>, name: N) {
    return (readings[name] ?? null) as KnownReading<Values[N]> | null;
  }
  return {
    find,
    latest: (state, name) => find(state, name)?.value ?? null,
    now(state, name) {
      const known = find(state, name);
      return known?.landscape === state.landscape ? known.value : null;
    },
    keep(store, name, reading) {
      store.setState(({ readings }) => ({ readings: { ...readings, [name]: reading } }));
    },
  };
}
