import type { Language } from '../../../../engine/scenario/languages.ts';
import type { Lecture } from '../../../session/lecture.ts';
import type { ShippedId } from './ids.ts';
import type { LectureWords, SceneSettings } from './shipped-lecture.ts';

/** A lecture of the scenarios and the words of one language; what is said and what is shown are loaded together. */
export function composeLecture<Name extends string>(
  settings: SceneSettings<Name>,
  { title, scenes }: LectureWords<NoInfer<Name>>,
): Lecture {
  const names = Object.keys(settings) as Name[];
  return { title, scenes: names.map((name) => ({ ...settings[name], ...scenes[name] })) };
}

const LOADERS: Readonly<Record<ShippedId, Readonly<Record<Language, () => Promise<Lecture>>>>> = {
  stuck: {
    en: async () => composeLecture((await import('./stuck.ts')).STUCK, (await import('./en/stuck.ts')).stuck),
    zh: async () => composeLecture((await import('./stuck.ts')).STUCK, (await import('./zh/stuck.ts')).stuck),
  },
  always: {
    en: async () =>
      composeLecture((await import('./always.ts')).ALWAYS, (await import('./en/always.ts')).always),
    zh: async () =>
      composeLecture((await import('./always.ts')).ALWAYS, (await import('./zh/always.ts')).always),
  },
  optimal: {
    en: async () =>
      composeLecture((await import('./optimal.ts')).OPTIMAL, (await import('./en/optimal.ts')).optimal),
    zh: async () =>
      composeLecture((await import('./optimal.ts')).OPTIMAL, (await import('./zh/optimal.ts')).optimal),
  },
};

/** A lecture that ships, in a language of the page. */
export function loadShipped(id: ShippedId, language: Language): Promise<Lecture> {
  return LOADERS[id][language]();
}
