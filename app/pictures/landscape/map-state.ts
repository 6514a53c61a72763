import type { SideName } from '../../../engine/contract.ts';
import { LAYER_KEYS } from '../../../engine/scenario/page-keys.ts';
import { valueAt } from '../../../engine/scenario/scenario.ts';
import type { ScaleMode } from '../../charts/colour/loss-colour.ts';
import { type AppState, shownView } from '../../session/store.ts';
import { type MapFacts, viewOf } from '../../session/view.ts';

/** What a side's landscape shows at every step: what is known of it, the window and the layers. */
export interface MapState
  extends Pick<
    AppState,
    'grid' | 'opened' | 'references' | 'structure' | 'overtaken' | 'slice' | 'basins' | 'pull'
  > {
  readonly side: SideName;
  readonly facts: MapFacts;
  readonly view: ReturnType<typeof shownView>;
  readonly blend: number | undefined;
  readonly colours: ScaleMode;
  readonly ground: string;
  readonly points: boolean;
  readonly dead: boolean;
  readonly rays: boolean;
  /** The layers that are on, between spaces. */
  readonly layers: string;
}

/** Its parts are those of the store, so that two are alike as long as nothing changed. */
export function mapState(state: AppState, side: SideName): MapState {
  const { grid, opened, references, structure, overtaken, slice, basins, pull, scenario } = state;
  const { blend, scale, ground, points, dead, rays } = scenario.values;
  return {
    ...{ grid, opened, references, structure, overtaken, slice, basins, pull },
    side,
    facts: viewOf(state).maps!,
    view: shownView(state),
    ...{ blend, ground, points, dead, rays },
    colours: scale,
    layers: LAYER_KEYS.filter((key) => valueAt(scenario, key) === true).join(' '),
  };
}
