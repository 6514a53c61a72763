import '../i18n/all-words.ts';
import '../problems/index.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS, scenarioParams } from '../../engine/catalog.ts';
import type { ProblemCard } from '../../engine/contract.ts';
import { LANGUAGE_NAMES } from '../../engine/scenario/languages.ts';
import { parseLink, type Scenario, valueAt, withDefaults } from '../../engine/scenario/scenario.ts';
import { spread } from '../../scripts/tier.mjs';
import { withTimerFrames } from '../../scripts/timer-frames.ts';
import { filmCaption } from '../features/share/film/film-pictures.ts';
import { createTranslate, dynamicKey } from '../i18n/messages.ts';
import { createSession } from '../session/create-session.ts';
import { until } from '../session/run/until.ts';
import type { Session } from '../session/session.ts';
import { stubEngine } from '../session/stub/stub-engine.ts';
import { loadMoreWords, viewOf } from '../session/view.ts';
import { captionOf } from './caption.ts';

/** Checks each preset's captions and screen-reader names of curves. */

const PRESETS = PROBLEM_IDS.flatMap((problem) =>
  CATALOG[problem].presets.map(({ id, values }) => ({ id, scenario: withDefaults(problem, values) })),
);
/** First preset of each problem and each of its models. */
const FIRST = new Set(
  PROBLEM_IDS.flatMap((problem) => {
    const { presets, opens }: ProblemCard = CATALOG[problem];
    return [presets[0].id, ...Object.values(opens?.presets ?? {})];
  }),
);
const CASES = [
  ...PRESETS.filter(({ id }) => FIRST.has(id)),
  ...spread(
    PRESETS.filter(({ id }) => !FIRST.has(id)),
    6,
  ),
];

withTimerFrames();

beforeAll(async () => {
  await loadMoreWords();
});

async function opened(scenario: Scenario): Promise<Session> {
  const session = createSession(() => stubEngine({}));
  session.load(scenario);
  await until(() =>
    expect(session.store.getState()).toMatchObject({
      phase: 'ready',
      target: null,
      openedProblem: scenario.problem,
    }),
  );
  return session;
}

/** Keys a caption must name: the data's; if sides have their own losses, also those that define and move them. */
function keysToName({ store }: Session): string[] {
  const { scenario, opened } = store.getState();
  const { values } = scenario;
  const isOwn = opened!.dimension === 0;
  const isMoved = opened!.sides.left.iterates === undefined || opened!.sides.right.iterates === undefined;
  return Object.entries(scenarioParams(scenario.problem)).flatMap(([key, { kind, group, when }]) => {
    const matters =
      group === 'loss' || (group === 'descent' && !isMoved) || (kind === 'choice' && group === 'data');
    const isNamed = ['seed', 'n', 'd'].includes(key) || (isOwn && matters && kind !== 'flag');
    const hasEffect = (when?.(values) ?? true) && (valueAt(scenario, key) ?? null) !== null;
    return isNamed && hasEffect && !(key === 'c' && values.step) ? [key] : [];
  });
}

describe.each(CASES)('$id', ({ scenario }) => {
  it('has captions that name what matters, curves whose names are sentences, and a film that says where it is from', async () => {
    const session = await opened(scenario);
    const state = session.store.getState();
    const named = keysToName(session);
    expect(named.length > 0 || state.opened!.dimension > 0).toBe(true);
    for (const language of LANGUAGE_NAMES) {
      const t = createTranslate(language);
      const specs = scenarioParams(scenario.problem);
      const caption = captionOf(session, 'https://example.org/', t);
      const film = filmCaption(session, t);
      for (const paragraphs of [caption, film]) {
        expect(
          paragraphs.filter((words) => /^[\s.,;:。，；：]|[.;:,。；：，]\s*[.;。；]/.test(words)),
        ).toEqual([]);
        const whole = paragraphs.join('\n');
        for (const key of named)
          expect(whole, key).toContain(`${t(dynamicKey('param', specs[key]!.called ?? key))}`);
      }
      expect(film.at(-1)).toContain('#v=1');
      for (const curve of viewOf(state).curves) {
        const label = curve.label(state, t);
        expect(label).not.toMatch(/undefined|NaN|\b(\w{4,})\b.*\b\1\b/);
        expect(label.startsWith('：')).toBe(false);
      }
    }
    session.dispose();
  });
});

it.each(['problem=federated&k=30', 'problem=shuffle&k=120'])(
  'the caption of %s begins with a word',
  async (link) => {
    const session = await opened(parseLink(`#v=1&${link}`).scenario);
    for (const words of captionOf(session, '', createTranslate('en'))) expect(words).toMatch(/^\w/);
    session.dispose();
  },
);
