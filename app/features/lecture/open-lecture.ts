import type { Lecture } from '../../session/lecture.ts';
import type { Session } from '../../session/session.ts';
import { sceneScenario } from '../../storage/lectures/walk.ts';

/** Opens a scene (counted from 1) of a lecture that a link calls so, as a jump; what the person set about the page stays. */
export function openScene(session: Session, lecture: Lecture, name: string, scene: number): void {
  session.setLecture(lecture);
  session.openScenario(sceneScenario(lecture, name, scene), { jump: true });
}

/** Opens a lecture at its first scene and closes what it was chosen in; what comes next is Play, by Space too. */
export function openFirst(session: Session, lecture: Lecture, name: string, close: () => void): void {
  openScene(session, lecture, name, 1);
  close();
  document.getElementById('play-button')?.focus({ preventScroll: true });
  scrollTo(0, 0);
}
