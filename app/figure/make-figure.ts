import type { SideName } from '../../engine/contract.ts';
import type { Translate } from '../messages/messages.ts';
import { stampPng } from '../plot/encode-png.ts';
import { paint } from '../plot/paint-canvas.ts';
import { writeSvg } from '../plot/write-svg.ts';
import type { Moment } from '../state/moment.ts';
import { BUILD } from './build.ts';
import { captionOf, fileName, scenarioTitle } from './caption.ts';
import { createComposer, type Figure } from './compose.ts';
import { describeFigure } from './describe-figure.ts';
import { figureLook, WIDTHS, type WidthName } from './look.ts';
import type { BlockImage } from './panel-pictures.ts';
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

/** Composes a figure of a moment; `link` is the whole address that opens it, `lang` the tag of the page's language. */
export function makeFigure(
  moment: Moment,
  choice: FigureChoice,
  {
    link,
    lang,
    t,
    blocks,
  }: {
    readonly link: string;
    readonly lang: string;
    readonly t: Translate;
    readonly blocks: Readonly<Record<SideName, BlockImage>> | null;
  },
): ReadyFigure {
  const { px, mm, scale } = WIDTHS[choice.width];
  const compose = createComposer({
    part: choice.part,
    width: px,
    look: figureLook(scale, true),
    background: choice.background === 'white' ? '#FFFFFF' : null,
    caption: choice.caption ? (at) => captionOf(at, link, t) : null,
    blocks,
    t,
  });
  const figure = compose(moment);
  const state = moment.store.getState();
  const head = t('figure.captionTitle', { title: scenarioTitle(state, t), k: state.k });
  const title = `${partTitle(state, choice.part, t)}: ${head}`;
  const description = describeFigure(moment, choice.part, t);
  const name = fileName(state, choice.part);
  const dotsPerInch = mm === null ? 96 : (px / mm) * 25.4;
  const creator = ['Twin Descent', BUILD.version, BUILD.commit].filter((part) => part !== '').join(' ');
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
      const stamped = stampPng(bytes, dotsPerInch * dots, { Title: title, Source: link, Software: creator });
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
