import './panels.css';
import { useMemo, useRef, useState } from 'react';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import type { Panel } from '../../../session/view.ts';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { partForKey } from '../../kit/part-for-key.ts';
import { ReadPlate } from '../../kit/ReadPlate.tsx';
import {
  type CurvesKind,
  createPixelCurves,
  curvesHint,
  curveWords,
  describeCurves,
} from './curves-drawing.ts';
import { curvesRead } from './info.ts';
import { placeAt } from './plot.ts';

/** Places per arrow key. */
const STRIDE = 20;

/** D with its slope, or h; read by pointer or arrow keys. */
function CurvesPlate({ kind }: { kind: CurvesKind }) {
  const t = useTranslate();
  const { scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [spoken, setSpoken] = useState(false);
  const { ground } = useMemo(() => createPixelCurves(kind, pointed), [kind, pointed]);
  const { run } = useMemo(() => createPixelCurves(kind), [kind]);
  const describe = useMemo(() => async () => describeCurves(kind), [kind]);
  const at = useApp((state) => curvesRead(state)?.at ?? null);
  const words = useApp((state) => (pointed === null ? '' : curveWords(state, kind, pointed, t)));
  const hint = useApp((state) => curvesHint(state, kind, t));
  const title = t(`pixels.${kind}.title`);

  function pointAt(event: React.PointerEvent): void {
    if (!at) return;
    const { left, width, height } = box.current!.getBoundingClientRect();
    setSpoken(false);
    setPointed(placeAt({ width, height }, scale, at, event.clientX - left));
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const last = at ? Math.floor((at.length - 1) / STRIDE) : -1;
    const now = pointed === null ? null : Math.round(pointed / STRIDE);
    const part = partForKey(event.key, now, last);
    if (!hasKeyboardFocus() || part === undefined) return;
    setPointed(part === null ? null : part * STRIDE);
    setSpoken(true);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      name={kind}
      className="pixel-read read-under"
      box={box}
      surface={t('aria.pixels.surface', { title })}
      label={title}
      picture={run}
      ground={ground}
      describe={describe}
      words={words}
      hint={hint}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => setPointed(null)}
      onBlur={() => setPointed(null)}
      onKeyDown={onKeyDown}
    />
  );
}

function curvesPanel(kind: CurvesKind): Panel {
  const ground = () => createPixelCurves(kind).ground;
  const run = () => createPixelCurves(kind).run;
  return {
    name: kind,
    side: null,
    title: (_, t) => t(`pixels.${kind}.title`),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <CurvesPlate kind={kind} />,
    picture: {
      aspect: 1,
      narrow: () => 0.8,
      draw: (kit, snapshot, size) => [...kit.draw(ground, snapshot, size), ...kit.draw(run, snapshot, size)],
      tell: () => [describeCurves(kind)],
    },
  };
}

export const DENOISER_CURVES = curvesPanel('denoiser');
export const PROX_CURVES = curvesPanel('prox');
