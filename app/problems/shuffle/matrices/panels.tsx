import '../matrix-words.en.ts';
import '../matrix.css';
import { useMemo, useRef, useState } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import type { Describe, Picture } from '../../../session/picture/picture.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { type Panel, viewOf } from '../../../session/view.ts';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { partForKey } from '../../kit/part-for-key.ts';
import { ReadPlate } from '../../kit/ReadPlate.tsx';
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

/** What a picture and its surface are called. */
const ARIA = {
  matrix: ['aria.shuffle.matrix', 'aria.shuffle.matrix.surface'],
  triangles: ['aria.shuffle.triangles', 'aria.shuffle.triangles.surface'],
} as const;

interface PlateProps {
  readonly side: SideName;
  readonly kind: keyof typeof ARIA;
  readonly picture: Picture;
  readonly describe: () => Promise<Describe>;
  readonly words: string;
  readonly hint: string;
  /** What lies at a pixel, and what a key leads to from what is read; undefined of a key that is not ours. */
  readonly at: (size: { width: number; height: number; scale: number }, x: number, y: number) => Read;
  readonly next: (now: Read, key: string) => Read | undefined;
}

/** A picture of M whose parts a pointer or the arrow keys read, on both sides at once. */
function MatrixPlate({ side, kind, picture, describe, words, hint, at, next }: PlateProps) {
  const { store } = useSession();
  const t = useTranslate();
  const { scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState(false);
  const title = useApp((state) => viewOf(state).title(state, side, t));

  function read(part: Read, aloud: boolean): void {
    setSpoken(aloud);
    if (String(READ.of(store.getState())) !== String(part)) READ.set(store, part);
  }

  function pointAt(event: React.PointerEvent): void {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    read(at({ width, height, scale }, event.clientX - left, event.clientY - top), false);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const now = READ.of(store.getState());
    const to = event.key === 'Escape' && now !== null ? null : next(now, event.key);
    if (to === undefined) return;
    read(to, true);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      name={`${kind}-${side}`}
      className={`matrix-read read-below ${kind}`}
      box={box}
      surface={t(ARIA[kind][1], { side: title })}
      label={t(ARIA[kind][0], { side: title })}
      picture={picture}
      describe={describe}
      words={words}
      hint={hint}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => read(null, false)}
      onBlur={() => read(null, false)}
      onKeyDown={onKeyDown}
    />
  );
}

function Heat({ side }: { side: SideName }) {
  const { store } = useSession();
  const t = useTranslate();
  const picture = useMemo(() => createHeat(side, true), [side]);
  const describe = useMemo(() => async () => describeHeat(side), [side]);
  const n = useApp((state) => shuffleOf(state)?.n ?? 0);
  const words = useApp((state) => entryWords(matrixState(state, side, true), t));
  const hint = useApp((state) => heatHint({ told: SHUFFLE.now(state, 'matrices')?.[side] ?? null }, t));
  const orderNow = () => orderOf(matrixState(store.getState(), side, false));
  const held = (k: number) => Math.max(0, Math.min(n - 1, k));
  const entry = ([row, column]: Entry): Read => [row, orderNow()[column]!];

  function next(now: Read, key: string): Read | undefined {
    const way = MOVES[key];
    const isThere = Array.isArray(now) && now[0] < n && now[1] < n;
    if (key === 'Home' || (way && !isThere)) return entry([0, 0]);
    if (key === 'End') return entry([n - 1, n - 1]);
    if (!way) return undefined;
    const [row, column] = placeOf(now as Entry, orderNow());
    return entry([held(row + way[0]), held(column + way[1])]);
  }

  return (
    <MatrixPlate
      side={side}
      kind="matrix"
      picture={picture}
      describe={describe}
      words={words}
      hint={hint}
      at={(size, x, y) => {
        const found = entryAt({ ...size, n }, x, y);
        return found && entry(found);
      }}
      next={next}
    />
  );
}

function Triangles({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const picture = useMemo(() => createTriangles(side, true), [side]);
  const describe = useMemo(() => async () => describeTriangles(side), [side]);
  const words = useApp(() => partWords(session, side, t));
  const hint = useApp((state) => trianglesHint(state, side, t));

  const next = (now: Read, key: string) =>
    partForKey(key, typeof now === 'number' ? now : null, CORNERS.length);

  return (
    <MatrixPlate
      side={side}
      kind="triangles"
      picture={picture}
      describe={describe}
      words={words}
      hint={hint}
      at={(size, x, y) => {
        const told = SHUFFLE.now(session.store.getState(), 'matrices')?.[side];
        return told ? partAt({ ...size, at: weightsOf(told.matrix) }, x, y) : null;
      }}
      next={next}
    />
  );
}

function Matrix({ side }: { side: SideName }) {
  const isThree = useApp((state) => shuffleOf(state)?.n === 3);
  return isThree ? <Triangles side={side} /> : <Heat side={side} />;
}

function matrixPanel(side: SideName): Panel {
  const heat = () => createHeat(side);
  const triangles = () => createTriangles(side);
  const isThree = (state: Parameters<typeof shuffleOf>[0]) => shuffleOf(state)?.n === 3;
  return {
    name: side,
    side,
    title: (state, t) => viewOf(state).title(state, side, t),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <Matrix side={side} />,
    picture: {
      aspect: 1,
      narrow: () => 0.9,
      draw: (kit, snapshot, size) =>
        isThree(snapshot.store.getState())
          ? kit.draw(triangles, snapshot, size)
          : kit.draw(heat, snapshot, size),
      tell: (state) => [isThree(state) ? describeTriangles(side) : describeHeat(side)],
    },
  };
}

/** The matrices of both sides: of three nodes as two linked triangles, of others as heat maps. */
export const MATRIX_PANELS: readonly [Panel, Panel] = [matrixPanel('left'), matrixPanel('right')];
