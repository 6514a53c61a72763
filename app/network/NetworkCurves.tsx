import { useCallback, useRef } from 'react';
import { formatCount, formatReadout } from '../messages/format.ts';
import { type CurveSeries, drawCurves } from '../plot/curve-plot.ts';
import type { DisplayList } from '../plot/display-list.ts';
import { drawObjective, type ObjectiveSeries, objectiveRect } from '../plot/objective-plot.ts';
import { shownSpan } from '../state/span.ts';
import type { AppState } from '../state/store.ts';
import { Drawing, type Size } from '../views/Drawing.tsx';
import { useApp, useSession, useTransient, useTranslate } from '../views/session-context.tsx';
import { TableButton, type TableData } from '../views/TableButton.tsx';
import { useThemeContext } from '../views/theme-context.ts';
import { GapMeter } from './GapMeter.tsx';
import { bestBound } from './network-facts.ts';

const DESCRIBE = {
  objective: async () => (await import('./describe-network.ts')).objectiveCurve,
  excess: async () => (await import('./describe-network.ts')).excessCurve,
};

const watch = (state: AppState) => [
  state.k,
  state.version,
  state.opened,
  state.hoverStep,
  state.network.optimum,
];

/** The objective with the bound that no network crosses, the excess over it, and how much of it could still be gained. */
export function NetworkCurves() {
  return (
    <div className="curves">
      <Curve kind="objective" />
      <Curve kind="excess" />
      <GapMeter />
    </div>
  );
}

function Curve({ kind }: { kind: 'objective' | 'excess' }) {
  const session = useSession();
  const { store, trajectories } = session;
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const output = useRef<HTMLOutputElement>(null);
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);
  const title = t(kind === 'objective' ? 'network.objective' : 'network.gap');

  const draw = useCallback(
    ({ width, height }: Size): DisplayList => {
      const state = store.getState();
      const names = {
        left: t('side.left.descent'),
        right: solved ? t('side.right.program') : t('side.right.short'),
      };
      const bound = bestBound(state, trajectories);
      const common = {
        width,
        height,
        scale,
        palette,
        title,
        span: shownSpan(state.frontier),
        axis: t('axis.step'),
        step: state.k,
        hover: state.hoverStep,
      };
      const side = (name: 'left' | 'right') => {
        const { objectives: values, count } = trajectories[name];
        return { values, count, label: names[name], ended: state.sides[name].last < state.frontier };
      };
      if (kind === 'objective')
        return drawObjective({
          ...common,
          left: side('left'),
          right: side('right'),
          bound: boundSeries(session, t('network.bound')),
        });
      const excess = (name: 'left' | 'right'): CurveSeries => ({
        ...side(name),
        reference: bound,
        perStep: 1,
      });
      return drawCurves({
        ...common,
        left: excess('left'),
        right: excess('right'),
        missing: Number.isNaN(bound)
          ? t(state.opened?.network?.program === 'sampled' ? 'network.noExcess' : 'curve.missing')
          : null,
      });
    },
    [session, store, trajectories, kind, title, scale, palette, t, solved],
  );

  useTransient(
    (state) => `${state.hoverStep} ${state.version}`,
    () => {
      if (!output.current) return;
      const { hoverStep } = store.getState();
      const less = kind === 'excess' ? bestBound(store.getState(), trajectories) : 0;
      const read = (name: 'left' | 'right') => {
        const { objectives, count } = trajectories[name];
        if (hoverStep === null || count === 0) return formatReadout(Number.NaN);
        return formatReadout(objectives[Math.min(hoverStep, count - 1)]! - less);
      };
      output.current.textContent =
        hoverStep === null
          ? ''
          : t('curve.readout', { k: formatCount(hoverStep), left: read('left'), right: read('right') });
    },
  );

  /** Both sides' numbers by step, and the bound beside the objective. */
  function table(): TableData {
    const state = store.getState();
    const less = kind === 'excess' ? bestBound(state, trajectories) : 0;
    const column = (name: 'left' | 'right', label: string) => {
      const { objectives, count } = trajectories[name];
      return { label, at: (step: number) => objectives[Math.min(step, count - 1)]! - less };
    };
    const bound = kind === 'objective' ? boundSeries(session, t('network.bound')) : null;
    return {
      last: state.frontier,
      columns: [
        column('left', t('side.left.descent')),
        column('right', solved ? t('side.right.program') : t('side.right.short')),
        ...(bound
          ? [{ label: bound.label, at: (step: number) => bound.values[Math.min(step, bound.count - 1)]! }]
          : []),
      ],
    };
  }

  function hover(event: React.PointerEvent): void {
    const state = store.getState();
    const bounds = box.current!.getBoundingClientRect();
    const rect = objectiveRect(bounds.width, bounds.height, scale);
    const share = (event.clientX - bounds.left - rect.x) / rect.width;
    const step = Math.round(share * shownSpan(state.frontier));
    session.hoverStep(share < -0.02 || share > 1.02 ? null : Math.max(0, Math.min(step, state.frontier)));
  }

  /** With the focus the curve is read by arrow keys, from the shown step on. */
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const { hoverStep, k, frontier } = store.getState();
    const by =
      (event.shiftKey ? 10 : 1) * (event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0);
    if (by === 0) return;
    event.preventDefault();
    session.hoverStep(Math.max(0, Math.min(frontier, (hoverStep ?? k) + by)));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the picture inside carries the name; this reads it by keyboard.
    <div
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the curve is read here by keyboard.
      tabIndex={0}
      data-arrows
      className="curve"
      data-testid={`curve-${kind}`}
      onFocus={() => session.hoverStep(store.getState().k)}
      onBlur={() => session.hoverStep(null)}
      onKeyDown={onKeyDown}
      onPointerMove={hover}
      onPointerDown={hover}
      onPointerLeave={() => session.hoverStep(null)}
    >
      <Drawing
        draw={draw}
        watch={watch}
        label={kind === 'objective' ? t('aria.objective') : t('aria.curve', { title })}
        describe={DESCRIBE[kind]}
      />
      <output ref={output} aria-live="off" />
      <TableButton title={title} read={table} />
    </div>
  );
}

/** The bound of each step: the right side's own while it is solved, else the one that is known from the start. */
function boundSeries(
  { store, trajectories }: ReturnType<typeof useSession>,
  label: string,
): ObjectiveSeries | null {
  const { opened, frontier } = store.getState();
  const { bounds, count } = trajectories.right;
  if (opened?.network?.program === 'sampled') return null;
  if (opened?.network?.solved && count > 0) return { values: bounds, count, label };
  const bound = bestBound(store.getState(), trajectories);
  return Number.isNaN(bound)
    ? null
    : { values: new Float64Array(frontier + 1).fill(bound), count: frontier + 1, label };
}
