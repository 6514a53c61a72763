import { useCallback, useRef } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { formatPoint, formatReadout } from '../messages/format.ts';
import { containsPixel, createPlane, type Plane } from '../plot/geometry.ts';
import { landscapeRect } from '../plot/landscape-frame.ts';
import { shownView } from '../state/store.ts';
import { Drawing } from './Drawing.tsx';
import { LossReadout } from './LossReadout.tsx';
import { arrowMove, snapped } from './placing.ts';
import { StartHandle } from './StartHandle.tsx';
import { useApp, useSession, useTransient, useTranslate } from './session-context.tsx';
import { useThemeContext } from './theme-context.ts';
import { useLandscapeDrawings } from './use-landscape-drawings.ts';
import { usePlaneGestures } from './use-plane-gestures.ts';
import { Verdict } from './Verdict.tsx';

/** One side's landscape with everything on it, its loss and its verdict. */
export function LandscapePanel({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const { scale } = useThemeContext();
  const surface = useRef<HTMLDivElement>(null);
  const blend = useApp((state) => state.scenario.values.blend as number);
  const moved = useApp((state) => {
    const { x0, x1, y0, y1 } = shownView(state);
    const home = state.autoView;
    const near = (a: number, b: number) => Math.abs(a - b) <= 1e-4 * (home.x1 - home.x0);
    return !(near(x0, home.x0) && near(x1, home.x1) && near(y0, home.y0) && near(y1, home.y1));
  });
  const title = side === 'right' && blend < 1 ? t('side.rightBlend', { blend }) : t(`side.${side}`);
  const { drawBase, watchBase, drawOverlay, watchOverlay } = useLandscapeDrawings(side);

  const rectOf = useCallback(() => {
    const box = surface.current;
    return landscapeRect(box?.clientWidth ?? 0, box?.clientHeight ?? 0, scale);
  }, [scale]);

  const place = useCallback(
    (plane: Plane, px: number, py: number) => {
      if (!containsPixel(plane.rect, px, py)) return;
      const [x, y] = plane.toData(px, py);
      session.change({ start: [snapped(x), snapped(y)] });
    },
    [session],
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
    const view = shownView(session.store.getState());
    const at = session.store.getState().crosshair ?? [(view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2];
    const move = arrowMove(event, view);
    if (move) session.pointAt([at[0] + move[0], at[1] + move[1]]);
    else if (event.key === 'Enter') session.change({ start: [snapped(at[0]), snapped(at[1])] });
    else return;
    event.preventDefault();
  }

  return (
    <section className="panel" aria-labelledby={`title-${side}`} data-testid={side}>
      <div className="panel-head">
        <span className={`sign ${side}`} aria-hidden />
        <h2 id={`title-${side}`}>{title}</h2>
        <LossReadout side={side} />
      </div>
      <div className="plate">
        <Drawing draw={drawBase} watch={watchBase} />
        <Drawing draw={drawOverlay} watch={watchOverlay} />
        <div
          ref={surface}
          className="surface"
          data-side={side}
          data-arrows
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the crosshair moves here by keyboard.
          tabIndex={0}
          aria-label={t('aria.landscape', { side: title })}
          onPointerMove={hover}
          onPointerLeave={() => session.pointAt(null)}
          onKeyDown={onKeyDown}
          onBlur={() => session.pointAt(null)}
        />
        <StartHandle planeNow={planeNow} side={side} />
        <ProbeReadout side={side} />
        {moved && side === 'left' && (
          <button
            type="button"
            className="reset-view"
            onClick={() => {
              session.setView(null, session.newGesture());
              surface.current?.focus();
            }}
          >
            {t('header.resetView')}
          </button>
        )}
      </div>
      <Verdict side={side} />
    </section>
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
