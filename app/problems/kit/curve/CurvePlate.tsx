import { type ReactNode, useRef } from 'react';
import type { Rect } from '../../../charts/geometry.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import type { Describe, Picture } from '../../../session/picture/picture.ts';
import { useSession, useTransient } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { writeText } from '../../../ui/write-text.ts';

/** Steps per arrow key with Shift. */
const LEAP = 10;

/** Margin outside the plot that reads the first or last step, as a share of its width. */
const MARGIN = 0.02;

/** Read by pointer or, from the shown step, by arrow keys. The session has the step, so all curves show it. */
export function CurvePlate({
  name,
  label,
  picture,
  describe,
  rectOf,
  stepsOf,
  readout,
  children,
}: {
  name: string;
  label: string;
  picture: Picture;
  describe: () => Promise<Describe>;
  rectOf: (width: number, height: number, scale: number) => Rect;
  stepsOf: (state: AppState) => number;
  readout: (state: AppState) => string;
  children: ReactNode;
}) {
  const session = useSession();
  const { store } = session;
  const { scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const output = useRef<HTMLOutputElement>(null);

  useTransient(
    (state) => `${state.hoverStep} ${state.version}`,
    () => writeText(output.current, readout(store.getState())),
  );

  function hover(event: React.PointerEvent): void {
    const state = store.getState();
    const bounds = box.current!.getBoundingClientRect();
    const rect = rectOf(bounds.width, bounds.height, scale);
    const share = (event.clientX - bounds.left - rect.x) / rect.width;
    const step = Math.round(share * stepsOf(state));
    const isBeside = share < -MARGIN || share > 1 + MARGIN;
    session.hoverStep(isBeside ? null : Math.max(0, Math.min(step, state.frontier)));
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.target !== event.currentTarget || !hasKeyboardFocus()) return;
    const { hoverStep, k, frontier, stride } = store.getState();
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const step = (hoverStep ?? k) + (event.shiftKey ? LEAP : 1) * by * stride;
    session.hoverStep(Math.max(0, Math.min(frontier, step)));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is for fields.
    <div
      ref={box}
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the curve is read here by keyboard.
      tabIndex={0}
      data-arrows
      className="curve"
      data-testid={`curve-${name}`}
      onFocus={() => session.hoverStep(store.getState().k)}
      onBlur={() => session.hoverStep(null)}
      onKeyDown={onKeyDown}
      onPointerMove={hover}
      onPointerDown={hover}
      onPointerLeave={() => session.hoverStep(null)}
    >
      <Drawing picture={picture} label={label} describe={describe} />
      <output ref={output} aria-live="off" aria-label={label} />
      {children}
    </div>
  );
}
