import '../../../figure/words.en.ts';
import '../../../ui/param-words.en.ts';

import type { DisplayList, Mark } from '../../../charts/display-list.ts';
import { paint } from '../../../charts/paint-canvas.ts';
import { paramWords, scenarioTitle, stepsTaken } from '../../../figure/caption.ts';
import { createComposer } from '../../../figure/compose.ts';
import { readSnapshot } from '../../../figure/read-snapshot.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { BUILD } from '../../../session/build.ts';
import type { Snapshot } from '../../../session/snapshot.ts';
import { viewOf } from '../../../session/view.ts';
import { type FilmChoice, filmLook, isSquare } from './choice.ts';
import type { FilmRun } from './freeze-run.ts';
import { growCurves } from './grow-curves.ts';
import { createSquarePicture, type PictureOptions } from './square-picture.ts';

/** Paints the picture of a step; rejects with EngineError where what is read of networks cannot be had. */
export type FilmPainter = (context: CanvasRenderingContext2D, step: number) => Promise<void>;

/** Free paper around the pictures, in pixels at scale 1. */
const MARGIN = 16;

/** The pictures of a film, all in one look. */
export function createFilmPainter(
  run: FilmRun,
  choice: Pick<FilmChoice, 'width' | 'height' | 'theme' | 'caption'>,
  t: Translate,
): FilmPainter {
  const { width, height, caption } = choice;
  const look = filmLook(choice);
  const margin = Math.round(MARGIN * look.scale);
  const options = {
    width: width - 2 * margin,
    height: height - 2 * margin,
    look,
    caption: caption ? (snapshot: Snapshot) => filmCaption(snapshot, t) : null,
    t,
  };
  const state = run.store.getState();
  const panels = viewOf(state).panels(state);
  const [left, right] = (['left', 'right'] as const).map((side) =>
    panels.find((panel) => panel.side === side),
  );
  const pictureOf =
    isSquare(choice) && left && right
      ? createSquarePicture(options, { left: left.name, right: right.name })
      : createWidePicture(options);
  return async (context, step) => {
    const snapshot = await readSnapshot(run, step);
    const marks = growCurves(pictureOf(snapshot), goneShare(snapshot), look.palette);
    const paper: Mark = { kind: 'rect', rect: { x: 0, y: 0, width, height }, fill: look.palette.paper };
    const picture: Mark[] = [paper, { kind: 'group', x: margin, y: margin, marks }];
    paint(context, picture, { width, height, dpr: 1 });
  };
}

/** All panels, as on the page. */
function createWidePicture(options: PictureOptions): (snapshot: Snapshot) => DisplayList {
  const compose = createComposer({ ...options, part: 'view', background: null });
  return (snapshot) => compose(snapshot).list;
}

/** How much of the curves' axis lies before the step shown. */
function goneShare({ store }: Snapshot): number {
  const state = store.getState();
  const [curve] = viewOf(state).curves;
  return curve ? Math.min(1, state.k / curve.stepsOf(state)) : 1;
}

/** What is shown, at which step, by which parameters and steps, and where it comes from. The same lines at every step. */
function filmCaption({ store }: Snapshot, t: Translate): string[] {
  const state = store.getState();
  const address = typeof location === 'undefined' ? '' : `${location.host}${location.pathname}`;
  const params = [...paramWords(state, t), ...stepsTaken(state, t).map(({ words }) => words)];
  return [
    t('figure.captionTitle', { title: scenarioTitle(state, t), k: state.k }),
    ...(params.length > 0 ? [t('figure.captionParams', { params })] : []),
    `${t('figure.captionBuild', BUILD)} ${address}`,
  ];
}
