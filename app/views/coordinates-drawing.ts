import type { Translate } from '../messages/messages.ts';
import { drawCoordinates } from '../plot/coordinates-plot.ts';
import type { DisplayList } from '../plot/display-list.ts';
import type { Look } from '../plot/extra-marks.ts';
import { shownIterate } from '../state/kept-steps.ts';
import type { Moment } from '../state/moment.ts';
import type { Size } from './Drawing.tsx';

/** Every weight of both iterates against the plant's. */
export function coordinatesDrawing(
  moment: Moment,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const state = moment.store.getState();
  const { names, hasOnes } = state.opened?.samples ?? { names: [], hasOnes: false };
  return drawCoordinates({
    width,
    height,
    scale,
    palette,
    plant: state.opened?.plant ?? null,
    left: shownIterate(moment, 'left'),
    right: shownIterate(moment, 'right'),
    names: hasOnes ? [...names, t('axis.bias')] : names,
    axes: { x: t('axis.index'), y: t('coordinates.weight') },
  });
}
