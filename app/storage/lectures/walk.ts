import './walk-words.en.ts';
import { type Notice, notice } from '../../../engine/scenario/notice.ts';
import {
  parseLink,
  type Scenario,
  type ScenarioValues,
  withValues,
} from '../../../engine/scenario/scenario.ts';
import { languageOf } from '../../i18n/choose-language.ts';
import { during } from '../../session/busy.ts';
import { sceneNumber } from '../../session/guessing.ts';
import type { Lecture } from '../../session/lecture.ts';
import type { Session } from '../../session/session.ts';
import { findLecture, noticesOfScene } from './find-lecture.ts';

/** Returns a scene's scenario (from 1, clamped) with its place in the lecture. */
export function sceneScenario(lecture: Lecture, name: string, wanted: number): Scenario {
  const scene = Math.min(lecture.scenes.length, Math.max(1, wanted));
  return withValues(parseLink(lecture.scenes[scene - 1]!.scenario).scenario, { lecture: name, scene });
}

/**
 * Opens the scene of a link with a lecture but no problem; the link's page settings stay. Does nothing if `isStale()` once the lecture has
 * loaded.
 */
export async function openLecture(
  session: Session,
  values: ScenarioValues,
  notices: readonly Notice[],
  isStale: () => boolean,
): Promise<void> {
  const name = values.lecture;
  // Wait for the words: the lecture must have the requested language.
  const lecture = await findLecture(name, languageOf(values.lang));
  if (isStale()) return;
  if (!lecture) {
    session.openScenario(parseLink('').scenario, {
      notices: [...notices, notice('unknown-lecture', 'lecture', '', name.slice(0, 40))],
    });
    return;
  }
  session.setLecture(lecture);
  openIn(session, lecture, name, values.scene, { notices });
}

/** Opens a scene (from 1) with its notices. */
function openIn(
  session: Session,
  lecture: Lecture,
  name: string,
  wanted: number,
  { notices = [], jump = false }: { notices?: readonly Notice[]; jump?: boolean },
): void {
  const scenario = sceneScenario(lecture, name, wanted);
  const ofScene = noticesOfScene(lecture, scenario.values.scene);
  session.openScenario(scenario, { jump, notices: [...notices, ...ofScene] });
}

/** Goes to a scene of the open lecture, if any, paused. */
export function goToScene(session: Session, scene: number): void {
  const { lecture, scenario } = session.store.getState();
  if (!lecture || scene < 1 || scene > lecture.scenes.length) return;
  openIn(session, lecture, scenario.values.lecture, scene, { jump: true });
}

/** Moves by `by` scenes; at either end a toast says so. */
export function walkOn(session: Session, by: number): void {
  const { lecture } = session.store.getState();
  if (!lecture) return;
  const scene = sceneNumber(session.store.getState()) + by;
  if (scene < 1) session.say('toast.firstScene');
  else if (scene > lecture.scenes.length) session.say('toast.lastScene');
  else goToScene(session, scene);
}

/** Closes the lecture, keeps the scenario. */
export function leaveLecture(session: Session): void {
  session.change({ lecture: '', scene: 1 });
}

/** Updates the store's lecture with scenario and language. */
export function followLecture(session: Session): void {
  let wanted = '';
  session.store.subscribe(
    ({ scenario, language }) => `${language} ${scenario.values.lecture}`,
    async (now) => {
      wanted = now;
      const { scenario, language } = session.store.getState();
      const name = scenario.values.lecture;
      const lecture = name === '' ? null : await during(findLecture(name, language));
      if (wanted !== now) return;
      session.setLecture(lecture);
      if (name !== '' && !lecture) session.notify([notice('lost-lecture', 'lecture', '', name.slice(0, 40))]);
    },
    { fireImmediately: true },
  );
}
