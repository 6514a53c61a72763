import type { Lecture } from '../../../session/lecture.ts';
import { readFile, writeDocument } from '../../../storage/lectures/document.ts';
import type { QrCode } from '../../../ui/qr/qr-code.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { lectureEditor } from './lecture-editor.ts';

/** Longest file name without extension. */
const LONGEST = 80;

/** Returns a file name without rejected characters. */
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

/** Saves the lecture as a file; returns its name. */
function download(lecture: Lecture): string {
  const name = fileName(lecture.title);
  saveFile(new Blob([writeDocument(lecture, 2)], { type: 'application/json' }), name);
  return name;
}

export async function importFile(file: Blob): Promise<void> {
  const reading = await readFile(file);
  if ('problem' in reading) {
    lectureEditor.say({ what: 'refused', problem: reading.problem });
    return;
  }
  const { lecture, notices } = reading;
  await lectureEditor.create(lecture);
  lectureEditor.say({ what: 'imported', title: lecture.title, notices });
}

export function exportFile(lecture: Lecture): void {
  lectureEditor.say({ what: 'exported', name: download(lecture) });
}

const linkOf = (packed: string) => new URL(`#v=1&lecture=${packed}`, location.href).href;

/** Returns the QR code of a link to the whole lecture; null, and reported, if too long. */
export async function codeOf(lecture: Lecture): Promise<QrCode | null> {
  const [{ packLecture }, { MOST_CHARACTERS, qrCode }] = await Promise.all([
    import('../../../storage/lectures/pack-lecture.ts'),
    import('../../../ui/qr/qr-code.ts'),
  ]);
  const link = linkOf(packLecture(lecture));
  const code = qrCode(link);
  if (!code) lectureEditor.say({ what: 'noCode', characters: link.length, limit: MOST_CHARACTERS });
  return code;
}

/** Copies a link to the whole lecture; reports it if too long. `ask` shows it if the clipboard is refused. */
export async function copyLink(lecture: Lecture, ask: (link: string) => void): Promise<void> {
  const { fitsLink, MAX_PACKED_LECTURE, packLecture } = await import(
    '../../../storage/lectures/pack-lecture.ts'
  );
  const packed = packLecture(lecture);
  const characters = packed.length;
  if (!fitsLink(packed)) {
    lectureEditor.say({ what: 'tooLong', characters, limit: MAX_PACKED_LECTURE });
    return;
  }
  const link = linkOf(packed);
  try {
    await navigator.clipboard.writeText(link);
    lectureEditor.say({ what: 'copied', characters });
  } catch {
    ask(link);
  }
}
