import { expect, test } from 'vitest';
import { PALETTES, parseHex } from '../../../charts/colour/palette.ts';
import { createRampTable } from '../../../charts/colour/ramp-table.ts';
import { certainColours, createNearest } from './gif-palette.ts';

const table = createRampTable(PALETTES.light.ramp);

test('paper, pens and the ramp are in the table, and there is room for others', () => {
  for (const palette of Object.values(PALETTES)) {
    const colours = certainColours(palette, table);
    for (const colour of [palette.paper, palette.leftPath, palette.rightPath, palette.ink])
      expect(colours).toContainEqual(parseHex(colour));
    expect(colours.length).toBeLessThan(128);
  }
});

test('no colour of the ramp is further than 4 levels from one in the table', () => {
  const colours = certainColours(PALETTES.light, table);
  const nearest = createNearest(colours);
  for (let i = 0; i < 256; i++) {
    const rgb = [0, 1, 2].map((c) => table[3 * i + c]!);
    const found = colours[nearest(rgb[0]! | (rgb[1]! << 8) | (rgb[2]! << 16) | 0xff000000)]!;
    expect(Math.max(...found.map((value, c) => Math.abs(value - rgb[c]!)))).toBeLessThanOrEqual(4);
  }
});
