import './words.en.ts';
import './image.css';
import { useMemo } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { guessKind, isGuessing } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { type Panel, viewOf } from '../../../session/view.ts';
import { readPanel } from '../../kit/picture-panel.tsx';
import type { PlateSize } from '../../kit/sweep/SweepPlate.tsx';
import { BoardPlate } from './BoardPlate.tsx';
import { boardLayout, type Spot, spotAt, type TilePlane } from './board.ts';
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

const spotOn =
  (planes: readonly TilePlane[]) =>
  (size: PlateSize, x: number, y: number): Spot | null =>
    spotAt(boardLayout(size, size.scale, planes.length - 1), planes, x, y);

const [onSide, onTruth] = [spotOn(SIDE_PLANES), spotOn(TRUTH_PLANES)];

function SideBoard({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const picture = useMemo(() => createBoard(side, true), [side]);
  const ground = useMemo(createGround, []);
  const describe = useMemo(() => async () => describeBoard(side), [side]);
  const title = useApp((state) => viewOf(state).title(state, side, t));
  const votes = useApp((state) => guessKind(state) === 'votes' && isGuessing(state));
  // Both change with the step.
  const words = useApp(() => spotWords(session, side, t));
  const hint = useApp(() => boardHint(session, side, t));
  return (
    <BoardPlate
      name={`board-${side}`}
      side={side}
      planes={SIDE_PLANES}
      spotUnder={onSide}
      label={t('aria.image.board', { side: title })}
      surface={t(votes ? 'aria.image.board.vote' : 'aria.image.board.surface', { side: title })}
      picture={picture}
      ground={ground}
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
      aspect: 1,
      narrow: () => 0.9,
      draw: (kit, snapshot, size) => [
        ...kit.draw(createGround, snapshot, size),
        ...kit.draw(create, snapshot, size),
      ],
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
      spotUnder={onTruth}
      label={t('aria.image.truth')}
      surface={t('aria.image.truth.surface')}
      picture={picture}
      describe={tellTruth}
      words={words}
      hint={hint}
    />
  );
}

export const TRUTH = readPanel({
  ...{ name: 'truth', Body: TruthPlate, aspect: 0.6, narrow: 0.6 },
  ...{ create: () => createTruth(), tell: describeTruth },
  title: (_, t) => t('image.truth.title'),
});

export const SIDE_PANELS: readonly [Panel, Panel] = [sidePanel('left'), sidePanel('right')];
