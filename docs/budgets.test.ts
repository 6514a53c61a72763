import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_IDS } from '../engine/catalog.ts';

/** Size budgets; they only go down: lower a number in the commit that lowers its sum. */
const MOST_WORDS = 25_000;
/** Source lines below app, engine, workers, but fixtures and bench. */
const MOST_LINES = 132_454;
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
    const changes = base === null ? null : git('diff', '--numstat', '--no-renames', base, '--', ...LAYERS);
    if (changes === null || git('log', '--format=%(trailers:key=Budget)', `${base}..HEAD`)) return;
    const rises = new Map<string, number>();
    for (const [, added, deleted, file] of changes.matchAll(/^(\d+)\t(\d+)\t(.*)$/gm))
      if (isSource(file!) && !(existsSync(join(root, file!)) && isForTests(file!)))
        rises.set(partOf(file!), (rises.get(partOf(file!)) ?? 0) + Number(added) - Number(deleted));
    const sizeOf = (part: string) =>
      sum(
        sources.filter((file) => partOf(file) === part),
        lines,
      );
    expect([...rises].filter(([part, rise]) => rise > 0.02 * sizeOf(part))).toEqual([]);
  });

  it('no folder has so many source files that a stranger must search', () => {
    const isWritten = (file: string) => !/\.test\.tsx?$|\.json$|\.md$|\.csv$/.test(file);
    const folders = new Map<string, number>();
    for (const file of [...LAYERS, 'scripts'].flatMap(filesBelow).filter(isWritten))
      folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
    expect([...folders].filter(([, count]) => count > MOST_FILES)).toEqual([]);
  });

  it('no source file is long', () => {
    expect(sources.filter((file) => lines(file) > MOST_LINES_OF_A_FILE)).toEqual([]);
  });
});
