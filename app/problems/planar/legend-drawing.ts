import type { SideName } from '../../../engine/contract.ts';
import type { ScaleMode } from '../../charts/colour/loss-colour.ts';
import { createRampTable } from '../../charts/colour/ramp-table.ts';
import { drawLegend } from '../../pictures/landscape/legend-plot.ts';
import { shownGround } from '../../pictures/landscape/map-state.ts';
import { landscapePicture } from '../../pictures/landscape/picture.ts';
import { legendWords } from '../../pictures/side-words.ts';
import { excessReferences } from '../../session/excess.ts';
import { createPicture, type Picture } from '../../session/picture/picture.ts';
import type { AppState } from '../../session/store.ts';

/** Returns sides with a colour scale: one for both, each its own, none for basins, only left if right shows the pull. */
export function legendSides(state: AppState): readonly SideName[] {
  const { scenario, basins, pull } = state;
  const { scale } = scenario.values;
  const ground = shownGround(state);
  if (ground === 'basins' && basins !== null) return [];
  if (ground === 'pull' && pull !== null) return ['left'];
  return scale === 'own' ? ['left', 'right'] : ['left'];
}

interface LegendState {
  readonly grid: AppState['grid'];
  readonly colours: ScaleMode;
  readonly overLeft: number | null;
  readonly overRight: number | null;
  readonly title: string;
  readonly note: string;
}

export function createLegend(side: SideName): Picture<LegendState> {
  return createPicture({
    select({ store }, t) {
      const state = store.getState();
      const { left, right } = excessReferences(state);
      const { title, note } = legendWords(state, side, t);
      const colours = state.scenario.values.scale;
      return { grid: state.grid, colours, overLeft: left, overRight: right, title, note };
    },
    draw({ grid, colours, overLeft, overRight, title, note }, { size, drawStyle }) {
      if (!grid) return [];
      const table = createRampTable(drawStyle.palette.ramp);
      const { scale } = landscapePicture(grid, colours, { left: overLeft, right: overRight }, table);
      return drawLegend({ ...size, ...drawStyle, colours: scale[side], table, title, note });
    },
  });
}
