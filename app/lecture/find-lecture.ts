import type { Language } from '../../engine/scenario/languages.ts';
import type { Lecture } from './lecture.ts';
import { isShippedId } from './shipped/ids.ts';
import { loadShipped } from './shipped/load-shipped.ts';

/** Begins a packed lecture (as engine/data/pack.ts writes it). */
const PACKED = 'z.';

/** Begins the name of an own lecture that is too long for a link: only the browser that stores it knows it. */
export const STORED = 'my.';

/** The lecture that a link names: one that ships, in the language of the page; a packed one, or one that this browser stores. Null where it cannot be read. */
export async function findLecture(text: string, language: Language = 'en'): Promise<Lecture | null> {
  if (isShippedId(text)) return loadShipped(text, language);
  if (text.startsWith(PACKED)) {
    const reading = (await import('./pack-lecture.ts')).unpackLecture(text);
    return reading && 'lecture' in reading ? reading.lecture : null;
  }
  if (text.startsWith(STORED)) {
    const library = await (await import('./library.ts')).sharedLibrary();
    return (await library.get(text.slice(STORED.length)))?.lecture ?? null;
  }
  return null;
}
