import type { DisplayList } from '../charts/display-list.ts';
import { stampPng } from '../charts/paint/encode-png.ts';
import { paint } from '../charts/paint/paint-canvas.ts';
import { writeSvg } from '../charts/paint/write-svg.ts';
import { BUILD } from '../session/build.ts';
import { dotsPerInch, WIDTHS, type WidthName } from './draw-style.ts';

/** A picture as a display list. */
export interface Figure {
  readonly list: DisplayList;
  readonly width: number;
  readonly height: number;
}

/** What its file says of a figure. */
export interface FigureFacts {
  /** The file's name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The address that opens the same digits. */
  readonly link: string;
  /** The tag of the language of its words. */
  readonly lang: string;
}

/** A figure that is ready to be written as a file. */
export interface ReadyFigure extends Figure, Omit<FigureFacts, 'lang'> {
  /** Dots per inch at one dot a unit. */
  readonly dotsPerInch: number;
  svg(): string;
  /** The same list painted at `scale` dots a unit. Rejects with RangeError where the browser gives no canvas of that size. */
  png(scale: number): Promise<Blob>;
}

/** A figure of a width as SVG and PNG, both of one list, with what its file says of it. */
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

/** The bytes of a figure as the browser writes a PNG, `dots` pixels a unit. */
async function paintPng({ list, width, height }: Figure, dots: number): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = width * dots;
  canvas.height = height * dots;
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError('expected a canvas; the browser gave none');
  // Letters that have not been used on the page yet would be painted in another font.
  await document.fonts?.ready;
  paint(context, list, { width, height, dpr: dots });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new RangeError(`expected a canvas of ${canvas.width} x ${canvas.height}; got none`);
  return new Uint8Array(await blob.arrayBuffer());
}
