import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Length of a clone: consecutive equal lines of code, comments, words or styles. White space, blank lines and imports do not count;
 * nothing else is normalised, so a clone with other names is none.
 */
const LEAST = 8;

/** Imports and re-exports of TypeScript and Python, over any number of lines. */
const IMPORTS =
  /^(?:(?:import|export)\b[^;'"]*\bfrom '[^']*'[^;\n]*;|import '[^']*';|import [\w., ]+$|from \S+ import (?:\([^)]*\)|.*))/gm;

export interface Source {
  readonly name: string;
  /** Clones within a group do not count. */
  readonly group: string;
  readonly text: string;
}

interface Line {
  readonly text: string;
  readonly number: number;
}

interface Place {
  readonly file: { readonly name: string; readonly group: string; readonly lines: readonly Line[] };
  readonly at: number;
}

function linesOf(text: string): Line[] {
  return text
    .replace(IMPORTS, (found) => found.replace(/[^\n]/g, ''))
    .split('\n')
    .map((line, i) => ({ text: line.trim().replace(/\s+/g, ' '), number: i + 1 }))
    .filter((line) => line.text !== '');
}

/** Lists the clones between files of two groups, as `a.ts:10-18 ~ b.ts:20-28`. */
export function clonesOf(sources: readonly Source[]): string[] {
  const places = new Map<string, Place[]>();
  for (const { text, ...source } of sources) {
    const file = { ...source, lines: linesOf(text) };
    for (let at = 0; at + LEAST <= file.lines.length; at++) {
      const lines = file.lines.slice(at, at + LEAST);
      const key = lines.map((line) => line.text).join('\n');
      places.set(key, [...(places.get(key) ?? []), { file, at }]);
    }
  }
  const textAt = ({ file, at }: Place, k: number) => file.lines[at + k]?.text ?? null;
  const agree = (a: Place, b: Place, k: number) => textAt(a, k) !== null && textAt(a, k) === textAt(b, k);
  const said = ({ file, at }: Place, length: number) =>
    `${file.name}:${file.lines[at]!.number}-${file.lines[at + length - 1]!.number}`;
  const clones: string[] = [];
  for (const same of places.values())
    for (const [i, a] of same.entries())
      for (const b of same.slice(i + 1)) {
        // A later place in a clone is part of it.
        if (a.file.group === b.file.group || agree(a, b, -1)) continue;
        let length = LEAST;
        while (agree(a, b, length)) length++;
        clones.push(`${said(a, length)} ~ ${said(b, length)}`);
      }
  return clones.sort();
}

/** Reads the files of all problems in engine and page, tests included; the group is the problem. */
export function problemSources(root: string): Source[] {
  const problems = readdirSync(join(root, 'engine/problems'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return ['app/problems', 'engine/problems'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.(?:tsx?|css|py)$/.test(name) && problems.includes(name.split('/')[0]!))
      .map((name) => ({
        name: `${folder}/${name}`,
        group: name.split('/')[0]!,
        text: readFileSync(join(root, folder, name), 'utf8'),
      })),
  );
}
