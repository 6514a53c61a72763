import { type Colour, createNearest } from './gif-palette.ts';
import type { FilmWriter } from './writer.ts';

/** The place in the table that means: as in the picture before. */
const SAME = 255;

/** Bayer's 4 x 4 order as steps of one level: neighbours of the ramp lie about two and a half apart. */
const DITHER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map((order) =>
  Math.round((order - 7.5) / 6.4),
);

export interface GifOptions {
  /** Frames a second, one of those that a GIF can hold. */
  readonly rate: number;
  /** Colours that it is sure to have. */
  readonly certain: readonly Colour[];
  /** Pixels of some of its pictures, RGBA, of which the other colours are chosen. */
  readonly samples: Uint8ClampedArray<ArrayBuffer>;
  /** The link that opens what is shown. */
  readonly comment: string;
}

/**
 * Writes a GIF of what a canvas shows: one table of 255 colours for all pictures, of which each holds only the pixels that changed.
 * A picture that stands for several frames is stored once, for the sum of their times.
 */
export async function createGifWriter(
  context: CanvasRenderingContext2D,
  { rate, certain, samples, comment }: GifOptions,
): Promise<FilmWriter> {
  const { GIFEncoder, quantize } = await import('gifenc');
  const { width, height } = context.canvas;
  const more = quantize(samples, SAME - certain.length, { format: 'rgb565' });
  const palette: Colour[] = [...certain, ...more.map(([r, g, b]): Colour => [r!, g!, b!])];
  const nearest = createNearest(palette);
  // The table has 256 places; what is the same as before is none of its colours.
  const table = [...palette, ...Array<Colour>(256 - palette.length).fill([0, 0, 0])];
  const encoder = GIFEncoder({ auto: false });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let before: Uint32Array | null = null;
  let shown = new Uint8Array(width * height);

  /** Moves what was made into the file, so that nothing grows by copying. */
  function take(): void {
    const part = encoder.bytes();
    encoder.reset();
    bytes += part.length;
    parts.push(part);
  }

  encoder.writeHeader();
  return {
    get bytes() {
      return bytes;
    },
    async add(frames) {
      const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
      const index = new Uint8Array(pixels.length);
      const next = shown.slice();
      for (let i = 0; i < pixels.length; i++) {
        if (before && pixels[i] === before[i]) index[i] = SAME;
        else {
          const colour = nearest(dithered(pixels[i]!, i % width, Math.floor(i / width)));
          index[i] = before && colour === shown[i] ? SAME : colour;
          next[i] = colour;
        }
      }
      const first = before === null;
      encoder.writeFrame(index, width, height, {
        first,
        ...(first ? { palette: table, repeat: 0 } : {}),
        delay: Math.round((1000 * frames) / rate),
        transparent: !first,
        transparentIndex: SAME,
        // It stays for the next one to be laid over.
        dispose: 1,
      });
      before = pixels;
      shown = next;
      take();
    },
    async finish() {
      encoder.stream.writeBytes(commentBlock(comment));
      encoder.finish();
      take();
      return new Blob(parts, { type: 'image/gif' });
    },
    cancel() {
      parts.length = 0;
    },
  };
}

/** A colour a little darker or lighter by where it stands, so that a ramp of few colours shows no bands. A place always does the same. */
function dithered(colour: number, x: number, y: number): number {
  const by = DITHER[4 * (y & 3) + (x & 3)]!;
  if (by === 0) return colour;
  const r = Math.max(0, Math.min(255, (colour & 0xff) + by));
  const g = Math.max(0, Math.min(255, ((colour >> 8) & 0xff) + by));
  const b = Math.max(0, Math.min(255, ((colour >> 16) & 0xff) + by));
  return (b << 16) | (g << 8) | r;
}

/** A comment as GIF89a has it: blocks of at most 255 bytes behind their length. */
function commentBlock(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const block = [0x21, 0xfe];
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255);
    block.push(part.length, ...part);
  }
  block.push(0);
  return Uint8Array.from(block);
}
