import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Splits a list of selectors at commas outside brackets. */
function apart(selectors: string): string[] {
  let depth = 0;
  const marked = Array.from(selectors, (letter) => {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    return letter === ',' && depth === 0 ? '\n\n' : letter;
  });
  return marked
    .join('')
    .split('\n\n')
    .map((one) => one.trim().replace(/\s+/g, ' '));
}

/** Returns a style sheet's rules outside of media queries: declarations by selector. */
function rulesOf(file: string): [selector: string, declared: string][] {
  const text = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, declared]) =>
    apart(selectors!.trim()).map((one): [string, string] => [one, declared!.replace(/\s+/g, ' ')]),
  );
}

test('no selector means other things in two style sheets: which of them was loaded last would decide', () => {
  const files = ['app/features', 'app/problems'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(20);
  const found = new Map<string, { file: string; declared: string }>();
  const clashes: string[] = [];
  for (const file of files)
    for (const [selector, declared] of rulesOf(file)) {
      const before = found.get(selector);
      if (before && before.file !== file && before.declared !== declared)
        clashes.push(`${selector}: ${before.file}, ${file}`);
      found.set(selector, { file, declared });
    }
  expect(found.size).toBeGreaterThan(500);
  expect(clashes).toEqual([]);
});
