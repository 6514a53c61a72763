import type { Instance } from '../engine/contract.ts';
import type { TableFormat, TableRequest } from '../engine/export/kinds.ts';
import { makeTable } from '../engine/export/make-table.ts';
import { type TableSource, tablePieces } from '../engine/export/table.ts';
import { writeCode } from '../engine/export/write-code.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import { breathe, elapsed } from './breathe.ts';

/** Characters that are collected before they are put away as a piece of the file. */
const PIECE = 1_000_000;

/** Milliseconds between two looks for a newer request. */
const PATIENCE = 50;

const TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/**
 * Makes the file of a table in slices; `onProgress` gets the rows that are written, now and then. Null where `isStale` says so
 * meanwhile.
 */
async function exportTable(
  instance: Instance,
  scenario: Scenario,
  request: TableRequest,
  format: TableFormat,
  source: TableSource,
  onProgress: (rows: number) => void,
  isStale: () => boolean,
): Promise<Blob | null> {
  const parts: Blob[] = [];
  let waiting = '';
  let rows = -1; // the first piece is the header
  let heard = performance.now();
  for (const piece of tablePieces(makeTable(instance, scenario, request), source, format)) {
    waiting += piece;
    if (piece !== '') rows++;
    if (waiting.length >= PIECE) {
      parts.push(new Blob([waiting]));
      waiting = '';
    }
    if (elapsed(heard) < PATIENCE) continue;
    onProgress(Math.max(0, rows));
    await breathe();
    if (isStale()) return null;
    heard = performance.now();
  }
  return new Blob([...parts, waiting], { type: TYPES[format] });
}

/** What is taken away as data and code, loaded with the first wish. */
export const EXPORTS = { exportTable, writeCode } as const;
