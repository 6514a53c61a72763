import type { SideName } from '../../../engine/contract.ts';
import { LAYER_KEYS } from '../../../engine/scenario/page-keys.ts';
import { valueAt } from '../../../engine/scenario/scenario.ts';
import type { ScaleMode } from '../../charts/colour/loss-colour.ts';
import { hasPart } from '../../session/scene-parts.ts';
import { type AppState, shownView } from '../../session/store.ts';
import { type MapFacts, viewOf } from '../../session/view.ts';

/** The step-independent state of a side's landscape. */
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
  /** False while a scene withholds what is marked: the landscape alone asks. */
  readonly marked: boolean;
  readonly points: boolean;
  readonly dead: boolean;
  readonly rays: boolean;
  /** Active layers, space-separated. */
  readonly layers: string;
}

/** The fields are the store's own, so unchanged states compare equal. */
/** Returns what colours the maps: the loss while the open scene withholds another ground. */
export function shownGround(state: AppState): string {
  return hasPart(state, 'ground') ? state.scenario.values.ground : 'loss';
}

export function mapState(state: AppState, side: SideName): MapState {
  const { grid, opened, references, structure, overtaken, slice, basins, pull, scenario } = state;
  const { blend, scale, points, dead, rays } = scenario.values;
  const marked = hasPart(state, 'marks');
  return {
    ...{ grid, opened, references, structure, overtaken, slice, basins, pull },
    side,
    facts: viewOf(state).maps!,
    view: shownView(state),
    ...{ blend, rays, marked, ground: shownGround(state) },
    points: points && marked,
    dead: dead && marked,
    colours: scale,
    layers: LAYER_KEYS.filter((key) => valueAt(scenario, key) === true).join(' '),
  };
}
