import { addWords } from './words.ts';

/** The English words of links for a class, of the table of the curves and of the tone: they come with the code that says them. */
export const enClass = {} as const;

addWords('en', enClass);
