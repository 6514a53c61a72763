import './words.en.ts';
import './image.css';
import type { SideName } from '../../../../engine/contract.ts';
import { guessKind, isGuessing } from '../../../session/guessing.ts';
import { type Panel, viewOf } from '../../../session/view.ts';
import { type Parts, readPanel } from '../../kit/panel.tsx';
import { boardLayout, type Spot, spotAt, type TilePlane } from './board.ts';
import { boardParts, VoteChip, votesFor } from './board-parts.tsx';
import {
  boardHint,
  createBoard,
  createGround,
  createTruth,
  describeBoard,
  describeTruth,
  SIDE_PLANES,
  spotWords,
  TRUTH_PLANES,
  truthHint,
  truthWords,
} from './drawing.ts';

const tiles = (planes: readonly TilePlane[]): Pick<Parts<Spot>, 'shared' | 'next' | 'pick'> => ({
  ...boardParts(planes),
  pick: ([x, y], { size, drawStyle }) =>
    spotAt(boardLayout(size, drawStyle.scale, planes.length - 1), planes, x, y),
});

const sidePanel = (side: SideName): Panel =>
  readPanel<Spot>({
    ...tiles(SIDE_PLANES),
    ...votesFor(side),
    ...{ name: side, side, testId: `board-${side}`, className: 'board-read read-below' },
    title: (state, t) => viewOf(state).title(state, side, t),
    label: (state, t) => t('aria.image.board', { side: viewOf(state).title(state, side, t) }),
    surface(state, t) {
      const votes = guessKind(state) === 'votes' && isGuessing(state);
      const words = votes ? 'aria.image.board.vote' : 'aria.image.board.surface';
      return t(words, { side: viewOf(state).title(state, side, t) });
    },
    picture: () => createBoard(side, true),
    ground: createGround,
    still: () => createBoard(side),
    tell: describeBoard(side),
    say: (_, snapshot, t) => spotWords(snapshot, side, t),
    hint: (snapshot, t) => boardHint(snapshot, side, t),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Below: () => <VoteChip side={side} />,
    narrow: 0.9,
  });

export const TRUTH = readPanel<Spot>({
  ...tiles(TRUTH_PLANES),
  ...{ name: 'truth', className: 'board-read read-below', aspect: 0.6, narrow: 0.6 },
  title: (_, t) => t('image.truth.title'),
  label: (_, t) => t('aria.image.truth'),
  surface: (_, t) => t('aria.image.truth.surface'),
  picture: () => createTruth(true),
  still: () => createTruth(),
  tell: describeTruth,
  say: (_, { store }, t) => truthWords(store.getState(), t),
  hint: ({ store }, t) => truthHint(store.getState(), t),
});

export const SIDE_PANELS: readonly [Panel, Panel] = [sidePanel('left'), sidePanel('right')];
