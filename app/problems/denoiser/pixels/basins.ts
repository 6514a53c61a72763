import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { BasinsReading, BasinsTold, LimitTold } from '../../../../engine/problems/denoiser/types.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { BASIN_COLOURS } from '../../../charts/colour/palette.ts';
import { formatPoint, formatShare } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { createMemo } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import type { RegionLayer, Regions } from '../../fields/field-map.ts';
import type { Once } from '../../kit/state/reader.ts';
import { pixelsOf } from '../denoiser-info.ts';
import { PIXELS, type PixelBasins, type PixelReadings } from './info.ts';

/** Colours each start by the limit that it reaches, with shares. */

/** Starts per axis: for counts, then the picture; the outermost are cell centres. */
const CELLS = [41, 121] as const;
const [FROM, TO] = [-0.3, 1.3];

/** Returns the basins' inputs as a key; null without basins. */
function basinsKey(state: Pick<AppState, 'opened' | 'openedProblem'>): string | null {
  const info = pixelsOf(state);
  if (!info) return null;
  const { phi, y, c, sigma, spread, sides } = info;
  return [...phi, y, c, sigma, spread, sides.right.cap].join();
}

function basinsRead(state: AppState): PixelBasins | null {
  const known = PIXELS.latest(state, 'basins');
  return known?.of === basinsKey(state) ? known : null;
}

const countedOf = (state: AppState, side: SideName) =>
  state.scenario.values.ground === 'basins' ? (basinsRead(state)?.counted[side] ?? null) : null;

/** Asks for shown basins; the counted ones first. */
export const ASK_BASINS: Once<PixelReadings> = {
  missing(state) {
    const isFine = basinsRead(state)?.drawn.right?.cells === CELLS[1];
    return state.scenario.values.ground === 'basins' && !isFine ? basinsKey(state) : null;
  },
  async ask(engine, { store }, know) {
    const of = basinsKey(store.getState())!;
    let known: PixelBasins = { of, counted: { left: null, right: null }, drawn: { left: null, right: null } };
    for (const cells of CELLS)
      for (const side of SIDES) {
        const isCounted = cells === CELLS[0];
        const show = (told: BasinsTold, isWhole = false) => {
          const counted = isCounted && isWhole ? { ...known.counted, [side]: told } : known.counted;
          known = { of, counted, drawn: { ...known.drawn, [side]: told } };
          know('basins', null, known);
        };
        // A finer picture replaces the coarse one when complete.
        const onProgress = isCounted ? (told: BasinsTold) => show(told) : undefined;
        const told = await engine.reading<BasinsReading>('basins', { side, cells }, onProgress);
        if (!told) return;
        show(told, true);
      }
  },
};

/** Colours in turn; a segment has a valley's. */
const RESTS = [...BASIN_COLOURS.minimum, BASIN_COLOURS.origin[0]];
const CYCLES = [BASIN_COLOURS.plateau[0], BASIN_COLOURS.valley[0]];

/** Returns cells centred at their starts. A limit keeps its colour from the counted starts, whose order may differ. */
function regionsOf({ cells, labels, limits }: BasinsTold, counted: readonly LimitTold[]): Regions {
  const half = (TO - FROM) / (cells - 1) / 2;
  const [low, high] = [FROM - half, TO + half];
  const order = [...counted, ...limits.filter((limit) => !counted.some((one) => isSame(one, limit)))];
  const colours = coloursOf(order);
  return {
    view: { x0: low, x1: high, y0: low, y1: high },
    size: cells,
    labels,
    colours: limits.map((limit) => colours[order.findIndex((one) => isSame(one, limit))]!),
    names: [],
  };
}

/** Compare in order: a cycle begins at its leftmost point. */
const isSame = (one: LimitTold, other: LimitTold) =>
  one.points.length === other.points.length &&
  one.points.every((at, i) => Math.abs(at - other.points[i]!) < 1e-3);

function coloursOf(limits: readonly LimitTold[]): string[] {
  let [rests, cycles] = [0, 0];
  return limits.map(({ kind, points }) => {
    if (kind === 'cycle') return CYCLES[cycles++ % CYCLES.length]!;
    return points.length > 2 ? BASIN_COLOURS.valley[1] : RESTS[rests++ % RESTS.length]!;
  });
}

/** A share at its rest point or cycle's first point. */
export interface LimitShare {
  readonly at: readonly [number, number];
  readonly share: string;
}

export function basinShares(state: AppState, side: SideName): readonly LimitShare[] {
  return (countedOf(state, side)?.limits ?? [])
    .filter(({ share }) => share > 0)
    .map(({ points, share }) => ({ at: [points[0]!, points[1]!] as const, share: formatShare(share) }));
}

/** Returns '' if basins are not shown. */
export function basinWords(state: AppState, side: SideName, t: Translate): string {
  const told = countedOf(state, side);
  if (!told) return '';
  const parts = told.limits.map(({ kind, points, share: all }) => {
    const share = formatShare(all);
    if (kind === 'cycle') return t('pixels.basin.cycle', { share, points: points.length / 2 });
    return points.length > 2
      ? t('pixels.basin.segment', { share })
      : t('pixels.basin.rest', { share, at: formatPoint(points) });
  });
  const open = 1 - told.limits.reduce((sum, { share }) => sum + share, 0);
  if (open > 1e-9) parts.push(t('pixels.basin.open', { share: formatShare(open) }));
  return t('alt.pixels.basins', { parts });
}

export function basinsOf(side: SideName): RegionLayer {
  const kept = createMemo<Regions>();
  return {
    name: (t) => t('pixels.basins'),
    select({ store }) {
      const known = basinsRead(store.getState());
      const told = known?.drawn[side];
      if (!told) return null;
      return kept([told], () => regionsOf(told, known.counted[side]?.limits ?? []));
    },
  };
}
