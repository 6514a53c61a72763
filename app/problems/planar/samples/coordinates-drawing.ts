import { iterateAt, type SideAt, selectSide } from '../../../pictures/side-at.ts';
import { createPicture, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { drawCoordinates } from './coordinates-plot.ts';

interface CoordinatesState extends Pick<AppState, 'opened'> {
  readonly left: SideAt;
  readonly right: SideAt;
}

export function createCoordinates(): Picture<CoordinatesState> {
  const [left, right] = [selectSide('left'), selectSide('right')];
  return createPicture({
    select: (snapshot, t) => ({
      opened: snapshot.store.getState().opened,
      left: left(snapshot, t),
      right: right(snapshot, t),
    }),
    draw({ opened, left, right }, { size, drawStyle, t }) {
      const { names, hasOnes } = opened?.samples ?? { names: [], hasOnes: false };
      return drawCoordinates({
        ...size,
        ...drawStyle,
        plant: opened?.plant ?? null,
        left: iterateAt(left),
        right: iterateAt(right),
        names: hasOnes ? [...names, t('axis.bias')] : names,
        axes: { x: t('axis.index'), y: t('coordinates.weight') },
      });
    },
  });
}
