import './words.en.ts';
import '../ui/fields/param-words.en.ts';
import '../pictures/alt-words.en.ts';
import { LANGUAGES } from '../../engine/scenario/languages.ts';
import { writeSvg } from '../charts/paint/write-svg.ts';
import { createTranslate } from '../i18n/messages.ts';
import { snapshotAt } from '../session/picture/snapshot-at.ts';
import { presentLink } from '../session/scenario/bind-link.ts';
import { variantOf } from '../session/scene-parts.ts';
import type { Session } from '../session/session.ts';
import { trustedTypes } from '../ui/trust/trust.ts';
import type { createBlockTaker } from './block-images.ts';
import { captionOf, scenarioTitle } from './caption.ts';
import { createComposer } from './compose.ts';
import { describeFigure } from './describe-figure.ts';
import { figureStyle } from './draw-style.ts';

/** Units across the sheet: letters of 12 are 9 points on landscape A4. */
const WIDTH = 1040;

/** Height over width, below landscape A4's and Letter's with margins of up to 12 mm: the width alone sizes the sheet. */
const SHAPE = 0.68;

/**
 * Prints one sheet with the whole view as vectors and caption instead of the page, made on `beforeprint`. Returns a function that stops.
 */
export function bindPrint(session: Session): () => void {
  let sheet: HTMLElement | null = null;
  let blocks: typeof createBlockTaker | null = null;

  /** Loads the code for space in advance: `beforeprint` is synchronous. */
  const loadBlocks = (solid: unknown) => {
    if (!solid || blocks) return;
    import('./block-images.ts').then(
      ({ createBlockTaker }) => {
        blocks = createBlockTaker;
      },
      () => undefined,
    );
  };
  const unsubscribe = session.store.subscribe(({ scenario }) => scenario.values.solid, loadBlocks, {
    fireImmediately: true,
  });

  function put(): void {
    take();
    const state = session.store.getState();
    const { language, opened, k } = state;
    if (!opened) return;
    const t = createTranslate(language, variantOf(state));
    const snapshot = snapshotAt(session, k);
    const link = new URL(presentLink(session), location.href).href;
    const drawStyle = figureStyle(1, true);
    const compose = createComposer({
      part: 'view',
      width: WIDTH,
      height: Math.round(SHAPE * WIDTH),
      drawStyle,
      background: null,
      caption: (at) => captionOf(at, link, t, 'figure.longLinkOnPaper'),
      blocks: blocks?.(drawStyle, t) ?? null,
      t,
    });
    const { list, width, height } = compose(snapshot);
    sheet = document.createElement('div');
    sheet.className = 'print-sheet';
    const picture = writeSvg(list, {
      width,
      height,
      title: scenarioTitle(session.store.getState(), t),
      description: describeFigure(snapshot, 'view', t),
      lang: LANGUAGES[language].tag,
      id: 'print',
    });
    putSheet(sheet, picture.replace(/^<\?xml[^>]*\?>\n/, ''));
    document.body.append(sheet);
  }

  function take(): void {
    sheet?.remove();
    sheet = null;
  }

  addEventListener('beforeprint', put);
  addEventListener('afterprint', take);
  return () => {
    unsubscribe();
    removeEventListener('beforeprint', put);
    removeEventListener('afterprint', take);
    take();
  };
}

/** Markup that no picture contains: scripts, handlers, running addresses, HTML. */
const RUNS = /<\s*(?:script|foreignobject|iframe|style)|\son\w+\s*=|javascript:/i;

/**
 * Returns a picture's markup if safe, as Trusted Types require. charts/write-svg.ts escapes words; this is a second check. @throws if the
 * markup could run.
 */
export function checkSheet(markup: string): string {
  // Text between tags never runs.
  const marks = markup.match(/<[^>]*>/g)?.join('') ?? '';
  if (RUNS.test(marks)) throw new TypeError('expected a picture; got markup that could run');
  return markup;
}

const policy = trustedTypes?.createPolicy('print-sheet', { createHTML: checkSheet });

function putSheet(element: HTMLElement, markup: string): void {
  element.innerHTML = policy ? policy.createHTML(markup) : checkSheet(markup);
}
