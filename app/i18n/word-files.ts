import type { Table } from './words.ts';

/** Files of words other than English; their names end with the language. A separate chunk, which English readers never load. */
export const FILES = import.meta.glob<Table>(['../**/*words.??.ts', '!../**/*words.en.ts'], {
  import: 'words',
});
