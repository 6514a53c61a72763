import type { SideName } from '../../../../engine/contract.ts';
import { guessKind, isGuessing } from '../../../session/guessing.ts';
import { useApp } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { Coming, lazyView } from '../../../ui/lazy-view.tsx';
import type { Parts } from '../../kit/panel.tsx';
import { boardLayout, type Spot, spotAt, type TilePlane } from './board.ts';
import { SPOT } from './info.ts';
import { IMAGE_SIDE } from './tile-raster.ts';

const GuessChip = lazyView(() => import('../../planar/guess/GuessChip.tsx'), 'GuessChip');

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const LAST = IMAGE_SIDE - 1;

/** Returns the pixel after a key; undefined for other keys. The first arrow starts in the middle. */
function spotForKey(now: Spot | null, key: string, planes: readonly TilePlane[]): Spot | undefined {
  const way = MOVES[key];
  const from = now && planes.includes(now.plane) ? now : null;
  const { plane, row, column } = from ?? { plane: planes[0]!, row: LAST >> 1, column: LAST >> 1 };
  if (way && !from) return { plane, row, column };
  const held = (place: number) => Math.max(0, Math.min(LAST, place));
  if (way) return { plane, row: held(row + way[0]), column: held(column + way[1]) };
  if (key === 'Home') return { plane, row: 0, column: 0 };
  if (key === 'End') return { plane, row: LAST, column: LAST };
  const other = planes.find((one) => one !== plane);
  return key === 'Enter' && other ? { plane: other, row, column } : undefined;
}

/** Reads one pixel on all tiles at once. Keys start on the first plane. */
export const boardParts = (
  planes: (state: AppState) => readonly TilePlane[],
): Pick<Parts<Spot>, 'shared' | 'has' | 'next' | 'pick'> => ({
  shared: SPOT,
  has: ({ plane }, { store }) => planes(store.getState()).includes(plane),
  next: ({ key }, spot, _, { store }) => spotForKey(spot, key, planes(store.getState())),
  pick([x, y], { size, drawStyle }, { store }) {
    const tiles = planes(store.getState());
    return spotAt(boardLayout(size, drawStyle.scale, tiles.length - 1), tiles, x, y);
  },
});

/** Lets a room vote for a side by clicks and Enter; Backspace withdraws a vote. */
export const votesFor = (side: SideName): Required<Pick<Parts<Spot>, 'press'>> => ({
  press(how, _, session) {
    const state = session.store.getState();
    if (guessKind(state) !== 'votes' || !isGuessing(state)) return false;
    session.guess(side, how === 'Backspace' ? null : [0, 0]);
    return true;
  },
});

export function VoteChip({ side }: { side: SideName }) {
  const asked = useApp((state) => guessKind(state) === 'votes');
  return (
    asked && (
      <Coming>
        <GuessChip side={side} surface=".pointed" />
      </Coming>
    )
  );
}
