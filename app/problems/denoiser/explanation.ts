import './explain/words.en.ts';
import type {
  DenoiserInfo,
  DenoiserRound,
  ImageInfo,
  ImageTerms,
} from '../../../engine/problems/denoiser/types.ts';
import { borderMark } from '../../charts/frame.ts';
import { growRect } from '../../charts/geometry.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import { guideStroke } from '../../pictures/curve/step-plot.ts';
import { type Cells, countCell, numberCell, type Pin, vectorCell } from '../../session/explanation.ts';
import { discMarks, lineMarks } from '../fields/line-marks.ts';
import { linePin, SIDE_PINS, targetPin } from '../kit/explain/pins.ts';
import { type RoundMark, roundExplanation } from '../kit/explain/rounds.ts';
import { type DenoiserMark, denoiserMarks } from './denoiser-marks.ts';
import { imageStage, pixelStage } from './explain/stage.ts';
import { denoiserTopics } from './explain/topics.ts';
import { DENOISER_STAGES } from './explain-marks.ts';
import { errorRaster, IMAGE_SIDE, type Rgba, skyRaster, spectrumRaster } from './image/tile-raster.ts';
import { looks } from './lines-plot.ts';
import { guideStroke as tangentStroke } from './pixels/plot.ts';

const tilePin =
  (rgba: Rgba): Pin =>
  ({ rect: whole }, { palette }) => {
    const rect = growRect(whole, -2);
    return [
      { kind: 'raster', rect, rgba, columns: IMAGE_SIDE, rows: IMAGE_SIDE, crisp: true },
      borderMark(rect, palette.frame, palette),
    ];
  };

const linesPin = (look: 'bound' | 'third') =>
  linePin((drawStyle) => [looks({ side: 'left', look }, drawStyle).stroke]);

/** Marks without TeX use the word `explain.symbol.<mark>`. */
const MARKS: Readonly<Partial<Record<DenoiserMark, Omit<RoundMark, 'name'>>>> = {
  left: { tex: 'x', pin: SIDE_PINS.left },
  right: { tex: 'x', pin: SIDE_PINS.right },
  truth: { tex: 'x_{\\mathrm{true}}', pin: targetPin('plant') },
  line: {
    tex: '\\Phi x=y',
    pin: (plane, drawStyle) => lineMarks({ kind: 'line', at: [-9, 6, 9, -6] }, plane, drawStyle),
  },
  rests: { tex: 'x_\\star', pin: targetPin('stable') },
  box: {
    tex: '[1-z_1,z_1]^2',
    pin: (plane, drawStyle) => lineMarks({ kind: 'box', at: [-6, -6, 6, -6, 6, 6, -6, 6] }, plane, drawStyle),
  },
  disc: { tex: '\\rho', pin: (plane, drawStyle) => discMarks([0, 0], 7, 'right', plane, drawStyle) },
  denoiser: {
    tex: 'D',
    pin: linePin(
      (drawStyle) => [sideStyle('left', drawStyle).line(2.2 * drawStyle.scale)],
      [-9, -7, -3, -6, 2, 3, 9, 7],
    ),
  },
  tangent: { tex: '\\kappa', pin: linePin((drawStyle) => [tangentStroke(drawStyle)], [-9, -7, 9, 7]) },
  clean: { pin: linesPin('third') },
  ratio: { pin: linePin((drawStyle) => [guideStroke(drawStyle)]) },
  radius: { tex: '\\rho', pin: linesPin('bound') },
};

/** Tiles of an image, small; the error is the dirty image's. */
const tilesOf = ({ dirty, truth, measured, mask }: ImageInfo): typeof MARKS => ({
  error: { tex: 'x-x_{\\mathrm{true}}', pin: tilePin(errorRaster(dirty, truth ?? dirty)) },
  dirty: { tex: '\\mathcal F^{-1}Y', pin: tilePin(skyRaster(dirty)) },
  measured: { tex: 'Y', pin: tilePin(spectrumRaster(measured, mask)) },
});

export const explanation = roundExplanation<DenoiserInfo, DenoiserRound>({
  words: 'dn',
  letters: { state: 'x', slopes: { left: '\\nabla f', right: '\\nabla f' } },
  marks(info) {
    const all = info.level === 'image' ? { ...MARKS, ...tilesOf(info) } : MARKS;
    return denoiserMarks(info).map((name) => ({
      ...{ name, ...all[name]! },
      ...((name === 'left' || name === 'right') && { words: `${info.level}.${name}` }),
    }));
  },
  topics: denoiserTopics,
  terms: (round) =>
    round.level === 'image'
      ? { k: countCell(round.k), ...movesOf(round) }
      : {
          k: countCell(round.k),
          dnX: vectorCell(round.before),
          dnMiss: numberCell(round.residual),
          dnZ: vectorCell(round.z),
          dnSlopes: vectorCell(round.slopes),
        },
  results(round) {
    if (round.level === 'image') {
      const { residual, snr, step, ratio, radius } = round;
      return {
        dnMove: numberCell(step),
        dnRatio: numberCell(ratio),
        dnResidual: numberCell(residual[0]),
        dnNextResidual: numberCell(residual[1]),
        dnSnr: numberCell(snr[0]),
        dnNextSnr: numberCell(snr[1]),
        dnRadius: numberCell(radius),
      };
    }
    const { after, objective, sure, radius } = round;
    return {
      dnNext: vectorCell(after),
      dnF: numberCell(objective[0]),
      dnNextF: numberCell(objective[1]),
      dnSure: sure < 0 ? null : numberCell(sure),
      dnRadius: numberCell(radius),
    };
  },
  note: ({ level }) => dynamicKey('explain.step.dn', level),
  stages: DENOISER_STAGES,
  stage(round, info, side, stage, t) {
    if (round.level === 'pixels' && info.level === 'pixels') return pixelStage(round, info, side, stage, t);
    if (round.level === 'image' && info.level === 'image') return imageStage(round, info, side, stage, t);
    return { title: null, say: t('explain.walk.dn.ended'), table: null };
  },
  ended: 'explain.walk.dn.ended',
});

const movesOf = ({ moves: [data, denoiser, lift], lifted }: ImageTerms): Cells => ({
  dnDataMove: numberCell(data),
  dnDenoiserMove: numberCell(denoiser),
  dnLifted: countCell(lifted),
  dnLiftMove: numberCell(lift),
});
