import { expect, test } from 'vitest';
import {
  estimateBytes,
  type FilmChoice,
  type FilmTrouble,
  filmTrouble,
  MOST_FRAMES,
  RATES,
} from './choice.ts';

const CHOICE: FilmChoice = {
  format: 'webm',
  width: 1280,
  height: 720,
  rate: 25,
  from: 0,
  to: 76,
  pace: { kind: 'seconds', seconds: 8 },
  holdFirst: 1,
  holdLast: 2,
  theme: 'light',
  caption: true,
};

const fieldOf = (more: Partial<FilmChoice>): FilmTrouble['field'] | null =>
  filmTrouble({ ...CHOICE, ...more }, 1000, false)?.field ?? null;

test('a choice within the limits has no trouble, at each size and rate offered', () => {
  expect(fieldOf({})).toBeNull();
  expect(fieldOf({ width: 720, height: 720 })).toBeNull();
  expect(fieldOf({ from: 76 })).toBeNull();
});

test('what is outside is named by its field', () => {
  expect(fieldOf({ width: 1281 })).toBe('width');
  expect(fieldOf({ height: 100 })).toBe('height');
  expect(fieldOf({ height: 1400 })).toBe('shape');
  expect(fieldOf({ from: Number.NaN })).toBe('from');
  expect(fieldOf({ to: 1001 })).toBe('to');
  expect(fieldOf({ to: 7.5 })).toBe('to');
  expect(fieldOf({ from: 80 })).toBe('order');
  expect(fieldOf({ pace: { kind: 'seconds', seconds: Number.NaN } })).toBe('seconds');
  expect(fieldOf({ pace: { kind: 'steps', stepsPerSecond: 0.5 } })).toBe('stepsPerSecond');
  expect(fieldOf({ holdLast: 31 })).toBe('holdLast');
});

test('too many frames and too large a file are refused', () => {
  const long = { pace: { kind: 'seconds', seconds: 300 } } as const;
  expect(filmTrouble({ ...CHOICE, ...long, rate: 60 }, 1000, false)).toMatchObject({
    field: 'frames',
    frames: 60 * 303,
    most: MOST_FRAMES,
  });
  const large = { pace: { kind: 'seconds', seconds: 230 }, width: 2560, height: 1600 } as const;
  expect(fieldOf(large)).toBe('bytes');
  expect(fieldOf({ ...large, width: 1280, height: 720 })).toBeNull();
});

test('every rate of a GIF is a whole number of hundredths of a second', () => {
  for (const rate of RATES.gif) expect(Number.isInteger(100 / rate)).toBe(true);
});

test('more pixels, frames and steps make a larger estimate', () => {
  for (const format of ['mp4', 'webm', 'gif'] as const) {
    const least = estimateBytes({ ...CHOICE, format }, false);
    expect(estimateBytes({ ...CHOICE, format, width: 1920, height: 1080 }, false)).toBeGreaterThan(2 * least);
    expect(estimateBytes({ ...CHOICE, format, to: 500, rate: 50 }, false)).toBeGreaterThan(least);
    expect(estimateBytes({ ...CHOICE, format }, true)).toBeGreaterThan(least);
  }
});
