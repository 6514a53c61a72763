import { useRef, useState } from 'react';
import { hasKeyboardFocus } from '../../session/keys.ts';
import type { Describe, Picture } from '../../session/picture.ts';
import { useSession } from '../../session/session-context.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { ReadPlate } from '../ReadPlate.tsx';
import type { PlateSize } from '../SweepPlate.tsx';
import type { Spot, TilePlane } from './image-board.ts';
import { spotOf } from './image-info.ts';
import { IMAGE_SIDE } from './tile-raster.ts';

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const LAST = IMAGE_SIDE - 1;

/** Where a key leads to from the pixel that is read; undefined of a key that is not ours. Without one it is the middle. */
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
  /** Of each tile; the first is read first. */
  readonly planes: readonly TilePlane[];
  readonly spotUnder: (size: PlateSize, x: number, y: number) => Spot | null;
  readonly label: string;
  readonly surface: string;
  readonly picture: Picture;
  /** What lies under it and seldom changes. */
  readonly ground?: Picture;
  readonly describe: () => Promise<Describe>;
  readonly words: string;
  readonly hint: string;
}

/** Tiles whose pixels a pointer or the arrow keys read, the same one on every tile of the page. */
export function BoardPlate({ name, planes, spotUnder, ...plate }: PlateProps) {
  const { store } = useSession();
  const { scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState(false);

  function read(spot: Spot | null, aloud: boolean): void {
    setSpoken(aloud);
    const { readings, landscape } = store.getState();
    if (JSON.stringify(spotOf({ readings })) === JSON.stringify(spot)) return;
    store.setState({ readings: { ...readings, spot: { landscape, step: null, value: spot } } });
  }

  function pointAt(event: React.PointerEvent): void {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    read(spotUnder({ width, height, scale }, event.clientX - left, event.clientY - top), false);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const to = spotForKey(spotOf(store.getState()), event.key, planes);
    if (to === undefined) return;
    read(to, true);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      {...plate}
      name={name}
      className="board-read"
      box={box}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => read(null, false)}
      onBlur={() => read(null, false)}
      onKeyDown={onKeyDown}
    />
  );
}
