import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { fromUint8Array, toUint8Array } from 'js-base64';

/** Packed data begins with this, so that it cannot be taken for the name of a shipped data set. */
const MARK = 'z.';

/** Bytes that packed data may unfold to; more is refused while unpacking, before it is held. */
const MAX_UNPACKED = 4_000_000;

export function isPacked(text: string): boolean {
  return text.startsWith(MARK);
}

/** Compresses text into the characters that survive in a link (deflate, base64url). */
export function packText(text: string): string {
  return MARK + fromUint8Array(deflateSync(strToU8(text), { level: 9 }), true);
}

/** Whether letters are base64url at all: what reads them passes over others, and so would read something else. */
function isBase64(letters: string): boolean {
  return /^[\w-]*$/.test(letters) && letters.length % 4 !== 1;
}

/** Bytes as text; null where they are not UTF-8, which a reader would replace without a word. */
function strictText(bytes: Uint8Array): string | null {
  const text = strFromU8(bytes);
  // What is put in the place of bytes that are none may also have been written.
  if (!text.includes('\uFFFD')) return text;
  const again = strToU8(text);
  return again.length === bytes.length && again.every((byte, i) => byte === bytes[i]) ? text : null;
}

/** Reads packed text back; null where it is damaged or unfolds to more than 4 MB. */
export function unpackText(packed: string): string | null {
  const letters = packed.slice(MARK.length);
  if (!isBase64(letters)) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  try {
    const inflate = new Inflate((chunk, final) => {
      size += chunk.length;
      if (size > MAX_UNPACKED) throw new RangeError(`expected at most ${MAX_UNPACKED} bytes; got more`);
      chunks.push(chunk);
      ended = final;
    });
    const bytes = toUint8Array(letters);
    for (let at = 0; at < bytes.length; at += 1024)
      inflate.push(bytes.subarray(at, at + 1024), at + 1024 >= bytes.length);
  } catch {
    return null;
  }
  if (!ended) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return strictText(whole);
}
