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

/** Least time between two writes of the address, in milliseconds (Safari refuses more than 100 in 10 s). */
const QUIET = 300;

/** The fragment of a state: its scenario at the step that is shown or on its way; what waits for its file, or is held, goes before. */
function linkOf(state: AppState): string {
  const other = state.awaited ?? state.held;
  if (other) return formatLink(other);
  const { scenario } = state;
  return formatLink({ ...scenario, values: { ...scenario.values, k: wantedStep(state) } });
}

/** The fragment of what is shown now, its step included; with other limits or words of the page, where they are given. */
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
 * Opens the scene that a link to a lecture names. What the link says of the page (theme, profile, language) counts at once;
 * within an open page what it does not name stays, and undo goes back to what was shown.
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
 * Keeps the address and the session alike: opens what the address says, writes what the person changes (replaceState,
 * quietly) and enters deliberate jumps into the history (pushState). Back, Forward and a hash edited by hand open what
 * they name; a link of a newer version stays in the address until something is changed, and in the history then. Returns a function that ends it.
 */
export function bindLink(session: Session): () => void {
  const { store } = session;
  const later = createLater(() => write('replaceState'));
  let written = formatLink(openingScenario());
  let jumps = 0;
  /** How often the address was read: what a link names may come late. */
  let readings = 0;
  /** The address as it was last read or written here. */
  let address = location.hash;
  /** Whether the address holds a link that could not be read: it is left in the history, not written over. */
  let unread = false;

  function read(): void {
    later.stop();
    address = location.hash;
    const parsed = parseLink(location.hash);
    const { scenario, notices } = parsed;
    unread = isNewer(parsed);
    if (unread && store.getState().opened) {
      // What is open stays.
      written = presentLink(session);
      session.notify(notices);
      return;
    }
    written = formatLink(scenario);
    const reading = ++readings;
    const { jumps: before } = store.getState();
    // Who has opened something else meanwhile is not taken away from it.
    const isStale = () => reading !== readings || store.getState().jumps !== before;
    if (!unread && isSceneLink(location.hash)) openScene(session, scenario, notices, isStale);
    else session.load(scenario, { notices });
    // It stays in the address, so that a reload asks again, and in the history when something else is opened.
    unread ||= store.getState().awaited !== null;
  }

  function write(method: 'pushState' | 'replaceState', link = presentLink(session)): void {
    later.stop();
    // Somebody has just edited the address: what it says is read in a moment (`hashchange`) and must not be lost before.
    if (location.hash !== address) return;
    if (link === written) return;
    written = link;
    const entry = unread ? 'pushState' : method;
    unread = false;
    try {
      history[entry](null, '', link);
    } catch {
      // A browser that refuses (a sandboxed frame, too many writes) only loses the address, not the session.
    }
    address = location.hash;
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.jumps !== jumps) {
      jumps = state.jumps;
      // The entry that is left behind keeps what was shown last.
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
