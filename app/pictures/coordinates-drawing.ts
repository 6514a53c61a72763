import type { DisplayList } from '../charts/display-list.ts';
import type { Translate } from '../i18n/messages.ts';
import { shownIterate } from '../session/kept-steps.ts';
import type { Snapshot } from '../session/snapshot.ts';
import type { Size } from '../ui/Drawing.tsx';
import { drawCoordinates } from './coordinates-plot.ts';
import type { Look } from './extra-marks.ts';

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
