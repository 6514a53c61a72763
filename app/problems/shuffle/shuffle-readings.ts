import type { SideName } from '../../../engine/contract.ts';
import type { LevelsReading, MatricesReading } from '../../../engine/problems/shuffle/types.ts';
import { shownIterate } from '../../session/run/kept-steps.ts';
import { createReader, type Once } from '../kit/state/reader.ts';
import { levelsRead, SHUFFLE, type ShuffleReadings, triangleOf } from './shuffle-info.ts';
import { ASK_BASINS } from './triangle/basins.ts';
import { along, LAST_SHARE } from './triangle/levels-plot.ts';

const SHARES = 160;

/** Returns even shares, and two close to each threshold, where branches turn. */
export function sharesOf(thresholds: readonly number[]): Float64Array<ArrayBuffer> {
  const even = Array.from({ length: SHARES + 1 }, (_, i) => along.invert(i / SHARES));
  const beside = thresholds
    .filter((share) => share > 0 && share < LAST_SHARE)
    .flatMap((share) => [share * (1 - 1e-6), share * (1 + 1e-6)]);
  return Float64Array.from([...even, ...beside].sort((a, b) => a - b));
}

const ASK_LEVELS: Once<ShuffleReadings> = {
  missing: (state) => (levelsRead(state) ? null : (triangleOf(state)?.triangle.quadratic.join() ?? null)),
  async ask(engine, { store }, know) {
    const { triangle, thresholds, smoothness } = triangleOf(store.getState())!;
    const shares = sharesOf(thresholds.map(({ threshold }) => threshold / smoothness));
    const rests = await engine.reading<LevelsReading>('levels', { shares });
    if (rests) know('levels', null, { quadratic: triangle.quadratic, shares, rests });
  },
};

export const SHUFFLE_READER = createReader(SHUFFLE, () => ({
  // A run that has ended keeps its state, but later steps are read again.
  key: (state) => [state.scenario.values.ground, state.k],
  async ask(engine, snapshot, know) {
    const { k } = snapshot.store.getState();
    const of = (side: SideName) => Float64Array.from(shownIterate(snapshot, side));
    const told = await engine.reading<MatricesReading>('matrices', { left: of('left'), right: of('right') });
    if (told) know('matrices', k, told);
  },
  once: [ASK_LEVELS, ASK_BASINS],
}));
