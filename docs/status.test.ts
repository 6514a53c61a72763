import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CATALOG, endsOf, PROBLEM_IDS, type ProblemId } from '../engine/catalog.ts';
import type { ProblemCard } from '../engine/contract.ts';
import { STATUSES } from '../engine/run/status.ts';
import { SIDES } from '../engine/side-names.ts';

/** The table of docs/embed.md, linked by docs/replay.md: an embed's names and replay's. */

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');
const CLIENT = 'public/examples/embed-client.js';

const marked = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ');

/** Lists a problem's ends that `replay` prints under another name. */
function printedBy(problem: ProblemId): string {
  const { ends = {} }: ProblemCard = CATALOG[problem];
  const told = SIDES.flatMap((side) => {
    const others = Object.entries(ends).flatMap(([name, { printed }]) =>
      printed?.[side] ? [{ name, other: printed[side] }] : [],
    );
    return [...new Set(others.map(({ other }) => other))].map((other) => {
      const names = others.filter((one) => one.other === other).map(({ name }) => name);
      return `${side} ${marked(names)} as \`${other}\``;
    });
  });
  return told.join(', ') || 'alike';
}

/** Lists what an embed may send: an ensemble's own ends are no status of a run. */
const sent = (id: ProblemId) =>
  endsOf(id).filter((name) => !(CATALOG[id] as ProblemCard).ends?.[name]?.counted);

const own = PROBLEM_IDS.map(
  (id) => [id, sent(id).filter((name) => !STATUSES.includes(name as never))] as const,
);
const rows = [
  `each problem | ${marked(STATUSES)} | alike`,
  ...own.flatMap(([id, names]) =>
    names.length > 0 ? [`\`${id}\` | ${marked(names)} | ${printedBy(id)}`] : [],
  ),
];
const TABLE = `of | \`status\` | printed by [replay](replay.md)\n--- | --- | ---\n${rows.join('\n')}\n`;

test('docs/embed.md lists every status that an embed may send (renew it with: npx vitest run docs -u)', async () => {
  const page = read('docs/embed.md').replace(/(?<=### Status\n\n)[\s\S]*?(?=\nFrom the page)/, () => TABLE);
  expect(page).toContain(TABLE);
  await expect(page).toMatchFileSnapshot('embed.md');
});

test('docs/replay.md leads to that table', () => {
  expect(read('docs/replay.md')).toContain('(embed.md#status)');
});

test('the client that pages copy has words for each status, and for no other', async () => {
  const { STATUS, standing } = await import(/* @vite-ignore */ join(import.meta.dirname, '..', CLIENT));
  const all = new Set(PROBLEM_IDS.flatMap(sent));
  expect(Object.keys(STATUS).sort()).toEqual([...all].sort());
  expect(new Set(Object.values(STATUS)).size).toBe(all.size);
  expect(standing({ status: 'best', place: null, endedAt: 30 })).toBe(
    'at a best permutation, proved since step 30',
  );
});
