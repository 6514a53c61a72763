import { interpolateLab } from 'd3-interpolate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PALETTES } from './palette.ts';
import { createRampTable } from './ramp-table.ts';

function between(stops: readonly string[], i: number): number[] {
  const position = (i / 255) * (stops.length - 1);
  const piece = Math.min(stops.length - 2, Math.floor(position));
  const color = interpolateLab(stops[piece]!, stops[piece + 1]!)(position - piece);
  return color.match(/[\d.]+/g)!.map(Number);
}

const expectSame = (stops: readonly string[]) => {
  const table = createRampTable(stops);
  for (let i = 0; i < 256; i++)
    expect([...table.subarray(3 * i, 3 * i + 3)], `${stops} ${i}`).toEqual(between(stops, i));
};

it('has the colours that d3-interpolate has', () => {
  const stop = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`);
  fc.assert(fc.property(fc.array(stop, { minLength: 2, maxLength: 7 }), expectSame));
  expectSame(PALETTES.light.ramp);
  expectSame(['#000000', '#808080', '#ffffff']);
});
