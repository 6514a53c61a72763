import type { Lecture } from '../../../session/lecture.ts';
import { writeDocument } from '../../../storage/lectures/document.ts';
import { saveFile } from '../../../ui/save-file.ts';

/** Longest name of a file before its ending. */
const LONGEST = 80;

/** The name of a lecture's file; what no file system takes is left out. */
export function fileName(title: string): string {
  const plain = Array.from(
    title
      .replace(/[\\/:*?"<>|\p{C}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const name = plain
    .slice(0, LONGEST)
    .join('')
    .replace(/^\.+|[. ]+$/g, '');
  return `${name || 'lecture'}.lecture.json`;
}

/** Hands the lecture over as a file and returns its name. */
export function download(lecture: Lecture): string {
  const name = fileName(lecture.title);
  saveFile(new Blob([writeDocument(lecture, 2)], { type: 'application/json' }), name);
  return name;
}
