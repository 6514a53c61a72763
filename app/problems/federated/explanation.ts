import './explain/words.en.ts';
import { scaleLinear, scaleLog } from 'd3-scale';
import type { FedInfo, FedRound } from '../../../engine/problems/federated/types.ts';
import { categoryColour, categoryColours, categorySymbol } from '../../charts/colour/category-colours.ts';
import { pathMark, penStroke } from '../../charts/display-list.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { rayMarks } from '../../pictures/landscape/ray-marks.ts';
import { type Cells, countCell, numberCell, type Pin, vectorCell } from '../../session/explanation.ts';
import { framePin, linePin, onMapPaper, SIDE_PINS, targetPin } from '../kit/explain/pins.ts';
import { type RoundMark, roundExplanation } from '../kit/explain/rounds.ts';
import { FED_STAGES, fedStage } from './explain/stage.ts';
import { fedTopics } from './explain/topics.ts';
import { type FedMark, fedMarks } from './fed-marks.ts';
import { localStroke } from './network/circle-ground.ts';
import { stemStroke } from './network/circle-plot.ts';
import { kernelImage } from './network/kernel-plot.ts';
import { averageMark, contourThrough, endMarks, minimumMark, pathStrokes } from './plane/marks.ts';

const minimaPin: Pin = (plane, drawStyle) => [
  minimumMark(plane.toPixel(-4, 3), 0, 10 * drawStyle.scale, drawStyle),
  minimumMark(plane.toPixel(4, -3), 1, 10 * drawStyle.scale, drawStyle),
];

const contourPin: Pin = (plane, { palette, scale }) => {
  const { width, opacity } = palette.iso.major;
  const contour = contourThrough({ hessian: [1, 0, 2.6], at: [0, 0] }, [8, 0]);
  return [pathMark([plane.toPixels(contour)], [penStroke(palette.mapInk, width * scale)], { opacity })];
};

const pathsPin: Pin = (plane, drawStyle) =>
  [4, -4].flatMap((y, c) => [
    pathMark([plane.toPixels([-9, 0, 0, 0.8 * y, 5, y])], pathStrokes(c, 1.9, drawStyle)),
    ...endMarks([...plane.toPixel(5, y)], c, 7 * drawStyle.scale, false, drawStyle),
  ]);

const averagePin: Pin = (plane, drawStyle) => [averageMark([...plane.toPixel(0, 0)], drawStyle)];

const samplesPin: Pin = (plane, { palette, scale }) =>
  [4, -4].map((x, c) =>
    categorySymbol(c, [...plane.toPixel(x, x / 2)], 9 * scale, categoryColours(palette), palette, scale),
  );

const modelsPin: Pin = (plane, { palette, scale }) =>
  [4, -4].map((y, c) =>
    pathMark(
      [plane.toPixels([-9, 0, 0, y, 9, y / 2])],
      [localStroke(c, categoryColour(c, palette), 1.5, scale)],
    ),
  );

const KERNEL = kernelImage([1, 0.3, 0.3, 1], [0, 1]);
const kernelPin: Pin = ({ rect }) => [{ kind: 'raster', rect, ...KERNEL }];

const bandPin = framePin((frame, pin) => {
  const x = scaleLinear([0, 1], [frame.rect.x, frame.right]);
  const y = scaleLog([0.01, 1], [frame.bottom, frame.rect.y]);
  const ray = { side: 'right', from: 0, value: 0.7 } as const;
  const rays = [0.4, 0.03].map((factor) => ({ ...ray, factor }));
  return rayMarks(rays, frame, [x, y], { ...pin, ...frame }, []).lines;
});

type Marks = Readonly<Partial<Record<FedMark, Omit<RoundMark, 'name'>>>>;

const MARKS: Readonly<Record<FedInfo['level'], Marks>> = {
  plane: {
    left: { tex: '\\theta', pin: SIDE_PINS.left, words: 'plane.left' },
    right: { tex: '\\theta', pin: SIDE_PINS.right, words: 'plane.right' },
    best: { tex: 't^\\star', pin: targetPin('plant') },
    minima: { tex: 'b_c', pin: minimaPin },
    surrogate: { tex: 'F_K', pin: onMapPaper(contourPin) },
    rest: { tex: '\\theta_K', pin: targetPin('minimum') },
    limit: { tex: '\\theta_\\infty', pin: targetPin('saddle') },
    locals: { tex: '\\theta_c', pin: pathsPin, words: 'plane.locals' },
    average: { tex: '\\bar\\theta', pin: averagePin },
  },
  network: {
    left: { tex: 'f', pin: SIDE_PINS.left, words: 'network.left' },
    right: { tex: 'f_{\\mathrm{lin}}', pin: SIDE_PINS.right, words: 'network.right' },
    samples: { tex: 'y_i', pin: samplesPin },
    residuals: { tex: 'u_i', pin: linePin((drawStyle) => [stemStroke(false, drawStyle)], [0, -8, 0, 8]) },
    locals: { tex: '\\theta_c', pin: modelsPin, words: 'network.locals' },
    kernel: { tex: 'H', pin: kernelPin },
    band: { tex: '1-s\\mu', pin: bandPin },
    gap: {
      tex: '\\lVert\\Delta u\\rVert',
      pin: linePin((drawStyle) => [sideStyle('left', drawStyle).line(2 * drawStyle.scale)]),
    },
  },
};

export const explanation = roundExplanation<FedInfo, FedRound>({
  words: 'fed',
  letters: { state: '\\theta', slopes: { left: '\\nabla F_K', right: '\\nabla F_K' } },
  marks: (info) => fedMarks(info).map((name) => ({ name, ...MARKS[info.level][name]! })),
  topics: (info, { left }) => fedTopics(info, left?.level === 'plane' ? left : null),
  terms: termsOf,
  results: resultsOf,
  note: () => 'explain.step.fed',
  stages: FED_STAGES,
  stage: fedStage,
  ended: 'explain.step.diverges',
});

function termsOf(round: FedRound): Cells {
  const settings = { k: countCell(round.k), fedLocal: countCell(round.local) };
  if (round.level === 'plane')
    return {
      ...settings,
      fedTheta: vectorCell(round.before.at),
      fedDownhill: vectorCell(round.gradient),
      fedMove: vectorCell(round.move),
      fedDifference: vectorCell(round.difference),
      fedSlope: vectorCell(round.slope),
    };
  return {
    ...settings,
    fedResidual: vectorCell(round.before.residual),
    fedPull: vectorCell(round.linear?.pull),
    fedTaken: vectorCell(round.linear?.move),
  };
}

function resultsOf(round: FedRound): Cells {
  const settings = { eta: numberCell(round.eta), fedServer: numberCell(round.server) };
  if (round.level === 'network') {
    const { before, average, after, linear, drift } = round;
    return {
      ...settings,
      fedNextResidual: after ? vectorCell(after.residual) : { kind: 'diverges' },
      fedLoss: numberCell(before.loss),
      fedAverageLoss: numberCell(average.loss),
      fedNextLoss: numberCell(after?.loss),
      fedWeighted: numberCell(linear?.weighted[0]),
      fedNextWeighted: numberCell(linear?.weighted[1]),
      fedDrift: numberCell(drift),
    };
  }
  const { average, before, after } = round;
  return {
    ...settings,
    fedAverage: vectorCell(average),
    fedNext: after ? vectorCell(after.at) : { kind: 'diverges' },
    fedExcess: numberCell(before.excess),
    fedNextExcess: numberCell(after?.excess),
    fedSurrogate: numberCell(before.surrogate),
    fedNextSurrogate: numberCell(after?.surrogate),
    fedDistance: numberCell(before.distance),
    fedNextDistance: numberCell(after?.distance),
    fedFromRest: numberCell(before.fromRest),
    fedNextFromRest: numberCell(after?.fromRest),
  };
}
