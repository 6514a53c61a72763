import type { Lecture } from '../../session/lecture.ts';
import type { Session } from '../../session/session.ts';
import { sceneScenario } from '../../storage/lectures/walk.ts';

/** Opens a scene (from 1) by its lecture's link name, as a jump; page settings stay. */
export function openScene(session: Session, lecture: Lecture, name: string, scene: number): void {
  session.setLecture(lecture);
  session.openScenario(sceneScenario(lecture, name, scene), { jump: true });
}

/** Opens the first scene; focuses Play, so that Space plays. */
export function openFirst(session: Session, lecture: Lecture, name: string, close: () => void): void {
  openScene(session, lecture, name, 1);
  close();
  document.getElementById('play-button')?.focus({ preventScroll: true });
  scrollTo(0, 0);
}
