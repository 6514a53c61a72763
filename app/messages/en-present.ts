import { addWords } from './words.ts';

/** The English words of a lecture that is given: they come with the code that says them. */
export const enPresent = {
  'present.previous': 'Previous scene',
  'present.next': 'Next scene',
  'present.of': ({ scene, scenes }: { scene: number; scenes: number }) => `${scene} of ${scenes}`,
} as const;

addWords('en', enPresent);
