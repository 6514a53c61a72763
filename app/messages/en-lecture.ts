import { addWords } from './words.ts';

/** The English words of the drawer of lectures: they come with the code that says them. */
export const enLecture = {
  'lecture.title': 'Lectures',
  'lecture.close': 'Close',
} as const;

addWords('en', enLecture);
