import type { Language } from '../../engine/scenario/languages.ts';
import { addWords } from '../i18n/words.ts';
import type { ReadyFigure } from './write-figure.ts';

interface FigureFormat {
  /** Name without a message `figure.format.<format>`. */
  readonly name?: Readonly<Record<Language, string>>;
  /** True if the file has pixels, hence resolutions. */
  readonly pixels: boolean;
  /** Writes a file of `dots` px per unit. Rejects if the browser cannot. */
  readonly write: (figure: ReadyFigure, dots: number) => Promise<Blob>;
}

/** In menu order, by extension. */
export const FORMATS = {
  svg: {
    pixels: false,
    write: async (figure) => new Blob([figure.svg()], { type: 'image/svg+xml' }),
  },
  png: {
    pixels: true,
    write: (figure, dots) => figure.png(dots),
  },
} as const satisfies Readonly<Record<string, FigureFormat>>;

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];

for (const [format, { name = {} }] of Object.entries<FigureFormat>(FORMATS))
  for (const [lang, word] of Object.entries(name)) addWords(lang, { [`figure.format.${format}`]: word });
