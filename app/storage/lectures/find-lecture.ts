import type { Language } from '../../../engine/scenario/languages.ts';
import type { Notice } from '../../../engine/scenario/notice.ts';
import type { Lecture } from '../../session/lecture.ts';
import type { SceneNotice } from './document.ts';
import { isShippedId, type ShippedId } from './shipped/ids.ts';
import type { LectureWords, SceneSettings } from './shipped/shipped-lecture.ts';

/** A lecture of the scenarios and the words of one language; what is said and what is shown are loaded together. */
function composeLecture<Name extends string>(
  settings: SceneSettings<Name>,
  { title, scenes }: LectureWords<NoInfer<Name>>,
): Lecture {
  const names = Object.keys(settings) as Name[];
  return { title, scenes: names.map((name) => ({ ...settings[name], ...scenes[name] })) };
}

const LOADERS: Readonly<Record<ShippedId, Readonly<Record<Language, () => Promise<Lecture>>>>> = {
  stuck: {
    en: async () =>
      composeLecture(
        (await import('./shipped/stuck.ts')).STUCK,
        (await import('./shipped/en/stuck.ts')).stuck,
      ),
    zh: async () =>
      composeLecture(
        (await import('./shipped/stuck.ts')).STUCK,
        (await import('./shipped/zh/stuck.ts')).stuck,
      ),
  },
  always: {
    en: async () =>
      composeLecture(
        (await import('./shipped/always.ts')).ALWAYS,
        (await import('./shipped/en/always.ts')).always,
      ),
    zh: async () =>
      composeLecture(
        (await import('./shipped/always.ts')).ALWAYS,
        (await import('./shipped/zh/always.ts')).always,
      ),
  },
  optimal: {
    en: async () =>
      composeLecture(
        (await import('./shipped/optimal.ts')).OPTIMAL,
        (await import('./shipped/en/optimal.ts')).optimal,
      ),
    zh: async () =>
      composeLecture(
        (await import('./shipped/optimal.ts')).OPTIMAL,
        (await import('./shipped/zh/optimal.ts')).optimal,
      ),
  },
};

/** A lecture that ships, in a language of the page. */
export function loadShipped(id: ShippedId, language: Language): Promise<Lecture> {
  return LOADERS[id][language]();
}

/** Begins a packed lecture (as engine/data/pack.ts writes it). */
const PACKED = 'z.';

/** Begins the name of an own lecture that is too long for a link: only the browser that stores it knows it. */
export const STORED = 'my.';

/** What the scenes of packed lectures had that was not taken as it came. */
const noticed = new WeakMap<Lecture, readonly SceneNotice[]>();

/** What was not taken as it came of a scene (counted from 1) of a lecture that a link carried. */
export function noticesOfScene(lecture: Lecture, scene: number): Notice[] {
  return (noticed.get(lecture) ?? []).filter((one) => one.scene === scene).map(({ notice }) => notice);
}

/** The lecture that a link names: one that ships, in the language of the page; a packed one, or one that this browser stores. Null where it cannot be read. */
export async function findLecture(text: string, language: Language = 'en'): Promise<Lecture | null> {
  if (isShippedId(text)) return loadShipped(text, language);
  if (text.startsWith(PACKED)) {
    const reading = (await import('./pack-lecture.ts')).unpackLecture(text);
    if (!reading || 'problem' in reading) return null;
    noticed.set(reading.lecture, reading.notices);
    return reading.lecture;
  }
  if (text.startsWith(STORED)) {
    const store = await (await import('./lecture-store.ts')).sharedLectureStore();
    return (await store.get(text.slice(STORED.length)))?.lecture ?? null;
  }
  return null;
}
