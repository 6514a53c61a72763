import '../../../figure/words.en.ts';
import '../../../ui/fields/param-words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import { formatLink, withValues } from '../../../../engine/scenario/scenario.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import type { DisplayList, Mark } from '../../../charts/display-list.ts';
import { paint } from '../../../charts/paint/paint-canvas.ts';
import { LEADING, type TextStyle, textBlock, wrapText } from '../../../charts/text-lines.ts';
import { madeBy, scenarioTitle, sourceWords } from '../../../figure/caption.ts';
import { createComposer, verdictWords } from '../../../figure/compose.ts';
import { readSnapshot } from '../../../figure/read-snapshot.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { withRoom } from '../../../session/scene-parts.ts';
import { viewOf } from '../../../session/view.ts';
import { type FilmChoice, filmStyle, isSquare } from './choice.ts';
import type { FilmRun } from './freeze-run.ts';
import { growCurves } from './grow-curves.ts';

/** Paints a step. Rejects with EngineError if networks cannot be read. */
export type FilmPainter = (context: CanvasRenderingContext2D, step: number) => Promise<void>;

/** Margin in px at scale 1. */
const MARGIN = 16;

export function createFilmPainter(
  run: FilmRun,
  choice: Pick<FilmChoice, 'width' | 'height' | 'theme' | 'caption'>,
  t: Translate,
): FilmPainter {
  const { width, height, caption } = choice;
  const drawStyle = filmStyle(choice);
  const margin = Math.round(MARGIN * drawStyle.scale);
  const options = {
    width: width - 2 * margin,
    height: height - 2 * margin,
    drawStyle,
    caption: caption ? (snapshot: Snapshot) => filmCaption(snapshot, t) : null,
    t,
  };
  const state = run.store.getState();
  const panels = withRoom(state, viewOf(state).panels(state));
  const [left, right] = (['left', 'right'] as const).map((side) =>
    panels.find((panel) => panel.side === side),
  );
  const pictureOf =
    isSquare(choice) && left && right
      ? createSquarePicture(options, { left: left.name, right: right.name })
      : createWidePicture(options);
  return async (context, step) => {
    const snapshot = await readSnapshot(run, step);
    const marks = growCurves(pictureOf(snapshot), goneShare(snapshot), drawStyle.palette);
    const paper: Mark = { kind: 'rect', rect: { x: 0, y: 0, width, height }, fill: drawStyle.palette.paper };
    const picture: Mark[] = [paper, { kind: 'group', x: margin, y: margin, marks }];
    paint(context, picture, { width, height, dpr: 1 });
  };
}

function createWidePicture(options: PictureOptions): (snapshot: Snapshot) => DisplayList {
  const compose = createComposer({ ...options, part: 'view', background: null });
  return (snapshot) => compose(snapshot).list;
}

function goneShare({ store }: Snapshot): number {
  const state = store.getState();
  const [curve] = viewOf(state).curves;
  return curve ? Math.min(1, state.k / curve.stepsOf(state)) : 1;
}

const LONGEST_LINK = 300;

/** Returns scenario, step, parameters and run's link, equally many lines at every step. */
export function filmCaption({ store }: Snapshot, t: Translate): string[] {
  const state = store.getState();
  const address = typeof location === 'undefined' ? '' : `${location.host}${location.pathname}`;
  const link = `${address}${formatLink(withValues(state.scenario, { k: 0 }))}`;
  return [
    t('figure.captionTitle', { title: scenarioTitle(state, t), k: state.k }),
    ...madeBy(state, t),
    sourceWords(link, t, 'figure.longLink', LONGEST_LINK),
  ];
}

/** Gap and font sizes in px at scale 1, as in a figure. */
const GUTTER = 18;
const VERDICT = 13.5;
const CAPTION = 12;

/** Lines reserved for a verdict. */
const LINES = 2;

interface PictureOptions {
  readonly width: number;
  readonly height: number;
  readonly drawStyle: DrawStyle;
  readonly caption: ((snapshot: Snapshot) => readonly string[]) | null;
  readonly t: Translate;
}

/** Draws both sides in a row, verdicts, and the curves in the room below. */
function createSquarePicture(
  options: PictureOptions,
  panels: Readonly<Record<SideName, string>>,
): (snapshot: Snapshot) => DisplayList {
  const { width, height, drawStyle, caption, t } = options;
  const { palette, scale } = drawStyle;
  const gap = GUTTER * scale;
  const half = (width - gap) / 2;
  const part = (name: string, wide: number) =>
    createComposer({ part: name, width: wide, drawStyle, background: null, caption: null, t });
  const sides = { left: part(panels.left, half), right: part(panels.right, half) };
  const curves = part('curves', width);

  function verdict(snapshot: Snapshot, side: SideName): Mark[] {
    const color = side === 'left' ? palette.leftText : palette.rightText;
    const style: TextStyle = { font: 'serif', size: VERDICT * scale, weight: 400, color };
    return textBlock(wrapText(verdictWords(snapshot, side, t), half, style).slice(0, LINES), 0, 0, style);
  }

  function captionMarks(snapshot: Snapshot): { marks: Mark[]; height: number } {
    const marks: Mark[] = [];
    let y = 0;
    (caption?.(snapshot) ?? []).forEach((words, i) => {
      const weight = i === 0 ? 600 : 400;
      const style: TextStyle = { font: 'sans', size: CAPTION * scale, weight, color: palette.ink };
      const lines = wrapText(words, width, style);
      marks.push(...textBlock(lines, 0, y, style));
      y += (lines.length * LEADING + 0.25) * style.size;
    });
    return { marks, height: y };
  }

  return (snapshot) => {
    const left = sides.left(snapshot);
    const right = sides.right(snapshot);
    const below = curves(snapshot);
    const words = captionMarks(snapshot);
    const maps = Math.max(left.height, right.height);
    const verdicts = LINES * LEADING * VERDICT * scale;
    const spare = Math.max(0, height - maps - verdicts - below.height - words.height);
    const space = spare / (words.height > 0 ? 2 : 1);
    const underVerdicts = maps + verdicts + space;
    const group = (x: number, y: number, marks: DisplayList): Mark => ({ kind: 'group', x, y, marks });
    return [
      group(0, 0, left.list),
      group(half + gap, 0, right.list),
      group(0, maps, verdict(snapshot, 'left')),
      group(half + gap, maps, verdict(snapshot, 'right')),
      group(0, underVerdicts, below.list),
      group(0, height - words.height, words.marks),
    ];
  };
}
