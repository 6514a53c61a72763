import './words.en.ts';
import { useCallback, useMemo, useRef } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import type { View } from '../../charts/geometry.ts';
import { formatPoint, formatReadout } from '../../i18n/format.ts';
import { shownGround } from '../../pictures/landscape/map-state.ts';
import { snapped } from '../../pictures/placing.ts';
import { hasCrowd } from '../../session/picture/shown-crowd.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { Coming, lazyView } from '../../ui/lazy-view.tsx';
import { writeText } from '../../ui/write-text.ts';
import { useGuesses } from './guess/use-guesses.ts';
import { PlaneSurface, ResetView, usePlane } from './hand/PlaneSurface.tsx';
import { createLandscape } from './landscape-drawing.ts';

const GuessLayer = lazyView(() => import('./guess/GuessLayer.tsx'), 'GuessLayer');

const MapHandles = lazyView(() => import('./hand/MapHandles.tsx'), 'MapHandles');
const CrowdCount = lazyView(() => import('./crowd/CrowdCount.tsx'), 'CrowdCount');
const CrowdBrush = lazyView(() => import('./crowd/CrowdBrush.tsx'), 'CrowdBrush');

const DESCRIBE = {
  left: async () => (await import('../../pictures/describe.ts')).leftMap,
  right: async () => (await import('../../pictures/describe.ts')).rightMap,
};

/** Returns the centre of the grid cell of a point, or the point itself outside the grid. */
function cellAt({ view, size }: { view: View; size: number }, x: number, y: number): [number, number] {
  const centre = (from: number, to: number, at: number): number => {
    const index = Math.floor(((at - from) / (to - from)) * size);
    return index >= 0 && index < size ? from + ((to - from) * (index + 0.5)) / size : at;
  };
  return [centre(view.x0, view.x1, x), centre(view.y0, view.y1, y)];
}

export function LandscapePanel({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const { surface, planeNow } = usePlane();
  const sliced = useApp((state) => (state.opened?.dimension ?? 2) > 2);
  const coming = useApp((state) => (state.opened?.dimension ?? 2) > 2 && state.slice === null);
  const title = useApp((state) => viewOf(state).title(state, side, t));
  const { asked, guessing, place, onBack } = useGuesses(side);
  const crowded = useApp(hasCrowd);
  const brushing = useApp((state) => state.brushing && hasCrowd(state));
  const { ground, run } = useMemo(() => createLandscape(side), [side]);

  const startAt = useCallback(
    (x: number, y: number) => {
      if (place(x, y)) return;
      const state = session.store.getState();
      const { basins, opened } = state;
      // A slice keeps its start: another start would define another plane.
      if (opened?.dimension !== 2) return;
      // A click in a basin replays the run of that cell.
      if (shownGround(state) === 'basins' && basins) session.replayFrom(cellAt(basins, x, y));
      else session.setStart([snapped(x), snapped(y)]);
    },
    [session, place],
  );

  return (
    <>
      <div className="plate">
        <Drawing picture={ground} />
        <Drawing prompt picture={run} label={title} describe={DESCRIBE[side]} />
        <PlaneSurface
          surface={surface}
          planeNow={planeNow}
          side={side}
          label={t(guessing ? 'guess.surface' : sliced ? 'aria.slice' : 'aria.landscape', { side: title })}
          startAt={startAt}
          onBack={onBack}
        />
        <Coming>
          <MapHandles planeNow={planeNow} side={side} />
        </Coming>
        {asked && (
          <Coming>
            <GuessLayer side={side} />
          </Coming>
        )}
        {coming && <p className="shadow">{t('slice.coming')}</p>}
        <ProbeReadout side={side} />
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

/** Shows place, loss and gradient norm under the crosshair, from the engine. */
function ProbeReadout({ side }: { side: SideName }) {
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  useTransient(
    (state) => state.probe,
    (probe) => {
      const words = probe
        ? t('readout.probe', {
            at: formatPoint(probe.at),
            loss: formatReadout(probe[side].loss),
            gradient: formatReadout(probe[side].gradientNorm),
          })
        : '';
      writeText(output.current, words);
    },
  );
  return <output ref={output} aria-live="off" className="probe" data-testid={`probe-${side}`} />;
}
