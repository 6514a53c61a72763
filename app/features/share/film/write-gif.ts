import { type Colour, createNearest } from './gif-palette.ts';
import type { FilmWriter } from './writer.ts';

/** Palette index of unchanged pixels. */
const SAME = 255;

/** Bayer's 4 x 4 order in colour levels: the ramp's neighbours are about 2.5 apart. */
const DITHER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map((order) =>
  Math.round((order - 7.5) / 6.4),
);

export interface GifOptions {
  /** Frames per second; must be possible in a GIF. */
  readonly rate: number;
  /** Exact colours. */
  readonly certain: readonly Colour[];
  /** RGBA pixels of some pictures, for the other colours. */
  readonly samples: Uint8ClampedArray<ArrayBuffer>;
  /** Link of the run. */
  readonly comment: string;
}

/** Writes a GIF with one table of 255 colours; stores each picture once, as changed pixels. */
export async function createGifWriter(
  context: CanvasRenderingContext2D,
  { rate, certain, samples, comment }: GifOptions,
): Promise<FilmWriter> {
  const { GIFEncoder, quantize } = await import('gifenc');
  const { width, height } = context.canvas;
  const more = quantize(samples, SAME - certain.length, { format: 'rgb565' });
  const palette: Colour[] = [...certain, ...more.map(([r, g, b]): Colour => [r!, g!, b!])];
  const nearest = createNearest(palette);
  // The last entry, for unchanged pixels, has no colour.
  const table = [...palette, ...Array<Colour>(256 - palette.length).fill([0, 0, 0])];
  const encoder = GIFEncoder({ auto: false });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let before: Uint32Array | null = null;
  let shown = new Uint8Array(width * height);

  /** Moves output to the file, to keep the encoder's buffer small. */
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
        // Keep the picture as the next one's base.
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

/** Dithers by position, so that short ramps show no bands. */
function dithered(colour: number, x: number, y: number): number {
  const by = DITHER[4 * (y & 3) + (x & 3)]!;
  if (by === 0) return colour;
  const r = Math.max(0, Math.min(255, (colour & 0xff) + by));
  const g = Math.max(0, Math.min(255, ((colour >> 8) & 0xff) + by));
  const b = Math.max(0, Math.min(255, ((colour >> 16) & 0xff) + by));
  return (b << 16) | (g << 8) | r;
}

/** Encodes a GIF89a comment: length-prefixed blocks of at most 255 bytes. */
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
