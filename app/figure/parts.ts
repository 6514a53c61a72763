import type { Translate } from '../i18n/messages.ts';
import { PLANAR_FIGURE } from '../problems/planar/figure.ts';
import type { FigureView, PanelPicture } from '../session/picture/figure-view.ts';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';

/** What a figure can be of: the whole view, one of its panels by name, or what stands below them. */
export type FigurePart = string;

/** How what is opened is drawn in figures. */
export function figureOf(state: AppState): FigureView {
  const { figure, maps } = viewOf(state);
  return figure ?? (maps ? PLANAR_FIGURE : PLAIN_FIGURE);
}

/** Of a view whose panels bring their pictures, and which has no scales of colours. */
const PLAIN_FIGURE: FigureView = { panels: {}, legendsIn: 'panel', legends: () => [], drawLegend: () => [] };

/** How one of its panels is drawn in figures; nothing of what is no panel. */
export function pictureOf(state: AppState, name: string): PanelPicture | undefined {
  const panel = viewOf(state)
    .panels(state)
    .find((one) => one.name === name);
  return panel && (panel.picture ?? figureOf(state).panels[name]);
}

/** The parts of what is shown, the whole view first. */
export function partsOf(state: AppState): FigurePart[] {
  const panels = viewOf(state).panels(state);
  const { alone } = figureOf(state);
  return ['view', ...panels.map(({ name }) => name), ...(alone?.map(({ name }) => name) ?? ['curves'])];
}

/** What a part is called. */
export function partTitle(state: AppState, part: FigurePart, t: Translate): string {
  const panel = viewOf(state)
    .panels(state)
    .find(({ name }) => name === part);
  if (panel) return panel.title(state, t);
  const alone = figureOf(state).alone?.find(({ name }) => name === part);
  return alone ? alone.title(t) : t(part === 'view' ? 'figure.view' : 'figure.curves');
}
