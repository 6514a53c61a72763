import { useLayoutEffect, useRef } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { paint } from '../charts/paint/paint-canvas.ts';
import { PICTURE } from '../pictures/example-picture.ts';
import type { Miniatures } from '../session/view.ts';

/** A scenario's map, sized by CSS; `maps` is undefined before drawing, null for none. */
export function Miniature({
  maps,
  side,
  zoom = 1,
}: {
  maps: Miniatures | null | undefined;
  side: SideName;
  /** Resolution factor. */
  zoom?: number;
}) {
  const list = maps?.[side];
  const canvas = useRef<HTMLCanvasElement>(null);
  // Before the frame that shows it: a passive effect may come frames later on a busy machine.
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || !list) return;
    const dpr = (devicePixelRatio || 1) * zoom;
    canvas.current.width = canvas.current.height = Math.round(PICTURE * dpr);
    paint(context, list, { width: PICTURE, height: PICTURE, dpr });
  }, [list, zoom]);
  return <canvas ref={canvas} className={maps === null ? 'none' : ''} />;
}
