import { isLectureFile } from '../features/lecture/is-lecture-file.ts';
import type { Session } from '../session/session.ts';

/** What becomes of a file that was dropped or pasted: a lecture is opened, any other is shown as own data; nothing where a link takes that away. */
export async function handIn(
  session: Session,
  file: File,
  { openLectures, showData }: { readonly openLectures: () => void; readonly showData: () => void },
): Promise<void> {
  const isLecture = await isLectureFile(file);
  if (!session.mayUse(isLecture ? 'lectures' : 'own')) return;
  if (!isLecture) {
    showData();
    return;
  }
  openLectures();
  // Where its code cannot be had the drawer says so.
  await import('../features/lecture/edit/hand-over.ts').then(
    ({ importFile }) => importFile(file),
    () => undefined,
  );
}
