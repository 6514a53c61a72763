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

/** Number of openings, because a lecture may load late. */
let openings = 0;

/** Opens the scene of a lecture's link; without the lecture, the link's rest. */
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

/** Opens a link, paused at its step. Omitted page settings (theme, language, limits) stay. A newer version's link changes nothing. */
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
