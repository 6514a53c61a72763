import type { SideName } from '../../../engine/contract.ts';
import type { NetworksTold, NetworkTold, OutputsInfo } from '../../../engine/problems/vector-output/types.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { isAsking } from '../../session/guessing.ts';
import { createPicture, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { AppState } from '../../session/store.ts';
import { drawFit } from '../kit/fit-plot.ts';
import { drawPolygons } from './lines/polygon-plot.ts';
import { drawValues, type ValueBar } from './lines/values-plot.ts';
import { OUTPUTS, sizesOf } from './outputs-facts.ts';
import { outputName, outputsOf } from './outputs-info.ts';

interface OutputState extends Pick<AppState, 'opened'> {
  readonly told: NetworksTold | null;
  readonly asks: boolean;
}

function select({ store }: Snapshot): OutputState {
  const state = store.getState();
  return { opened: state.opened, told: OUTPUTS.latest(state, 'networks'), asks: isAsking(state) };
}

const sideNames = (t: Translate) => ({ left: t('side.left.descent'), right: t('side.right.program') });

export function createPolygons(): Picture<OutputState> {
  return createPicture({
    select,
    draw({ opened, told }, { size, drawStyle, t }) {
      const info = outputsOf(opened);
      if (!info) return [];
      const names = sideNames(t);
      const side = (name: SideName) => {
        const corners = told?.[name].polygon;
        return corners ? { corners, label: names[name] } : null;
      };
      return drawPolygons({
        ...size,
        ...drawStyle,
        axes: { x: outputName(info, 0, t), y: outputName(info, 1, t) },
        labels: info.labels,
        left: side('left'),
        right: side('right'),
      });
    },
  });
}

export function createOutputFit(side: SideName): Picture<OutputState> {
  return createPicture({
    select,
    draw({ opened, told }, { size, drawStyle, t }) {
      const info = outputsOf(opened);
      if (!info) return [];
      const outputs = told?.[side].fitted;
      const own = outputs ? { outputs, label: sideNames(t)[side] } : null;
      return drawFit({
        ...size,
        ...drawStyle,
        axes: { x: t('network.label'), y: t('network.output.short') },
        labels: info.labels,
        left: side === 'left' ? own : null,
        right: side === 'right' ? own : null,
      });
    },
  });
}

/** Sorts classes by size, descending, then by index: as their singular values. */
export function classesBySize(info: OutputsInfo): number[] {
  const sizes = sizesOf(info);
  return sizes.map((_, k) => k).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
}

/** The optimum's targets wait while the page asks (`asks`). */
export function barsOf(info: OutputsInfo, asks: boolean, t: Translate): ValueBar[] {
  const { singularValues, samples, beta, program } = info;
  const sizes = sizesOf(info);
  const order = classesBySize(info);
  return Array.from(singularValues, (labels, k) => {
    const own = order[k]!;
    const isClass = program === 'closed';
    return {
      name: isClass ? outputName(info, own, t) : formatCount(k + 1),
      note: isClass ? t('outputs.size', { size: sizes[own]! }) : '',
      labels,
      target: isClass && !asks ? Math.max(0, labels - samples * beta) : null,
    };
  });
}

/**
 * Returns p_k^T Z q_k along the labels' singular pairs in the order of the bars, if there is a closed form (at the optimum, Z's singular
 * values). Else Z's singular values, descending.
 */
export function valuesOf(info: OutputsInfo, { fitted, singularValues }: NetworkTold): ArrayLike<number> {
  const { classes, outputs, program } = info;
  if (program !== 'closed' || !classes) return singularValues;
  const sizes = sizesOf(info);
  const sums = sizes.map(() => 0);
  for (let i = 0; i < classes.length; i++) sums[classes[i]!]! += fitted[i * outputs + classes[i]!]!;
  return classesBySize(info).map((k) => sums[k]! / Math.sqrt(sizes[k]!));
}

export function createValues(side: SideName | 'both'): Picture<OutputState> {
  return createPicture({
    select,
    draw({ opened, told, asks }, { size, drawStyle, t }) {
      const info = outputsOf(opened);
      if (!info) return [];
      const of = (name: SideName) =>
        told && (side === name || side === 'both') ? valuesOf(info, told[name]) : null;
      return drawValues({
        ...size,
        ...drawStyle,
        axis: t(info.program === 'closed' ? 'outputs.strength' : 'outputs.value'),
        bars: barsOf(info, asks, t),
        left: of('left'),
        right: of('right'),
        names: {
          ...sideNames(t),
          labels: t('outputs.ofLabels'),
          target: t('outputs.target'),
          forgotten: t('outputs.forgotten'),
        },
      });
    },
  });
}
