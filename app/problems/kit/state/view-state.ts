import type { AppState, AppStore } from '../../../session/store.ts';

type State = Pick<AppState, 'viewState' | 'landscape' | 'scenario' | 'own'>;

/** State of a problem's view that several pictures share: a chosen panel, the part being read, finished runs on demand. */
export interface ViewState<Value> {
  /** Returns the key that a state's value belongs to. */
  keyOf(state: State): unknown;
  /** Returns the initial value if the key has changed since. */
  of(state: State): Value;
  /** Returns a state's `viewState` with this value for its key. */
  put(state: State, value: Value): AppState['viewState'];
  /** `at`: the state whose key the value belongs to; default now. */
  set(store: AppStore, value: Value, at?: State): void;
}

/** The value holds until another problem is opened or its key changes. Figures and films show it, too. */
export function defineViewState<Value>(
  name: string,
  initial: Value,
  keyOf: (state: State) => unknown = () => null,
): ViewState<Value> {
  /** Restores the type that the store erases; names are unique within a problem. */
  function of(state: State): Value {
    const known = state.viewState[name];
    return known && known.key === keyOf(state) ? (known.value as Value) : initial;
  }
  const put = (state: State, value: Value) => ({ ...state.viewState, [name]: { key: keyOf(state), value } });
  return {
    keyOf,
    of,
    put,
    set(store, value, at = store.getState()) {
      const state = { ...at, viewState: store.getState().viewState };
      if (!Object.is(of(state), value)) store.setState({ viewState: put(state, value) });
    },
  };
}

/** Name of the chosen entry in the third panel's menu; null for its default, with which each scene of a lecture begins. */
export const CHOSEN = defineViewState<string | null>('chosen', null, ({ scenario }) => scenario.values.scene);
