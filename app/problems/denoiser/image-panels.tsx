import './image-words.en.ts';
import './image.css';
import { useMemo, useRef, useState } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { hasKeyboardFocus } from '../../session/keys.ts';
import type { Describe, Picture } from '../../session/picture.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { type Panel, viewOf } from '../../session/view.ts';
import { useThemeContext } from '../../ui/theme-context.ts';
import { ReadPlate } from '../ReadPlate.tsx';
import { boardLayout, type Spot, spotAt, type TilePlane } from './image-board.ts';
import {
  boardHint,
  createBoard,
  createTruth,
  describeBoard,
  describeTruth,
  SIDE_PLANES,
  spotWords,
  TRUTH_PLANES,
  truthHint,
  truthWords,
} from './image-drawing.ts';
import { spotOf } from './image-info.ts';
import { IMAGE_SIDE } from './tile-raster.ts';

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const LAST = IMAGE_SIDE - 1;

/** Where a key leads to from the pixel that is read; undefined of a key that is not ours. Without one it is the middle of the image. */
function spotForKey(now: Spot | null, key: string, planes: readonly TilePlane[]): Spot | null | undefined {
  const way = MOVES[key];
  if (key === 'Escape') return now ? null : undefined;
  const from = now && planes.includes(now.plane) ? now : null;
  const { plane, row, column } = from ?? { plane: 'image', row: LAST >> 1, column: LAST >> 1 };
  if (way && !from) return { plane, row, column };
  const held = (place: number) => Math.max(0, Math.min(LAST, place));
  if (way) return { plane, row: held(row + way[0]), column: held(column + way[1]) };
  if (key === 'Home') return { plane, row: 0, column: 0 };
  if (key === 'End') return { plane, row: LAST, column: LAST };
  if (key !== 'Enter' || !planes.includes('frequency')) return undefined;
  return { plane: plane === 'image' ? 'frequency' : 'image', row, column };
}

interface PlateProps {
  readonly name: string;
  readonly planes: readonly TilePlane[];
  readonly label: string;
  readonly surface: string;
  readonly picture: Picture;
  readonly describe: () => Promise<Describe>;
  readonly words: string;
  readonly hint: string;
}

/** Tiles whose pixels a pointer or the arrow keys read, the same one on every tile of the page. */
function BoardPlate({ name, planes, ...plate }: PlateProps) {
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
    const layout = boardLayout({ width, height }, scale, planes.length - 1);
    read(spotAt(layout, planes, event.clientX - left, event.clientY - top), false);
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

function SideBoard({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const picture = useMemo(() => createBoard(side, true), [side]);
  const describe = useMemo(() => async () => describeBoard(side), [side]);
  const title = useApp((state) => viewOf(state).title(state, side, t));
  // What is read and what is beyond the scale change with the step.
  const words = useApp(() => spotWords(session, side, t));
  const hint = useApp(() => boardHint(session, side, t));
  return (
    <BoardPlate
      name={`board-${side}`}
      planes={SIDE_PLANES}
      label={t('aria.image.board', { side: title })}
      surface={t('aria.image.board.surface', { side: title })}
      picture={picture}
      describe={describe}
      words={words}
      hint={hint}
    />
  );
}

function sidePanel(side: SideName): Panel {
  const create = () => createBoard(side);
  return {
    name: side,
    side,
    title: (state, t) => viewOf(state).title(state, side, t),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <SideBoard side={side} />,
    picture: {
      aspect: 0.9,
      narrow: () => 0.9,
      draw: (kit, snapshot, size) => kit.draw(create, snapshot, size),
      tell: () => [describeBoard(side)],
    },
  };
}

const tellTruth = async () => describeTruth;

function TruthPlate() {
  const t = useTranslate();
  const picture = useMemo(() => createTruth(true), []);
  const words = useApp((state) => truthWords(state, t));
  const hint = useApp((state) => truthHint(state, t));
  return (
    <BoardPlate
      name="truth"
      planes={TRUTH_PLANES}
      label={t('aria.image.truth')}
      surface={t('aria.image.truth.surface')}
      picture={picture}
      describe={tellTruth}
      words={words}
      hint={hint}
    />
  );
}

const noneRead = () => createTruth();

/** The truth beside CLEAN. */
export const TRUTH: Panel = {
  name: 'truth',
  side: null,
  title: (_, t) => t('image.truth.title'),
  Body: TruthPlate,
  picture: {
    aspect: 0.6,
    narrow: () => 0.6,
    draw: (kit, snapshot, size) => kit.draw(noneRead, snapshot, size),
    tell: () => [describeTruth],
  },
};

/** Both estimates, each with its error, what it is made from and its spectrum. */
export const SIDE_PANELS: readonly [Panel, Panel] = [sidePanel('left'), sidePanel('right')];
