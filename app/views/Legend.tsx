import { useCallback, useMemo } from 'react';
import { landscapePicture } from '../plot/landscape-picture.ts';
import { drawLegend } from '../plot/legend-plot.ts';
import { createRampTable, type ScaleMode } from '../plot/loss-colour.ts';
import { excessReferences } from '../state/excess.ts';
import type { AppState } from '../state/store.ts';
import { Drawing, type Size } from './Drawing.tsx';
import { useApp, useSession, useTranslate } from './session-context.tsx';
import { useThemeContext } from './theme-context.ts';

const DESCRIBE = {
  left: async () => (await import('./describe.ts')).leftLegend,
  right: async () => (await import('./describe.ts')).rightLegend,
};

const watch = (state: AppState) => [state.grid, state.references, state.opened, state.scenario.values.scale];

/** The scale of both sides, or of each where each has its own. */
export function Legends() {
  const own = useApp((state) => state.scenario.values.scale === 'own');
  // Basins have colours of their own.
  if (useApp((state) => state.scenario.values.ground === 'basins' && state.basins !== null))
    return <div className="legends" />;
  return (
    <div className="legends">
      <Legend side="left" />
      {own && <Legend side="right" />}
    </div>
  );
}

/** The colour scale of one side with what it is over, and whether both share it. */
function Legend({ side }: { side: 'left' | 'right' }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const table = useMemo(() => createRampTable(palette.ramp), [palette]);
  const shared = useApp((state) => state.scenario.values.scale === 'shared');
  const over = useApp((state) =>
    state.opened?.planted ? t('legend.over.zero') : t('legend.over.references'),
  );
  const title = shared ? `${t('legend.excess')} ${over}` : t(`side.${side}.short`);
  const note = shared ? t('legend.shared') : '';
  const whole = `${title}: ${t(shared ? 'legend.shared' : 'legend.own')}, ${t('legend.clipped')}`;
  const draw = useCallback(
    ({ width, height }: Size) => {
      const state = store.getState();
      if (!state.grid) return [];
      const mode = state.scenario.values.scale as ScaleMode;
      const picture = landscapePicture(
        state.grid,
        mode,
        excessReferences(state, session.trajectories),
        table,
      );
      return drawLegend({ width, height, scale, palette, colours: picture.scale[side], table, title, note });
    },
    [session, store, scale, palette, table, side, title, note],
  );
  return (
    <div className="legend" title={whole}>
      <Drawing draw={draw} watch={watch} label={whole} describe={DESCRIBE[side]} />
    </div>
  );
}
