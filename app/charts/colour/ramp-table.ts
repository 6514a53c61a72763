import { lab, rgb } from 'd3-color';
import { parseHex } from './palette.ts';

/** Tables by their stops, shared by both maps and the legend. */
const tables = new WeakMap<readonly string[], Uint8ClampedArray>();

/** Returns 256 colours, [r, g, b] each, through evenly spaced stops ('#RRGGBB', at least two), interpolated in CIELAB. */
export function createRampTable(stops: readonly string[]): Uint8ClampedArray {
  const known = tables.get(stops);
  if (known) return known;
  const table = new Uint8ClampedArray(3 * 256);
  const colours = stops.map((stop) => {
    const [r, g, b] = parseHex(stop);
    return lab(rgb(r, g, b));
  });
  const pieces = stops.length - 1;
  for (let i = 0; i < 256; i++) {
    const position = (i / 255) * pieces;
    const piece = Math.min(pieces - 1, Math.floor(position));
    const [from, to] = [colours[piece]!, colours[piece + 1]!];
    const mix = (channel: 'l' | 'a' | 'b') =>
      from[channel] + (position - piece) * (to[channel] - from[channel]);
    const { r, g, b } = lab(mix('l'), mix('a'), mix('b')).rgb();
    table.set([r, g, b].map(Math.round), 3 * i);
  }
  tables.set(stops, table);
  return table;
}
