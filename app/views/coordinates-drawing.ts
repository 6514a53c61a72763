import type { Translate } from '../messages/messages.ts';
import { drawCoordinates } from '../plot/coordinates-plot.ts';
import type { DisplayList } from '../plot/display-list.ts';
import type { Look } from '../plot/extra-marks.ts';
import { shownIterate } from '../state/kept-steps.ts';
import type { Snapshot } from '../state/snapshot.ts';
import type { Size } from './Drawing.tsx';

/** Every weight of both iterates against the plant's. */
export function coordinatesDrawing(
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const state = snapshot.store.getState();
  const { names, hasOnes } = state.opened?.samples ?? { names: [], hasOnes: false };
  return drawCoordinates({
    width,
    height,
    scale,
    palette,
    plant: state.opened?.plant ?? null,
    left: shownIterate(snapshot, 'left'),
    right: shownIterate(snapshot, 'right'),
    names: hasOnes ? [...names, t('axis.bias')] : names,
    axes: { x: t('axis.index'), y: t('coordinates.weight') },
  });
}
