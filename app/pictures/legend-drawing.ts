import type { SideName } from '../../engine/contract.ts';
import type { DisplayList } from '../charts/display-list.ts';
import type { Translate } from '../i18n/messages.ts';
import { excessReferences } from '../session/excess.ts';
import type { Snapshot } from '../session/snapshot.ts';
import type { AppState } from '../session/store.ts';
import type { Size } from '../ui/Drawing.tsx';
import type { LandscapeLook } from './landscape-drawing.ts';
import { landscapePicture } from './landscape-picture.ts';
import { drawLegend } from './legend-plot.ts';
import { sideShort } from './side-words.ts';

/** Sides whose colour scale is shown: one for both, each its own, none where basins have colours of their own. */
export function legendSides({ scenario, basins }: AppState): readonly SideName[] {
  const { scale, ground } = scenario.values;
  if (ground === 'basins' && basins !== null) return [];
  return scale === 'own' ? ['left', 'right'] : ['left'];
}

/** What a side's colour scale says of itself. */
export function legendWords(
  state: AppState,
  side: SideName,
  t: Translate,
): { readonly title: string; readonly note: string; readonly whole: string } {
  const { scenario, opened } = state;
  const shared = scenario.values.scale === 'shared';
  const over = t(opened?.planted ? 'legend.over.zero' : 'legend.over.references');
  const title = shared ? `${t('legend.excess')} ${over}` : sideShort(state, side, t);
  return {
    title,
    note: shared ? t('legend.shared') : '',
    whole: t('legend.whole', { title, scale: t(shared ? 'legend.shared' : 'legend.own') }),
  };
}

/** What a colour scale depends on. */
export const watchLegend = ({ grid, references, opened, scenario }: AppState) => [
  ...[grid, references, opened, scenario.values.scale],
];

/** The colour scale of a side. */
export function legendDrawing(
  snapshot: Snapshot,
  side: SideName,
  { width, height }: Size,
  { palette, scale, table }: LandscapeLook,
  t: Translate,
): DisplayList {
  const state = snapshot.store.getState();
  if (!state.grid) return [];
  const picture = landscapePicture(state.grid, state.scenario.values.scale, excessReferences(state), table);
  const { title, note } = legendWords(state, side, t);
  return drawLegend({ width, height, scale, palette, colours: picture.scale[side], table, title, note });
}
