import type { Table } from './words.ts';

/** The files of words but for English, by their names, which end with their language. A part of its own: who reads English loads none of it. */
export const FILES = import.meta.glob<Table>(['../**/*words.??.ts', '!../**/*words.en.ts'], {
  import: 'words',
});
