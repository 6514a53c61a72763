import type { Translate } from '../i18n/messages.ts';
import type { Snapshot } from '../session/picture/snapshot.ts';
import type { createBlockTaker } from './block-images.ts';
import { captionOf, fileName, scenarioTitle } from './caption.ts';
import { createComposer } from './compose.ts';
import { describeFigure } from './describe-figure.ts';
import { figureStyle, WIDTHS, type WidthName } from './draw-style.ts';
import { type FigurePart, partTitle } from './parts.ts';
import { type ReadyFigure, readyFigure } from './write-figure.ts';

export interface FigureChoice {
  readonly part: FigurePart;
  readonly width: WidthName;
  readonly background: 'white' | 'transparent';
  readonly caption: boolean;
}

/** `link` is the snapshot's full address. */
export type FigureMaker = (snapshot: Snapshot, link: string) => ReadyFigure;

export interface FigureContext {
  readonly lang: string;
  readonly t: Translate;
  /** Null if space is not shown or not loaded. */
  readonly blocks: typeof createBlockTaker | null;
}

/** Returns a maker that keeps the maps' grounds. */
export function createFigureMaker(choice: FigureChoice, { lang, t, blocks }: FigureContext): FigureMaker {
  const { part } = choice;
  const { px, scale } = WIDTHS[choice.width];
  const drawStyle = figureStyle(scale, true);
  let source = '';
  const compose = createComposer({
    part,
    width: px,
    drawStyle,
    background: choice.background === 'white' ? '#FFFFFF' : null,
    caption: choice.caption ? (snapshot) => captionOf(snapshot, source, t) : null,
    blocks: blocks?.(drawStyle, t) ?? null,
    t,
  });
  return (snapshot, link) => {
    source = link;
    const figure = compose(snapshot);
    const state = snapshot.store.getState();
    const head = t('figure.captionTitle', { title: scenarioTitle(state, t), k: state.k });
    const title = `${partTitle(state, part, t)}: ${head}`;
    const description = describeFigure(snapshot, part, t);
    return readyFigure(figure, choice.width, { name: fileName(state, part), title, description, link, lang });
  };
}
