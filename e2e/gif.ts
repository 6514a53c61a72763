export interface Gif {
  readonly width: number;
  readonly height: number;
  /** 0: for ever. */
  readonly loops: number;
  readonly comment: string;
  readonly pictures: readonly { readonly hundredths: number }[];
  /** Counts pixels of exactly one colour in a picture, composed with those before. */
  countOf(picture: number, colour: readonly [number, number, number]): number;
}

/** Reads a GIF89a with one table and full-size pictures that stay, as the page writes them. */
export function readGif(file: Buffer): Gif {
  if (file.toString('latin1', 0, 6) !== 'GIF89a') throw new Error('expected a GIF89a');
  const width = file.readUInt16LE(6);
  const height = file.readUInt16LE(8);
  const places = 2 << (file[10]! & 7);
  const table = file.subarray(13, 13 + 3 * places);
  let at = 13 + 3 * places;
  let loops = -1;
  let comment = '';
  let control: Buffer = Buffer.alloc(4);
  const pictures: { hundredths: number; pixels: Uint8Array }[] = [];

  function blocks(): Buffer {
    const parts: Buffer[] = [];
    while (file[at] !== 0) {
      parts.push(file.subarray(at + 1, at + 1 + file[at]!));
      at += 1 + file[at]!;
    }
    at++;
    return Buffer.concat(parts);
  }

  while (file[at] !== 0x3b) {
    const kind = file[at++]!;
    if (kind === 0x21) {
      const label = file[at++]!;
      const data = blocks();
      if (label === 0xf9) control = data;
      else if (label === 0xfe) comment += data.toString('utf8');
      else if (label === 0xff) loops = data.readUInt16LE(12);
    } else if (kind === 0x2c) {
      if (file.readUInt16LE(at + 4) !== width || file[at + 8] !== 0)
        throw new Error('expected a whole picture');
      at += 9;
      const depth = file[at++]!;
      const colours = unpack(blocks(), depth, width * height);
      const clear = control[0]! & 1 ? control[3]! : -1;
      const before = pictures.at(-1)?.pixels;
      const pixels = before ? before.slice() : new Uint8Array(width * height);
      for (let i = 0; i < pixels.length; i++) if (colours[i] !== clear) pixels[i] = colours[i]!;
      pictures.push({ hundredths: control.readUInt16LE(1), pixels });
    } else throw new Error(`expected a block of a GIF at ${at - 1}, got ${kind}`);
  }

  return {
    width,
    height,
    loops,
    comment,
    pictures,
    countOf(picture, [r, g, b]) {
      let count = 0;
      for (const place of pictures[picture]!.pixels)
        if (table[3 * place] === r && table[3 * place + 1] === g && table[3 * place + 2] === b) count++;
      return count;
    },
  };
}

function unpack(data: Buffer, depth: number, length: number): Uint8Array {
  const clear = 1 << depth;
  const out = new Uint8Array(length);
  let filled = 0;
  let words: number[][] = [];
  let size = depth + 1;
  let before: number[] | null = null;
  let bits = 0;
  let held = 0;
  for (const byte of data) {
    held |= byte << bits;
    bits += 8;
    while (bits >= size) {
      const code = held & ((1 << size) - 1);
      held >>= size;
      bits -= size;
      if (code === clear) {
        words = [...Array.from({ length: clear }, (_, i) => [i]), [], []];
        size = depth + 1;
        before = null;
        continue;
      }
      if (code === clear + 1) return out;
      const word: number[] = words[code] ?? [...before!, before![0]!];
      out.set(word, filled);
      filled += word.length;
      if (before && words.length < 4096) words.push([...before, word[0]!]);
      if (words.length === 1 << size && size < 12) size++;
      before = word;
    }
  }
  return out;
}
