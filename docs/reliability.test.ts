import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Row of docs/reliability.md's first table: claim, file with a test title's beginning, tier. */
const ROW = /^(.+) \| `([\w./-]+)`: (.+) \| (test|all)$/;

const page = readFileSync('docs/reliability.md', 'utf8');
const [, table = ''] = /^Claim \| Test \| Tier\n[-| ]+\n([\s\S]*?)\n\n/m.exec(page) ?? [];
const rows = table.split('\n');

/** Returns a test from title to function; null if no title begins so. */
function headOf(file: string, title: string): string | null {
  const text = readFileSync(file, 'utf8');
  const at = ["'", '`'].map((quote) => text.indexOf(`${quote}${title}`)).find((place) => place >= 0);
  return at === undefined ? null : text.slice(at, text.indexOf('=>', at));
}

describe('each claim of docs/reliability.md names a test that exists, in its tier', () => {
  test.each(rows)('%s', (row) => {
    const [, , file, title, tier] = ROW.exec(row) ?? [];
    expect(file, 'expected "claim | `file`: title of a test | test or all"').toBeDefined();
    expect(existsSync(file!), `${file} does not exist`).toBe(true);
    const head = headOf(file!, title!);
    expect(head, `no title in ${file} begins with "${title}"`).not.toBeNull();
    expect(tier).toBe(/\.all\./.test(file!) || head!.includes('@all') ? 'all' : 'test');
  });

  test('there are claims of each tier, and none twice', () => {
    const claims = rows.map((row) => ROW.exec(row)![1]);
    expect(claims.length).toBeGreaterThan(40);
    expect(new Set(claims).size).toBe(claims.length);
    expect(new Set(rows.map((row) => ROW.exec(row)![4]))).toEqual(new Set(['test', 'all']));
  });
});
