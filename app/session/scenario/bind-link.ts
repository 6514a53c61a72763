import { scenarioParams } from '../../../engine/catalog.ts';
import { sameValue, type Values } from '../../../engine/params.ts';
import type { Notice } from '../../../engine/scenario/notice.ts';
import { PAGE_KEYS } from '../../../engine/scenario/page-keys.ts';
import {
  formatLink,
  isNewer,
  isSceneLink,
  openingScenario,
  parseLink,
  type Scenario,
  withValues,
} from '../../../engine/scenario/scenario.ts';
import { createLater, during } from '../busy.ts';
import type { Session } from '../session.ts';
import { type AppState, wantedStep } from '../store.ts';

/** Least milliseconds between writes of the address (Safari refuses more than 100 in 10 s). */
const QUIET = 300;

/** Returns a state's fragment at the target or shown step; an awaited or held scenario's comes first. */
function linkOf(state: AppState): string {
  const other = state.awaited ?? state.held;
  if (other) return formatLink(other);
  const { scenario } = state;
  return formatLink({ ...scenario, values: { ...scenario.values, k: wantedStep(state) } });
}

/** Returns the shown scenario's fragment, with other limits or texts if given. */
export function presentLink(session: Session, values: Values = {}): string {
  const state = session.store.getState();
  const { scenario, held } = state;
  return linkOf({
    ...state,
    scenario: withValues(scenario, values),
    held: held && withValues(held, values),
  });
}

/**
 * Opens a lecture link's scene. The link's page settings (theme, profile, language) apply at once; an open page keeps the others, and
 * undo restores the former scenario.
 */
function openScene(
  session: Session,
  scenario: Scenario,
  notices: readonly Notice[],
  isStale: () => boolean,
): void {
  const specs = scenarioParams(scenario.problem);
  const named = PAGE_KEYS.filter((key) => !sameValue(scenario.values[key]!, specs[key]!.default));
  if (session.store.getState().opened)
    session.change(Object.fromEntries(named.map((key) => [key, scenario.values[key]!])));
  else session.store.setState({ scenario });
  void during(
    session
      .lectures()
      .then(({ openLecture }) => openLecture(session, scenario.values, notices, isStale))
      .catch(() => {
        if (!isStale()) session.load(scenario, { notices });
      }),
  );
}

/**
 * Syncs address and session: opens the address, writes changes (replaceState), adds deliberate jumps to the history (pushState). A newer
 * version's link stays in the address until a change, then in the history. Returns a function that ends it.
 */
export function bindLink(session: Session): () => void {
  const { store } = session;
  const later = createLater(() => write('replaceState'));
  let written = formatLink(openingScenario());
  let jumps = 0;
  /** Reads of the address; detects scenes that load late. */
  let readings = 0;
  let address = location.hash;
  /** True if the address could not be read: kept in the history, not overwritten. */
  let unread = false;

  function read(): void {
    later.stop();
    address = location.hash;
    const parsed = parseLink(location.hash);
    const { scenario, notices } = parsed;
    unread = isNewer(parsed);
    if (unread && store.getState().opened) {
      // The open scenario stays.
      written = presentLink(session);
      session.notify(notices);
      return;
    }
    written = formatLink(scenario);
    const reading = ++readings;
    const { jumps: before } = store.getState();
    // True if the user has opened something else, which a late scene must not replace.
    const isStale = () => reading !== readings || store.getState().jumps !== before;
    if (!unread && isSceneLink(location.hash)) openScene(session, scenario, notices, isStale);
    else session.load(scenario, { notices });
    // Kept for a reload, and in the history after another opening.
    unread ||= store.getState().awaited !== null;
  }

  function write(method: 'pushState' | 'replaceState', link = presentLink(session)): void {
    later.stop();
    // The user's edit, which `hashchange` will read.
    if (location.hash !== address) return;
    if (link === written) return;
    written = link;
    const entry = unread ? 'pushState' : method;
    unread = false;
    try {
      history[entry](null, '', link);
    } catch {
      // A refusal (sandboxed frame, too many writes) loses only the address.
    }
    address = location.hash;
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.jumps !== jumps) {
      jumps = state.jumps;
      // The former entry keeps the last shown state.
      write('replaceState', linkOf(before));
      write('pushState');
    } else if (
      (state.scenario !== before.scenario ||
        state.k !== before.k ||
        state.playing !== before.playing ||
        state.held !== before.held) &&
      !(state.playing || later.isWaiting() || linkOf(state) === written)
    )
      later.start(QUIET);
  });

  addEventListener('hashchange', read);
  read();
  return () => {
    unsubscribe();
    later.stop();
    removeEventListener('hashchange', read);
  };
}
