export interface SavedScenario {
  readonly id: string;
  readonly name: string;
  /** Link's fragment with `#`. */
  readonly link: string;
  /** Data URL of a small picture; empty for none. */
  readonly thumbnail: string;
  /** In ms since 1970. */
  readonly savedAt: number;
}

/** Characters of name and picture, scenarios, bytes of a file. */
export const LIMITS = { name: 120, thumbnail: 100_000, count: 500, file: 20_000_000 } as const;

export function savedLastFirst(a: SavedScenario, b: SavedScenario): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1);
}

/** Returns the name, or the first free `name (2)`, `name (3)`, ... */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let count = 2; ; count++) {
    const ending = ` (${count})`;
    const candidate = `${name.slice(0, LIMITS.name - ending.length)}${ending}`;
    if (!taken.has(candidate)) return candidate;
  }
}
