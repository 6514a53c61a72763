import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { fromUint8Array, toUint8Array } from 'js-base64';

/** Prefix of packed data, which no shipped data set's name has. */
const MARK = 'z.';

/** Maximum inflated bytes; more is refused during unpacking, before it is stored. */
const MAX_UNPACKED = 4_000_000;

export function isPacked(text: string): boolean {
  return text.startsWith(MARK);
}

/** Compresses text into characters that survive in a link (deflate, base64url). */
export function packText(text: string): string {
  return MARK + fromUint8Array(deflateSync(strToU8(text), { level: 9 }), true);
}

/** True for valid base64url. The decoder skips other characters and would return something else. */
function isBase64(letters: string): boolean {
  return /^[\w-]*$/.test(letters) && letters.length % 4 !== 1;
}

/** Decodes UTF-8 strictly; null if invalid, where a decoder would silently insert replacements. */
function strictText(bytes: Uint8Array): string | null {
  const text = strFromU8(bytes);
  // A replacement character may also be in the original.
  if (!text.includes('\uFFFD')) return text;
  const again = strToU8(text);
  return again.length === bytes.length && again.every((byte, i) => byte === bytes[i]) ? text : null;
}

/** Unpacks text; null if it is damaged or inflates to more than 4 MB. */
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
