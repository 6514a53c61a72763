import type { Language } from '../../../engine/scenario/languages.ts';
import type { Notice } from '../../../engine/scenario/notice.ts';
import type { Lecture } from '../../session/lecture.ts';
import type { SceneNotice } from './document.ts';
import { isShippedId, type ShippedId } from './shipped/ids.ts';
import type { LectureWords, SceneSettings } from './shipped/shipped-lecture.ts';

const SETTINGS: Readonly<Record<ShippedId, () => Promise<SceneSettings<string>>>> = {
  hills: async () => (await import('./shipped/hills.ts')).HILLS,
  stuck: async () => (await import('./shipped/stuck.ts')).STUCK,
  always: async () => (await import('./shipped/always.ts')).ALWAYS,
  optimal: async () => (await import('./shipped/optimal.ts')).OPTIMAL,
  outputs: async () => (await import('./shipped/outputs.ts')).OUTPUTS,
  players: async () => (await import('./shipped/players.ts')).PLAYERS,
  meetings: async () => (await import('./shipped/meetings.ts')).MEETINGS,
  corners: async () => (await import('./shipped/corners.ts')).CORNERS,
  price: async () => (await import('./shipped/price.ts')).PRICE,
};

/** Loads words and settings in parallel. */
export async function loadShipped(id: ShippedId, language: Language): Promise<Lecture> {
  const said: Promise<{ readonly words: LectureWords<string> }> = import(
    `./shipped/words/${id}.${language}.ts`
  );
  const [settings, { words }] = await Promise.all([SETTINGS[id](), said]);
  const { title, scenes } = words;
  return {
    title,
    scenes: Object.entries(settings).map(([name, { ends: _, ...shown }]) => {
      const { notes, ...said } = scenes[name]!;
      return { bookmark: null, guess: false, ...shown, ...said, notes: notes.join('\n') };
    }),
  };
}

/** Prefix of packed lectures (engine/data/pack.ts). */
const PACKED = 'z.';

/** Prefix of own lectures too long for a link, known to one browser. */
export const STORED = 'my.';

/** Notices of packed lectures. */
const noticed = new WeakMap<Lecture, readonly SceneNotice[]>();

/** Returns a packed lecture's notices of a scene (from 1). */
export function noticesOfScene(lecture: Lecture, scene: number): Notice[] {
  return (noticed.get(lecture) ?? []).filter((one) => one.scene === scene).map(({ notice }) => notice);
}

/** Loads a link's lecture: shipped, in the page's language; packed; or stored. Null if unreadable. */
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
