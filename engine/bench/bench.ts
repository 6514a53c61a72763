/** `npm run bench`: see docs/bench.md. */

import { parseArgs } from 'node:util';
import { basinRows } from './basin-rows.ts';
import { buildRows } from './build-rows.ts';
import { costRows } from './cost-rows.ts';
import { ensembleRows } from './ensemble-rows.ts';
import { gridRows } from './grid-rows.ts';
import { longRunRows } from './long-run-rows.ts';
import type { Row } from './measure.ts';
import { methodRows } from './method-rows.ts';
import { pathRows } from './path-rows.ts';
import { twoLayerRows } from './two-layer-rows.ts';

const GROUPS: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  1: gridRows,
  2: pathRows,
  3: longRunRows,
  4: basinRows,
  5: buildRows,
  6: costRows,
  7: methodRows,
  8: twoLayerRows,
  9: ensembleRows,
};

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const chosen = values.only?.split(',') ?? Object.keys(GROUPS);
for (const id of chosen)
  if (!GROUPS[id]) {
    console.error(`expected --only with some of ${Object.keys(GROUPS).join(',')}; got ${id}`);
    process.exit(2);
  }

const rows: Row[] = [];
for (const id of chosen) {
  const made = await GROUPS[id]!();
  rows.push(...made);
  if (!values.json) for (const row of made) console.log(lineOf(row));
}
if (values.json) console.log(JSON.stringify(rows));
else {
  const missed = rows.filter((row) => !row.ok);
  console.log(missed.length === 0 ? 'every target is met' : `missed: ${missed.map(missOf).join('; ')}`);
}

function lineOf({ id, what, value, unit, target, ok, detail }: Row): string {
  const verdict = target === null ? '' : `${ok ? 'ok' : 'MISSED'}, ${target}`;
  const indent = ' '.repeat(7);
  return `${id.padEnd(6)} ${`${value.toPrecision(4)} ${unit}`.padEnd(14)} ${verdict.padEnd(24)} ${what}${detail && `\n${indent}${detail}`}`;
}

function missOf({ id, value, target }: Row): string {
  return `${id} has ${value.toPrecision(3)}, ${target} was wanted`;
}
