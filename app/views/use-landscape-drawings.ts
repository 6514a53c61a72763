import { useCallback, useMemo } from 'react';
import type { SideName } from '../../engine/contract.ts';
import type { MessageKey, Translate } from '../messages/messages.ts';
import { deadZone } from '../plot/dead-zone.ts';
import type { DisplayList } from '../plot/display-list.ts';
import { createPlane, type Rect } from '../plot/geometry.ts';
import { drawLandscapeBase } from '../plot/landscape-base.ts';
import { landscapeRect } from '../plot/landscape-frame.ts';
import { drawLandscapeOverlay, type Target } from '../plot/landscape-overlay.ts';
import { isDarkWithin, landscapePicture } from '../plot/landscape-picture.ts';
import { createRampTable, type ScaleMode } from '../plot/loss-colour.ts';
import { createThinner } from '../plot/thin.ts';
import { excessReferences } from '../state/excess.ts';
import { shownStep } from '../state/facts.ts';
import { type AppState, shownView } from '../state/store.ts';
import type { Size } from './Drawing.tsx';
import { useSession, useTranslate } from './session-context.tsx';
import { useThemeContext } from './theme-context.ts';

/** Room about a mark that labels of iso-lines leave free, in pixels. */
const KEEP_OUT = 60;

/** Names of the two weights: slope and bias where the second feature is the column of ones. */
export function weightAxes(state: AppState): { x: MessageKey; y: MessageKey } {
  return state.opened?.samples.hasOnes ? { x: 'axis.slope', y: 'axis.bias' } : { x: 'axis.w1', y: 'axis.w2' };
}

/** The places that a side marks: the plant, or what stands in for it. */
function targetsOf(state: AppState, side: SideName, t: Translate): Target[] {
  const { opened, references } = state;
  const point = (at: ArrayLike<number>): [number, number] => [at[0]!, at[1]!];
  const targets: Target[] = [];
  const own = references?.[side];
  if (own && opened && !opened.planted)
    targets.push({
      kind: 'minimum',
      at: point(own.at),
      label:
        side === 'left'
          ? t('mark.left', { restarts: references.restarts })
          : t(state.scenario.values.blend === 1 ? 'mark.right' : 'mark.rightLowest'),
    });
  // The plant comes last, and so on top.
  if (opened?.plant) targets.push({ kind: 'plant', at: point(opened.plant), label: t('mark.plant') });
  return targets;
}

/** The two pictures of a landscape panel and what each depends on. */
export function useLandscapeDrawings(side: SideName) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const table = useMemo(() => createRampTable(palette.ramp), [palette]);
  const thinner = useMemo(() => createThinner(), []);
  const words = useCallback((key: MessageKey) => (t as (key: MessageKey) => string)(key), [t]);

  const watchBase = useCallback(
    (state: AppState) => [
      state.grid,
      state.references,
      state.opened,
      shownView(state),
      state.scenario.values.scale,
      state.scenario.values.leak,
    ],
    [],
  );

  const drawBase = useCallback(
    ({ width, height }: Size): DisplayList => {
      const state = session.store.getState();
      const { grid, opened, scenario } = state;
      const view = shownView(state);
      const axes = weightAxes(state);
      const picture = grid
        ? landscapePicture(
            grid,
            scenario.values.scale as ScaleMode,
            excessReferences(state, session.trajectories),
            table,
          )
        : null;
      const polygon =
        side === 'left' && scenario.values.leak === 0 && opened?.dimension === 2
          ? deadZone(opened.samples.features, view)
          : [];
      const isDark = grid !== null && picture !== null && isDarkWithin(polygon, grid, picture.scale);
      const start: [number, number] | null =
        opened?.dimension === 2 ? [opened.start[0]!, opened.start[1]!] : null;
      const plane = createPlane(view, landscapeRect(width, height, scale));
      const near = (at: readonly [number, number]): Rect => {
        const [x, y] = plane.toPixel(at[0], at[1]);
        return {
          x: x - KEEP_OUT * scale,
          y: y - (KEEP_OUT / 2) * scale,
          width: 2 * KEEP_OUT * scale,
          height: KEEP_OUT * scale,
        };
      };
      return drawLandscapeBase({
        width,
        height,
        scale,
        palette,
        view,
        axes: { x: words(axes.x), y: words(axes.y) },
        picture: grid && picture ? { view: grid.view, size: grid.size, ...picture[side] } : null,
        deadZone: { polygon, label: t('mark.deadZone'), isDark },
        keepOut: [...targetsOf(state, side, t).map(({ at }) => near(at)), ...(start ? [near(start)] : [])],
      });
    },
    [session, side, palette, scale, table, words, t],
  );

  const watchOverlay = useCallback(
    (state: AppState) => [
      state.k,
      state.version,
      shownView(state),
      state.crosshair,
      state.pulse[side],
      state.references,
      state.opened,
    ],
    [side],
  );

  const drawOverlay = useCallback(
    ({ width, height }: Size): DisplayList => {
      const state = session.store.getState();
      const { opened } = state;
      const view = shownView(state);
      const trajectory = session.trajectories[side];
      const k = shownStep(state, side);
      let path = null;
      let head: [number, number] | null = null;
      if (opened?.dimension === 2 && trajectory.count > 0) {
        const plane = createPlane(view, landscapeRect(width, height, scale));
        const { iterates, count, generation } = trajectory;
        thinner.extend({ values: iterates, stride: 2, x: 0, y: 1, count }, plane, generation);
        path = thinner.upTo(k);
        head = [iterates[2 * k]!, iterates[2 * k + 1]!];
      }
      const start = opened?.start;
      return drawLandscapeOverlay({
        width,
        height,
        scale,
        palette,
        view,
        side,
        path,
        head,
        start: start?.length === 2 ? { at: [start[0]!, start[1]!], label: t('mark.start') } : null,
        targets: targetsOf(state, side, t),
        crosshair: state.crosshair,
        pulse: state.pulse[side],
      });
    },
    [session, side, palette, scale, thinner, t],
  );

  return { drawBase, watchBase, drawOverlay, watchOverlay };
}
