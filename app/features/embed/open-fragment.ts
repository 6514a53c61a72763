import { scenarioParams } from '../../../engine/catalog.ts';
import { sameValue } from '../../../engine/params.ts';
import type { Notice } from '../../../engine/scenario/notice.ts';
import { PAGE_KEYS } from '../../../engine/scenario/page-keys.ts';
import {
  isNewer,
  isSceneLink,
  parseLink,
  type Scenario,
  withValues,
} from '../../../engine/scenario/scenario.ts';
import { during } from '../../session/busy.ts';
import type { Session } from '../../session/session.ts';

/** How often something was opened: a lecture may come late. */
let openings = 0;

/** The scene that a link to a lecture names; where the lecture cannot be had, what else the link says. */
function openScene(session: Session, scenario: Scenario, notices: readonly Notice[]): void {
  const opening = openings;
  const isStale = () => opening !== openings;
  session.store.setState({ scenario });
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
 * Opens what a link names, paused at its step. What it says of the page (theme, language, limits) counts; what it does not say
 * of it stays, so that another scenario keeps the look of the page it is in. A link of a newer version changes nothing.
 */
export function openFragment(session: Session, text: string): void {
  openings++;
  const parsed = parseLink(text);
  const { notices } = parsed;
  const { scenario: before, opened } = session.store.getState();
  if (isNewer(parsed) && opened) {
    session.notify(notices);
    return;
  }
  const specs = scenarioParams(parsed.scenario.problem);
  const unsaid = PAGE_KEYS.filter((key) => sameValue(parsed.scenario.values[key]!, specs[key]!.default));
  const page = opened ? Object.fromEntries(unsaid.map((key) => [key, before.values[key]!])) : {};
  const scenario = withValues(parsed.scenario, { ...page, embed: true });
  if (!isNewer(parsed) && isSceneLink(text)) openScene(session, scenario, notices);
  else session.load(scenario, { notices });
}
