import type { Phrase } from '../../engine/phrase.ts';
import { ScenarioError } from '../../engine/scenario/describe-notice.ts';
import { type Notice, notice } from '../../engine/scenario/notice.ts';

/** How the bytes of a person's file are text. */

/** Encodings that a file is tried in, the next where the one before does not fit. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** UTF-16 where a byte order mark says so (as spreadsheets write "Unicode text"), else UTF-8 first. */
export function encodingsOf(bytes: Uint8Array): readonly Encoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'windows-1252'];
}

/** What Windows-1252 has at 0x80 to 0x9F: Node 20 reads Latin-1 in its place. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A decoder of pieces, called without one at the end. It throws TypeError at bytes that are not UTF-8; other encodings take all. */
export function createDecoder(encoding: Encoding): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const decode = (bytes?: Uint8Array) => decoder.decode(bytes, { stream: bytes !== undefined });
  if (encoding !== 'windows-1252') return decode;
  return (bytes) => decode(bytes).replace(/[\u0080-\u009f]/g, (one) => WINDOWS[one.charCodeAt(0) - 0x80]!);
}

/** What there is to say of an encoding. */
export function sayEncoding(encoding: Encoding): Notice[] {
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
export function refuseOtherFiles(bytes: Uint8Array): void {
  const binary = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0];
  const kind = binary ?? (isJson(bytes) ? 'json' : null);
  if (kind) throw new ScenarioError(notice('not-a-table', 'data', '', { say: 'file-kind', kind }));
}

function isJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)).trimStart();
  return /^(\{\s*("|\}|$)|\[\s*([[{"\]]|-?\d|$))/.test(head);
}
