import type { Instance } from '../../engine/contract.ts';
import type { TableFormat, TableRequest } from '../../engine/export/kinds.ts';
import { makeTable } from '../../engine/export/make-table.ts';
import { type TableSource, tablePieces } from '../../engine/export/table.ts';
import { writeCode } from '../../engine/export/write-code.ts';
import type { Parts } from '../../engine/problem.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import { runSliced } from '../sliced.ts';
import { createTableFile } from './runs-table.ts';

/** Milliseconds between checks for newer requests. */
const LISTEN_EVERY = 50;

/** Makes a table's file in slices; `onProgress` gets the number of rows written. Null once `isStale`. */
export async function exportTable(
  instance: Instance,
  parts: Parts | undefined,
  scenario: Scenario,
  request: TableRequest,
  format: TableFormat,
  source: TableSource,
  onProgress: (rows: number) => void,
  isStale: () => boolean,
): Promise<Blob | null> {
  const file = createTableFile(format);
  let rows = 0;
  const table = makeTable(instance, scenario, request, parts);
  function* countedRows() {
    for (const cells of table.body()) {
      if (cells) rows++;
      yield cells;
    }
  }
  const pieces = tablePieces({ ...table, body: countedRows }, source, format);
  const step = () => {
    const { value, done } = pieces.next();
    if (done) return false;
    file.push(value);
    return true;
  };
  const isWritten = await runSliced({ step }, isStale, () => onProgress(rows), LISTEN_EVERY);
  return isWritten ? file.finish() : null;
}

export { writeCode };
