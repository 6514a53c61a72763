import type { SideName } from '../../../../engine/contract.ts';
import { onMap } from '../../../../engine/landscapes/triangle.ts';
import type { OnTriangle } from '../../../../engine/problems/shuffle/types.ts';
import { NO_ARROWS } from '../../../charts/marks/arrow-marks.ts';
import { formatDistance } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { iterateAt, selectSide } from '../../../pictures/side-at.ts';
import { isAsking } from '../../../session/guessing.ts';
import { createMemo, type Describe } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import type { Panel } from '../../../session/view.ts';
import type { FieldMap, FieldOverlay } from '../../fields/field-map.ts';
import { createFieldPanel } from '../../fields/field-panel.tsx';
import { onTriangle, stageMarks } from '../explain-marks.ts';
import { permutationName } from '../permutation-names.ts';
import { lineOf, matrixNow, SHUFFLE, triangleOf } from '../shuffle-info.ts';
import { AllSix } from './AllSix.tsx';
import { basinShares, basinsOf, basinWords } from './basins.ts';
import { cornersOf, isTrap, litMarks, maximaMarks, roundingMarks, shareLabels, trapMarks } from './marks.ts';

interface Scene {
  readonly info: OnTriangle | null;
  readonly asks: boolean;
  readonly extra: AppState['extra'];
  readonly at: Float64Array;
  /** Nearest corners, joined; several in a tie. */
  readonly rounded: string;
  /** Shares of starts by rest point, while basins are shown. */
  readonly shares: ReturnType<typeof basinShares>;
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
        extra: state.extra,
        at: iterateAt(at(snapshot, t)),
        rounded: info ? cornersOf(info, matrixNow(state, side)).join() : '',
        shares: kept([SHUFFLE.find(state, 'basins'), state.scenario.values.ground, info, asks], () =>
          asks ? [] : basinShares(state, side),
        ),
      };
    },
    draw({ info, asks, extra, at, rounded, shares }, plane, { drawStyle }) {
      if (!info) return {};
      const corners = rounded === '' ? [] : rounded.split(',').map(Number);
      const scene = { info, side, plane, drawStyle };
      return {
        below: [
          ...(side === 'right' && !asks ? trapMarks(scene) : []),
          ...(asks ? [] : maximaMarks(scene)),
          // A walk's last stage draws it.
          ...(side === 'left' && !asks && !extra?.stage ? roundingMarks(scene, at, corners) : []),
        ],
        named: { ...NO_ARROWS, labels: shareLabels(scene, shares) },
        above: [
          ...(extra ? stageMarks(extra, { side, ...onTriangle }, plane, drawStyle) : []),
          ...litMarks(scene, at, corners, extra?.highlight ?? null),
        ],
      };
    },
    tell: tellCorners(side),
  };
}

/** Labels corners: permutation, cost, on the right also the threshold or that it is a trap. */
function cornerNames(state: AppState, side: SideName, t: Translate, isSmall: boolean): string[] {
  const info = triangleOf(state);
  if (!info) return [];
  return info.thresholds.map((corner) => {
    const { permutation, cost, threshold } = corner;
    const facts = {
      name: permutationName(permutation),
      cost: formatDistance(cost),
      above: formatDistance(threshold / info.smoothness),
    };
    if (isSmall) return `${lineOf(permutation)}: ${facts.cost}`;
    // If E is constant, lambda is 0 and no corner is a trap.
    if (side === 'left' || isAsking(state) || info.smoothness === 0) return t('shuffle.corner', facts);
    return t(isTrap(info, corner) ? 'shuffle.corner.trap' : 'shuffle.corner.open', facts);
  });
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
    const basins = side === 'right' && state.scenario.values.ground === 'basins' ? basinWords(state, t) : '';
    return t('alt.whole', { parts: [all, basins].filter((words) => words !== '') });
  };
}

/** Iso-line labels avoid the corners. */
const CORNERS = [...onMap(0, 0), ...onMap(1, 0), ...onMap(0, 1)];

export const triangleMap = (side: SideName): FieldMap<Scene> => ({
  side,
  unit: 'step',
  corners: (state, t, isSmall) => cornerNames(state, side, t, isSmall),
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
  ...(side === 'left' && { Buttons: AllSix }),
});

export const trianglePanel = (side: SideName): Panel => createFieldPanel(triangleMap(side));
