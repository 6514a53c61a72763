import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const filesBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const page = read('docs/mathematics.md');
const sections = [...page.matchAll(/^##+ (\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => number!);
const files = ['app', 'docs', 'e2e', 'engine', 'scripts', 'workers'].flatMap(filesBelow);

/** Returns the cited sections: "docs/mathematics.md, section 2.2 and 2.3", also linked or across lines. */
function citedIn(text: string): string[] {
  const flat = text.replace(/\s*\n\s*(?:\*|\/\/|#)?\s*/g, ' ');
  const citations = flat.matchAll(
    /mathematics\.md\)?, sections? (\d+(?:\.\d+)?(?:(?:, | and )\d+(?:\.\d+)?)*)/g,
  );
  return [...citations].flatMap(([, numbers]) => numbers!.match(/\d+(?:\.\d+)?/g)!);
}

test('sections are numbered in order, so that a new problem appends one', () => {
  const chapters = sections.filter((number) => !number.includes('.'));
  expect(chapters).toEqual(chapters.map((_, k) => String(k + 1)));
  for (const chapter of chapters) {
    const parts = sections.filter((number) => number.startsWith(`${chapter}.`));
    expect(parts).toEqual(parts.map((_, k) => `${chapter}.${k + 1}`));
  }
});

test('every section that the code or another page cites exists', () => {
  const cited = files
    .filter((file) => /\.(?:tsx?|mjs|py|md)$/.test(file) && !file.endsWith('docs/mathematics.test.ts'))
    .flatMap((file) => citedIn(readFileSync(file, 'utf8')).map((number) => ({ file, number })));
  expect(cited.length).toBeGreaterThan(40);
  expect(cited.filter(({ number }) => !sections.includes(number))).toEqual([]);
});

test('every file that the page names exists', () => {
  const named = [...page.matchAll(/`([\w./-]+\.(?:ts|json|py))`/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !files.some((file) => file.endsWith(`/${name}`)))).toEqual([]);
});
