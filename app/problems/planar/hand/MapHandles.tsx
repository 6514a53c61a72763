import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { Plane } from '../../../charts/geometry.ts';
import { formatPoint } from '../../../i18n/format.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { useControl } from '../../../session/use-control.ts';
import { useHand } from './hand.ts';
import { MapHandle } from './MapHandle.tsx';
import { starOf } from './movable.ts';

/** Returns the requested start, so the next move continues from it before its run arrives. */
const startOf = ({ opened, scenario }: AppState) =>
  opened?.dimension === 2 ? (scenario.values.start ?? opened.sides.left.start) : null;

/** Handles of a map. The path bends live because the run is recomputed to the shown step; the data and both landscapes follow the star. */
export function MapHandles({ planeNow, side }: { planeNow: () => Plane; side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const hand = useHand();
  const hasStar = useApp((state) => starOf(state) !== null);
  const planting = useControl('plant');
  const placing = useControl('place');
  const of = { side, planeNow };
  return (
    <>
      {hasStar && planting !== 'hidden' && (
        <MapHandle
          {...of}
          name="star"
          at={starOf}
          asked={hand.starAsked}
          label={(at) => t('aria.star', { at: formatPoint(at) })}
          control={planting}
          title={t('mark.star')}
          moveTo={hand.moveStar}
        />
      )}
      {placing !== 'hidden' && (
        <MapHandle
          {...of}
          name="start"
          at={startOf}
          label={(at) => t('aria.start', { at: formatPoint(at) })}
          control={placing}
          title={t('mark.start')}
          moveTo={(to, gesture) => session.setStart(to, { gesture, keepStep: true })}
        />
      )}
    </>
  );
}
