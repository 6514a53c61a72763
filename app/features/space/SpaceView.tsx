import { SIDES } from '../../../engine/side-names.ts';
import './words.en.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { wheelPower } from '../../charts/marks/wheel.ts';
import { createSpace, type Space } from '../../pictures/space/create-space.ts';
import { rememberOrbit } from '../../pictures/space/last-orbit.ts';
import { HOME, type Orbit, orbitAfterKey, turned, zoomed } from '../../pictures/space/orbit.ts';
import {
  createSpaceRun,
  selectSpaceGround,
  selectSpaceRun,
  spaceGround,
} from '../../pictures/space/space-drawing.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { Button } from '../../ui/fields/Button.tsx';
import { useDescription } from '../../ui/fields/use-description.ts';
import { LossReadout } from '../../ui/LossReadout.tsx';
import { useThemeContext } from '../../ui/look/theme-context.ts';
import { Verdict } from '../../ui/Verdict.tsx';

const DESCRIBE = {
  left: async () => (await import('../../pictures/describe.ts')).leftMap,
  right: async () => (await import('../../pictures/describe.ts')).rightMap,
};

/**
 * Shows both landscapes in space under one camera, instead of maps; loaded on demand. Without WebGL it says so above the maps (`fallback`).
 */
export function SpaceView({ fallback }: { fallback: ReactNode }): ReactNode {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const canvases = { left: useRef<HTMLCanvasElement>(null), right: useRef<HTMLCanvasElement>(null) };
  const surfaces = { left: useRef<HTMLDivElement>(null), right: useRef<HTMLDivElement>(null) };
  const [space, setSpace] = useState<Space | null>(null);
  const [trouble, setTrouble] = useState<'space.missing' | 'space.lost' | null>(null);
  const [moved, setMoved] = useState(false);
  useDescription(canvases.left, DESCRIBE.left);
  useDescription(canvases.right, DESCRIBE.right);
  const left = useApp((state) => viewOf(state).title(state, 'left', t));
  const right = useApp((state) => viewOf(state).title(state, 'right', t));

  // biome-ignore lint/correctness/useExhaustiveDependencies: refs never change.
  useEffect(() => {
    const [left, right] = [canvases.left.current, canvases.right.current];
    if (!left || !right) return;
    const made = createSpace({
      canvases: { left, right },
      onContext: (present) => setTrouble(present ? null : 'space.lost'),
      onOrbit: (orbit) => {
        rememberOrbit(orbit);
        setMoved(orbit !== HOME);
      },
    });
    if (!made) {
      setTrouble('space.missing');
      return;
    }
    setSpace(made);
    const unbind = SIDES.map((side) => bindOrbit(surfaces[side].current!, made.orbit, made.setOrbit));
    const observer = new ResizeObserver(made.resized);
    observer.observe(left);
    observer.observe(right);
    // Fonts load when first drawn.
    document.fonts?.addEventListener('loadingdone', made.resized);
    return () => {
      observer.disconnect();
      document.fonts?.removeEventListener('loadingdone', made.resized);
      for (const end of unbind) end();
      made.dispose();
    };
  }, []);

  useEffect(() => space?.setDrawStyle({ palette, scale }), [space, palette, scale]);

  useEffect(() => {
    if (!space) return;
    const select = selectSpaceGround();
    return session.store.subscribe(
      () => select(session, t),
      (state) => space.setGround(spaceGround(state, palette, t)),
      { fireImmediately: true },
    );
  }, [space, session, palette, t]);

  useEffect(() => {
    if (!space) return;
    const select = selectSpaceRun();
    const runOf = createSpaceRun();
    return session.store.subscribe(
      () => select(session, t),
      (state) => space.setRun(runOf(state, t)),
      { fireImmediately: true },
    );
  }, [space, session, t]);

  useEffect(() => {
    if (!space) return;
    return session.store.subscribe(({ extra }) => extra, space.setExtra, { fireImmediately: true });
  }, [space, session]);

  if (trouble === 'space.missing')
    return (
      <>
        <p className="solid-trouble" role="status">
          {t(trouble)}
        </p>
        {fallback}
      </>
    );
  return SIDES.map((side) => {
    const title = side === 'left' ? left : right;
    return (
      <section className="panel" aria-labelledby={`title-${side}`} data-testid={side} key={side}>
        <div className="panel-head">
          <span className={`sign ${side}`} aria-hidden />
          <h2 id={`title-${side}`}>{title}</h2>
          <LossReadout side={side} />
        </div>
        <div className="plate">
          <canvas ref={canvases[side]} role="img" aria-label={title} />
          <div
            ref={surfaces[side]}
            className="surface solid"
            data-arrows
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the camera moves here by keyboard.
            tabIndex={0}
            aria-label={t('aria.space', { side: title })}
          />
          {trouble && (
            <p className="solid-trouble" role="status">
              {t(trouble)}
            </p>
          )}
          {side === 'right' && moved && (
            <Button className="reset-view" onClick={() => space?.setOrbit(HOME)} words={t('space.reset')} />
          )}
        </div>
        <Verdict side={side} />
      </section>
    );
  });
}

/** Turn in radians for a drag across the element. */
const SWEEP = Math.PI;

/** Horizontal px before a finger turns. */
const ACROSS = 8;

/**
 * Binds an element's pointers and keys to the orbit: a drag turns, two fingers pinch, the wheel zooms with Ctrl/Cmd or in the focused
 * element; keys as in `orbitAfterKey`. `touch-action` decides which one-finger strokes scroll the page. No inertia. Returns a function that
 * unbinds.
 */
function bindOrbit(element: HTMLElement, read: () => Orbit, write: (orbit: Orbit) => void): () => void {
  /** Last position of each pointer; true once it turns. */
  const pointers = new Map<number, { x: number; y: number; turns: boolean }>();

  /** Returns the pointers' middle, and the distance of two. */
  function grip(): { x: number; y: number; apart: number } {
    const [a, b] = [...pointers.values()];
    if (!a) return { x: 0, y: 0, apart: 0 };
    if (!b) return { x: a.x, y: a.y, apart: 0 };
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0 || event.ctrlKey || pointers.size === 2) return;
    element.setPointerCapture(event.pointerId);
    const turns = event.pointerType !== 'touch';
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, turns });
  }

  function move(event: PointerEvent): void {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    // The page may scroll unless the stroke is horizontal.
    if (!pointer.turns && pointers.size === 1 && Math.abs(event.clientX - pointer.x) < ACROSS) return;
    const before = grip();
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, turns: true });
    const after = grip();
    const rate = SWEEP / Math.max(1, element.clientWidth);
    const orbit = turned(read(), -(after.x - before.x) * rate, (after.y - before.y) * rate);
    write(before.apart > 0 ? zoomed(orbit, after.apart / before.apart) : orbit);
  }

  function up(event: PointerEvent): void {
    pointers.delete(event.pointerId);
  }

  function wheel(event: WheelEvent): void {
    if (!(event.ctrlKey || event.metaKey || document.activeElement === element)) return;
    event.preventDefault();
    write(zoomed(read(), 2 ** wheelPower(event)));
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const orbit = orbitAfterKey(read(), event);
    if (!orbit) return;
    event.preventDefault();
    write(orbit);
  }

  const ends = new AbortController();
  const { signal } = ends;
  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', up, { signal });
  element.addEventListener('pointercancel', up, { signal });
  element.addEventListener('wheel', wheel, { signal, passive: false });
  element.addEventListener('keydown', key, { signal });
  return () => ends.abort();
}
