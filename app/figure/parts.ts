import type { Translate } from '../i18n/messages.ts';
import { PLANAR_FIGURE } from '../problems/planar/figure.ts';
import type { FigureView, PanelPicture } from '../session/picture/figure-view.ts';
import { withRoom } from '../session/scene-parts.ts';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';

/** `view`, a panel's name, or a name of what is below the panels. */
export type FigurePart = string;

export function figureOf(state: AppState): FigureView {
  const { figure, maps } = viewOf(state);
  return figure ?? (maps ? PLANAR_FIGURE : PLAIN_FIGURE);
}

/** For panels with their own pictures, without colour scales. */
const PLAIN_FIGURE: FigureView = { panels: {}, legendsIn: 'panel', legends: () => [], drawLegend: () => [] };

/** Returns a panel's picture, if any. */
export function pictureOf(state: AppState, name: string): PanelPicture | undefined {
  const panel = viewOf(state)
    .panels(state)
    .find((one) => one.name === name);
  return panel && (panel.picture ?? figureOf(state).panels[name]);
}

/** Returns the open view's parts, whole view first. */
export function partsOf(state: AppState): FigurePart[] {
  const panels = withRoom(state, viewOf(state).panels(state));
  const { alone } = figureOf(state);
  return ['view', ...panels.map(({ name }) => name), ...(alone?.map(({ name }) => name) ?? ['curves'])];
}

export function partTitle(state: AppState, part: FigurePart, t: Translate): string {
  const panel = viewOf(state)
    .panels(state)
    .find(({ name }) => name === part);
  if (panel) return panel.title(state, t);
  const alone = figureOf(state).alone?.find(({ name }) => name === part);
  return alone ? alone.title(t) : t(part === 'view' ? 'figure.view' : 'figure.curves');
}
