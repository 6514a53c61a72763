import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import { NO_ARROWS } from '../../../charts/marks/arrow-marks.ts';
import { formatPoint } from '../../../i18n/format.ts';
import { iterateAt, selectSide } from '../../../pictures/side-at.ts';
import { isAsking } from '../../../session/guessing.ts';
import { fieldOf } from '../../../session/picture/in-plane.ts';
import { createMemo, type Describe } from '../../../session/picture/picture.ts';
import { shownNumber } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import type { Panel } from '../../../session/view.ts';
import type { FieldMap, FieldOverlay } from '../../fields/field-map.ts';
import { createFieldPanel } from '../../fields/field-panel.tsx';
import { pixelsOf } from '../denoiser-info.ts';
import type { DenoiserMark } from '../denoiser-marks.ts';
import { landscapeStage } from '../explain-marks.ts';
import { saidBound } from '../witness.ts';
import { basinShares, basinsOf, basinWords, type LimitShare } from './basins.ts';
import { PIXELS } from './info.ts';
import { litAbove, litBelow, shareLabels } from './marks.ts';

/** A side's landscape F with rest points, the line Phi x = y, the box and the certified disc. */

interface Scene {
  readonly info: PixelsInfo | null;
  readonly extra: AppState['extra'];
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly shares: readonly LimitShare[];
}

function overlayOf(side: SideName): FieldOverlay<Scene> {
  const at = selectSide(side);
  const kept = createMemo<Scene['shares']>();
  return {
    select(snapshot, t) {
      const state = snapshot.store.getState();
      const { extra, scenario } = state;
      const info = pixelsOf(state);
      const asks = isAsking(state);
      // The step matters only for highlights here.
      const [x = Number.NaN, y = Number.NaN] = extra ? iterateAt(at(snapshot, t)) : [];
      return {
        ...{ info, extra, x, y },
        radius: extra ? shownNumber(snapshot, side, 'radius') : Number.NaN,
        shares: kept([PIXELS.find(state, 'basins'), scenario.values.ground, info, asks], () =>
          asks ? [] : basinShares(state, side),
        ),
      };
    },
    draw({ info, extra, x, y, radius, shares }, plane, { drawStyle }) {
      if (!info) return {};
      const highlight = (extra?.highlight ?? null) as DenoiserMark | null;
      const scene = { info, side, plane, drawStyle, highlight };
      const here = Float64Array.of(x, y);
      return {
        below: highlight ? litBelow(scene, here, radius) : [],
        named: { ...NO_ARROWS, labels: shareLabels(scene, shares) },
        above: extra
          ? [...landscapeStage(extra, side, plane, drawStyle), ...(highlight ? litAbove(scene, here) : [])]
          : [],
      };
    },
    tell: tellPixels(side),
  };
}

/** Describes the marks; while a scene asks, without those that reveal the end. */
function tellPixels(side: SideName): Describe {
  return (snapshot, state, t) => {
    const info = pixelsOf(state);
    if (!info) return '';
    const { rests, segment, box } = info.sides[side];
    const radius = shownNumber(snapshot, side, 'radius');
    const marks = isAsking(state) ? [] : (fieldOf(state.opened, side)?.[1].marks ?? []);
    const count = (kind: string) => marks.filter((mark) => mark.kind === kind).length;
    const stable = marks.filter(({ kind }) => kind === 'stable').map((mark) => formatPoint(mark.at));
    const cycles = marks.filter(({ kind }) => kind === 'jumps');
    return t('alt.whole', {
      parts: [
        t('alt.pixels.line'),
        ...(box ? [t('alt.pixels.box')] : []),
        ...(rests && marks.length > 0
          ? [
              t('alt.pixels.rests', {
                stable,
                saddles: count('saddle'),
                flipping: count('flipping'),
                repelling: count('repelling'),
              }),
            ]
          : []),
        ...(segment && marks.length > 0
          ? [t('alt.pixels.segment', { from: formatPoint(segment[0]), to: formatPoint(segment[1]) })]
          : []),
        ...cycles.map(({ at }) =>
          t('alt.pixels.cycle', { points: pairs(at).map((one) => formatPoint(one)) }),
        ),
        ...(radius > 0 && !isAsking(state) ? [t('alt.pixels.disc', { radius: saidBound(radius) })] : []),
        ...(isAsking(state) ? [] : [basinWords(state, side, t)].filter((words) => words !== '')),
      ],
    });
  };
}

const pairs = (flat: readonly number[]) =>
  Array.from({ length: flat.length >> 1 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);

/** Marks that reveal no end, shown while a scene asks. */
const KNOWN_BEFORE = ['line', 'box'];

export const pixelMap = (side: SideName): FieldMap<Scene> => ({
  side,
  axes: (_, t) => ({ x: t('pixels.axis.first'), y: t('pixels.axis.second') }),
  mark({ kind }, { asks }, t) {
    if (kind === 'truth') return { kind: 'plant', label: t('mark.denoiser.truth') };
    if (asks) return null;
    const look = { stable: 'stable', saddle: 'saddle' } as const;
    return { kind: look[kind as keyof typeof look] ?? 'unstable', label: '' };
  },
  isLeftOut: ({ kind }, { asks }) => asks && !KNOWN_BEFORE.includes(kind),
  // Only differences of F mean something.
  isUnnumbered: () => true,
  disc: 'radius',
  height: (t) => t('pixels.height'),
  regions: basinsOf(side),
  overlay: overlayOf(side),
});

export const pixelPanel = (side: SideName): Panel => createFieldPanel(pixelMap(side));
