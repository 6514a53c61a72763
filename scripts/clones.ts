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
  const files = sources.map(({ text, ...source }) => ({ ...source, lines: linesOf(text) }));
  /** Group of each line; null if several have it. */
  const groups = new Map<string, string | null>();
  for (const { group, lines } of files)
    for (const { text } of lines)
      groups.set(text, groups.has(text) && groups.get(text) !== group ? null : group);
  const places = new Map<string, Place[]>();
  for (const file of files) {
    let run = 0;
    file.lines.forEach(({ text }, end) => {
      run = groups.get(text) === null ? run + 1 : 0;
      if (run < LEAST) return;
      const at = end + 1 - LEAST;
      const lines = file.lines.slice(at, end + 1);
      const key = lines.map((line) => line.text).join('\n');
      places.set(key, [...(places.get(key) ?? []), { file, at }]);
    });
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
