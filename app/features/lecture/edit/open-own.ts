import type { Lecture } from '../../../session/lecture.ts';
import type { Session } from '../../../session/session.ts';
import { STORED } from '../../../storage/lectures/find-lecture.ts';
import type { StoredLecture } from '../../../storage/lectures/lecture-store.ts';
import { lectureEditor } from './lecture-editor.ts';

/** Names of lectures in this page's links, by id: edits change packed names. */
const names = new Map<string, Set<string>>();

/** Names kept per lecture; packed ones may be long. */
const KEPT = 30;

/** Returns an own lecture's name in links: packed, or if too long a reference to the store. */
export async function nameOf(id: string, lecture: Lecture): Promise<{ name: string; characters: number }> {
  const { fitsLink, packLecture } = await import('../../../storage/lectures/pack-lecture.ts');
  const packed = packLecture(lecture);
  const name = fitsLink(packed) ? packed : STORED + id;
  const ofLecture = names.get(id) ?? new Set();
  ofLecture.add(name);
  if (ofLecture.size > KEPT) ofLecture.delete([...ofLecture][0]!);
  names.set(id, ofLecture);
  return { name, characters: packed.length };
}

/** Returns the page's scene of the lecture (from 1), or null. */
export function shownScene(session: Session, id: string): number | null {
  const { lecture, scene } = session.store.getState().scenario.values;
  return names.get(id)?.has(lecture as string) ? (scene as number) : null;
}

/** Returns the shown scene's new number; a deleted scene's successor takes its. */
function newPlace(before: Lecture, after: Lecture, shown: number): number {
  const place = after.scenes.indexOf(before.scenes[shown - 1]!);
  return place >= 0 ? place + 1 : Math.min(shown, after.scenes.length);
}

/** Updates words and link of the shown lecture, not its scenario. */
async function renew(session: Session, before: StoredLecture, { id, lecture }: StoredLecture): Promise<void> {
  if (shownScene(session, id) === null) return;
  const { name } = await nameOf(id, lecture);
  // Another scene may be shown meanwhile.
  const shown = shownScene(session, id);
  if (shown === null) return;
  session.setLecture(lecture);
  session.change({ lecture: name, scene: newPlace(before.lecture, lecture, shown) });
}

const followed = new WeakSet<Session>();

/** Updates the page after each save of the shown lecture, drawer closed or not. */
export function followLectureEditor(session: Session): void {
  if (followed.has(session)) return;
  followed.add(session);
  // Recent typing may be unsaved.
  addEventListener('pagehide', lectureEditor.hold);
  lectureEditor.store.subscribe(({ lectures }, { lectures: previous }) => {
    if (lectures === previous) return;
    for (const stored of lectures ?? []) {
      const before = previous?.find(({ id }) => id === stored.id);
      if (before && before.lecture !== stored.lecture) void renew(session, before, stored);
    }
  });
}
