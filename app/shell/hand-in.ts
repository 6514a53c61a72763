import { isLectureFile } from '../features/lecture/is-lecture-file.ts';
import type { Session } from '../session/session.ts';

/** Opens a dropped or pasted lecture, or shows other files as own data, unless the link forbids it. */
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
  // The drawer reports failed loading.
  await import('../features/lecture/edit/hand-over.ts').then(
    ({ importFile }) => importFile(file),
    () => undefined,
  );
}
