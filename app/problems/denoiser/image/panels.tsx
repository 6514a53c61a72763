import './words.en.ts';
import './image.css';
import type { SideName } from '../../../../engine/contract.ts';
import { guessKind, isGuessing } from '../../../session/guessing.ts';
import { type Panel, viewOf } from '../../../session/view.ts';
import { readPanel } from '../../kit/panel.tsx';
import type { Spot } from './board.ts';
import { boardParts, VoteChip, votesFor } from './board-parts.tsx';
import { boardHint, createBoard, createGround, describeBoard, spotWords } from './drawing.ts';
import { boardShows, planesOf } from './info.ts';

const sidePanel = (side: SideName): Panel =>
  readPanel<Spot>({
    ...boardParts(planesOf),
    ...votesFor(side),
    ...{ name: side, side, testId: `board-${side}`, className: 'board-read read-below' },
    title: (state, t) => viewOf(state).title(state, side, t),
    label: (state, t) =>
      t('aria.image.board', { side: viewOf(state).title(state, side, t), shows: boardShows(state) }),
    surface(state, t) {
      const votes = guessKind(state) === 'votes' && isGuessing(state);
      const words = votes ? 'aria.image.board.vote' : 'aria.image.board.surface';
      return t(words, { side: viewOf(state).title(state, side, t), shows: boardShows(state) });
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

export const SIDE_PANELS: readonly [Panel, Panel] = [sidePanel('left'), sidePanel('right')];
