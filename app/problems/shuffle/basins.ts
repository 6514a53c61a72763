import type { SideName } from '../../../engine/contract.ts';
import type { BasinsReading, BasinsTold } from '../../../engine/problems/shuffle/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { mapCategoryColours } from '../../charts/category-colours.ts';
import { formatDistance, formatShare } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { createMemo } from '../../session/picture.ts';
import type { AppState } from '../../session/store.ts';
import type { Know } from '../bind-readings.ts';
import type { RegionLayer, Regions } from '../fields/field-map.ts';
import { permutationName } from './permutation-names.ts';
import { shuffleOf, triangleOf } from './shuffle-info.ts';

/** To which rest point every start of the triangle leads, as coloured regions with their shares. */

/** Cells along an axis. */
const CELLS = 128;

type Both = Readonly<Record<SideName, BasinsTold>>;

function basinsRead({ readings, landscape }: Pick<AppState, 'readings' | 'landscape'>): Both | null {
  const read = readings.basins;
  return read?.landscape === landscape ? (read.value as Both) : null;
}

/** Asks for both sides' basins where they are shown and not yet known. */
export async function readBasins(engine: EngineClient, state: AppState, know: Know): Promise<void> {
  if (state.scenario.values.ground !== 'basins' || !triangleOf(state) || basinsRead(state)) return;
  const of = (side: SideName) => engine.reading<BasinsReading>('basins', { side, cells: CELLS });
  const [left, right] = [await of('left'), await of('right')];
  if (left && right) know('basins', null, { left, right } satisfies Both);
}

/** Corners have the first three colours, on every map; other rest points those that follow. */
function coloursOf({ rests }: BasinsTold): string[] {
  let next = 3;
  return rests.map(({ at, on }) => mapCategoryColours[on === 'vertex' ? at.indexOf(1) : next++]!);
}

function namesOf(told: BasinsTold, state: AppState, t: Translate): string[] {
  const corners = shuffleOf(state)?.thresholds ?? [];
  return told.rests.map(({ at, on, value }, i) => {
    const share = formatShare(told.shares[i]!);
    const corner = on === 'vertex' ? corners[at.indexOf(1)] : undefined;
    return corner
      ? t('shuffle.basin.corner', { share, name: permutationName(corner.permutation) })
      : t('shuffle.basin.rest', { share, value: formatDistance(value) });
  });
}

export function basinsOf(side: SideName): RegionLayer {
  const kept = createMemo<Regions>();
  return {
    name: (t) => t('shuffle.basins'),
    select({ store }, t) {
      const state = store.getState();
      const told = basinsRead(state)?.[side];
      if (!told) return null;
      return kept([told, t], () => ({
        view: { x0: 0, x1: 1, y0: 0, y1: 1 },
        size: told.cells,
        labels: told.labels,
        colours: coloursOf(told),
        names: namesOf(told, state, t),
      }));
    },
  };
}
