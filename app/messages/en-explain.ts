import { addWords } from './words.ts';

/** The English words of the explanation beside the picture: they come with the code that says them. */
export const enExplain = {
  'explain.title': 'Explanation',
  'explain.close': 'Close',
} as const;

addWords('en', enExplain);
