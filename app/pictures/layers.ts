import type { SideName } from '../../engine/contract.ts';
import { LAYER_KEYS, type LayerKey } from '../../engine/scenario/page-keys.ts';
import { valueAt } from '../../engine/scenario/scenario.ts';
import type { Mark } from '../charts/display-list.ts';
import type { Plane } from '../charts/geometry.ts';
import type { AppState } from '../session/store.ts';
import type { Look } from './extra-marks.ts';

/** What a layer is drawn from: the state, the side whose map it is, and the plane of the map in pixels. */
export interface LayerContext {
  readonly state: AppState;
  readonly side: SideName;
  readonly plane: Plane;
  readonly look: Look;
}

type Drawn = 'base' | 'overlay' | 'space' | ((context: LayerContext) => Mark[]);

/**
 * What draws each layer of the maps; a layer without an answer here does not compile. `base` and `overlay` are the two pictures of a
 * landscape (`landscape-base.ts`, `landscape-overlay.ts`), `space` the blocks; a function gives marks that lie over the path.
 */
const LAYERS: Readonly<Record<LayerKey, Drawn>> = {
  ground: 'base',
  points: 'overlay',
  dead: 'base',
  rays: 'base',
  arrows: 'overlay',
  solid: 'space',
};

/** The marks of all layers that are on and draw themselves. */
export function layerMarks(context: LayerContext): Mark[] {
  return LAYER_KEYS.flatMap((key) => {
    const draw = LAYERS[key];
    return typeof draw === 'function' && valueAt(context.state.scenario, key) === true ? draw(context) : [];
  });
}

/** What layers depend on besides what the pictures watch. */
export function watchLayers({ scenario }: AppState): readonly unknown[] {
  return LAYER_KEYS.map((key) => valueAt(scenario, key));
}
