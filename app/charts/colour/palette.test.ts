import { describe, expect, it } from 'vitest';
import { RESIDUAL_RAMP } from '../../problems/two-layer/output/residual-plot.ts';
import {
  CATEGORY_SHAPES,
  categoryColour,
  categoryColours,
  categoryDash,
  categorySymbol,
  mapCategoryColours,
  readableOn,
} from './category-colours.ts';
import {
  BASIN_BORDER,
  BASIN_COLOURS,
  PALETTES,
  type Palette,
  PULL_COLOURS,
  parseHex,
  type ThemeName,
} from './palette.ts';

type Triple = [number, number, number];

function linear(color: string): Triple {
  return parseHex(color).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [r, g, blue] = linear(color);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** OKLab of linear light (Ottosson 2020). */
function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Matrices of three kinds of colour blindness in linear light (Machado, Oliveira and Fernandes 2009, severity 1). */
const EYES = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function difference(a: string, b: string, eye: keyof typeof EYES): number {
  const seen = (color: string): Triple => {
    const light = linear(color);
    const row = (i: number): number => {
      const sum = light.reduce((total, channel, j) => total + EYES[eye][3 * i + j]! * channel, 0);
      return Math.min(1, Math.max(0, sum));
    };
    return oklab([row(0), row(1), row(2)]);
  };
  const [p, q] = [seen(a), seen(b)];
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const THEMES = Object.keys(PALETTES) as ThemeName[];

describe('palette', () => {
  it('measures contrast and difference as they are defined', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 6);
    expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
    expect(difference('#000000', '#FFFFFF', 'normal')).toBeCloseTo(100, 3);
  });

  it.each(THEMES)('%s: words are read on paper', (theme) => {
    const palette = PALETTES[theme];
    const least = theme === 'projector' ? 7 : 4.5;
    for (const key of ['ink', 'muted', 'leftText', 'rightText', 'plantInk'] as const)
      expect(contrast(palette[key], palette.paper), key).toBeGreaterThanOrEqual(least);
    expect(contrast(palette.mapInk, palette.mapPaper)).toBeGreaterThanOrEqual(7);
  });

  it.each(THEMES)('%s: curves and the focus ring stand out from paper (WCAG 1.4.11)', (theme) => {
    const palette = PALETTES[theme];
    for (const key of ['leftPath', 'rightPath', 'focus'] as const)
      expect(contrast(palette[key], palette.paper), key).toBeGreaterThanOrEqual(3);
  });

  it('projector: no thin greys: rules are two pixels wide and stand out, and so do iso-lines', () => {
    const { hairline, paper, rule, iso } = PALETTES.projector;
    expect(contrast(hairline, paper)).toBeGreaterThanOrEqual(3);
    expect(rule).toBe(2);
    for (const line of ['minor', 'major'] as const) {
      expect(1.5 * iso[line].width).toBeGreaterThanOrEqual(2);
      expect(iso[line].opacity).toBeGreaterThan(PALETTES.light.iso[line].opacity);
    }
  });

  it.each(THEMES)('%s: both paths differ from every stop of the ramp, for every eye', (theme) => {
    const { ramp, mapLeft, mapRight } = PALETTES[theme];
    for (const eye of Object.keys(EYES) as (keyof typeof EYES)[])
      for (const stop of ramp)
        for (const path of [mapLeft, mapRight])
          expect(difference(path, stop, eye), `${path} on ${stop}, ${eye}`).toBeGreaterThanOrEqual(13);
  });

  /** Colours that must differ, with the least OKLab difference (times 100) for every eye; 2 is just visible. */
  const apart: readonly [string, number, (palette: Palette) => readonly [string, string]][] = [
    ['both curves', 20, ({ leftPath, rightPath }) => [leftPath, rightPath]],
    ['both sides’ words', 20, ({ leftText, rightText }) => [leftText, rightText]],
    ['both paths, dots and guesses on the maps', 20, ({ mapLeft, mapRight }) => [mapLeft, mapRight]],
    ['the plant’s star and the left path', 20, ({ plant, mapLeft }) => [plant, mapLeft]],
    ['the plant’s star and the right path', 20, ({ plant, mapRight }) => [plant, mapRight]],
    ['the plant’s star and its outline', 40, ({ plant, mapInk }) => [plant, mapInk]],
    ['the planted band and the left fit', 13, ({ plantBand, leftPath }) => [plantBand, leftPath]],
    ['the planted band and the right fit', 20, ({ plantBand, rightPath }) => [plantBand, rightPath]],
    ['the planted band and paper', 20, ({ plantBand, paper }) => [plantBand, paper]],
    ['left curve and ink', 17, ({ leftPath, ink }) => [leftPath, ink]],
    ['right curve and ink', 17, ({ rightPath, ink }) => [rightPath, ink]],
    ['the planted words and the right’s', 13, ({ plantInk, rightText }) => [plantInk, rightText]],
    ['too low and too high', 13, () => [RESIDUAL_RAMP[0]!, RESIDUAL_RAMP.at(-1)!]],
    ['away from the plant and towards it', 20, () => [PULL_COLOURS.negative, PULL_COLOURS.positive]],
    ['away from the plant and nothing', 20, () => [PULL_COLOURS.negative, PULL_COLOURS.zero]],
    ['towards the plant and nothing', 20, () => [PULL_COLOURS.positive, PULL_COLOURS.zero]],
  ];

  describe.each(THEMES)('%s, for normal, protan, deutan and tritan eyes', (theme) => {
    it.each(apart)('%s differ by at least %d', (name, least, pair) => {
      const [a, b] = pair(PALETTES[theme]);
      for (const eye of Object.keys(EYES) as (keyof typeof EYES)[])
        expect(difference(a, b, eye), `${name}: ${a}, ${b}, ${eye}`).toBeGreaterThanOrEqual(least);
    });
  });

  it('neighbouring stops of both ramps differ for every eye', () => {
    for (const ramp of [PALETTES.light.ramp, RESIDUAL_RAMP])
      for (const eye of Object.keys(EYES) as (keyof typeof EYES)[])
        for (const [i, stop] of ramp.slice(1).entries())
          expect(difference(ramp[i]!, stop, eye), `${ramp[i]} ${stop} ${eye}`).toBeGreaterThanOrEqual(9);
  });

  // Basins are distinguished by border and name: there are more of them than safe colours.
  it('the border of basins differs from the ground of each, for every eye', () => {
    for (const [kind, colours] of Object.entries(BASIN_COLOURS))
      for (const colour of colours)
        for (const eye of Object.keys(EYES) as (keyof typeof EYES)[])
          expect(difference(BASIN_BORDER, colour, eye), `${kind} ${eye}`).toBeGreaterThanOrEqual(9);
  });

  it('a ramp that is even in lightness and ascends', () => {
    const lightness = PALETTES.light.ramp.map((stop) => oklab(linear(stop))[0]);
    const steps = lightness.slice(1).map((value, i) => value - lightness[i]!);
    expect(Math.min(...steps)).toBeGreaterThan(0.07);
    expect(Math.max(...steps)).toBeLessThan(0.12);
  });

  describe.each(THEMES)('%s: sixteen categories', (theme) => {
    const palette = PALETTES[theme];
    const colours = categoryColours(palette);
    const eyes = Object.keys(EYES) as (keyof typeof EYES)[];
    const apart = (a: string, b: string) => Math.min(...eyes.map((eye) => difference(a, b, eye)));

    it('are seen on paper', () => {
      expect(new Set(colours).size).toBe(16);
      for (const color of colours) expect(contrast(color, palette.paper), color).toBeGreaterThanOrEqual(3);
    });

    it('carry numbers that are read as text', () => {
      for (const color of colours) {
        const ink = readableOn(color, [palette.paper, palette.ink]);
        expect(contrast(color, ink), color).toBeGreaterThanOrEqual(3.9);
      }
      for (const color of mapCategoryColours) {
        const ink = readableOn(color, [palette.mapPaper, palette.mapInk]);
        expect(contrast(color, ink), color).toBeGreaterThanOrEqual(3.9);
      }
    });

    it('differ from each other, and also for colour-blind eyes from their neighbours and from those with the same dash', () => {
      colours.forEach((a, i) => {
        colours.slice(0, i).forEach((b, j) => {
          expect(difference(a, b, 'normal'), `${i} ${j}`).toBeGreaterThanOrEqual(6.5);
          const isNear =
            i - j === 1 || i - j === 15 || categoryDash(i, 1)?.join() === categoryDash(j, 1)?.join();
          if (isNear) expect(apart(a, b), `${i} ${j}`).toBeGreaterThanOrEqual(7.3);
        });
        for (const side of [palette.leftPath, palette.rightPath])
          expect(difference(a, side, 'normal'), `${i} ${side}`).toBeGreaterThanOrEqual(8);
      });
    });
  });

  it('categories on maps are seen on what cases them there, in every theme', () => {
    for (const color of mapCategoryColours) {
      expect(contrast(color, PALETTES.dark.mapPaper)).toBeGreaterThanOrEqual(3);
      for (const path of [PALETTES.dark.mapLeft, PALETTES.dark.mapRight])
        expect(difference(color, path, 'normal'), color).toBeGreaterThanOrEqual(7);
    }
  });

  it('no category relies on its colour alone: there are sixteen symbols, which repeat after that', () => {
    const look = (i: number) => {
      const { shape, fill } = categorySymbol(i, [0, 0], 10, mapCategoryColours, PALETTES.light, 1);
      return `${shape} ${fill === PALETTES.light.paper ? 'hollow' : 'filled'}`;
    };
    expect(new Set(CATEGORY_SHAPES.map((_, i) => look(i))).size).toBe(16);
    expect(look(16)).toBe(look(0));
    expect(categoryColour(17, PALETTES.dark)).toBe(categoryColour(1, PALETTES.dark));
  });

  it('refuses a colour that is not #RRGGBB', () => {
    expect(parseHex('#0A10ff')).toEqual([10, 16, 255]);
    expect(() => parseHex('#fff')).toThrow('#fff');
  });
});
