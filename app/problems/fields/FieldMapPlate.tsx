import './regions.css';
import './words.en.ts';
import '../planar/hand/words.en.ts';
import { useCallback, useMemo, useRef } from 'react';
import { nearestOnMap } from '../../../engine/landscapes/triangle.ts';
import { formatPoint, formatReadout } from '../../i18n/format.ts';
import { snapped } from '../../pictures/placing.ts';
import { isAsking } from '../../session/guessing.ts';
import { fieldOf, startOnMap } from '../../session/picture/in-plane.ts';
import type { Describe } from '../../session/picture/picture.ts';
import { hasCrowd } from '../../session/picture/shown-crowd.ts';
import { toldPlace } from '../../session/run/told-place.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { useControl } from '../../session/use-control.ts';
import { viewOf } from '../../session/view.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { Coming, lazyView } from '../../ui/lazy-view.tsx';
import { writeText } from '../../ui/write-text.ts';
import { useGuesses } from '../planar/guess/use-guesses.ts';
import { MapHandle } from '../planar/hand/MapHandle.tsx';
import { PlaneSurface, ResetView, usePlane } from '../planar/hand/PlaneSurface.tsx';
import { createFieldMap } from './field-drawing.ts';
import { type FieldMap, heightAt, isVeiled } from './field-map.ts';
import { createFieldStart } from './field-start.ts';

const CrowdCount = lazyView(() => import('../planar/crowd/CrowdCount.tsx'), 'CrowdCount');
const GuessLayer = lazyView(() => import('../planar/guess/GuessLayer.tsx'), 'GuessLayer');
const CrowdBrush = lazyView(() => import('../planar/crowd/CrowdBrush.tsx'), 'CrowdBrush');

const STARTS = {
  left: ({ opened }: AppState) => startOnMap(opened, 'left'),
  right: ({ opened }: AppState) => startOnMap(opened, 'right'),
};

export function FieldMapPlate({ map, describe }: { map: FieldMap; describe: () => Promise<Describe> }) {
  const { side } = map;
  const session = useSession();
  const t = useTranslate();
  const { surface, planeNow } = usePlane();
  const title = useApp((state) => viewOf(state).title(state, side, t));
  const starts = useApp(({ opened }) => fieldOf(opened, side)?.[1].starts ?? false);
  const crowded = useApp(hasCrowd);
  const brushing = useApp((state) => state.brushing && hasCrowd(state));
  const placing = useControl('place');
  const { ground, run } = useMemo(() => createFieldMap(map), [map]);
  const start = useMemo(() => createFieldStart(session, side), [session, side]);
  const { asked, guessing, place, onBack } = useGuesses(side);

  const startAt = useCallback(
    (x: number, y: number) => {
      const { opened } = session.store.getState();
      const isTriangle = fieldOf(opened, side)?.[1].domain.kind === 'triangle';
      const at = isTriangle ? nearestOnMap(x, y) : ([x, y] as const);
      if (!place(...at)) start.moveTo([snapped(at[0]), snapped(at[1])]);
    },
    [session, side, start, place],
  );

  return (
    <>
      <div className="plate" data-testid={`field-${side}`}>
        <Drawing picture={ground} />
        <Drawing prompt picture={run} label={title} describe={describe} />
        <PlaneSurface
          surface={surface}
          planeNow={planeNow}
          side={side}
          label={guessing ? t('guess.surface', { side: title }) : t('aria.field', { side: title, starts })}
          startAt={startAt}
          onBack={onBack}
        />
        {map.Buttons && <map.Buttons planeNow={planeNow} />}
        {starts && placing !== 'hidden' && (
          <MapHandle
            name="start"
            side={side}
            planeNow={planeNow}
            at={STARTS[side]}
            asked={start.asked}
            label={(at) =>
              t('aria.start', { at: formatPoint(toldPlace(session.store.getState().opened, side, at)) })
            }
            control={placing}
            title={t('mark.start')}
            moveTo={(to, gesture) => start.moveTo(to, { gesture, keepStep: true })}
          />
        )}
        {asked && (
          <Coming>
            <GuessLayer side={side} />
          </Coming>
        )}
        <PointReadout map={map} />
        {map.regions && !asked && <RegionToggle layer={map.regions} />}
        {side === 'left' && <ResetView surface={surface} />}
        {brushing && (
          <Coming>
            <CrowdBrush planeNow={planeNow} />
          </Coming>
        )}
      </div>
      {crowded && (
        <Coming>
          <CrowdCount side={side} />
        </Coming>
      )}
    </>
  );
}

function RegionToggle({ layer }: { layer: NonNullable<FieldMap['regions']> }) {
  const session = useSession();
  const t = useTranslate();
  const isOn = useApp((state) => state.scenario.values.ground === 'basins');
  const control = useControl('ground');
  // While asking, regions would answer.
  const asks = useApp(isAsking);
  if (control === 'hidden' || asks) return null;
  return (
    <button
      type="button"
      className="reset-view regions"
      aria-pressed={isOn}
      disabled={control === 'locked'}
      onClick={() => session.change({ ground: isOn ? 'loss' : 'basins' })}
    >
      {layer.name(t)}
    </button>
  );
}

/** Read-out under the crosshair, from the engine; omits a veiled height. */
function PointReadout({ map }: { map: FieldMap }) {
  const { side } = map;
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  function show(): void {
    if (!output.current) return;
    const state = store.getState();
    const point = state.fieldPoints[side];
    const height = point ? heightAt(point, map.share?.(session) ?? 1) : Number.NaN;
    const told = (x: number, y: number) => toldPlace(state.opened, side, [x, y]);
    const at = point && told(...point.at);
    const to = point?.move && told(point.at[0] + point.move[0], point.at[1] + point.move[1]);
    const parts = [
      ...(Number.isFinite(height) && !(isVeiled(map, state) && Number.isFinite(point?.under))
        ? [t('field.height', { name: map.height?.(t) ?? '', value: formatReadout(height) })]
        : []),
      ...(Number.isFinite(point?.under)
        ? [t('field.under', { name: map.under?.(t) ?? '', value: formatReadout(point!.under) })]
        : []),
      ...(at && to
        ? [
            t('field.move', {
              to: formatPoint(to.map((value, i) => value - at[i]!)),
              unit: map.unit ?? 'round',
            }),
          ]
        : []),
    ];
    writeText(output.current, at ? t('field.read', { at: formatPoint(at), parts }) : '');
  }
  useTransient(({ fieldPoints }) => fieldPoints[side], show);
  useTransient(isAsking, show);
  return <output ref={output} aria-live="off" className="probe" data-testid={`probe-${side}`} />;
}
