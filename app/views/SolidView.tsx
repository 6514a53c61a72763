import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { shallow } from 'zustand/shallow';
import type { SideName } from '../../engine/contract.ts';
import type { MessageKey } from '../messages/messages.ts';
import { conePolygon } from '../plot/dead-zone.ts';
import { isDarkWithin, type LandscapePicture, landscapePicture } from '../plot/landscape-picture.ts';
import { createRampTable, type ScaleMode } from '../plot/loss-colour.ts';
import { createThinner } from '../plot/thin.ts';
import { bindOrbit } from '../solid/bind-orbit.ts';
import { createSolid, type Ground, type Run, type Solid } from '../solid/create-solid.ts';
import { groundPlane } from '../solid/drape.ts';
import { createHeightField } from '../solid/height-field.ts';
import { HOME } from '../solid/orbit.ts';
import type { SideGround, SideRun } from '../solid/side-scene.ts';
import type { Session } from '../state/create-session.ts';
import { excessReferences } from '../state/excess.ts';
import { shownStep } from '../state/facts.ts';
import { planeMap } from '../state/in-plane.ts';
import type { AppState } from '../state/store.ts';
import { LossReadout } from './LossReadout.tsx';
import { plateauOf, targetsOf } from './landscape-marks.ts';
import { useApp, useSession, useTranslate } from './session-context.tsx';
import { sideTitle, weightAxes } from './side-words.ts';
import { useThemeContext } from './theme-context.ts';
import { useDescription } from './use-description.ts';
import { Verdict } from './Verdict.tsx';

const DESCRIBE = {
  left: async () => (await import('./describe.ts')).leftMap,
  right: async () => (await import('./describe.ts')).rightMap,
};

const SIDES: readonly SideName[] = ['left', 'right'];

/** Distances on the ground, two units wide: between points of a path, between marks of steps. */
const LINE_SPACING = 0.004;
const MARK_SPACING = 0.036;

/** What the surfaces depend on. */
const watchGround = (state: AppState) => [
  state.grid,
  state.references,
  state.opened,
  state.scenario.values.scale,
  state.structure,
  state.scenario.values.dead,
];

/** What the marks depend on. */
const watchRun = (state: AppState) => [
  state.k,
  state.version,
  state.references,
  state.opened,
  state.grid,
  state.structure,
  state.slice,
  state.scenario.values.points,
];

/**
 * Both landscapes in space with their paths, under one camera, in the place of the two maps; its module is loaded when
 * it is first asked for. Where the browser has no WebGL it says so above the maps, which are handed in as `fallback`.
 */
export function SolidView({ fallback }: { fallback: ReactNode }): ReactNode {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const table = useMemo(() => createRampTable(palette.ramp), [palette]);
  const canvases = { left: useRef<HTMLCanvasElement>(null), right: useRef<HTMLCanvasElement>(null) };
  const surfaces = { left: useRef<HTMLDivElement>(null), right: useRef<HTMLDivElement>(null) };
  const [solid, setSolid] = useState<Solid | null>(null);
  const [trouble, setTrouble] = useState<'solid.missing' | 'solid.lost' | null>(null);
  const [moved, setMoved] = useState(false);
  useDescription(canvases.left, DESCRIBE.left);
  useDescription(canvases.right, DESCRIBE.right);
  const left = useApp((state) => sideTitle(state, 'left', t));
  const right = useApp((state) => sideTitle(state, 'right', t));

  // biome-ignore lint/correctness/useExhaustiveDependencies: refs never change.
  useEffect(() => {
    const [left, right] = [canvases.left.current, canvases.right.current];
    if (!left || !right) return;
    const made = createSolid({
      canvases: { left, right },
      onContext: (present) => setTrouble(present ? null : 'solid.lost'),
      onOrbit: (orbit) => setMoved(orbit !== HOME),
    });
    if (!made) {
      setTrouble('solid.missing');
      return;
    }
    setSolid(made);
    const unbind = SIDES.map((side) => bindOrbit(surfaces[side].current!, made.orbit, made.setOrbit));
    const observer = new ResizeObserver(made.resized);
    observer.observe(left);
    observer.observe(right);
    document.fonts?.ready.then(made.resized);
    return () => {
      observer.disconnect();
      for (const end of unbind) end();
      made.dispose();
    };
  }, []);

  useEffect(() => solid?.setLook({ palette, table, scale }), [solid, palette, table, scale]);

  useEffect(() => {
    if (!solid) return;
    return session.store.subscribe(
      watchGround,
      () => solid.setGround(groundOf(session, table, t as (key: MessageKey) => string)),
      { equalityFn: shallow, fireImmediately: true },
    );
  }, [solid, session, table, t]);

  useEffect(() => {
    if (!solid) return;
    const thinners = {
      left: createThinner(LINE_SPACING, MARK_SPACING),
      right: createThinner(LINE_SPACING, MARK_SPACING),
    };
    const runOf = (): Run => {
      const state = session.store.getState();
      const side = (name: SideName): SideRun => ({
        ...pathOf(session, name, thinners[name]),
        targets: targetsOf(state, name, t),
      });
      return {
        startLabel: t('mark.start'),
        deadZoneLabel: t('mark.deadZone'),
        left: side('left'),
        right: side('right'),
      };
    };
    return session.store.subscribe(watchRun, () => solid.setRun(runOf()), {
      equalityFn: shallow,
      fireImmediately: true,
    });
  }, [solid, session, t]);

  useEffect(() => {
    if (!solid) return;
    return session.store.subscribe(({ extra }) => extra, solid.setExtra, { fireImmediately: true });
  }, [solid, session]);

  if (trouble === 'solid.missing')
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
            aria-label={t('aria.solid', { side: title })}
          />
          {trouble && (
            <p className="solid-trouble" role="status">
              {t(trouble)}
            </p>
          )}
          {side === 'right' && moved && (
            <button type="button" className="reset-view" onClick={() => solid?.setOrbit(HOME)}>
              {t('solid.reset')}
            </button>
          )}
        </div>
        <Verdict side={side} />
      </section>
    );
  });
}

/** Surfaces, levels and dead zone of what the store shows. */
function groundOf(session: Session, table: Uint8ClampedArray, words: (key: MessageKey) => string): Ground {
  const state = session.store.getState();
  const { grid, scenario, autoView } = state;
  const axesOf = (name: SideName) => {
    const { x, y } = weightAxes(state, name);
    return { x: words(x), y: words(y) };
  };
  const axes = { left: axesOf('left'), right: axesOf('right') };
  if (!grid) return { view: autoView, axes, left: null, right: null };
  const mode = scenario.values.scale as ScaleMode;
  const picture: LandscapePicture = landscapePicture(
    grid,
    mode,
    excessReferences(state, session.trajectories),
    table,
  );
  const side = (name: SideName): SideGround => {
    const plateau = plateauOf(state, name);
    const polygon = plateau ? conePolygon(plateau, grid.view) : [];
    return {
      field: createHeightField(
        { columns: grid.size, rows: grid.size, values: grid[name] },
        picture.scale[name],
      ),
      levels: picture[name].lines,
      deadZone: polygon,
      isDark: isDarkWithin(polygon, grid, picture.scale),
    };
  };
  return { view: grid.view, axes, left: side('left'), right: side('right') };
}

/** Path up to the shown step, present iterate and start of a side; over a slice their feet on it. */
function pathOf(
  session: Session,
  side: SideName,
  thinner: ReturnType<typeof createThinner>,
): Omit<SideRun, 'targets'> {
  const state = session.store.getState();
  const { opened, grid } = state;
  const { iterates, feet, count, generation, version } = session.trajectories[side];
  const map = planeMap(state);
  const values = map?.slice ? feet : iterates;
  const stride = map?.slice ? 3 : 2;
  if (!map || !opened || !grid || count === 0 || values.length < stride * count)
    return { path: null, head: null, start: null };
  const k = shownStep(state, side);
  // Another slice moves every foot.
  const contents = map.slice ? version : generation;
  thinner.extend({ values, stride, x: 0, y: 1, count }, groundPlane(grid.view), contents);
  return {
    path: thinner.upTo(k),
    head: [values[stride * k]!, values[stride * k + 1]!],
    start: map.toPlane(opened.start),
  };
}
