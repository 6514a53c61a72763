import { useCallback } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { DATA_SETS } from '../../engine/data/data-sets.ts';
import { drawPlanar, type HalfPlane } from '../plot/planar-plot.ts';
import { drawScatter, type Hinge } from '../plot/scatter-plot.ts';
import type { Session } from '../state/create-session.ts';
import { shownStep } from '../state/facts.ts';
import type { AppState } from '../state/store.ts';
import { Drawing, type Size } from './Drawing.tsx';
import { Legends } from './Legend.tsx';
import { RefusedRows } from './RefusedRows.tsx';
import { useApp, useSession, useTranslate } from './session-context.tsx';
import { sideShort } from './side-words.ts';
import { useThemeContext } from './theme-context.ts';

const describe = async () => (await import('./describe.ts')).data;

const watch = (state: AppState) => [
  state.k,
  state.version,
  state.opened,
  state.references,
  state.scenario.values.leak,
  state.extra,
];

/** What both sides of the lift say over x > 0: the network alpha relu(u) x, its program (v - w) x. */
function slopesOfLift(session: Session, state: AppState): Record<SideName, number[]> {
  const at = (side: SideName) => {
    const k = shownStep(state, side);
    return session.trajectories[side].iterates.subarray(2 * k, 2 * k + 2);
  };
  const [u, alpha] = at('left');
  const [v, w] = at('right');
  return { left: [Math.max(0, u!) * alpha!], right: [v! - w!] };
}

/** The data with both present fits: a scatter for one feature, the plane for two, a sentence for more. */
export function DataPanel() {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const opened = useApp((state) => state.opened);
  const noise = useApp((state) => {
    if (state.scenario.problem === 'lift') return t('data.one');
    const { features, data, noise: size, noisein } = state.scenario.values;
    if (features === 'csv')
      return Object.hasOwn(DATA_SETS, data as string)
        ? t('data.set', { name: data as string })
        : t('data.own');
    if (size === 0) return t('data.noNoise');
    return t(noisein ? 'data.noiseInside' : 'data.noiseOutside', { noise: size as number });
  });
  const samples = opened?.samples;
  const inputs = samples ? samples.dimension - (samples.hasOnes ? 1 : 0) : 1;

  const draw = useCallback(
    ({ width, height }: Size) => {
      const state = session.store.getState();
      const { opened: now } = state;
      if (!now || (now.samples.features.length === 0 && Number.isFinite(now.samples.count))) return [];
      const { features, labels, dimension: d, names, labelName, hasOnes } = now.samples;
      const present = (side: SideName) => {
        const { iterates, dimension } = session.trajectories[side];
        const k = shownStep(state, side);
        return dimension === d ? Array.from(iterates.subarray(k * d, (k + 1) * d)) : null;
      };
      const weights = {
        left: present('left'),
        right: present('right'),
        planted: now.plant ? Array.from(now.plant) : null,
      };
      const label = {
        left: sideShort(state, 'left', t),
        right: sideShort(state, 'right', t),
        planted: t('data.planted'),
      };
      const lifted = state.scenario.problem === 'lift' ? slopesOfLift(session, state) : null;
      const points: number[] = [];
      const drawnLabels: number[] = [];
      const common = { width, height, scale, palette };
      if (d - (hasOnes ? 1 : 0) === 1) {
        for (let i = 0; i < labels.length; i++) points.push(features[i * d]!, labels[i]!);
        const hinge = (which: keyof typeof weights): Hinge | null => {
          const w = which === 'planted' ? weights.planted : (lifted?.[which] ?? weights[which]);
          return w ? { slope: w[0]!, bias: hasOnes ? w[1]! : 0, label: label[which] } : null;
        };
        return drawScatter({
          ...common,
          points,
          axes: { x: names[0] ?? t('axis.x'), y: names.length > 0 ? labelName : t('axis.y') },
          leak: (state.scenario.values.leak as number | undefined) ?? 0,
          planted: hinge('planted'),
          left: hinge('left'),
          right: hinge('right'),
          extra: state.extra && ((plane) => state.extra!.onData('scatter', plane, { scale, palette })),
        });
      }
      for (let i = 0; i < labels.length; i++) {
        points.push(features[i * d]!, features[i * d + 1]!);
        drawnLabels.push(labels[i]!);
      }
      const half = (which: keyof typeof weights): HalfPlane | null => {
        const w = weights[which];
        // With a bias the boundary leaves the origin; the direction alone would mislead.
        return w && !hasOnes ? { w: [w[0]!, w[1]!], label: label[which] } : null;
      };
      return drawPlanar({
        ...common,
        points,
        labels: drawnLabels,
        axes: { x: names[0] ?? t('axis.a1'), y: names[1] ?? t('axis.a2') },
        planted: half('planted'),
        left: half('left'),
        right: half('right'),
        extra: state.extra && ((plane) => state.extra!.onData('planar', plane, { scale, palette })),
      });
    },
    [session, t, palette, scale],
  );

  if (inputs > 2) return null;
  return (
    <section className="panel" aria-labelledby="title-data" data-testid="data">
      <div className="panel-head">
        <h2 id="title-data">{t('data.title')}</h2>
        {samples && (
          <span className="facts">
            {t('data.count', { n: samples.count, drawn: samples.labels.length, noise })}
          </span>
        )}
      </div>
      <div className="plate">
        <Drawing draw={draw} watch={watch} label={t('aria.data')} describe={describe} />
      </div>
      {(opened?.dimension ?? 1) > 1 && <Legends />}
      {opened && opened.refused.length > 0 && (
        <RefusedRows rows={opened.refused} count={opened.refusedCount} />
      )}
    </section>
  );
}
