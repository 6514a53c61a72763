import './explain/words.en.ts';
import type { GameInfo, GameRound } from '../../../engine/problems/gan/types.ts';
import { createPlane } from '../../charts/geometry.ts';
import { floorMarks } from '../../pictures/landscape/floor-marks.ts';
import { countCell, numberCell, type Pin, vectorCell } from '../../session/explanation.ts';
import { lineMarks } from '../fields/line-marks.ts';
import { arrowMark } from '../kit/arrow-mark.ts';
import { framePin, onMapPaper, SIDE_PINS, targetPin } from '../kit/explain/pins.ts';
import { type RoundMark, roundExplanation } from '../kit/explain/rounds.ts';
import { GAME_STAGES, gameStage } from './explain/stage.ts';
import { gameTopics } from './explain/topics.ts';
import { type GameMark, gameMarks } from './game-marks.ts';
import { columnMarks } from './network/cone-ground.ts';
import { certificateStrokes, cloudMarks, discriminatorStrokes } from './network/cone-plot.ts';

const arrowPin =
  (strokesOf: typeof certificateStrokes): Pin =>
  (plane, drawStyle) =>
    arrowMark(plane.toPixel(-8, -5), plane.toPixel(8, 5), strokesOf(drawStyle), 'hover', drawStyle.scale);

const columnsPin: Pin = ({ rect }, drawStyle) =>
  columnMarks(createPlane({ x0: -2, x1: 18, y0: -2, y1: 18 }, rect), {
    ...drawStyle,
    side: 'left',
    columns: [14, 5, 7, 14],
  });

const cloudPin: Pin = (plane, drawStyle) => [
  ...cloudMarks(plane, { ...drawStyle, side: 'left', read: null, cloud: [-6, 4, -2, -5, 0, 2] }),
  ...cloudMarks(plane, { ...drawStyle, side: 'right', read: null, cloud: [5, -4, 6, 4] }),
];

const floorPin = framePin(
  (frame, pin) => floorMarks({ side: 'left', value: 0, label: '' }, 7, frame, { ...pin, ...frame }).wall,
);

const orbitPin: Pin = (plane, drawStyle) => {
  const at = Array.from({ length: 33 }, (_, i) => (Math.PI * i) / 16).flatMap((angle) => [
    8 * Math.cos(angle),
    5 * Math.sin(angle),
  ]);
  return lineMarks({ kind: 'cycle', at }, plane, drawStyle);
};

/** Marks other than the sides'. One without TeX uses its word. */
const MARKS: Readonly<Record<Exclude<GameMark, 'left' | 'right'>, Omit<RoundMark, 'name'>>> = {
  plant: { tex: 'x', pin: targetPin('plant') },
  saddle: { tex: '(x,0)', pin: targetPin('saddle') },
  columns: { tex: 'v_j', pin: onMapPaper(columnsPin) },
  discriminator: { tex: 'd', pin: arrowPin(discriminatorStrokes) },
  cloud: { tex: 'V\\max(Wz_i,0)', pin: onMapPaper(cloudPin) },
  certificate: { tex: 'd^\\star', pin: arrowPin(certificateStrokes) },
  floor: { tex: '\\lVert d^\\star\\rVert^2', pin: floorPin },
  ellipse: { pin: orbitPin },
};
const HEADS = { network: 'g', plane: '(w,d)', 'two-weights': '(w_1,w_2)' } as const;

export const explanation = roundExplanation<GameInfo, GameRound>({
  words: 'game',
  letters: { state: '(W,d)', slopes: { left: 'G', right: 'G' } },
  marks: (info) =>
    gameMarks(info).map((name) =>
      name === 'left' || name === 'right'
        ? { name, tex: HEADS[info.level], pin: SIDE_PINS[name], words: `${info.level}.${name}` }
        : { name, ...MARKS[name] },
    ),
  topics: gameTopics,
  terms({ k, before, second, memory, kind, rule }) {
    const [answered, ahead] = rule === 'extragradient' ? [null, second] : [second, null];
    return {
      k: countCell(k),
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
  results({ before, after, kind, eta, mu, rho, push, floor }) {
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
  stages: GAME_STAGES,
  stage: (round, _, __, stage, t) => gameStage(round, stage, t),
  ended: 'explain.step.diverges',
});
