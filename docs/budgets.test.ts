import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the project may weigh. A budget only goes down: where a sum has fallen, lower its number here in the same commit. */
const MOST_WORDS = 25_000;
/** Lines of source below app, engine, workers. Target: 62,000. */
const MOST_LINES = 138_186;
/** The same outside problems/, fixtures, bench and the lectures that ship: each of these belongs to a problem. */
const MOST_SHARED_LINES = 56_684;
const MOST_LINES_OF_A_FILE = 400;

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Folders that are installed, built or left by a tool, and hold nothing written by hand. */
const MADE =
  /^(?:node_modules|dist|dist-engine|dist-cli|test-results|playwright-report|\.git|\.cache|\.vitest-.*)$/;

/** Every file below a folder of the project, by its path from the root. */
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

/** Tests, and files that say they are for tests, weigh nothing in the product. */
const isForTests = (file: string) => /\.test\.tsx?$/.test(file) || /^\/\*\* For tests\b/m.test(read(file));

const sources = ['app', 'engine', 'workers']
  .flatMap(filesBelow)
  .filter((file) => /\.tsx?$/.test(file) && !isForTests(file));
const shared = sources.filter(
  (file) =>
    !/^(?:engine|app)\/problems\/|^engine\/(?:fixtures|bench)\/|^app\/storage\/lectures\/shipped\//.test(
      file,
    ),
);

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

  it('the source that all problems share has no more lines than it had', () => {
    expect(shared.length).toBeLessThan(sources.length);
    expect(sum(shared, lines)).toBeLessThanOrEqual(MOST_SHARED_LINES);
  });

  it('no source file is long', () => {
    expect(sources.filter((file) => lines(file) > MOST_LINES_OF_A_FILE)).toEqual([]);
  });
});
