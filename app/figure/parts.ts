import type { Translate } from '../i18n/messages.ts';
import { PLANAR_FIGURE } from '../problems/planar/figure.ts';
import type { FigureView, PanelPicture } from '../session/picture/figure-view.ts';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';

/** Part of the view in a figure: `view`, a panel's name, or the name of what is below the panels. */
export type FigurePart = string;

/** Returns the figure declaration of the open view. */
export function figureOf(state: AppState): FigureView {
  const { figure, maps } = viewOf(state);
  return figure ?? (maps ? PLANAR_FIGURE : PLAIN_FIGURE);
}

/** For views whose panels bring their own pictures and that have no colour scales. */
const PLAIN_FIGURE: FigureView = { panels: {}, legendsIn: 'panel', legends: () => [], drawLegend: () => [] };

/** Returns a panel's picture for figures; undefined if there is no such panel. */
export function pictureOf(state: AppState, name: string): PanelPicture | undefined {
  const panel = viewOf(state)
    .panels(state)
    .find((one) => one.name === name);
  return panel && (panel.picture ?? figureOf(state).panels[name]);
}

/** Returns the parts of the open view, the whole view first. */
export function partsOf(state: AppState): FigurePart[] {
  const panels = viewOf(state).panels(state);
  const { alone } = figureOf(state);
  return ['view', ...panels.map(({ name }) => name), ...(alone?.map(({ name }) => name) ?? ['curves'])];
}

/** Returns a part's title. */
export function partTitle(state: AppState, part: FigurePart, t: Translate): string {
  const panel = viewOf(state)
    .panels(state)
    .find(({ name }) => name === part);
  if (panel) return panel.title(state, t);
  const alone = figureOf(state).alone?.find(({ name }) => name === part);
  return alone ? alone.title(t) : t(part === 'view' ? 'figure.view' : 'figure.curves');
}
