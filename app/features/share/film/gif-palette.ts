import { type Palette, parseHex } from '../../../charts/colour/palette.ts';

export type Colour = readonly [number, number, number];

/** Every third colour of the loss ramp: neighbours differ by two to four levels. */
const RAMP_STRIDE = 3;

/** Returns the colours that a film's GIF contains exactly: papers, pens, and the loss ramp, which would show bands. */
export function certainColours(palette: Palette, table: Uint8ClampedArray): Colour[] {
  const { paper, mapPaper, ink, muted, hairline, leftPath, rightPath, mapLeft, mapRight, plant } = palette;
  const colours: Colour[] = [
    paper,
    mapPaper,
    ink,
    muted,
    hairline,
    leftPath,
    rightPath,
    mapLeft,
    mapRight,
    plant,
  ]
    .filter((colour, i, all) => all.indexOf(colour) === i)
    .map(parseHex);
  for (let i = 0; i < table.length; i += 3 * RAMP_STRIDE)
    colours.push([table[i]!, table[i + 1]!, table[i + 2]!]);
  return colours;
}

/** Returns a cached search for the nearest colour. Colours are 0xBBGGRR; alpha is ignored. */
export function createNearest(palette: readonly Colour[]): (colour: number) => number {
  const found = new Map<number, number>();
  return (colour) => {
    const key = colour & 0xffffff;
    const known = found.get(key);
    if (known !== undefined) return known;
    const r = key & 0xff;
    const g = (key >> 8) & 0xff;
    const b = key >> 16;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < palette.length; i++) {
      const [pr, pg, pb] = palette[i]!;
      const distance = (pr - r) ** 2 + (pg - g) ** 2 + (pb - b) ** 2;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    found.set(key, best);
    return best;
  };
}
