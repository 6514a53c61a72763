import './words.en.ts';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { containsPixel, createPlane, type Plane, type Rect, type View } from '../../charts/geometry.ts';
import { formatPoint, formatReadout } from '../../i18n/format.ts';
import { landscapeRect } from '../../pictures/landscape-frame.ts';
import { arrowMove, snapped } from '../../pictures/placing.ts';
import { during } from '../../session/busy.ts';
import { asksGuess, isGuessing } from '../../session/guessing.ts';
import { hasKeyboardFocus } from '../../session/keys.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../session/session-context.tsx';
import { hasCrowd } from '../../session/shown-crowd.ts';
import { shownView } from '../../session/store.ts';
import { viewOf } from '../../session/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { Coming, lazyView } from '../../ui/lazy-view.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { createLandscape } from './landscape-drawing.ts';

const GuessLayer = lazyView(() => import('./GuessLayer.tsx'), 'GuessLayer');

const MapHandles = lazyView(() => import('./MapHandles.tsx'), 'MapHandles');
const CrowdCount = lazyView(() => import('./CrowdCount.tsx'), 'CrowdCount');
const CrowdBrush = lazyView(() => import('./CrowdBrush.tsx'), 'CrowdBrush');

const DESCRIBE = {
  left: async () => (await import('../../pictures/describe.ts')).leftMap,
  right: async () => (await import('../../pictures/describe.ts')).rightMap,
};

/** The centre of the grid cell that holds a point, or the point itself outside of the grid. */
function cellAt({ view, size }: { view: View; size: number }, x: number, y: number): [number, number] {
  const centre = (from: number, to: number, at: number): number => {
    const index = Math.floor(((at - from) / (to - from)) * size);
    return index >= 0 && index < size ? from + ((to - from) * (index + 0.5)) / size : at;
  };
  return [centre(view.x0, view.x1, x), centre(view.y0, view.y1, y)];
}

/** One side's landscape with everything on it. */
export function LandscapePanel({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const { scale } = useThemeContext();
  const surface = useRef<HTMLDivElement>(null);
  const sliced = useApp((state) => (state.opened?.dimension ?? 2) > 2);
  const coming = useApp((state) => (state.opened?.dimension ?? 2) > 2 && state.slice === null);
  const moved = useApp((state) => {
    const { x0, x1, y0, y1 } = shownView(state);
    const home = state.autoView;
    const near = (a: number, b: number) => Math.abs(a - b) <= 1e-4 * (home.x1 - home.x0);
    return !(near(x0, home.x0) && near(x1, home.x1) && near(y0, home.y0) && near(y1, home.y1));
  });
  const title = useApp((state) => viewOf(state).title(state, side, t));
  const asked = useApp(asksGuess);
  const guessing = useApp(isGuessing);
  const crowded = useApp(hasCrowd);
  const brushing = useApp((state) => state.brushing && hasCrowd(state));
  const { ground, run } = useMemo(() => createLandscape(side), [side]);

  const rectOf = useCallback(() => {
    const box = surface.current;
    return landscapeRect(box?.clientWidth ?? 0, box?.clientHeight ?? 0, scale);
  }, [scale]);

  const startAt = useCallback(
    (x: number, y: number) => {
      if (isGuessing(session.store.getState())) {
        session.guess(side, [snapped(x), snapped(y)]);
        return;
      }
      const { scenario, basins, opened } = session.store.getState();
      // Over a slice the start stays: another one would lay another plane.
      if (opened?.dimension !== 2) return;
      // In a basin the run of the cell itself is replayed.
      if (scenario.values.ground === 'basins' && basins) session.replayFrom(cellAt(basins, x, y));
      else session.setStart([snapped(x), snapped(y)]);
    },
    [session, side],
  );

  const place = useCallback(
    (plane: Plane, px: number, py: number) => {
      const [x, y] = plane.toData(px, py);
      if (containsPixel(plane.rect, px, py)) startAt(x, y);
    },
    [startAt],
  );
  usePlaneGestures(surface, rectOf, place);

  const planeNow = useCallback(
    () => createPlane(shownView(session.store.getState()), rectOf()),
    [session, rectOf],
  );

  function hover(event: React.PointerEvent): void {
    const box = surface.current!.getBoundingClientRect();
    const plane = planeNow();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    session.pointAt(containsPixel(plane.rect, px, py) ? plane.toData(px, py) : null);
  }

  /** Arrow keys move the crosshair, Enter places the start under it. */
  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const view = shownView(session.store.getState());
    const at = session.store.getState().crosshair ?? [(view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2];
    const move = arrowMove(event, view);
    if (move) session.pointAt([at[0] + move[0], at[1] + move[1]]);
    else if (event.key === 'Enter') startAt(at[0], at[1]);
    else if (event.key === 'Backspace' && guessing) session.guess(side, null);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="plate">
        <Drawing picture={ground} />
        <Drawing picture={run} label={title} describe={DESCRIBE[side]} />
        <div
          ref={surface}
          className="surface"
          data-side={side}
          data-arrows
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the crosshair moves here by keyboard.
          tabIndex={0}
          aria-label={t(guessing ? 'guess.surface' : sliced ? 'aria.slice' : 'aria.landscape', {
            side: title,
          })}
          onPointerMove={hover}
          onPointerLeave={() => session.pointAt(null)}
          onKeyDown={onKeyDown}
          onBlur={() => session.pointAt(null)}
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
        {moved && side === 'left' && (
          <Button
            className="reset-view"
            onClick={() => {
              session.setView(null, session.newGesture());
              surface.current?.focus();
            }}
            words={t('header.resetView')}
          />
        )}
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

/** Place, loss and gradient norm under the crosshair, from the engine. */
function ProbeReadout({ side }: { side: SideName }) {
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  useTransient(
    (state) => state.probe,
    (probe) => {
      if (!output.current) return;
      output.current.textContent = probe
        ? t('readout.probe', {
            at: formatPoint(probe.at),
            loss: formatReadout(probe[side].loss),
            gradient: formatReadout(probe[side].gradientNorm),
          })
        : '';
    },
  );
  return <output ref={output} aria-live="off" className="probe" data-testid={`probe-${side}`} />;
}

/**
 * Pan by dragging, pinch with two fingers, wheel with Ctrl/Cmd or while the panel has the focus; a click or tap is
 * handed on with its plane. One finger is left to the page, which scrolls.
 */
function usePlaneGestures(
  surface: RefObject<HTMLElement | null>,
  rectOf: () => Rect,
  onPlace: (plane: Plane, px: number, py: number) => void,
): void {
  const session = useSession();
  const latest = useRef({ rectOf, onPlace });
  latest.current = { rectOf, onPlace };

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let unbind: (() => void) | null = null;
    let gone = false;
    // The maps need not wait for the library that moves them.
    during(import('./plane-zoom.ts')).then(
      ({ bindPlaneZoom }) => {
        if (!gone) unbind = bindPlaneZoom(element, session, () => latest.current.rectOf());
      },
      () => undefined,
    );

    const onClick = (event: MouseEvent) => {
      const box = element.getBoundingClientRect();
      const plane = createPlane(shownView(session.store.getState()), latest.current.rectOf());
      latest.current.onPlace(plane, event.clientX - box.left, event.clientY - box.top);
    };

    element.addEventListener('click', onClick);
    return () => {
      gone = true;
      unbind?.();
      element.removeEventListener('click', onClick);
    };
  }, [session, surface]);
}
