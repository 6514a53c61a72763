export type BulletKind = 'say' | 'ask' | 'do';

/** Bullet prefixes; a lecture may use either language. */
const BEGINNINGS: Readonly<Record<BulletKind, RegExp>> = {
  say: /^(say|说)\s*[:：]\s*/i,
  ask: /^(ask|问)\s*[:：]\s*/i,
  do: /^(do|做)\s*[:：]\s*/i,
};

/** Null for plain text; words without the prefix. */
export interface Line {
  readonly kind: BulletKind | null;
  readonly words: string;
}

/** Splits notes into non-empty lines. */
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
