import type { SideName } from '../../../engine/contract.ts';
import type { StationaryPoints } from '../../../workers/protocol.ts';
import { formatDigits, formatPlace, formatReadout } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { isPlant } from '../../pictures/landscape/marks.ts';
import { isOvertaken } from '../../session/run/overtaken.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { Button } from '../../ui/fields/Button.tsx';

const MOST_ROWS = 12;

interface Row {
  readonly kind: string;
  readonly place: string;
  readonly loss: number;
  /** Crosshair's target; null for a set of places. */
  readonly at: readonly [number, number] | null;
}

const degrees = (radians: number) => (radians * 180) / Math.PI;

function rowsOf(points: StationaryPoints, plant: (at: readonly number[]) => boolean, t: Translate): Row[] {
  const between = ({ fromAngle, toAngle, loss }: { fromAngle: number; toAngle: number; loss: number }) => ({
    place: t('layers.angles', { from: degrees(fromAngle), to: degrees(toAngle) }),
    loss,
    at: null,
  });
  return [
    ...points.minima.map(({ at, loss, on, strict }) => {
      const kind = t(plant(at) ? 'layers.kind.plant' : strict ? `layers.kind.${on}` : 'layers.kind.end');
      return { kind, place: formatPlace(at), loss, at };
    }),
    ...points.valleys.map((valley) => ({ kind: t('layers.kind.valley'), ...between(valley) })),
    ...points.crests.map(({ direction, loss }) => {
      const place = t('layers.along', { at: formatPlace(direction) });
      return { kind: t('layers.kind.crest'), place, loss, at: null };
    }),
    ...points.ridgeSaddles.map(({ at, loss }) => {
      return { kind: t('layers.kind.saddle'), place: formatPlace(at), loss, at };
    }),
    ...points.plateaus.map((plateau) => ({ kind: t('layers.kind.plateau'), ...between(plateau) })),
  ];
}

/** Lists stationary points: kind, place, loss. A row sets the crosshair. */
export function StationaryList({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const points = useApp((state) => (isOvertaken(state, 'structure', side) ? null : state.structure?.[side]));
  const title = useApp((state) => viewOf(state).title(state, side, t));
  if (!points) return null;
  const rows = rowsOf(points, (at) => isPlant(session.store.getState(), at), t);
  return (
    <>
      <table className="stationary" data-testid={`stationary-${side}`}>
        <caption>
          <span className={`sign ${side}`} aria-hidden /> {title}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('layers.kind')}</th>
            <th scope="col">{t('layers.place')}</th>
            <th scope="col">{t('layers.loss')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ kind, place, loss, at }) => (
            <tr key={`${kind} ${place} ${loss}`}>
              <td>{kind}</td>
              <td>
                {at ? (
                  <Button
                    className="place"
                    aria-label={`${kind} ${place}`}
                    onClick={() => session.pointAt(at)}
                    words={place}
                  />
                ) : (
                  place
                )}
              </td>
              <td>{formatDigits(loss)}</td>
            </tr>
          ))}
        </tbody>
        {rows.length > MOST_ROWS && (
          <tfoot>
            <tr>
              <td colSpan={3}>{t('layers.more', { count: rows.length - MOST_ROWS })}</td>
            </tr>
          </tfoot>
        )}
      </table>
      <p className="note">
        {t('layers.stuck', { share: points.stuckShare, loss: formatReadout(points.origin.loss) })}
      </p>
    </>
  );
}
