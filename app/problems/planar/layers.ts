import { LAYER_KEYS, type LayerKey } from '../../../engine/scenario/page-keys.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { Mark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { MapState } from '../../pictures/landscape/map-state.ts';

/** Drawing context of a layer: a side's map state and its plane in pixels. */
export interface LayerContext {
  readonly map: MapState;
  readonly plane: Plane;
  readonly drawStyle: DrawStyle;
}

type Drawn = 'base' | 'overlay' | 'space' | ((context: LayerContext) => Mark[]);

/** Drawing of each layer; a missing one does not compile. `base` and `overlay` are pictures of a landscape (`landscape/base.ts`,
 * `landscape/overlay.ts`), `space` the 3D blocks; a function returns marks over the path. */
const LAYERS: Readonly<Record<LayerKey, Drawn>> = {
  ground: 'base',
  points: 'overlay',
  dead: 'base',
  rays: 'base',
  arrows: 'overlay',
  solid: 'space',
};

/** Returns the marks of all active layers that draw themselves. */
export function layerMarks(context: LayerContext): Mark[] {
  const on = context.map.layers.split(' ');
  return LAYER_KEYS.flatMap((key) => {
    const draw = LAYERS[key];
    return typeof draw === 'function' && on.includes(key) ? draw(context) : [];
  });
}
