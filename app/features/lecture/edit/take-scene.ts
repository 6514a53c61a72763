import { formatLink, parseLink, withValues } from '../../../../engine/scenario/scenario.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { joinLimits, sceneLimits } from '../../../session/controls.ts';
import { openScene } from '../../../session/guessing.ts';
import type { Scene } from '../../../session/lecture.ts';
import { presentLink } from '../../../session/scenario/bind-link.ts';
import { pageQuestion } from '../../../session/scenario/page-question.ts';
import { presetOf } from '../../../session/scenario/preset-of.ts';
import type { Session } from '../../../session/session.ts';
import { wantedStep } from '../../../session/store.ts';
import { readScenario } from '../../../storage/lectures/document.ts';

/** Returns the view as a scenario, with step, window, layers and limits. */
export function takeScenario(session: Session): { scenario: string; withoutData: boolean } {
  const state = session.store.getState();
  const { features, data } = state.scenario.values;
  const limits = joinLimits(state.scenario, sceneLimits(openScene(state)));
  const read = readScenario(presentLink(session, { ...limits }), 1);
  // Cannot happen: the page's link is a scenario's.
  if ('problem' in read) throw new Error(`expected the link of a scenario; got ${read.problem.got}`);
  return { scenario: read.scenario, withoutData: features === 'csv' && data === '' };
}

/** Makes a scene of the view: the page's question, start 0, bookmark at the shown step, titled by preset or number. */
export function takeScene(
  session: Session,
  t: Translate,
  number: number,
): { scene: Scene; withoutData: boolean } {
  const state = session.store.getState();
  const preset = presetOf(state.scenario);
  const title = preset ? t(dynamicKey('preset', preset, 'title')) : t('lecture.sceneTitle', { number });
  const question = openScene(state)?.question || pageQuestion(state, t);
  const bookmark = wantedStep(state) || null;
  const { scenario: shown, withoutData } = takeScenario(session);
  const scenario = formatLink(withValues(parseLink(shown).scenario, { k: 0 }));
  const scene = { title, sentence: '', notes: '', question, scenario, bookmark, guess: false };
  return { scene, withoutData };
}
