/** All colours of a drawing. Marks on a map use the map* colours, the same in every theme because the loss ramp is never inverted. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  /** Width of rules, grid lines and frames in pixels. */
  readonly rule: number;
  /** Widths at scale 1 and opacities of iso-lines; `major` is every fourth. */
  readonly iso: Readonly<Record<'minor' | 'major', { readonly width: number; readonly opacity: number }>>;
  /** Border of a map or chart. */
  readonly frame: string;
  readonly focus: string;
  readonly leftPath: string;
  readonly leftText: string;
  readonly rightPath: string;
  readonly rightText: string;
  readonly plant: string;
  /** Band of the planted function under the fits. */
  readonly plantBand: string;
  /** The plant's amber as text on paper. */
  readonly plantInk: string;
  /** Colours from low to high loss, with even steps in lightness. */
  readonly ramp: readonly string[];
  readonly mapPaper: string;
  readonly mapInk: string;
  readonly mapLeft: string;
  readonly mapRight: string;
}

export interface DrawStyle {
  readonly scale: number;
  readonly palette: Palette;
  /** Fills bands between levels instead of cells. */
  readonly bands?: boolean;
}

export type ThemeName = 'light' | 'dark' | 'projector';

const RAMP = [
  '#2D1B39',
  '#4B3156',
  '#6B4C6D',
  '#8C697F',
  '#AB8892',
  '#CAAA9F',
  '#E2CFBA',
  '#F8F3E8',
] as const;

const FINE_ISO = { minor: { width: 0.9, opacity: 0.22 }, major: { width: 1.1, opacity: 0.4 } } as const;

const MAP = { plant: '#FFC857', ramp: RAMP, mapLeft: '#E8590C', mapRight: '#1C6DD0' } as const;

const NEAR = { ...MAP, rule: 1, iso: FINE_ISO, mapPaper: '#FBFAF7', mapInk: '#1B1E28' } as const;

/** The three themes; theme.css repeats them as custom properties. */
export const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  light: {
    ...NEAR,
    paper: '#FBFAF7',
    ink: '#1B1E28',
    muted: '#5C5E66',
    hairline: '#DCD9D1',
    frame: '#1B1E28',
    focus: '#0F5FA6',
    leftPath: '#E8590C',
    leftText: '#C2410C',
    rightPath: '#1C6DD0',
    rightText: '#0F5FA6',
    plantBand: '#E9AE2B',
    plantInk: '#80590A',
  },
  dark: {
    ...NEAR,
    paper: '#12141A',
    ink: '#E9E6DF',
    muted: '#A4A29C',
    hairline: '#30333C',
    frame: '#6A6C72',
    focus: '#6CB8FF',
    leftPath: '#FF9B5E',
    leftText: '#FF9B5E',
    rightPath: '#6CB8FF',
    rightText: '#6CB8FF',
    plantBand: '#A87A12',
    plantInk: '#FFC857',
  },
  projector: {
    ...MAP,
    paper: '#FFFFFF',
    ink: '#000000',
    muted: '#2A2C31',
    hairline: '#8F8F8F',
    rule: 2,
    iso: { minor: { width: 1.4, opacity: 0.42 }, major: { width: 1.8, opacity: 0.65 } },
    frame: '#000000',
    focus: '#003F8A',
    leftPath: '#B23A00',
    leftText: '#9A3200',
    rightPath: '#003F8A',
    rightText: '#003F8A',
    plantBand: '#F0B429',
    plantInk: '#6B4800',
    mapPaper: '#FFFFFF',
    mapInk: '#000000',
  },
};

/** Map colours of basins by the kind of their end; several of a kind take turns. Same in every theme. */
export const BASIN_COLOURS = {
  plant: ['#F0E2BC'],
  minimum: ['#BFA6E0', '#93C4AA', '#E0A288', '#93ABDC'],
  valley: ['#C79A3E', '#8FB3BC'],
  plateau: ['#A8A5A0'],
  origin: ['#D79AB0'],
  elsewhere: ['#5F6B73'],
  moving: ['#E9E7E2'],
  unbounded: ['#7D6E96'],
  diverged: ['#6E5F57'],
} as const;

export const BASIN_BORDER = '#3E3E46';

/** The field Delta(w): away from the plant, zero, towards it. */
export const PULL_COLOURS = { negative: '#3C6E8F', zero: '#FBF8F1', positive: '#C98A12' } as const;

/** Returns [r, g, b] from 0 to 255 of '#RRGGBB'; throws otherwise, because that is a programming error. */
export function parseHex(color: string): [number, number, number] {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!match) throw new Error(`A colour must be written #RRGGBB, not ${color}.`);
  return [Number.parseInt(match[1]!, 16), Number.parseInt(match[2]!, 16), Number.parseInt(match[3]!, 16)];
}
