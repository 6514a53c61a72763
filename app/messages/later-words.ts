/** Words that are not there from the start: with drawers and dialogs, and with the problems beyond the opening one. */
const later: Record<string, unknown> = {};

/** Adds words; a module of words calls it when it is loaded. */
export function addWords(words: Readonly<Record<string, unknown>>): void {
  Object.assign(later, words);
}

/** What has come under a key; undefined before it has. */
export function laterWord(key: string): unknown {
  return later[key];
}
