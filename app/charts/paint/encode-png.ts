import { zlibSync } from 'fflate';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

let crcTable: Uint32Array | null = null;

/** Returns the checksum of a PNG chunk (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  if (!crcTable) {
    crcTable = new Uint32Array(256);
    for (let n = 0; n < 256; n++) {
      let c = n;
      for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
      crcTable[n] = c >>> 0;
    }
  }
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Returns a chunk: length, name of four letters, data, checksum. */
export function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) chunk[4 + i] = name.charCodeAt(i);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Encodes an RGBA image (4 · columns · rows bytes, first row on top) as PNG; the same bytes everywhere. */
export function encodePng(rgba: ArrayLike<number>, columns: number, rows: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, columns);
  view.setUint32(4, rows);
  // Eight bits a channel, RGBA.
  header.set([8, 6, 0, 0, 0], 8);
  // Filter 1, differences to the left pixel, compresses smooth pictures well.
  const raw = new Uint8Array(rows * (4 * columns + 1));
  for (let row = 0; row < rows; row++) {
    const to = row * (4 * columns + 1);
    const from = row * 4 * columns;
    raw[to] = 1;
    for (let i = 0; i < 4 * columns; i++)
      raw[to + 1 + i] = rgba[from + i]! - (i < 4 ? 0 : rgba[from + i - 4]!);
  }
  return join([
    Uint8Array.from(SIGNATURE),
    pngChunk('IHDR', header),
    pngChunk('IDAT', zlibSync(raw, { level: 9 })),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte) && bytes.length > 33;
}

/** Adds dots per inch, which set a PNG's true size, and texts by keyword (1 to 79 Latin letters). Throws RangeError if it is no PNG. */
export function stampPng(
  png: Uint8Array,
  dotsPerInch: number,
  words: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  if (!isPng(png)) throw new RangeError('expected the bytes of a PNG; got others');
  const density = new Uint8Array(9);
  const view = new DataView(density.buffer);
  const perMetre = Math.round(dotsPerInch / 0.0254);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  density[8] = 1;
  const texts = Object.entries(words).map(([keyword, text]) => textChunk(keyword, text));
  // After the header of 8 + 25 bytes.
  return join([png.subarray(0, 33), pngChunk('pHYs', density), ...texts, png.subarray(33)]);
}

/** Returns a text chunk: plain tEXt for ASCII, which all readers know, else UTF-8. */
function textChunk(keyword: string, text: string): Uint8Array {
  const encode = (words: string) => new TextEncoder().encode(words);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII.
  if (/^[\x00-\x7f]*$/.test(text)) return pngChunk('tEXt', encode(`${keyword}\0${text}`));
  // Uncompressed, no language, no translated keyword.
  return pngChunk('iTXt', encode(`${keyword}\0\0\0\0\0${text}`));
}

/** Least pixels per row of a crisp image. */
const SHARP = 384;

/** Encodes an image with pixels enlarged, so readers show them sharply. */
export function encodeCrisp(rgba: Uint8ClampedArray, columns: number, rows: number): Uint8Array<ArrayBuffer> {
  const times = Math.ceil(SHARP / columns);
  const from = new Uint32Array(rgba.slice().buffer);
  const wide = columns * times;
  const large = new Uint32Array(from.length * times * times);
  for (let i = 0; i < large.length; i++) {
    const row = Math.floor(Math.floor(i / wide) / times);
    large[i] = from[row * columns + Math.floor((i % wide) / times)]!;
  }
  return encodePng(new Uint8ClampedArray(large.buffer), wide, rows * times);
}
