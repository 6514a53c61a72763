import type { DisplayList } from '../charts/display-list.ts';
import { stampPng } from '../charts/paint/encode-png.ts';
import { paint } from '../charts/paint/paint-canvas.ts';
import { writeSvg } from '../charts/paint/write-svg.ts';
import { BUILD } from '../session/build.ts';
import { dotsPerInch, WIDTHS, type WidthName } from './draw-style.ts';

export interface Figure {
  readonly list: DisplayList;
  readonly width: number;
  readonly height: number;
}

export interface FigureFacts {
  /** Without extension. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Address that opens the same digits. */
  readonly link: string;
  readonly lang: string;
}

export interface ReadyFigure extends Figure, Omit<FigureFacts, 'lang'> {
  /** Dpi at one dot per unit. */
  readonly dotsPerInch: number;
  svg(): string;
  /** Paints `scale` dots per unit. Rejects with RangeError if the canvas is too large for the browser. */
  png(scale: number): Promise<Blob>;
}

/** Returns a figure that writes SVG and PNG with metadata. */
export function readyFigure(figure: Figure, width: WidthName, { lang, ...facts }: FigureFacts): ReadyFigure {
  const { name, title, description, link } = facts;
  const creator = ['Twin Descent', BUILD.version, BUILD.commit].filter((word) => word !== '').join(' ');
  const dpi = dotsPerInch(width);
  return {
    ...figure,
    ...facts,
    dotsPerInch: dpi,
    svg: () =>
      writeSvg(figure.list, {
        width: figure.width,
        height: figure.height,
        millimetres: WIDTHS[width].mm,
        title,
        description,
        lang,
        source: link,
        creator,
        id: name,
      }),
    async png(dots) {
      const bytes = await paintPng(figure, dots);
      const stamped = stampPng(bytes, dpi * dots, { Title: title, Source: link, Software: creator });
      return new Blob([stamped], { type: 'image/png' });
    },
  };
}

async function paintPng({ list, width, height }: Figure, dots: number): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = width * dots;
  canvas.height = height * dots;
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError('expected a canvas; the browser gave none');
  // Fonts not yet used on the page would be replaced.
  await document.fonts?.ready;
  paint(context, list, { width, height, dpr: dots });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new RangeError(`expected a canvas of ${canvas.width} x ${canvas.height}; got none`);
  return new Uint8Array(await blob.arrayBuffer());
}
