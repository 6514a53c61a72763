import './words.en.ts';
import '../ui/fields/param-words.en.ts';
import '../pictures/alt-words.en.ts';
import { LANGUAGES } from '../../engine/scenario/languages.ts';
import { writeSvg } from '../charts/paint/write-svg.ts';
import { createTranslate } from '../i18n/messages.ts';
import { snapshotAt } from '../session/picture/snapshot-at.ts';
import { presentLink } from '../session/scenario/bind-link.ts';
import type { Session } from '../session/session.ts';
import { unitOf } from '../session/view.ts';
import { trustedTypes } from '../ui/trust/trust.ts';
import type { createBlockTaker } from './block-images.ts';
import { captionOf, scenarioTitle } from './caption.ts';
import { createComposer } from './compose.ts';
import { describeFigure } from './describe-figure.ts';
import { figureStyle } from './draw-style.ts';

/** Units across the sheet: on A4 across a letter of 12 units is then 9 points. */
const WIDTH = 1040;

/** Height against width: lower than A4 and Letter across at margins of up to 12 mm, so that the width alone sizes the sheet. */
const SHAPE = 0.68;

/**
 * Prints the whole view in the page's place, as lines and letters, sharp on every printer: one sheet with the caption below. It is
 * made when the browser asks for it (`beforeprint`) and taken away afterwards. Returns a function that ends it.
 */
export function bindPrint(session: Session): () => void {
  let sheet: HTMLElement | null = null;
  let blocks: typeof createBlockTaker | null = null;

  /** What takes the landscapes in space has to be there before it is needed: the sheet is made at once or not at all. */
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
    const { language, opened, openedProblem, k } = session.store.getState();
    if (!opened) return;
    const t = createTranslate(language, unitOf({ openedProblem }));
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

/** What a picture of the page never holds: a script, a handler, an address that runs, markup of pages. */
const RUNS = /<\s*(?:script|foreignobject|iframe|style)|\son\w+\s*=|javascript:/i;

/**
 * The markup of a picture made by charts/write-svg.ts, checked, as the browser's Trusted Types want it. Words are escaped there; the
 * check is for the day on which they are not.
 * @throws where the markup holds something that could run.
 */
export function checkSheet(markup: string): string {
  // Words stand between the marks, where nothing runs.
  const marks = markup.match(/<[^>]*>/g)?.join('') ?? '';
  if (RUNS.test(marks)) throw new TypeError('expected a picture; got markup that could run');
  return markup;
}

const policy = trustedTypes?.createPolicy('print-sheet', { createHTML: checkSheet });

/** Puts a picture into an element. */
function putSheet(element: HTMLElement, markup: string): void {
  element.innerHTML = policy ? policy.createHTML(markup) : checkSheet(markup);
}
