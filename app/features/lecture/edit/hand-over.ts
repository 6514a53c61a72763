import type { Lecture } from '../../../session/lecture.ts';
import { readFile } from '../document.ts';
import { download } from './carry.ts';
import { workshop } from './workshop.ts';

/** Takes the lecture of a file into the library, or says why it cannot. */
export async function importFile(file: Blob): Promise<void> {
  const reading = await readFile(file);
  if ('problem' in reading) {
    workshop.say({ what: 'refused', problem: reading.problem });
    return;
  }
  const { lecture, notices } = reading;
  await workshop.create(lecture);
  workshop.say({ what: 'imported', title: lecture.title, notices });
}

export function exportFile(lecture: Lecture): void {
  workshop.say({ what: 'exported', name: download(lecture) });
}

/** Copies the link that carries the whole lecture, or says that it is too long. `ask` shows it where the clipboard is refused. */
export async function copyLink(lecture: Lecture, ask: (link: string) => void): Promise<void> {
  const { fitsLink, MAX_PACKED_LECTURE, packLecture } = await import('../pack-lecture.ts');
  const packed = packLecture(lecture);
  const characters = packed.length;
  if (!fitsLink(packed)) {
    workshop.say({ what: 'tooLong', characters, limit: MAX_PACKED_LECTURE });
    return;
  }
  const link = new URL(`#v=1&lecture=${packed}`, location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    workshop.say({ what: 'copied', characters });
  } catch {
    ask(link);
  }
}
