import type { SideName } from '../../../../engine/contract.ts';
import type { BasinsReading, BasinsTold, ShuffleInfo } from '../../../../engine/problems/shuffle/types.ts';
import { BASIN_COLOURS } from '../../../charts/colour/palette.ts';
import { formatDistance, formatShare } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { createMemo } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import type { RegionLayer, Regions } from '../../fields/field-map.ts';
import type { Once } from '../../kit/state/reader.ts';
import { permutationName } from '../permutation-names.ts';
import { isBest, SHUFFLE, type ShuffleReadings, shuffleOf, triangleOf } from '../shuffle-info.ts';

/** Cells per axis. */
const CELLS = 128;

/** Returns the key of the basins' inputs (not the start); null without a triangle. */
function basinsKey(state: Pick<AppState, 'opened' | 'openedProblem'>): string | null {
  const info = triangleOf(state);
  return info ? [...info.triangle.quadratic, info.lambda, info.ramp, info.step].join() : null;
}

function basinsRead(state: AppState) {
  const known = SHUFFLE.latest(state, 'basins');
  return known?.of === basinsKey(state) ? known : null;
}

export const ASK_BASINS: Once<ShuffleReadings> = {
  missing: (state) =>
    state.scenario.values.ground === 'basins' && !basinsRead(state) ? basinsKey(state) : null,
  async ask(engine, { store }, know) {
    const of = basinsKey(store.getState())!;
    const read = (side: SideName) => engine.reading<BasinsReading>('basins', { side, cells: CELLS });
    const [left, right] = [await read('left'), await read('right')];
    if (left && right) know('basins', null, { of, left, right });
  },
};

/** Colours of other rest points, in turn. */
const BETWEEN = [BASIN_COLOURS.minimum[3], BASIN_COLOURS.valley[1], BASIN_COLOURS.origin[0]];

/** Colours a best corner as a goal; others have fixed colours. */
function coloursOf({ rests }: BasinsTold, { costs, best }: ShuffleInfo): string[] {
  let next = 0;
  return rests.map(({ at, on }) => {
    if (on !== 'vertex') return BETWEEN[next++ % BETWEEN.length]!;
    const corner = at.indexOf(1);
    return isBest(costs[corner]!, best) ? BASIN_COLOURS.plant[0] : BASIN_COLOURS.minimum[corner]!;
  });
}

export function basinShares(
  state: AppState,
  side: SideName,
): readonly { readonly at: readonly number[]; readonly share: string }[] {
  const told = state.scenario.values.ground === 'basins' ? basinsRead(state)?.[side] : null;
  return (told?.rests ?? []).flatMap(({ at }, i) =>
    told!.shares[i]! > 0 ? [{ at, share: formatShare(told!.shares[i]!) }] : [],
  );
}

/** Describes the right's rest points with shares of starts; empty until read. */
export function basinWords(state: AppState, t: Translate): string {
  const told = basinsRead(state)?.right;
  const info = shuffleOf(state);
  if (!told || !info) return '';
  const parts = told.rests.flatMap(({ at, on, value }, i) => {
    const share = formatShare(told.shares[i]!);
    const corner = on === 'vertex' ? info.thresholds[at.indexOf(1)] : undefined;
    if (told.shares[i] === 0) return [];
    return corner
      ? t('shuffle.basin.corner', { share, name: permutationName(corner.permutation) })
      : t('shuffle.basin.rest', { share, value: formatDistance(value) });
  });
  return t('alt.shuffle.basins', { parts });
}

export function basinsOf(side: SideName): RegionLayer {
  const kept = createMemo<Regions>();
  return {
    name: (t) => t('shuffle.basins'),
    select({ store }) {
      const state = store.getState();
      const [told, info] = [basinsRead(state)?.[side], shuffleOf(state)];
      if (!told || !info) return null;
      return kept([told], () => ({
        view: { x0: 0, x1: 1, y0: 0, y1: 1 },
        size: told.cells,
        labels: told.labels,
        colours: coloursOf(told, info),
        names: [],
      }));
    },
  };
}
