import { createFileReader, type FileTable, readFileText } from '../../engine/data/file-reader.ts';
import { createFileSurvey } from '../../engine/data/file-survey.ts';
import { MAX_SAMPLES } from '../../engine/limits.ts';
import type { Phrase } from '../../engine/phrase.ts';
import type { TableChoice } from '../../engine/scenario/file-choice.ts';
import { type Notice, notice } from '../../engine/scenario/notice.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import type { OwnSource } from '../protocol.ts';
import { runSliced } from '../sliced.ts';

/** Bytes read until the worker listens. */
const CHUNK = 1_000_000;

/** Requester: the opened scenario, or a file's inspection. */
export type Asker = 'open' | 'inspect';

interface Reading {
  readonly serial: number;
  readonly table: Promise<FileTable | null>;
  state: 'under way' | 'stopped' | 'done' | 'failed';
}

/** Reads tables of own data once, in chunks, and keeps them while wanted. */
export function createOwnTables() {
  const wanted = new Map<Asker, Reading>();

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
    // Failed readings are retried.
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

  return {
    /**
     * Reads the table, replacing the requester's earlier one; `onProgress` gets the bytes read. Null if the requester asked for another.
     * Rejects with `ScenarioError` without rows, or if the file became unreadable.
     */
    read,
    /** Stops the requester's reading. Results stay until its next request. */
    stop,
  };
}

export type OwnTables = ReturnType<typeof createOwnTables>;

function begin(own: OwnSource, onProgress?: (bytes: number) => void): Reading {
  const end = (state: 'done' | 'failed') => {
    if (reading.state === 'under way') reading.state = state;
  };
  const table = readBlob(own, () => reading.state === 'stopped', onProgress);
  const reading: Reading = { serial: own.serial, state: 'under way', table };
  table.then(
    () => end('done'),
    () => end('failed'),
  );
  return reading;
}

/** Reads a file's table; null if stopped. Reads twice, because the number format depends on all numbers. Restarts if it is not UTF-8. */
async function readBlob(
  { blob, choice }: OwnSource,
  stopped: () => boolean,
  onProgress?: (bytes: number) => void,
): Promise<FileTable | null> {
  const first = await bytesOf(blob.slice(0, CHUNK));
  refuseOtherFiles(first);

  /** Passes on all text; false if stopped. Each pass is half of the progress. */
  async function readThrough(
    decode: (bytes?: Uint8Array) => string,
    push: (text: string) => void,
    before: number,
  ) {
    let at = 0;
    async function step(): Promise<boolean> {
      if (at >= blob.size) return false;
      push(decode(at === 0 ? first : await bytesOf(blob.slice(at, at + CHUNK))));
      at = Math.min(at + CHUNK, blob.size);
      onProgress?.(Math.floor((before + at) / 2));
      return true;
    }
    if (!(await runSliced({ step }, stopped, undefined, 0))) return false;
    push(decode());
    return true;
  }

  for (const encoding of encodingsOf(first)) {
    const survey = createFileSurvey(choice);
    try {
      if (!(await readThrough(createDecoder(encoding), survey.push, 0))) return null;
    } catch (error) {
      // Try the next encoding.
      if (error instanceof TypeError && encoding === 'utf-8') continue;
      throw error;
    }
    const reader = createFileReader(survey.finish(), MAX_SAMPLES);
    if (!(await readThrough(createDecoder(encoding), reader.push, blob.size))) return null;
    const table = reader.finish();
    return { ...table, notices: [...sayEncoding(encoding), ...table.notices] };
  }
  return null;
}

/** Reads a complete file's table. Throws `ScenarioError` like `read`. */
export function tableOfBytes(bytes: Uint8Array, choice: TableChoice): FileTable {
  refuseOtherFiles(bytes);
  const { encoding, text } = decodeAll(bytes);
  const table = readFileText(text, choice, MAX_SAMPLES);
  return { ...table, notices: [...sayEncoding(encoding), ...table.notices] };
}

function textIn(encoding: Encoding, bytes: Uint8Array): string {
  const decode = createDecoder(encoding);
  return decode(bytes) + decode();
}

export function decodeAll(bytes: Uint8Array) {
  const [encoding, other] = encodingsOf(bytes);
  try {
    return { encoding: encoding!, text: textIn(encoding!, bytes) };
  } catch {
    return { encoding: other!, text: textIn(other!, bytes) };
  }
}

/** Throws `ScenarioError` if the file was changed, moved or deleted. */
async function bytesOf(chunk: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await chunk.arrayBuffer());
  } catch {
    throw new ScenarioError(notice('unreadable-file', 'data'));
  }
}

/** Text encodings, tried in order. */

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Returns UTF-16 by its byte order mark (spreadsheets' "Unicode text"), else UTF-8 first. */
function encodingsOf(bytes: Uint8Array): readonly Encoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'windows-1252'];
}

/** Windows-1252 at 0x80 to 0x9F, which Node 20 decodes as Latin-1. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Returns a chunk decoder, called without argument at the end. Throws TypeError on invalid UTF-8; other encodings accept everything. */
function createDecoder(encoding: Encoding): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const decode = (bytes?: Uint8Array) => decoder.decode(bytes, { stream: bytes !== undefined });
  if (encoding !== 'windows-1252') return decode;
  return (bytes) => decode(bytes).replace(/[\u0080-\u009f]/g, (one) => WINDOWS[one.charCodeAt(0) - 0x80]!);
}

function sayEncoding(encoding: Encoding): Notice[] {
  return encoding === 'windows-1252' ? [notice('not-utf8', 'data')] : [];
}

type Kind = Extract<Phrase, { readonly say: 'file-kind' }>['kind'];

/** First bytes of files that are not text. */
const MAGIC: readonly (readonly [Kind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
];

const LOOKED_AT = 1000;

/** Throws `ScenarioError` if the first bytes are not a text table's. */
function refuseOtherFiles(bytes: Uint8Array): void {
  const binary = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0];
  const kind = binary ?? (isJson(bytes) ? 'json' : null);
  if (kind) throw new ScenarioError(notice('not-a-table', 'data', '', { say: 'file-kind', kind }));
}

function isJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)).trimStart();
  return /^(\{\s*("|\}|$)|\[\s*([[{"\]]|-?\d|$))/.test(head);
}
