import { type DrawStyle, PALETTES, type ThemeName } from '../../../charts/colour/palette.ts';
import { figureStyle } from '../../../figure/draw-style.ts';
import { createSchedule, type Pace, type ScheduleChoice } from './schedule.ts';

export const FILM_FORMATS = ['mp4', 'webm', 'gif'] as const;
export type FilmFormat = (typeof FILM_FORMATS)[number];

/** Numbers as typed; NaN if invalid. */
export interface FilmChoice extends ScheduleChoice {
  readonly format: FilmFormat;
  readonly width: number;
  readonly height: number;
  readonly theme: ThemeName;
  readonly caption: boolean;
}

export const SIZES = ['640x360', '1280x720', '1920x1080', '720x720'] as const;

/** Frame rates. GIF delays are hundredths of a second, so only these are exact. */
export const RATES: Readonly<Record<FilmFormat, readonly number[]>> = {
  mp4: [10, 12, 15, 20, 24, 25, 30, 48, 50, 60],
  webm: [10, 12, 15, 20, 24, 25, 30, 48, 50, 60],
  gif: [10, 12.5, 20, 25, 50],
};

interface Limits {
  readonly least: number;
  readonly most: number;
}

/** Limits, sizes in px: H.264 requires even ones. */
export const LIMITS = {
  width: { least: 480, most: 2560 },
  height: { least: 270, most: 1600 },
  seconds: { least: 0.5, most: 300 },
  stepsPerSecond: { least: 1, most: 100_000 },
  hold: { least: 0, most: 30 },
} as const satisfies Record<string, Limits>;

export const MOST_FRAMES = 6000;

/** A film stays in memory until saved. */
export const MOST_BYTES = 100e6;

/** An invalid field with its limits. */
export type FilmTrouble =
  | {
      readonly field: 'width' | 'height' | 'seconds' | 'stepsPerSecond' | 'holdFirst' | 'holdLast';
      readonly limits: Limits;
    }
  | { readonly field: 'from' | 'to'; readonly most: number }
  | { readonly field: 'order' | 'shape' }
  | { readonly field: 'frames'; readonly frames: number; readonly most: number }
  | { readonly field: 'bytes'; readonly bytes: number; readonly most: number };

const within = (value: number, { least, most }: Limits) => value >= least && value <= most;

export const isFilmSide = (side: 'width' | 'height', pixels: number) =>
  within(pixels, LIMITS[side]) && pixels % 2 === 0;

/** Returns a choice's first error, or null. `lastStep`: the page's longest run. `mapsChange`: maps change every step. */
export function filmTrouble(choice: FilmChoice, lastStep: number, mapsChange: boolean): FilmTrouble | null {
  const { from, to, pace } = choice;
  for (const field of ['width', 'height'] as const)
    if (!isFilmSide(field, choice[field])) return { field, limits: LIMITS[field] };
  if (choice.height > choice.width) return { field: 'shape' };
  for (const field of ['from', 'to'] as const) {
    const value = choice[field];
    if (!Number.isInteger(value) || value < 0 || value > lastStep) return { field, most: lastStep };
  }
  if (from > to) return { field: 'order' };
  const paced = paceTrouble(pace);
  if (paced) return paced;
  for (const field of ['holdFirst', 'holdLast'] as const)
    if (!within(choice[field], LIMITS.hold)) return { field, limits: LIMITS.hold };
  const { frames } = createSchedule(choice);
  if (frames > MOST_FRAMES) return { field: 'frames', frames, most: MOST_FRAMES };
  const bytes = estimateBytes(choice, mapsChange);
  return bytes > MOST_BYTES ? { field: 'bytes', bytes, most: MOST_BYTES } : null;
}

function paceTrouble(pace: Pace): FilmTrouble | null {
  if (pace.kind === 'seconds')
    return within(pace.seconds, LIMITS.seconds) ? null : { field: 'seconds', limits: LIMITS.seconds };
  const good = within(pace.stepsPerSecond, LIMITS.stepsPerSecond) && Number.isInteger(pace.stepsPerSecond);
  return good ? null : { field: 'stepsPerSecond', limits: LIMITS.stepsPerSecond };
}

/** Seconds between key frames. */
export const KEY_SECONDS = 5;

/**
 * Bytes per pixel of whole pictures and changes, measured on films of three scenarios at four sizes (Chromium, 1280 x 720 and others): a
 * race changes few pixels.
 */
const BYTES: Readonly<Record<FilmFormat, { readonly whole: number; readonly change: number }>> = {
  mp4: { whole: 0.1, change: 0.003 },
  webm: { whole: 0.1, change: 0.0045 },
  gif: { whole: 0.3, change: 0.013 },
};

/** Factor of changes if maps change every step (two layers). */
const CHANGING: Readonly<Record<FilmFormat, number>> = { mp4: 1.5, webm: 1.5, gif: 4 };

/** Estimates bytes within a factor of two or three. */
export function estimateBytes(choice: FilmChoice, mapsChange: boolean): number {
  const { format } = choice;
  const { frames, seconds, pictures } = createSchedule(choice);
  const { whole, change } = BYTES[format];
  const wholes = format === 'gif' ? 1 : Math.ceil(seconds / KEY_SECONDS);
  const changes = Math.max(0, format === 'gif' ? pictures - 1 : frames - wholes);
  const each = change * (mapsChange ? CHANGING[format] : 1);
  return choice.width * choice.height * (whole * wholes + each * changes) + 2000;
}

/** True if two maps above the curves fill the picture better than three panels in a row. */
export function isSquare({ width, height }: Pick<FilmChoice, 'width' | 'height'>): boolean {
  return height > 0.8 * width;
}

/** Least scale; width in px at scale 1 of a square picture; factor of the projector. */
const LEAST_SCALE = 0.62;
const SQUARE = 760;
const PROJECTOR = 1.2;

/** Returns a film's style, scaled from the page at 1280 x 720. */
export function filmStyle(choice: Pick<FilmChoice, 'width' | 'height' | 'theme'>): DrawStyle {
  const { width, height, theme } = choice;
  const scale = Math.max(
    LEAST_SCALE,
    isSquare(choice)
      ? Math.min(width, height) / SQUARE
      : Math.min(width / 1280, height / 720) * (theme === 'projector' ? PROJECTOR : 1),
  );
  const palette = PALETTES[theme];
  return { ...figureStyle(scale, false), palette };
}
