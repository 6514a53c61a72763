/** For tests: sessions on the engine itself, without frames; each ends with its test. */
import { afterEach, beforeEach, vi } from 'vitest';
import { CATALOG, type ProblemId } from '../../../engine/catalog.ts';
import { formatLink, parseLink, type Scenario, withDefaults } from '../../../engine/scenario/scenario.ts';
import { createSession } from '../create-session.ts';
import { until } from '../run/until.ts';
import type { Session } from '../session.ts';
import { loadView } from '../view.ts';
import { stubEngine } from './stub-engine.ts';

/**
 * Opens a problem's scenarios; call at the top of a test file. `settled` throws until a session is ready. `bind` starts its readings; `keys`
 * go before those of each link.
 */
export function sessionsOf(
  id: ProblemId,
  settled: (session: Session) => void,
  bind: (session: Session) => () => void = () => () => {},
  keys = '',
) {
  let ends: (() => void)[] = [];
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {} }));
    vi.stubGlobal('requestAnimationFrame', () => 1);
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
  });
  afterEach(() => {
    for (const end of ends) end();
    ends = [];
    vi.unstubAllGlobals();
  });

  const wait = (session: Session) => until(() => settled(session));

  async function load(scenario: Scenario, k = 0): Promise<Session> {
    await loadView(id);
    const session = createSession(() => stubEngine({}));
    ends.push(() => session.dispose(), bind(session));
    session.load(scenario);
    await wait(session);
    if (k > 0) {
      session.seek(k);
      await wait(session);
    }
    return session;
  }

  return {
    wait,
    /** Opens a link's further keys. */
    open: (more: string, k = 0) => load(parseLink(`#v=1&problem=${id}${keys}${more}`).scenario, k),
    preset: (preset: string, k = 0) =>
      load(
        parseLink(
          `${formatLink(withDefaults(id, CATALOG[id].presets.find((one) => one.id === preset)!.values))}${keys}`,
        ).scenario,
        k,
      ),
  };
}
