import type { SideName } from '../../engine/contract.ts';
import { DATA_SETS } from '../../engine/data/data-sets.ts';
import type { DisplayList } from '../charts/display-list.ts';
import type { Translate } from '../i18n/messages.ts';
import { shownIterate } from '../session/kept-steps.ts';
import type { Snapshot } from '../session/snapshot.ts';
import type { AppState } from '../session/store.ts';
import type { Size } from '../ui/Drawing.tsx';
import type { Look } from './extra-marks.ts';
import { drawPlanar, type HalfPlane } from './planar-plot.ts';
import { drawScatter, type Hinge } from './scatter-plot.ts';
import { sideShort } from './side-words.ts';

/** Features of the opened samples, the column of ones left out. */
export function inputsOf({ opened }: AppState): number {
  const samples = opened?.samples;
  return samples ? samples.dimension - (samples.hasOnes ? 1 : 0) : 1;
}

/** Whether samples of so many inputs have a picture: a scatter, or a plane. */
export function areDrawn(inputs: number): boolean {
  return inputs === 1 || inputs === 2;
}

/** What both sides of the lift say over x > 0: the network alpha relu(u) x, its program (v - w) x. */
function slopesOfLift(snapshot: Snapshot): Record<SideName, number[]> {
  const [u, alpha] = shownIterate(snapshot, 'left');
  const [v, w] = shownIterate(snapshot, 'right');
  return { left: [Math.max(0, u!) * alpha!], right: [v! - w!] };
}

/** What the picture of the data depends on. */
export const watchData = (state: AppState) => [
  state.k,
  state.version,
  state.opened,
  state.references,
  state.scenario.values.leak,
  state.extra,
];

/** The data with both present fits: a scatter for one feature, the plane for two. */
export function dataDrawing(
  snapshot: Snapshot,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const state = snapshot.store.getState();
  const { opened: now } = state;
  if (!now || (now.samples.features.length === 0 && Number.isFinite(now.samples.count))) return [];
  const { features, labels, dimension: d, names, labelName, hasOnes } = now.samples;
  // What the weights of another problem say over the samples is not known here.
  const isNeuron = state.scenario.problem === 'one-neuron';
  const present = (side: SideName) =>
    isNeuron && snapshot.trajectories[side].dimension === d ? Array.from(shownIterate(snapshot, side)) : null;
  const weights = {
    left: present('left'),
    right: present('right'),
    planted: isNeuron && now.plant ? Array.from(now.plant) : null,
  };
  const label = {
    left: sideShort(state, 'left', t),
    right: sideShort(state, 'right', t),
    planted: t('data.planted'),
  };
  const lifted = state.scenario.problem === 'lift' ? slopesOfLift(snapshot) : null;
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
      leak: state.scenario.values.leak ?? 0,
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
}

/** What noise the data has, or which data set it is; empty where the problem has no word on it. */
export function noiseWords({ scenario }: AppState, t: Translate): string {
  if (scenario.problem === 'lift') return t('data.one');
  const { features, data, noise: size, noisein } = scenario.values;
  if (features === 'csv')
    return isShippedSet(data as string) ? t('data.set', { name: data as string }) : t('data.own');
  if (size === undefined) return '';
  if (size === 0) return t('data.noNoise');
  return t(noisein ? 'data.noiseInside' : 'data.noiseOutside', { noise: size as number });
}

function isShippedSet(name: string): boolean {
  return Object.hasOwn(DATA_SETS, name);
}
