import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_IDS } from '../engine/catalog.ts';

/** Size budgets; they only go down: lower a number in the commit that lowers its sum. */
const MOST_WORDS = 25_000;
/** Source lines below app, engine, workers, but fixtures and bench: 134,000 for eight pairs, 7,000 for own data, cures and formulas. */
const MOST_LINES = 141_000;
/** Source files per folder. */
const MOST_FILES = 30;
const MOST_LINES_OF_A_FILE = 400;

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Installed, built and temporary folders. */
const MADE =
  /^(?:node_modules|dist|dist-engine|dist-cli|test-results|playwright-report|\.git|\.cache|\.vitest-.*)$/;

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (MADE.test(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}

const words = (file: string) => read(file).split(/\s+/).filter(Boolean).length;
const lines = (file: string) => read(file).split('\n').length - 1;
const sum = (files: readonly string[], count: (file: string) => number) =>
  files.reduce((total, file) => total + count(file), 0);

/** True for tests and files that say so: they do not count. */
const isForTests = (file: string) => /\.test\.tsx?$/.test(file) || /^\/\*\* For tests\b/m.test(read(file));

const LAYERS = ['app', 'engine', 'workers'];
const isSource = (file: string) =>
  /^(?:app|engine|workers)\/.*\.tsx?$/.test(file) &&
  !/\.test\.tsx?$|^engine\/(?:fixtures|bench)\//.test(file);
const sources = LAYERS.flatMap(filesBelow).filter((file) => isSource(file) && !isForTests(file));

/** Returns a file's problem; shipped lectures and shared code are separate parts. */
const partOf = (file: string) =>
  PROBLEM_IDS.find((id) => /^(?:app|engine)\/problems\/([\w-]+)\//.exec(file)?.[1] === id) ??
  (file.startsWith('app/storage/lectures/shipped/') ? 'lectures' : 'shared');

/** Returns git's output; null without a checkout or on failure. */
function git(...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return status === 0 ? stdout.trim() : null;
}

const base = git('merge-base', 'HEAD', 'origin/main') ?? git('merge-base', 'HEAD', 'main');

/** True if nothing can be compared, or a commit since main says why a part grew. */
const mayGrow = base === null || git('log', '--format=%(trailers:key=Budget)', `${base}..HEAD`) !== '';

/** Returns the texts of files at the merge base, empty for new ones. */
function atBase(files: readonly string[]): string[] {
  const input = files.map((file) => `${base}:${file}\n`).join('');
  const { stdout } = spawnSync('git', ['cat-file', '--batch'], { cwd: root, input, maxBuffer: 2 ** 28 });
  let at = 0;
  return files.map(() => {
    const end = stdout.indexOf('\n', at);
    const [, size = 0] = / blob (\d+)$/.exec(stdout.toString('utf8', at, end)) ?? [];
    at = end + 1;
    const text = stdout.toString('utf8', at, at + Number(size));
    if (size !== 0) at += Number(size) + 1;
    return text;
  });
}

/** Block comments and runs of line comments; the characters before one keep addresses and globs out. */
const COMMENT = /(?<![\w'"`.*/])\/\*[\s\S]*?\*\/|(?<![:'"`\\/\w])\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*/g;

/** Returns the comments of a source without their marks; those addressed to tools are left out. */
const commentsOf = (text: string): string[] =>
  (text.match(COMMENT) ?? [])
    .map((comment) => comment.replace(/\*+\/$|^\/\*+|^[ \t]*(?:\/\/|\*(?!\/) ?)/gm, ' ').trim())
    .filter((comment) => !/^(?:biome-ignore|@ts-|<reference|@type)/.test(comment));

const commentWords = (text: string) => commentsOf(text).join(' ').split(/\s+/).filter(Boolean).length;

/** Beginnings that comments may not have: noun clauses without a verb. */
const QUESTION = /^(?:What|Whether|Where|How|Who)\b/;

/** Returns the parts of the project whose sum rose by more than 2 % of what they have. */
function grown(rises: ReadonlyMap<string, number>, count: (file: string) => number): [string, number][] {
  const sizeOf = (part: string) =>
    sum(
      sources.filter((file) => partOf(file) === part),
      count,
    );
  return [...rises].filter(([part, rise]) => rise > 0.02 * sizeOf(part));
}

describe('what the project weighs', () => {
  it('the Markdown outside docs/mathematics.md has few enough words to be read', () => {
    const pages = filesBelow('').filter((file) => file.endsWith('.md') && file !== 'docs/mathematics.md');
    expect(pages.length).toBeGreaterThan(15);
    expect(sum(pages, words)).toBeLessThanOrEqual(MOST_WORDS);
  });

  it('the source has no more lines than it had', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sum(sources, lines)).toBeLessThanOrEqual(MOST_LINES);
  });

  it('no part grew by more than 2 % since main without a commit that says why (Budget: ...)', () => {
    const changes = mayGrow ? null : git('diff', '--numstat', '--no-renames', base!, '--', ...LAYERS);
    if (changes === null) return;
    const rises = new Map<string, number>();
    const commented = new Map<string, number>();
    const add = (to: Map<string, number>, file: string, rise: number) =>
      to.set(partOf(file), (to.get(partOf(file)) ?? 0) + rise);
    const changed = [...changes.matchAll(/^(\d+)\t(\d+)\t(.*)$/gm)].filter(
      ([, , , file]) => isSource(file!) && !(existsSync(join(root, file!)) && isForTests(file!)),
    );
    for (const [, added, deleted, file] of changed) add(rises, file!, Number(added) - Number(deleted));
    const files = changed.map(([, , , file]) => file!);
    const before = atBase(files).map(commentWords);
    for (const [i, file] of files.entries()) {
      const now = existsSync(join(root, file)) ? commentWords(read(file)) : 0;
      add(commented, file, now - before[i]!);
    }
    expect(grown(rises, lines), 'lines').toEqual([]);
    expect(
      grown(commented, (file) => commentWords(read(file))),
      'words of comments',
    ).toEqual([]);
  });

  it('no comment begins with a question word: it states a fact with a verb, or gives the reason', () => {
    const written = [...LAYERS, 'scripts']
      .flatMap(filesBelow)
      .filter((file) => /\.(?:[mc]?tsx?|mjs|css)$/.test(file));
    const found = written.flatMap((file) =>
      commentsOf(read(file))
        .filter((comment) => QUESTION.test(comment))
        .map((comment) => `${file}: ${comment.slice(0, 60)}`),
    );
    expect(found).toEqual([]);
  });

  it('no folder has so many source files that a stranger must search', () => {
    const isWritten = (file: string) => !/\.(?:json|md|csv)$/.test(file) && !isForTests(file);
    const folders = new Map<string, number>();
    for (const file of [...LAYERS, 'scripts'].flatMap(filesBelow).filter(isWritten))
      folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
    expect([...folders].filter(([, count]) => count > MOST_FILES)).toEqual([]);
  });

  it('no source file is long', () => {
    expect(sources.filter((file) => lines(file) > MOST_LINES_OF_A_FILE)).toEqual([]);
  });
});
