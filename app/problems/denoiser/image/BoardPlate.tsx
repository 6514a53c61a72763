import { useRef, useState } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { guessKind, isGuessing } from '../../../session/guessing.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import type { Describe, Picture } from '../../../session/picture/picture.ts';
import { useApp, useSession } from '../../../session/session-context.tsx';
import { Coming, lazyView } from '../../../ui/lazy-view.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { ReadPlate } from '../../kit/ReadPlate.tsx';
import type { PlateSize } from '../../kit/sweep/SweepPlate.tsx';
import type { Spot, TilePlane } from './board.ts';
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

/** Returns the pixel after a key (null: none), or undefined for other keys. The first arrow starts in the middle. */
function spotForKey(now: Spot | null, key: string, planes: readonly TilePlane[]): Spot | null | undefined {
  const way = MOVES[key];
  if (key === 'Escape') return now ? null : undefined;
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

interface PlateProps {
  readonly name: string;
  /** Side for which a click votes in a room. */
  readonly side?: SideName;
  /** Plane of each tile; keys start on the first. */
  readonly planes: readonly TilePlane[];
  readonly spotUnder: (size: PlateSize, x: number, y: number) => Spot | null;
  readonly label: string;
  readonly surface: string;
  readonly picture: Picture;
  /** Lower layer, which seldom changes. */
  readonly ground?: Picture;
  readonly describe: () => Promise<Describe>;
  readonly words: string;
  readonly hint: string;
}

/** Pointer or arrow keys read one pixel on all tiles. */
export function BoardPlate({ name, side, planes, spotUnder, ...plate }: PlateProps) {
  const session = useSession();
  const { store } = session;
  const { scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState(false);
  const asked = useApp((state) => guessKind(state) === 'votes');

  function read(spot: Spot | null, aloud: boolean): void {
    setSpoken(aloud);
    if (JSON.stringify(SPOT.of(store.getState())) !== JSON.stringify(spot)) SPOT.set(store, spot);
  }

  function pointAt(event: React.PointerEvent): void {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    read(spotUnder({ width, height, scale }, event.clientX - left, event.clientY - top), false);
  }

  /** Votes for this side, or withdraws its last vote; false if no vote is open. */
  function vote(at: readonly [number, number] | null): boolean {
    const state = store.getState();
    if (!side || guessKind(state) !== 'votes' || !isGuessing(state)) return false;
    session.guess(side, at);
    return true;
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const isVote = ['Enter', 'Backspace'].includes(event.key) && vote(event.key === 'Enter' ? [0, 0] : null);
    const to = isVote ? undefined : spotForKey(SPOT.of(store.getState()), event.key, planes);
    if (to === undefined && !isVote) return;
    if (to !== undefined) read(to, true);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      {...plate}
      name={name}
      className="board-read read-below"
      box={box}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onClick={() => vote([0, 0])}
      onPointerLeave={() => read(null, false)}
      onBlur={() => read(null, false)}
      onKeyDown={onKeyDown}
    >
      {side && asked && (
        <Coming>
          <GuessChip side={side} surface=".pointed" />
        </Coming>
      )}
    </ReadPlate>
  );
}
