import { interpolateLab } from 'd3-interpolate';
import { parseHex } from './palette.ts';

/** The tables that were made: both maps and the legend ask for the same one, and share their picture by it. */
const tables = new WeakMap<readonly string[], Uint8ClampedArray>();

/** 256 colours, [r, g, b] each, through evenly spaced stops ('#RRGGBB', at least two), interpolated in CIELAB. */
export function createRampTable(stops: readonly string[]): Uint8ClampedArray {
  const known = tables.get(stops);
  if (known) return known;
  for (const stop of stops) parseHex(stop);
  const table = new Uint8ClampedArray(3 * 256);
  const pieces = stops.length - 1;
  const between = stops.slice(1).map((stop, i) => interpolateLab(stops[i]!, stop));
  for (let i = 0; i < 256; i++) {
    const position = (i / 255) * pieces;
    const piece = Math.min(pieces - 1, Math.floor(position));
    const [r, g, b] = between[piece]!(position - piece)
      .match(/[\d.]+/g)!
      .map(Number);
    table.set([r!, g!, b!], 3 * i);
  }
  tables.set(stops, table);
  return table;
}
