import type { Lecture } from '../../../session/lecture.ts';
import type { Session } from '../../../session/session.ts';
import { STORED } from '../../../storage/lectures/find-lecture.ts';
import type { StoredLecture } from '../../../storage/lectures/lecture-store.ts';
import { lectureEditor } from './lecture-editor.ts';

/** Names that lectures have had in this page's links, by id: an edited lecture gets another packed name. */
const names = new Map<string, Set<string>>();

/** Names kept of each lecture; a packed one may be long. */
const KEPT = 30;

/** The name of an own lecture in a link: the whole of it packed, or, where that is too long, the place where it is stored. */
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

/** Which scene of this lecture the page shows, counted from 1; null where it shows none. */
export function shownScene(session: Session, id: string): number | null {
  const { lecture, scene } = session.store.getState().scenario.values;
  return names.get(id)?.has(lecture as string) ? (scene as number) : null;
}

/** Where the scene that is shown stands in the changed lecture, counted from 1; one that was deleted gives its place. */
function newPlace(before: Lecture, after: Lecture, shown: number): number {
  const place = after.scenes.indexOf(before.scenes[shown - 1]!);
  return place >= 0 ? place + 1 : Math.min(shown, after.scenes.length);
}

/** Shows a changed lecture where the page shows that lecture: its words and its link, not another scenario. */
async function renew(session: Session, before: StoredLecture, { id, lecture }: StoredLecture): Promise<void> {
  if (shownScene(session, id) === null) return;
  const { name } = await nameOf(id, lecture);
  // Meanwhile another scene, or no lecture, may be shown.
  const shown = shownScene(session, id);
  if (shown === null) return;
  session.setLecture(lecture);
  session.change({ lecture: name, scene: newPlace(before.lecture, lecture, shown) });
}

const followed = new WeakSet<Session>();

/** From now on the page follows what is saved of the lecture that it shows, also after the drawer was closed. */
export function followLectureEditor(session: Session): void {
  if (followed.has(session)) return;
  followed.add(session);
  // What was typed just before may still be on its way, whether the drawer is open or not.
  addEventListener('pagehide', lectureEditor.hold);
  lectureEditor.store.subscribe(({ lectures }, { lectures: previous }) => {
    if (lectures === previous) return;
    for (const stored of lectures ?? []) {
      const before = previous?.find(({ id }) => id === stored.id);
      if (before && before.lecture !== stored.lecture) void renew(session, before, stored);
    }
  });
}
