import '../matrix-words.en.ts';
import '../matrix.css';
import type { SideName } from '../../../../engine/contract.ts';
import { type Panel, viewOf } from '../../../session/view.ts';
import { readPanel } from '../../kit/panel.tsx';
import { partForKey } from '../../kit/surface/part-for-key.ts';
import { matrixState, orderOf, READ, type Read } from '../matrix-state.ts';
import { SHUFFLE, shuffleOf } from '../shuffle-info.ts';
import { createTriangles, describeTriangles, partWords, trianglesHint } from '../triangles-drawing.ts';
import { CORNERS, partAt, weightsOf } from '../triangles-plot.ts';
import { createHeat, describeHeat, entryWords, heatHint, placeOf } from './heat-drawing.ts';
import { type Entry, entryAt } from './heat-plot.ts';

const MOVES: Readonly<Record<string, Entry>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

type Part = NonNullable<Read>;

/** Shows M as a heat map; the entry being read is marked on both sides, in any column order. */
export const heatPanel = (side: SideName): Panel =>
  readPanel<Part>({
    ...{
      name: side,
      side,
      testId: `matrix-${side}`,
      className: 'matrix-read read-below matrix',
      shared: READ,
    },
    title: (state, t) => viewOf(state).title(state, side, t),
    label: (state, t) => t('aria.shuffle.matrix', { side: viewOf(state).title(state, side, t) }),
    surface: (state, t) => t('aria.shuffle.matrix.surface', { side: viewOf(state).title(state, side, t) }),
    picture: () => createHeat(side, true),
    still: () => createHeat(side),
    tell: describeHeat(side),
    say: (read, { store }, t) => entryWords({ ...matrixState(store.getState(), side, false), read }, t),
    hint: ({ store }, t) => heatHint(store.getState(), side, t),
    pick([x, y], { size, drawStyle }, { store }) {
      const state = store.getState();
      const n = shuffleOf(state)?.n ?? 0;
      const found = entryAt({ ...size, scale: drawStyle.scale, n }, x, y);
      return found && [found[0], orderOf(matrixState(state, side, false))[found[1]]!];
    },
    next({ key }, now, _, { store }) {
      const state = store.getState();
      const n = shuffleOf(state)?.n ?? 0;
      const order = orderOf(matrixState(state, side, false));
      const entry = (row: number, place: number): Entry => [row, order[place]!];
      const held = (k: number) => Math.max(0, Math.min(n - 1, k));
      const way = MOVES[key];
      const at = typeof now === 'object' && now !== null && now[0] < n && now[1] < n ? now : null;
      if (key === 'Home' || (way && !at)) return entry(0, 0);
      if (key === 'End') return entry(n - 1, n - 1);
      if (!way || !at) return undefined;
      const [row, column] = placeOf(at, order);
      return entry(held(row + way[0]), held(column + way[1]));
    },
    narrow: 0.9,
  });

/** Shows M as two linked triangles (n = 3). */
export const trianglesPanel = (side: SideName): Panel =>
  readPanel<Part>({
    ...{ name: side, side, testId: `triangles-${side}`, className: 'matrix-read read-below triangles' },
    shared: READ,
    title: (state, t) => viewOf(state).title(state, side, t),
    label: (state, t) => t('aria.shuffle.triangles', { side: viewOf(state).title(state, side, t) }),
    surface: (state, t) => t('aria.shuffle.triangles.surface', { side: viewOf(state).title(state, side, t) }),
    picture: () => createTriangles(side, true),
    still: () => createTriangles(side),
    tell: describeTriangles(side),
    say: (read, { store }, t) => partWords({ ...matrixState(store.getState(), side, false), read }, t),
    hint: ({ store }, t) => trianglesHint(store.getState(), side, t),
    pick([x, y], { size, drawStyle }, { store }) {
      const told = SHUFFLE.now(store.getState(), 'matrices')?.[side];
      return told ? partAt({ ...size, scale: drawStyle.scale, at: weightsOf(told.matrix) }, x, y) : null;
    },
    next: ({ key }, now) => partForKey(key, typeof now === 'number' ? now : null, CORNERS.length),
    narrow: 0.9,
  });
