import { useCallback, useMemo, useRef } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { formatCount, formatReadout } from '../messages/format.ts';
import { type CurveSeries, curveRect, drawCurves } from '../plot/curve-plot.ts';
import { excessReferences } from '../state/excess.ts';
import { shownSpan } from '../state/span.ts';
import type { AppState } from '../state/store.ts';
import { Drawing, type Size } from './Drawing.tsx';
import { useApp, useSession, useTransient, useTranslate } from './session-context.tsx';
import { sideShort } from './side-words.ts';
import { TableButton, type TableData } from './TableButton.tsx';
import { useThemeContext } from './theme-context.ts';

const QUANTITIES = ['excess', 'distance', 'gradient'] as const;
type Quantity = (typeof QUANTITIES)[number];

const FIELDS = { excess: 'losses', distance: 'distances', gradient: 'gradientNorms' } as const;

const DESCRIBE = {
  excess: async () => (await import('./describe.ts')).excessCurve,
  distance: async () => (await import('./describe.ts')).distanceCurve,
  gradient: async () => (await import('./describe.ts')).gradientCurve,
};

/** Excess loss, distance and gradient norm of both sides on logarithmic axes. */
export function Curves() {
  return (
    <div className="curves">
      {QUANTITIES.map((quantity) => (
        <Curve key={quantity} quantity={quantity} />
      ))}
    </div>
  );
}

/** Units of the curves' axis that one step of each side is: one step, or its gradient evaluations. */
function unitsPerStep(state: AppState): Record<SideName, number> {
  const { opened, scenario } = state;
  if (scenario.values.axis === 'steps' || !opened) return { left: 1, right: 1 };
  return { left: opened.settings.left.evaluationsPerStep, right: opened.settings.right.evaluationsPerStep };
}

/** The axis holds every step computed of the side that takes most units. */
function spanOf(state: AppState): number {
  const { left, right } = unitsPerStep(state);
  return shownSpan(state.frontier) * Math.max(left, right);
}

const watch = (state: AppState) => [
  state.k,
  state.version,
  state.references,
  state.opened,
  state.hoverStep,
  state.scenario.values.axis,
  state.scenario.values.blend,
];

function Curve({ quantity }: { quantity: Quantity }) {
  const session = useSession();
  const { store, trajectories } = session;
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const output = useRef<HTMLOutputElement>(null);
  const hasPlant = useApp((state) => state.opened === null || state.opened.plant !== null);
  const lifted = useApp(({ scenario }) => scenario.problem === 'lift');
  const standardised = useApp((state) => state.opened?.standardised ?? false);
  const title = {
    excess: t('curve.excess'),
    distance: t(hasPlant ? 'curve.distance' : 'curve.distanceOwn'),
    gradient: t(lifted ? 'lift.projected' : standardised ? 'curve.gradientScaled' : 'curve.gradient'),
  }[quantity];
  const left = useApp((state) => sideShort(state, 'left', t));
  const right = useApp((state) => sideShort(state, 'right', t));
  const names = useMemo(() => ({ left, right }), [left, right]);

  /** A side's numbers; null where what they are measured from is not known. */
  const seriesOf = useCallback(
    (side: SideName): CurveSeries | null => {
      const state = store.getState();
      const reference = quantity === 'excess' ? excessReferences(state, trajectories)[side] : 0;
      if (reference === null) return null;
      const trajectory = trajectories[side];
      return {
        values: trajectory[FIELDS[quantity]],
        count: trajectory.count,
        reference,
        perStep: unitsPerStep(state)[side],
        label: names[side],
      };
    },
    [store, trajectories, quantity, names],
  );

  const draw = useCallback(
    ({ width, height }: Size) => {
      const state = store.getState();
      const empty: CurveSeries = { values: [], count: 0, reference: 0, perStep: 1, label: '' };
      const left = seriesOf('left');
      const right = seriesOf('right');
      const perStep = unitsPerStep(state).left;
      return drawCurves({
        width,
        height,
        scale,
        palette,
        title,
        left: left ?? empty,
        right: right ?? empty,
        span: spanOf(state),
        axis: t(state.scenario.values.axis === 'steps' ? 'axis.step' : 'axis.evaluations'),
        step: state.k * perStep,
        hover: state.hoverStep === null ? null : state.hoverStep * perStep,
        missing: left || right ? null : t('curve.missing'),
      });
    },
    [store, seriesOf, scale, palette, title, t],
  );

  useTransient(
    (state) => `${state.hoverStep} ${state.version}`,
    () => {
      if (!output.current) return;
      const { hoverStep, opened } = store.getState();
      const read = (side: SideName) => {
        const series = seriesOf(side);
        const inside = series !== null && hoverStep !== null && hoverStep < series.count;
        return formatReadout(inside ? series.values[hoverStep]! - series.reference : Number.NaN);
      };
      const endless =
        opened?.unbounded === true && (quantity === 'excess' || (quantity === 'distance' && !opened.plant));
      output.current.textContent =
        hoverStep === null
          ? endless
            ? t('curve.noMinimum')
            : ''
          : t('curve.readout', { k: formatCount(hoverStep), left: read('left'), right: read('right') });
    },
  );

  /** Both sides' numbers by step, as the read-out gives them. */
  function table(): TableData {
    const column = (side: SideName) => {
      const series = seriesOf(side);
      return {
        label: names[side],
        at: (step: number) =>
          series && step < series.count ? series.values[step]! - series.reference : Number.NaN,
      };
    };
    return { last: store.getState().frontier, columns: [column('left'), column('right')] };
  }

  function hover(event: React.PointerEvent): void {
    const state = store.getState();
    const bounds = box.current!.getBoundingClientRect();
    const rect = curveRect(bounds.width, bounds.height, scale);
    const share = (event.clientX - bounds.left - rect.x) / rect.width;
    const step = Math.round((share * spanOf(state)) / unitsPerStep(state).left);
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
      onFocus={() => session.hoverStep(store.getState().k)}
      onBlur={() => session.hoverStep(null)}
      onKeyDown={onKeyDown}
      className="curve"
      data-testid={`curve-${quantity}`}
      onPointerMove={hover}
      onPointerDown={hover}
      onPointerLeave={() => session.hoverStep(null)}
    >
      <Drawing draw={draw} watch={watch} label={t('aria.curve', { title })} describe={DESCRIBE[quantity]} />
      <output ref={output} aria-live="off" />
      <TableButton title={title} read={table} />
    </div>
  );
}
