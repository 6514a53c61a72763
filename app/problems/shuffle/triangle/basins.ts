import type { SideName } from '../../../../engine/contract.ts';
import type { BasinsReading, BasinsTold, ShuffleInfo } from '../../../../engine/problems/shuffle/types.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import { BASIN_COLOURS } from '../../../charts/colour/palette.ts';
import { formatDistance, formatShare } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { createMemo } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import type { RegionLayer, Regions } from '../../fields/field-map.ts';
import type { Know } from '../../kit/bind-readings.ts';
import { permutationName } from '../permutation-names.ts';
import { isBest, shuffleOf } from '../shuffle-info.ts';

/** To which rest point every start of the triangle leads, as coloured regions with their shares. */

/** Cells along an axis. */
const CELLS = 128;

/** Both sides' basins, and what they hang on: not on the start. */
interface Known extends Readonly<Record<SideName, BasinsTold>> {
  readonly of: string;
}

/** What basins hang on, as text; null where there are none. */
function basinsKey(state: Pick<AppState, 'opened' | 'openedProblem'>): string | null {
  const info = shuffleOf(state);
  return info?.triangle ? [...info.triangle.quadratic, info.lambda, info.ramp, info.step].join() : null;
}

function basinsRead(state: AppState): Known | null {
  const known = (state.readings.basins?.value ?? null) as Known | null;
  return known && known.of === basinsKey(state) ? known : null;
}

/** Asks for both sides' basins where they are shown and not yet known or asked for. */
export function createBasinReader() {
  let asked: string | null = null;
  return async (engine: EngineClient, state: AppState, know: Know): Promise<void> => {
    const of = basinsKey(state);
    if (state.scenario.values.ground !== 'basins' || of === null || of === asked || basinsRead(state)) return;
    asked = of;
    const read = (side: SideName) => engine.reading<BasinsReading>('basins', { side, cells: CELLS });
    try {
      const [left, right] = [await read('left'), await read('right')];
      if (left && right) know('basins', null, { of, left, right } satisfies Known);
    } finally {
      if (asked === of) asked = null;
    }
  };
}

/** Grounds of basins of rest points between the corners, in turn. */
const BETWEEN = [BASIN_COLOURS.minimum[3], BASIN_COLOURS.valley[1], BASIN_COLOURS.origin[0]];

/** A best corner has the colour of a goal, each other corner its own, on every map. */
function coloursOf({ rests }: BasinsTold, { costs, best }: ShuffleInfo): string[] {
  let next = 0;
  return rests.map(({ at, on }) => {
    if (on !== 'vertex') return BETWEEN[next++ % BETWEEN.length]!;
    const corner = at.indexOf(1);
    return isBest(costs[corner]!, best) ? BASIN_COLOURS.plant[0] : BASIN_COLOURS.minimum[corner]!;
  });
}

/** How many of all starts lead to each rest point of a side, its share beside it. */
export function basinShares(
  state: AppState,
  side: SideName,
): readonly { readonly at: readonly number[]; readonly share: string }[] {
  const told = state.scenario.values.ground === 'basins' ? basinsRead(state)?.[side] : null;
  return (told?.rests ?? []).flatMap(({ at }, i) =>
    told!.shares[i]! > 0 ? [{ at, share: formatShare(told!.shares[i]!) }] : [],
  );
}

/** Where runs of the right end and how often, in words; empty while nobody asked. */
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
