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

/** Reads packed text back; null where it is damaged or unfolds to more than 4 MB. */
export function unpackText(packed: string): string | null {
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
    const bytes = toUint8Array(packed.slice(MARK.length));
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
  return strFromU8(whole);
}
