import { createFileReader, type FileTable, readFileText } from '../../engine/data/file-reader.ts';
import { createFileSurvey } from '../../engine/data/file-survey.ts';
import { MAX_SAMPLES } from '../../engine/limits.ts';
import type { Phrase } from '../../engine/phrase.ts';
import type { TableChoice } from '../../engine/scenario/file-choice.ts';
import { type Notice, notice } from '../../engine/scenario/notice.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import type { OwnSource } from '../protocol.ts';
import { runSliced } from '../sliced.ts';

/** Bytes that are read before the worker listens for a newer request. */
const CHUNK = 1_000_000;

/** Who wants a table: the opened scenario, or the look at a file before it is used. */
export type Asker = 'open' | 'inspect';

/** One file on its way into a table. */
interface Reading {
  readonly serial: number;
  readonly table: Promise<FileTable | null>;
  state: 'under way' | 'stopped' | 'done' | 'failed';
}

/** The tables of a person's own data: each is read once, in chunks, and kept while someone wants it. */
export function createOwnTables() {
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
    // What failed is read again when it is asked for again.
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
     * Reads the table, in place of what the asker wanted before; `onProgress` gets the bytes read. Null where the asker
     * wanted another meanwhile. Rejects with `ScenarioError` where there is no row, or the file cannot be read any more.
     */
    read,
    /** The asker wants nothing any more. What was read already stays until it wants something else. */
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

/**
 * The table of a file; null where it was stopped. The file is read twice: how its numbers are written can only be told from all of them.
 * A file that turns out not to be UTF-8 is begun again.
 */
async function readBlob(
  { blob, choice }: OwnSource,
  stopped: () => boolean,
  onProgress?: (bytes: number) => void,
): Promise<FileTable | null> {
  const first = await bytesOf(blob.slice(0, CHUNK));
  refuseOtherFiles(first);

  /** Hands all of the text on; false where it was stopped. Progress goes to half of the bytes with each of two passes. */
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
      // It is not in this encoding.
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

/** The table of a file that is held as a whole. Throws `ScenarioError` as `read` rejects. */
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

/** The text of a file that is held as a whole, and the encoding in which it was read. */
export function decodeAll(bytes: Uint8Array) {
  const [encoding, other] = encodingsOf(bytes);
  try {
    return { encoding: encoding!, text: textIn(encoding!, bytes) };
  } catch {
    return { encoding: other!, text: textIn(other!, bytes) };
  }
}

/** Throws `ScenarioError` where the file was changed, moved or deleted since it was chosen. */
async function bytesOf(chunk: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await chunk.arrayBuffer());
  } catch {
    throw new ScenarioError(notice('unreadable-file', 'data'));
  }
}

/** How the bytes of a person's file are text. */

/** Encodings that a file is tried in, the next where the one before does not fit. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** UTF-16 where a byte order mark says so (as spreadsheets write "Unicode text"), else UTF-8 first. */
function encodingsOf(bytes: Uint8Array): readonly Encoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'windows-1252'];
}

/** What Windows-1252 has at 0x80 to 0x9F: Node 20 reads Latin-1 in its place. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A decoder of pieces, called without one at the end. It throws TypeError at bytes that are not UTF-8; other encodings take all. */
function createDecoder(encoding: Encoding): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const decode = (bytes?: Uint8Array) => decoder.decode(bytes, { stream: bytes !== undefined });
  if (encoding !== 'windows-1252') return decode;
  return (bytes) => decode(bytes).replace(/[\u0080-\u009f]/g, (one) => WINDOWS[one.charCodeAt(0) - 0x80]!);
}

/** What there is to say of an encoding. */
function sayEncoding(encoding: Encoding): Notice[] {
  return encoding === 'windows-1252' ? [notice('not-utf8', 'data')] : [];
}

type Kind = Extract<Phrase, { readonly say: 'file-kind' }>['kind'];

/** First bytes of files that are no text. */
const MAGIC: readonly (readonly [Kind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
];

/** Characters that are looked at. */
const LOOKED_AT = 1000;

/** Throws `ScenarioError` where a file is known to be something else than a table of text, by its first bytes. */
function refuseOtherFiles(bytes: Uint8Array): void {
  const binary = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0];
  const kind = binary ?? (isJson(bytes) ? 'json' : null);
  if (kind) throw new ScenarioError(notice('not-a-table', 'data', '', { say: 'file-kind', kind }));
}

function isJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)).trimStart();
  return /^(\{\s*("|\}|$)|\[\s*([[{"\]]|-?\d|$))/.test(head);
}
