/** A scenario that a person saved in this browser. */
export interface SavedScenario {
  readonly id: string;
  readonly name: string;
  /** The fragment of its link, with `#`. */
  readonly link: string;
  /** A small picture as a data address; empty for none. */
  readonly thumbnail: string;
  /** When it was saved, in milliseconds since 1970. */
  readonly savedAt: number;
}

/** Longest name and picture in characters, most scenarios in all, largest file that is read in bytes. */
export const LIMITS = { name: 120, thumbnail: 100_000, count: 500, file: 20_000_000 } as const;

/** Saved last first. */
export function savedLastFirst(a: SavedScenario, b: SavedScenario): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1);
}

/** The name, or the first of `name (2)`, `name (3)` … that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let count = 2; ; count++) {
    const ending = ` (${count})`;
    const candidate = `${name.slice(0, LIMITS.name - ending.length)}${ending}`;
    if (!taken.has(candidate)) return candidate;
  }
}
