import { useCallback, useMemo } from 'react';
import type { DisplayList } from '../plot/display-list.ts';
import { createPlane } from '../plot/geometry.ts';
import { drawLandscapeBase } from '../plot/landscape-base.ts';
import { landscapeRect } from '../plot/landscape-frame.ts';
import { drawLandscapeOverlay } from '../plot/landscape-overlay.ts';
import { singlePicture } from '../plot/landscape-picture.ts';
import { createRampTable } from '../plot/loss-colour.ts';
import { createThinner } from '../plot/thin.ts';
import { shownStep } from '../state/facts.ts';
import type { AppState } from '../state/store.ts';
import { Drawing, type Size } from '../views/Drawing.tsx';
import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { useThemeContext } from '../views/theme-context.ts';
import { bestBound } from './network-facts.ts';
import { neuronShown } from './network-pictures.ts';

const watch = (state: AppState) => [
  state.k,
  state.version,
  state.opened,
  state.network,
  state.scenario.values.neuron,
];

/** The objective over the weights of one of descent's neurons, the others where they stand. */
export function NeuronPanel() {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const table = useMemo(() => createRampTable(palette.ramp), [palette]);
  const thinner = useMemo(() => createThinner(), []);
  const neurons = useApp(({ opened }) => opened?.network?.neurons ?? 1);
  const shown = useApp(neuronShown) + 1;

  const draw = useCallback(
    ({ width, height }: Size): DisplayList => {
      const state = session.store.getState();
      const { opened } = state;
      const { grid } = state.network;
      if (!opened?.network || !grid) return [];
      const { view, size, neuron: j } = grid;
      const { iterates, dimension, count, generation } = session.trajectories.left;
      const bound = bestBound(state, session.trajectories);
      const picture = singlePicture(grid, Number.isNaN(bound) ? null : bound, table);
      const rect = landscapeRect(width, height, scale);
      const plane = createPlane(view, rect);
      thinner.extend(
        { values: iterates, stride: dimension, x: 2 * j, y: 2 * j + 1, count },
        plane,
        generation * 1000 + j,
      );
      const k = shownStep(state, 'left');
      const frame = { width, height, scale, palette, view };
      const head: [number, number] = [iterates[k * dimension + 2 * j]!, iterates[k * dimension + 2 * j + 1]!];
      return [
        ...drawLandscapeBase({
          ...frame,
          axes: opened.samples.hasOnes
            ? { x: t('axis.slope'), y: t('axis.bias') }
            : { x: t('axis.w1'), y: t('axis.w2') },
          picture: { view, size, ...picture },
          ground: null,
          kinks: [],
          valleys: [],
          deadZone: null,
          keepOut: [],
        }),
        ...drawLandscapeOverlay({
          ...frame,
          side: 'left',
          path: thinner.upTo(k),
          fading: [],
          head,
          start: { at: [iterates[2 * j]!, iterates[2 * j + 1]!], label: k > 0 ? t('mark.start') : '' },
          targets: [],
          arrows: [],
          crosshair: null,
          pulse: null,
        }),
      ];
    },
    [session, scale, palette, table, thinner, t],
  );

  return (
    <div className="plate" data-testid="neuron">
      <Drawing draw={draw} watch={watch} label={t('aria.neuron', { j: shown })} />
      {neurons > 1 && (
        <label className="neuron-choice">
          <span>{t('network.choose')}</span>
          <input
            type="number"
            min={1}
            max={neurons}
            value={shown}
            onChange={({ target }) => {
              const j = Math.round(Number(target.value));
              if (j >= 1 && j <= neurons) session.change({ neuron: j });
            }}
          />
        </label>
      )}
    </div>
  );
}
