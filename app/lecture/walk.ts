import type { Values } from '../../engine/params.ts';
import { type Notice, notice } from '../../engine/scenario/notice.ts';
import { parseLink, type Scenario } from '../../engine/scenario/scenario.ts';
import type { Session } from '../state/create-session.ts';
import { findLecture } from './find-lecture.ts';
import type { Lecture } from './lecture.ts';

/** The scenario of a scene (counted from 1, brought within the lecture), which tells where in the lecture it stands. */
function sceneScenario(lecture: Lecture, name: string, wanted: number): Scenario {
  const scene = Math.min(lecture.scenes.length, Math.max(1, wanted));
  const { problem, values } = parseLink(lecture.scenes[scene - 1]!.scenario).scenario;
  return { problem, values: { ...values, lecture: name, scene } };
}

/** Opens a link that names a lecture and no problem: the scene itself. What the link says of the page stays. */
export async function openLecture(
  session: Session,
  values: Values,
  notices: readonly Notice[],
): Promise<void> {
  const name = values.lecture as string;
  const lecture = await findLecture(name);
  if (!lecture) {
    session.openScenario(parseLink('').scenario, {
      notices: [...notices, notice('unknown-lecture', 'lecture', '', name.slice(0, 40))],
    });
    return;
  }
  session.setLecture(lecture);
  session.openScenario(sceneScenario(lecture, name, values.scene as number), { notices });
}

/** Goes to a scene of the lecture that is open, paused; nothing where none is or there is no such scene. */
export function goToScene(session: Session, scene: number): void {
  const { lecture, scenario } = session.store.getState();
  if (!lecture || scene < 1 || scene > lecture.scenes.length) return;
  session.openScenario(sceneScenario(lecture, scenario.values.lecture as string, scene), { jump: true });
}

/** Keeps the lecture of the store the one that the scenario names. */
export function followLecture(session: Session): void {
  let name = '';
  session.store.subscribe(
    (state) => state.scenario.values.lecture as string,
    async (now) => {
      name = now;
      const lecture = now === '' ? null : await findLecture(now);
      if (name === now) session.setLecture(lecture);
    },
    { fireImmediately: true },
  );
}
