/** What a line of notes is for: to be said, asked or done. */
export type BulletKind = 'say' | 'ask' | 'do';

/** What begins a bullet, in the languages of the page: a lecture may be given in either. */
const BEGINNINGS: Readonly<Record<BulletKind, RegExp>> = {
  say: /^(say|说)\s*[:：]\s*/i,
  ask: /^(ask|问)\s*[:：]\s*/i,
  do: /^(do|做)\s*[:：]\s*/i,
};

/** A line of notes: what it is for (null for plain text), and its words without what began it. */
export interface Line {
  readonly kind: BulletKind | null;
  readonly words: string;
}

/** The lines of notes; empty ones are left out. */
export function linesOf(notes: string): Line[] {
  return notes
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      for (const kind of ['say', 'ask', 'do'] as const)
        if (BEGINNINGS[kind].test(line)) return { kind, words: line.replace(BEGINNINGS[kind], '') };
      return { kind: null, words: line };
    });
}
