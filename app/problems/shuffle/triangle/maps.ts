import type { SideName } from '../../../../engine/contract.ts';
import { onMap } from '../../../../engine/landscapes/triangle.ts';
import type { OnTriangle } from '../../../../engine/problems/shuffle/types.ts';
import { NO_ARROWS } from '../../../charts/marks/arrow-marks.ts';
import { formatDistance } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { iterateAt, selectSide } from '../../../pictures/side-at.ts';
import { isAsking, openScene } from '../../../session/guessing.ts';
import { createMemo, type Describe } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownNumber } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import type { Panel } from '../../../session/view.ts';
import type { FieldMap, FieldOverlay } from '../../fields/field-map.ts';
import { createFieldPanel } from '../../fields/field-panel.tsx';
import { onTriangle, stageMarks } from '../explain-marks.ts';
import { permutationName } from '../permutation-names.ts';
import { lineOf, matrixNow, SHUFFLE, triangleOf } from '../shuffle-info.ts';
import { nowShare } from '../shuffle-words.ts';
import { AllSix } from './AllSix.tsx';
import { basinShares, basinsOf, basinWords } from './basins.ts';
import {
  cornersOf,
  grownWords,
  holds,
  litMarks,
  maximaMarks,
  roundingMarks,
  shareLabels,
  trapMarks,
} from './marks.ts';

interface Scene {
  readonly info: OnTriangle | null;
  /** True while the marks of the end wait: a scene asks, or the penalty still grows. */
  readonly asks: boolean;
  readonly lambda: number;
  readonly extra: AppState['extra'];
  readonly at: Float64Array;
  /** Nearest corners, joined; several in a tie. */
  readonly rounded: string;
  /** Shares of starts by rest point, while basins are shown. */
  readonly shares: ReturnType<typeof basinShares>;
}

/** Returns lambda_k at the shown step. */
function lambdaOf(snapshot: Snapshot, { lambda }: OnTriangle): number {
  const now = shownNumber(snapshot, 'right', 'lambda');
  return Number.isFinite(now) ? now : lambda;
}

function overlayOf(side: SideName): FieldOverlay<Scene> {
  const at = selectSide(side);
  const kept = createMemo<Scene['shares']>();
  return {
    select(snapshot, t) {
      const state = snapshot.store.getState();
      const info = triangleOf(state);
      const asks = isAsking(state);
      return {
        info,
        asks,
        lambda: info && side === 'right' ? lambdaOf(snapshot, info) : 0,
        extra: state.extra,
        at: iterateAt(at(snapshot, t)),
        rounded: info ? cornersOf(info, matrixNow(state, side)).join() : '',
        shares: kept([SHUFFLE.find(state, 'basins'), state.scenario.values.ground, info, asks], () =>
          asks ? [] : basinShares(state, side),
        ),
      };
    },
    draw({ info, asks, lambda, extra, at, rounded, shares }, plane, { drawStyle, t }) {
      if (!info) return {};
      const corners = rounded === '' ? [] : rounded.split(',').map(Number);
      const scene = { info, side, lambda, plane, drawStyle };
      const grows = side === 'right' && lambda < info.lambda;
      return {
        below: [
          ...(side === 'right' && !asks ? trapMarks(scene) : []),
          ...(asks || grows ? [] : maximaMarks(scene)),
          // A walk's last stage draws it.
          ...(side === 'left' && !asks && !extra?.stage ? roundingMarks(scene, at, corners) : []),
        ],
        named: { ...NO_ARROWS, labels: shareLabels(scene, shares) },
        above: [
          ...(grows ? grownWords(t('shuffle.lambda.grown', { lambda: nowShare(lambda, info) }), scene) : []),
          ...(extra ? stageMarks(extra, { side, ...onTriangle }, plane, drawStyle) : []),
          ...litMarks(scene, at, corners, extra?.highlight ?? null),
        ],
      };
    },
    tell: tellCorners(side),
  };
}

/** Names each corner, the same on both sides, with its cost. */
function cornerNames(state: AppState, t: Translate, isSmall: boolean): string[] {
  return (triangleOf(state)?.thresholds ?? []).map(({ permutation, cost }) =>
    isSmall
      ? `${lineOf(permutation)}: ${formatDistance(cost)}`
      : t('shuffle.corner', { name: permutationName(permutation), cost: formatDistance(cost) }),
  );
}

/** Returns nothing while a scene asks. */
function tellCorners(side: SideName): Describe {
  return (_, state, t) => {
    const rests = triangleOf(state)?.triangle.rests[side];
    if (!rests || isAsking(state)) return '';
    const count = (kind: string) => rests.filter((rest) => rest.kind === kind).length;
    const all = t('alt.shuffle.rests', {
      minima: count('minimum'),
      saddles: count('saddle'),
      maxima: count('maximum'),
      isolated: rests.every(({ isolated }) => isolated),
    });
    const { lambda, thresholds } = triangleOf(state)!;
    const held = thresholds.flatMap((corner) => (holds(lambda, corner) ? [lineOf(corner.permutation)] : []));
    const holding = side === 'right' && held.length > 0 ? t('alt.shuffle.holds', { held }) : '';
    const basins = side === 'right' && state.scenario.values.ground === 'basins' ? basinWords(state, t) : '';
    return t('alt.whole', { parts: [all, holding, basins].filter((words) => words !== '') });
  };
}

/** Iso-line labels avoid the corners. */
const CORNERS = [...onMap(0, 0), ...onMap(1, 0), ...onMap(0, 1)];

export const triangleMap = (side: SideName): FieldMap<Scene> => ({
  side,
  unit: 'step',
  corners: cornerNames,
  overlay: overlayOf(side),
  mark({ kind }, { asks }, t) {
    if (kind === 'best' || kind === 'goal') return asks ? null : { kind: 'plant', label: '' };
    if (asks || kind === 'maximum') return null;
    if (kind === 'saddle') return { kind, label: '' };
    return { kind: 'minimum', label: side === 'left' && kind === 'minimum' ? t('shuffle.mark.relaxed') : '' };
  },
  clear: () => CORNERS,
  height: (t) => t(side === 'left' ? 'shuffle.height.left' : 'shuffle.height.right'),
  under: (t) => t('shuffle.height.left'),
  regions: basinsOf(side),
  isOpen: true,
  share(snapshot) {
    const info = triangleOf(snapshot.store.getState());
    return info && side === 'right' && info.lambda > 0 ? lambdaOf(snapshot, info) / info.lambda : 1;
  },
  named(snapshot) {
    const { opened, openedValues: values } = snapshot.store.getState();
    const info = opened?.info as OnTriangle;
    const grown = { ...values, lambda: lambdaOf(snapshot, info) / info.smoothness, ramp: 0 };
    return side === 'right' && info.ramp > 0 ? grown : values;
  },
  // A scene speaks of one function for each side.
  hasUnder: (state) => openScene(state) === null,
  // The costs of the corners, and the read-out, say how high.
  isUnnumbered: () => true,
  ...(side === 'left' && { Buttons: AllSix }),
});

export const trianglePanel = (side: SideName): Panel =>
  createFieldPanel({
    ...triangleMap(side),
    facts: (state, t) => (openScene(state) ? t(`shuffle.shown.${side}`) : ''),
  });
