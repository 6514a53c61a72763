import { generate } from 'lean-qr';

/** Bytes in the largest QR code (version 40, least correction). */
export const MOST_CHARACTERS = 2953;

/** White modules around a code, required by the standard. */
export const QUIET_ZONE = 4;

export interface QrCode {
  /** Modules per side, without the quiet zone. */
  readonly size: number;
  /** Dark modules as an SVG path in modules from the code's corner. */
  readonly path: string;
}

/** Returns a text's QR code; null if too long. */
export function qrCode(text: string): QrCode | null {
  if (new TextEncoder().encode(text).length > MOST_CHARACTERS) return null;
  const code = generate(text);
  const rows: string[] = [];
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (code.get(x + 1, y)) x++;
      rows.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`);
    }
  return { size: code.size, path: rows.join('') };
}
