import type { Language } from '../../engine/scenario/languages.ts';
import { addWords } from '../i18n/words.ts';
import type { ReadyFigure } from './write-figure.ts';

/** A kind of file that a figure is saved as. */
interface FigureFormat {
  /** What it is called, where the files of words beside have no `figure.format.<format>`. */
  readonly name?: Readonly<Record<Language, string>>;
  /** Whether it is made of pixels, whose number is chosen. */
  readonly pixels: boolean;
  /** The file; `dots` are pixels a unit. Rejects where the browser cannot make it. */
  readonly write: (figure: ReadyFigure, dots: number) => Promise<Blob>;
}

/** The formats, in menu order, by the ending of their files. */
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
