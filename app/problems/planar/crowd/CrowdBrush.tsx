import './crowd.css';
import '../../../pictures/crowd-words.en.ts';
import { useEffect, useRef } from 'react';
import type { Plane } from '../../../charts/geometry.ts';
import { within } from '../../../pictures/placing.ts';
import { viewDigits } from '../../../session/scenario/scenario-loader.ts';
import { useSession, useTranslate } from '../../../session/session-context.tsx';

/** Shortest drag that chooses a rectangle, in pixels. */
const LEAST = 8;

/** Covers a map while the user draws the rectangle of starts; the kit's slide sets one number. */
export function CrowdBrush({ planeNow }: { planeNow: () => Plane }) {
  const session = useSession();
  const t = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const from = useRef<readonly [number, number] | null>(null);

  useEffect(() => {
    // Runs before the page's keys, which would close what is below.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      session.store.setState({ brushing: false });
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [session]);

  /** Returns the corners of the drag in pixels of the surface, clamped to the map. */
  function corners(event: React.PointerEvent): [number, number, number, number] {
    const area = event.currentTarget.getBoundingClientRect();
    const { rect } = planeNow();
    const [x, y] = within([event.clientX - area.left, event.clientY - area.top], {
      x0: rect.x,
      x1: rect.x + rect.width,
      y0: rect.y,
      y1: rect.y + rect.height,
    });
    const [fx, fy] = from.current ?? [x, y];
    return [Math.min(fx, x), Math.min(fy, y), Math.max(fx, x), Math.max(fy, y)];
  }

  function show(event: React.PointerEvent): void {
    const [x0, y0, x1, y1] = corners(event);
    Object.assign(box.current!.style, {
      left: `${x0}px`,
      top: `${y0}px`,
      width: `${x1 - x0}px`,
      height: `${y1 - y0}px`,
    });
    box.current!.hidden = false;
  }

  function begin(event: React.PointerEvent): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const [x, y] = corners(event);
    from.current = [x, y];
    show(event);
  }

  function end(event: React.PointerEvent): void {
    if (!from.current) return;
    const [left, top, right, bottom] = corners(event);
    from.current = null;
    box.current!.hidden = true;
    if (right - left < LEAST || bottom - top < LEAST) return;
    const plane = planeNow();
    const [x0, y0] = plane.toData(left, bottom);
    const [x1, y1] = plane.toData(right, top);
    session.change({ crowdbox: viewDigits({ x0, x1, y0, y1 }) });
    session.store.setState({ brushing: false });
  }

  return (
    <div
      className="crowd-brush"
      onPointerDown={begin}
      onPointerMove={(event) => from.current && show(event)}
      onPointerUp={end}
      onPointerCancel={() => {
        from.current = null;
        box.current!.hidden = true;
      }}
    >
      <p>{t('crowd.drag')}</p>
      <div ref={box} className="crowd-box" hidden />
    </div>
  );
}
