import './explain/words.en.ts';
import './explain/pins.css';
import type { GameInfo, GameUpdate } from '../../../engine/problems/gan/types.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import {
  countCell,
  type Explanation,
  numberCell,
  type PointedMark,
  roundNotation,
  type Subject,
  vectorCell,
} from '../../session/explanation.ts';
import { GAME_STAGES, gameStage } from './explain/stage.ts';
import { gameTopics } from './explain/topics.ts';
import { roundOf } from './explain-marks.ts';
import { type GameMark, gameMarks } from './game-marks.ts';

type Told = Subject<GameUpdate>;

const infoOf = ({ opened }: Pick<Subject, 'opened'>) => opened.info as GameInfo;

/** What each mark is written as; those without stand by their word. */
const TEX: Readonly<Record<Exclude<GameMark, 'left' | 'right' | 'ellipse'>, string>> = {
  plant: 'x',
  saddle: '(x,0)',
  columns: 'v_j',
  discriminator: 'd',
  cloud: 'V\\max(Wz_i,0)',
  certificate: 'd^\\star',
  floor: '\\lVert d^\\star\\rVert^2',
};
const HEADS = { network: 'g', plane: '(w,d)', 'two-weights': '(w_1,w_2)' } as const;

function marksOf(of: Told): PointedMark[] {
  const info = infoOf(of);
  return gameMarks(info).map((name) => {
    const isHead = name === 'left' || name === 'right';
    return {
      name,
      ...(name !== 'ellipse' && { tex: isHead ? HEADS[info.level] : TEX[name] }),
      words: dynamicKey('explain.mark.game', ...(isHead ? [info.level] : []), name),
    };
  });
}

export const explanation: Partial<Explanation<GameUpdate>> = {
  topics: (of) =>
    gameTopics(infoOf(of), { left: roundOf(of.update, 'left'), right: roundOf(of.update, 'right') }),
  notation: () => roundNotation('(W,d)', 'G'),
  marks: marksOf,
  plane: () => null,
  isApart: true,
  terms(told, side) {
    const round = roundOf(told, side);
    if (!round) return {};
    const { before, second, memory, kind, rule } = round;
    const [answered, ahead] = rule === 'extragradient' ? [null, second] : [second, null];
    // What one side has not is named all the same: rows keep their order.
    return {
      k: countCell(round.k),
      gameW: kind === 'plane' ? vectorCell(before.generator) : null,
      gameMean: kind === 'plane' ? null : vectorCell(before.mean),
      gameError: vectorCell(before.error),
      gameD: vectorCell(before.discriminator),
      gameSlopeD: vectorCell(before.gradients.discriminator),
      gameSlopeW: vectorCell(before.gradients.generator),
      gameNewD: vectorCell(answered?.discriminator),
      gameNewSlopeW: vectorCell(answered?.gradients.generator),
      gameAheadSlopeD: vectorCell(ahead?.gradients.discriminator),
      gameAheadSlopeW: vectorCell(ahead?.gradients.generator),
      gameAgoSlopeD: vectorCell(memory?.discriminator),
      gameAgoSlopeW: vectorCell(memory?.generator),
    };
  },
  results(told, side) {
    const round = roundOf(told, side);
    if (!round) return {};
    const { before, after, kind, eta, mu, rho, push, floor } = round;
    const next = kind === 'plane' ? after?.generator : after?.mean;
    return {
      eta: numberCell(eta),
      gameMu: numberCell(mu),
      gameRho: numberCell(rho),
      [kind === 'plane' ? 'gameNextW' : 'gameNextMean']: after ? vectorCell(next) : { kind: 'diverges' },
      gameNextD: after && vectorCell(after.discriminator),
      gameMse: numberCell(before.mse),
      gameNextMse: numberCell(after?.mse),
      gameFloor: floor > 0 ? numberCell(floor) : null,
      gameExcess: floor > 0 ? numberCell(before.mse - floor) : null,
      gameValue: numberCell(before.value),
      gameNextValue: numberCell(after?.value),
      gamePush: kind === 'network' ? numberCell(push) : null,
    };
  },
  note: () => 'explain.step.game',
  walk: {
    stages: { of: 'game', names: GAME_STAGES },
    ofSide(of, side, stage, t) {
      const round = roundOf(of.update, side);
      if (!round) return { title: null, say: t('explain.step.diverges'), table: null };
      return gameStage(round, stage, t);
    },
  },
};
