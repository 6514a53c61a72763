import { generate } from 'lean-qr';

/** Characters that the largest QR code (version 40, least correction) holds where every character is a byte. */
export const MOST_CHARACTERS = 2953;

/** Modules of white around a code, as the standard asks. */
export const QUIET_ZONE = 4;

export interface QrCode {
  /** Modules a side, without the quiet zone. */
  readonly size: number;
  /** The dark modules as an SVG path in units of modules, from the corner of the code on. */
  readonly path: string;
}

/** The QR code of a text; null where no code is large enough. */
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
