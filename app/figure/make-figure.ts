import type { Translate } from '../messages/messages.ts';
import { stampPng } from '../plot/encode-png.ts';
import { paint } from '../plot/paint-canvas.ts';
import { writeSvg } from '../plot/write-svg.ts';
import type { Moment } from '../state/moment.ts';
import type { createBlockTaker } from './block-images.ts';
import { BUILD } from './build.ts';
import { captionOf, fileName, scenarioTitle } from './caption.ts';
import { createComposer, type Figure } from './compose.ts';
import { describeFigure } from './describe-figure.ts';
import { figureLook, WIDTHS, type WidthName } from './look.ts';
import { type Part, partTitle } from './parts.ts';

/** What a person chooses of a figure. */
export interface FigureChoice {
  readonly part: Part;
  readonly width: WidthName;
  readonly background: 'white' | 'transparent';
  readonly caption: boolean;
}

/** A figure that is ready to be written as a file. */
export interface ReadyFigure extends Figure {
  /** The file's name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly link: string;
  /** Dots per inch at one dot a unit. */
  readonly dotsPerInch: number;
  svg(): string;
  /** The same list painted at `scale` dots a unit. Rejects with RangeError where the browser gives no canvas of that size. */
  png(scale: number): Promise<Blob>;
}

/** Makes figures of one choice; `link` is the whole address that opens the moment. */
export type FigureMaker = (moment: Moment, link: string) => ReadyFigure;

export interface FigureContext {
  /** The tag of the page's language. */
  readonly lang: string;
  readonly t: Translate;
  /** Makes what takes landscapes in space; null where they are not shown, or have not come. */
  readonly blocks: typeof createBlockTaker | null;
}

/** What makes figures of a choice, one moment after the other: the grounds of the maps are kept between them. */
export function createFigureMaker(choice: FigureChoice, { lang, t, blocks }: FigureContext): FigureMaker {
  const { part } = choice;
  const { px, mm, scale } = WIDTHS[choice.width];
  const look = figureLook(scale, true);
  const dotsPerInch = mm === null ? 96 : (px / mm) * 25.4;
  const creator = ['Twin Descent', BUILD.version, BUILD.commit].filter((word) => word !== '').join(' ');
  let source = '';
  const compose = createComposer({
    part,
    width: px,
    look,
    background: choice.background === 'white' ? '#FFFFFF' : null,
    caption: choice.caption ? (moment) => captionOf(moment, source, t) : null,
    blocks: blocks?.(look, t) ?? null,
    t,
  });
  return (moment, link) => {
    source = link;
    const figure = compose(moment);
    const state = moment.store.getState();
    const head = t('figure.captionTitle', { title: scenarioTitle(state, t), k: state.k });
    const title = `${partTitle(state, part, t)}: ${head}`;
    const description = describeFigure(moment, part, t);
    const name = fileName(state, part);
    return {
      ...figure,
      name,
      title,
      description,
      link,
      dotsPerInch,
      svg: () =>
        writeSvg(figure.list, {
          width: figure.width,
          height: figure.height,
          millimetres: mm,
          title,
          description,
          lang,
          source: link,
          creator,
          id: name,
        }),
      async png(dots) {
        const bytes = await paintPng(figure, dots);
        const stamped = stampPng(bytes, dotsPerInch * dots, {
          Title: title,
          Source: link,
          Software: creator,
        });
        return new Blob([stamped], { type: 'image/png' });
      },
    };
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
