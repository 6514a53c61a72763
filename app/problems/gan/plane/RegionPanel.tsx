import { useEffect, useMemo, useRef } from 'react';
import { shallow } from 'zustand/shallow';
import type { SideName } from '../../../../engine/contract.ts';
import type { ForecastReading } from '../../../../engine/problems/gan/types.ts';
import { valueAt } from '../../../../engine/scenario/scenario.ts';
import { containsPixel } from '../../../charts/geometry.ts';
import { formatFour as short } from '../../../i18n/format.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { useControl, useTitle } from '../../../session/use-control.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { useHandle } from '../../kit/surface/use-handle.ts';
import { planeOf, titleOf } from '../game-info.ts';
import { dotAt, regionPlane } from '../region-geometry.ts';
import { holdWindow, REGIONS, shownWindow } from './readings.ts';
import { createRegions, dotsOf, tellRegions } from './region-drawing.ts';
import { factorWords } from './told.ts';

/** Share of the window that an arrow key moves a dot by, without and with Shift. */
const BY = { arrow: 0.01, shift: 0.1 };

const describe = async () => tellRegions;

/** Shows where rules arrive. The dots set step and brake; a pointer elsewhere reads the forecast. */
export function RegionPanel() {
  const session = useSession();
  const t = useTranslate();
  const { scale } = useThemeContext();
  const plate = useRef<HTMLDivElement>(null);
  const read = useRef<HTMLOutputElement>(null);
  const asked = useRef(0);
  /** Pixel of the pointer; null off the picture. */
  const pointer = useRef<readonly [x: number, y: number] | null>(null);
  const picture = useMemo(createRegions, []);
  const window = useApp(shownWindow);
  const shown = useApp(({ pictured, landscape }) => (pictured === landscape ? landscape : null));
  const has = useApp((state) => dotsOf(planeOf(state)).length);

  function planeNow() {
    const box = plate.current!.getBoundingClientRect();
    return { box, plane: regionPlane(shownWindow(session.store.getState())!, box, scale) };
  }

  async function readPointer(): Promise<void> {
    const turn = ++asked.current;
    const at = window && pointer.current;
    const plane = at && planeNow().plane;
    const [eta, rho] = (at && plane?.toData(...at)) ?? [0, 0];
    if (!at || !plane || !containsPixel(plane.rect, ...at) || !(eta > 0)) {
      if (read.current) read.current.textContent = '';
      return;
    }
    const told = await session.pictureEngine
      .reading<ForecastReading>('forecast', { eta, rho })
      .catch(() => null);
    // The pointer may have moved. Without an answer another scenario follows, which is read again.
    if (!told || !read.current || turn !== asked.current) return;
    const state = session.store.getState();
    const of = (side: SideName) =>
      `${titleOf(state, side, t)}: ${told[side] ? factorWords(told[side], t) : t('gan.region.undefined')}`;
    const rules =
      planeOf(state)?.versus === 'brake' ? factorWords(told.left!, t) : `${of('left')}; ${of('right')}`;
    read.current.textContent = t('gan.region.read', { eta: short(eta), rho: short(rho), verdict: rules });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: these change the region under a resting pointer.
  useEffect(() => {
    if (shown !== null && pointer.current) void readPointer();
  }, [shown, window, t]);

  function point(at: typeof pointer.current): void {
    pointer.current = at;
    void readPointer();
  }

  return (
    <>
      <div
        ref={plate}
        className="plate regions"
        onPointerMove={({ clientX, clientY }) => {
          const { left, top } = plate.current!.getBoundingClientRect();
          point([clientX - left, clientY - top]);
        }}
        onPointerLeave={() => point(null)}
      >
        <Drawing picture={picture} label={t('gan.region.title')} describe={describe} />
        {has > 1 && <Dot side="right" planeNow={planeNow} />}
        {has > 0 && <Dot side="left" planeNow={planeNow} />}
      </div>
      <p className="hint">
        <output ref={read} aria-live="off" data-testid="read-region" />
        <span>{t('gan.region.hint')}</span>
      </p>
    </>
  );
}

type PlaneNow = () => { readonly box: DOMRect; readonly plane: ReturnType<typeof regionPlane> };

/** Sets the generator's step and this side's brake. */
function Dot({ side, planeNow }: { side: SideName; planeNow: PlaneNow }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const control = useControl('rho');
  const locked = useTitle(control, t('gan.region.title'));
  const { scale } = useThemeContext();
  const label = useApp((state) => {
    const dot = dotsOf(planeOf(state)).find((one) => one.side === side);
    return dot
      ? t('aria.gan.dot', { side: titleOf(state, side, t), eta: short(dot.eta), rho: short(dot.rho) })
      : '';
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scale moves it too.
  useEffect(() => {
    const element = button.current;
    if (!element?.parentElement) return;
    const settle = () => {
      // On unmount the readings are removed before their listeners.
      if (!element.isConnected) return;
      const state = store.getState();
      const dot = dotsOf(planeOf(state)).find((one) => one.side === side);
      element.hidden = !dot || !shownWindow(state);
      if (!dot || element.hidden) return;
      const [x, y] = planeNow().plane.toPixel(dot.eta, dot.rho);
      element.style.left = `${x}px`;
      element.style.top = `${y}px`;
    };
    const observer = new ResizeObserver(settle);
    observer.observe(element.parentElement);
    const stop = store.subscribe(
      (state) => [state.opened, shownWindow(state), REGIONS.find(state, 'regions')],
      settle,
      { equalityFn: shallow },
    );
    settle();
    return () => {
      observer.disconnect();
      stop();
    };
  }, [store, side, scale]);

  function moveTo(x: number, y: number, gesture: string): void {
    const state = store.getState();
    const window = shownWindow(state);
    if (!window) return;
    const { eta, rho } = dotAt(x, y, window);
    const isOwn = side === 'right' && planeOf(state)?.versus === 'brake';
    const step = valueAt(state.scenario, 'step') === null ? { c: eta } : { step: eta };
    session.change({ ...step, [isOwn ? 'rho2' : 'rho']: rho }, { gesture });
  }

  const handlers = useHandle({
    hold: (isHeld) => holdWindow(session, isHeld),
    dragTo(x, y, gesture) {
      const [eta, rho] = planeNow().plane.toData(x, y);
      moveTo(eta, rho, gesture);
    },
    press({ key, shiftKey }, gesture) {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key];
      const state = store.getState();
      const [dot, window] = [dotsOf(planeOf(state)).find((one) => one.side === side), shownWindow(state)];
      if (!way || !dot || !window) return false;
      const by = shiftKey ? BY.shift : BY.arrow;
      holdWindow(session, true);
      moveTo(dot.eta + way[0]! * by * window.eta, dot.rho + way[1]! * by * window.rho, gesture);
      return true;
    },
  });

  return (
    <button
      ref={button}
      type="button"
      className="map-handle"
      data-arrows
      data-testid={`dot-${side}`}
      aria-label={label}
      aria-disabled={control === 'locked'}
      title={control === 'locked' ? locked : undefined}
      {...handlers}
    />
  );
}
