import { createTableReader, type Table } from '../engine/data/table-reader.ts';
import { MAX_SAMPLES } from '../engine/limits.ts';
import { notice, ScenarioError } from '../engine/scenario/notice.ts';
import { breathe } from './breathe.ts';
import type { OwnSource } from './protocol.ts';

/** Bytes that are read before the worker listens for a newer request. */
const PIECE = 1_000_000;

/** Who wants a table: the opened scenario, or the look at a file before it is used. */
export type Asker = 'open' | 'inspect';

/** The tables of a person's own data: each is read once, in pieces, and kept while someone wants it. */
export interface OwnTables {
  /**
   * Reads the table, in place of what the asker wanted before; `onProgress` gets the bytes read. Null where the asker
   * wanted another meanwhile. Rejects with `ScenarioError` where there is no row, or the file cannot be read any more.
   */
  read(asker: Asker, own: OwnSource, onProgress?: (bytes: number) => void): Promise<Table | null>;
  /** The asker wants nothing any more. What was read already stays until it wants something else. */
  stop(asker: Asker): void;
}

/** One file on its way into a table. */
interface Reading {
  readonly serial: number;
  readonly table: Promise<Table | null>;
  state: 'under way' | 'stopped' | 'done' | 'failed';
}

export function createOwnTables(): OwnTables {
  const wanted = new Map<Asker, Reading>();

  /** Ends what nobody wants. */
  function release(reading: Reading | undefined): void {
    if (reading?.state === 'under way' && ![...wanted.values()].includes(reading)) reading.state = 'stopped';
  }

  function stop(asker: Asker): void {
    const reading = wanted.get(asker);
    if (reading?.state !== 'under way') return;
    wanted.delete(asker);
    release(reading);
  }

  async function read(asker: Asker, own: OwnSource, onProgress?: (bytes: number) => void) {
    const before = wanted.get(asker);
    // What failed is read anew when it is asked for again.
    const known = [...wanted.values()].find(
      ({ serial, state }) => serial === own.serial && state !== 'failed',
    );
    const reading = known ?? begin(own, onProgress);
    wanted.set(asker, reading);
    release(before);
    try {
      const table = await reading.table;
      return wanted.get(asker) === reading ? table : null;
    } catch (error) {
      if (wanted.get(asker) !== reading) return null;
      throw error;
    }
  }

  return { read, stop };
}

function begin(own: OwnSource, onProgress?: (bytes: number) => void): Reading {
  const end = (state: 'done' | 'failed') => {
    if (reading.state === 'under way') reading.state = state;
  };
  const table = readBlob(own.blob, () => reading.state === 'stopped', onProgress);
  const reading: Reading = { serial: own.serial, state: 'under way', table };
  table.then(
    () => end('done'),
    () => end('failed'),
  );
  return reading;
}

/** The table of a file; null where it was stopped. */
async function readBlob(
  blob: Blob,
  stopped: () => boolean,
  onProgress?: (bytes: number) => void,
): Promise<Table | null> {
  const reader = createTableReader(MAX_SAMPLES);
  let decoder: TextDecoder | null = null;
  for (let at = 0; at < blob.size; at += PIECE) {
    const bytes = await bytesOf(blob.slice(at, at + PIECE));
    if (at > 0) await breathe();
    if (stopped()) return null;
    decoder ??= new TextDecoder(encodingOf(bytes));
    reader.push(decoder.decode(bytes, { stream: true }));
    onProgress?.(Math.min(at + PIECE, blob.size));
  }
  if (decoder) reader.push(decoder.decode());
  return reader.finish();
}

/** Throws `ScenarioError` where the file was changed, moved or deleted since it was chosen. */
async function bytesOf(piece: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await piece.arrayBuffer());
  } catch {
    throw new ScenarioError(notice('unreadable-file', 'data'));
  }
}

/** UTF-16 where a byte order mark says so (as spreadsheets write "Unicode text"), else UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
