import './hand.css';
import './words.en.ts';
import { useEffect, useRef, useState } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import type { RowReading, SampleNow } from '../../../../engine/problem.ts';
import type { Plane } from '../../../charts/geometry.ts';
import { formatDistance, formatPoint } from '../../../i18n/format.ts';
import { arrowMove, snapped, within } from '../../../pictures/placing.ts';
import { during } from '../../../session/busy.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { shownIterate } from '../../../session/run/kept-steps.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { useControl } from '../../../session/use-control.ts';
import { viewOf } from '../../../session/view.ts';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { dataPlane } from '../data-drawing.ts';
import { useHand } from './hand.ts';

/** Hit radius of a sample in pixels, by mouse and by finger. */
const NEAR = { mouse: 14, touch: 24 } as const;

/** Key of the state that a sample's readings depend on. */
const readAt = ({ k, version, opened, pictured, landscape }: AppState) =>
  `${k} ${version} ${opened?.run} ${pictured === landscape}`;

/** Targets of the samples: hover or focus shows residual and pull on each side; dragging moves a sample, as do the arrow keys after
 * Enter. */
export function SampleHandles() {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const { scale, palette } = useThemeContext();
  const surface = useRef<HTMLDivElement>(null);
  const gesture = useRef('');
  /** Requested place of the grabbed sample; the next key press continues from it before it arrives. */
  const heldAt = useRef<readonly [number, number]>([0, 0]);
  const [row, setRow] = useState<number | null>(null);
  const [isHeld, setHeld] = useState(false);
  const hand = useHand();
  const locked = useControl('data') !== 'shown';
  const count = useApp(({ opened }) => opened?.samples.labels.length ?? 0);

  const now = () => {
    const { clientWidth: width, clientHeight: height } = surface.current!;
    return dataPlane(session, t, { width, height, scale, palette });
  };

  /** Returns the nearest sample within reach, or null. */
  function nearest(event: { clientX: number; clientY: number }, reach: number): number | null {
    const drawn = now();
    if (!drawn) return null;
    const box = surface.current!.getBoundingClientRect();
    const at = drawn.plane.toPixels(drawn.points);
    let [best, least] = [null as number | null, reach];
    for (let i = 0; 2 * i < at.length; i++) {
      const away = Math.hypot(
        at[2 * i]! - event.clientX + box.left,
        at[2 * i + 1]! - event.clientY + box.top,
      );
      if (away < least) [best, least] = [i, away];
    }
    return best;
  }

  function hold(at: number): void {
    const drawn = now();
    if (!drawn) return;
    gesture.current = session.newGesture();
    store.setState({ dataWindow: drawn.plane.view });
    heldAt.current = [drawn.points[2 * at]!, drawn.points[2 * at + 1]!];
    setHeld(true);
  }

  function release(): void {
    store.setState({ dataWindow: null });
    setHeld(false);
  }

  function moveTo(at: readonly [number, number], plane: Plane, isLine: boolean): void {
    const { samples } = store.getState().opened!;
    const [x, y] = within(at, plane.view).map(snapped) as [number, number];
    heldAt.current = [x, y];
    const { dimension: d } = samples;
    const features = samples.features.slice(row! * d, row! * d + d);
    features[0] = x;
    if (!isLine) features[1] = y;
    hand.moveSample({ row: row!, features, label: isLine ? y : samples.labels[row!]! }, gesture.current);
  }

  function onPointerDown(event: React.PointerEvent): void {
    const near = nearest(event, event.pointerType === 'mouse' ? NEAR.mouse : NEAR.touch);
    setRow(near);
    if (near === null || event.button !== 0 || locked) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    hold(near);
  }

  function onPointerMove(event: React.PointerEvent): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) {
      if (!isHeld) setRow(nearest(event, NEAR.mouse));
      return;
    }
    const drawn = now();
    if (!drawn) return;
    const box = surface.current!.getBoundingClientRect();
    moveTo(drawn.plane.toData(event.clientX - box.left, event.clientY - box.top), drawn.plane, drawn.isLine);
  }

  /** Steps through the samples from left to right, whatever their row order. */
  function another(by: number): void {
    const points = now()?.points ?? [];
    const order = Array.from({ length: points.length / 2 }, (_, i) => i).sort(
      (a, b) => points[2 * a]! - points[2 * b]! || a - b,
    );
    const at = row === null ? (by > 0 ? -1 : order.length) : order.indexOf(row);
    setRow(order[Math.min(Math.max(at + by, 0), order.length - 1)] ?? null);
  }

  /** Holds and moves a sample; the kit's handles have one part that is always held. */
  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const drawn = now();
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (event.key === 'Enter' && row !== null && !locked) isHeld ? release() : hold(row);
    else if (event.key === 'Escape' && isHeld) release();
    else if (by && isHeld && drawn) {
      const [dx, dy] = arrowMove(event, drawn.plane.view)!;
      moveTo([heldAt.current[0] + dx, heldAt.current[1] + dy], drawn.plane, drawn.isLine);
    } else if (by) another(by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // A finger on a sample drags it; elsewhere it scrolls the page.
  useEffect(() => {
    const element = surface.current!;
    const onTouch = (event: TouchEvent) => {
      if (event.touches.length === 1 && nearestNow.current(event.touches[0]!, NEAR.touch) !== null)
        event.preventDefault();
    };
    element.addEventListener('touchstart', onTouch, { passive: false });
    return () => {
      element.removeEventListener('touchstart', onTouch);
      store.setState({ dataWindow: null });
    };
  }, [store]);
  const nearestNow = useRef(nearest);
  nearestNow.current = nearest;

  return (
    <>
      <div
        ref={surface}
        className="samples-surface"
        data-arrows
        data-held={isHeld || undefined}
        data-over={row !== null || undefined}
        data-testid="samples-surface"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: samples are chosen and moved here by keyboard.
        tabIndex={0}
        aria-label={t(locked ? 'aria.samplesFixed' : 'aria.samples', { count })}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={release}
        onPointerCancel={release}
        onPointerLeave={() => !isHeld && setRow(null)}
        onKeyDown={onKeyDown}
        onFocus={() => hasKeyboardFocus() && row === null && another(1)}
        onBlur={() => {
          release();
          setRow(null);
        }}
      />
      {row !== null && row < count && <SampleReadout row={row} isHeld={isHeld} now={now} />}
    </>
  );
}

/** Rings a sample and shows its values. */
function SampleReadout({
  row,
  isHeld,
  now,
}: {
  row: number;
  isHeld: boolean;
  now: () => ReturnType<typeof dataPlane>;
}) {
  const session = useSession();
  const t = useTranslate();
  const ring = useRef<HTMLSpanElement>(null);
  const output = useRef<HTMLOutputElement>(null);
  const latest = useRef(0);
  const state = useRef({ row, isHeld, now });
  state.current = { row, isHeld, now };

  async function read(): Promise<void> {
    const ticket = ++latest.current;
    const { row, isHeld, now } = state.current;
    const drawn = now();
    if (!drawn || !ring.current || !output.current) return;
    const at = [drawn.points[2 * row]!, drawn.points[2 * row + 1]!] as const;
    const [x, y] = drawn.plane.toPixel(...at);
    ring.current.style.transform = `translate(${x}px, ${y}px)`;
    // Placed in the other half of the picture.
    output.current.dataset.below = String(y < drawn.plane.rect.y + drawn.plane.rect.height / 2);
    const place = { row: row + 1, at: formatPoint(at), held: isHeld };
    const { store, pictureEngine } = session;
    const { pictured, landscape, opened } = store.getState();
    if (!opened || pictured !== landscape) return;
    const weights = {
      left: shownIterate(session, 'left').slice(),
      right: shownIterate(session, 'right').slice(),
    };
    const told = await pictureEngine.reading<RowReading>('row', { row, ...weights });
    if (ticket !== latest.current || !output.current) return;
    const side = (name: SideName, { z, residual, slope }: SampleNow) =>
      t('data.sampleSide', {
        side: viewOf(store.getState()).short(store.getState(), name, t),
        active: z > 0,
        residual: formatDistance(residual),
        pull: slope === 0 ? null : formatDistance(Math.abs(slope)),
      });
    const lines = told ? [side('left', told.left), side('right', told.right)] : [];
    output.current.textContent = [t('data.sample', place), ...lines].join('\n');
  }

  useTransient(readAt, () => void during(read().catch(() => undefined)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew where another sample is meant, or it is taken hold of.
  useEffect(() => {
    void during(read().catch(() => undefined));
  }, [row, isHeld]);

  return (
    <>
      <span ref={ring} className={isHeld ? 'sample-ring held' : 'sample-ring'} aria-hidden />
      <output ref={output} className="probe" data-testid="sample" />
    </>
  );
}
