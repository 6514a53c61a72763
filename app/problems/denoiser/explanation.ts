import './explain/words.en.ts';
import './explain/pins.css';
import type { SideName } from '../../../engine/contract.ts';
import type { DenoiserInfo, DenoiserUpdate, ImageTerms } from '../../../engine/problems/denoiser/types.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import {
  type Cells,
  countCell,
  type Explanation,
  numberCell,
  type PointedMark,
  roundNotation,
  type Subject,
  vectorCell,
} from '../../session/explanation.ts';
import { type DenoiserMark, denoiserMarks } from './denoiser-marks.ts';
import { imageStage, pixelStage } from './explain/stage.ts';
import { denoiserTopics } from './explain/topics.ts';
import { DENOISER_STAGES, imageTermsOf, pixelTermsOf } from './explain-marks.ts';

const infoOf = ({ opened }: Pick<Subject, 'opened'>) => opened.info as DenoiserInfo;

/** TeX of each mark; one without TeX uses the word `explain.symbol.<mark>`. */
const TEX: Readonly<Partial<Record<DenoiserMark, string>>> = {
  left: 'x',
  right: 'x',
  truth: 'x_{\\mathrm{true}}',
  line: '\\Phi x=y',
  rests: 'x_\\star',
  box: '[1-z_1,z_1]^2',
  disc: '\\rho',
  denoiser: 'D',
  tangent: '\\kappa',
  error: 'x-x_{\\mathrm{true}}',
  dirty: '\\mathcal F^{-1}Y',
  measured: 'Y',
  radius: '\\rho',
};

/** Marks whose meaning depends on the level. */
const BY_LEVEL: readonly DenoiserMark[] = ['left', 'right'];

function marksOf(of: Subject<DenoiserUpdate>): PointedMark[] {
  const info = infoOf(of);
  return denoiserMarks(info).map((name) => ({
    name,
    tex: TEX[name]!,
    words: dynamicKey('explain.mark.dn', ...(BY_LEVEL.includes(name) ? [info.level] : []), name),
  }));
}

export const explanation: Partial<Explanation<DenoiserUpdate>> = {
  topics: (of) => denoiserTopics(infoOf(of), of.update),
  notation: () => roundNotation('x', '\\nabla f'),
  marks: marksOf,
  plane: () => null,
  isApart: true,
  terms: (told, side) => termsOf(told, side),
  results: (told, side) => resultsOf(told, side),
  note: (of) => dynamicKey('explain.step.dn', infoOf(of).level),
  walk: {
    stages: { of: 'dn', names: DENOISER_STAGES },
    ofSide(of, side, stage, t) {
      const info = infoOf(of);
      const pixels = pixelTermsOf(of.update, side);
      if (pixels && info.level === 'pixels') return pixelStage(pixels, info, side, stage, t);
      const image = imageTermsOf(of.update, side);
      if (image && info.level === 'image') return imageStage(image, info, side, stage, t);
      return { title: null, say: t('explain.walk.dn.ended'), table: null };
    },
  },
};

/** Returns a round's inputs and parts; missing ones keep their row to fix the order. */
function termsOf(told: DenoiserUpdate, side: SideName): Cells {
  const pixels = pixelTermsOf(told, side);
  if (pixels)
    return {
      k: countCell(pixels.k),
      dnX: vectorCell(pixels.before),
      dnMiss: numberCell(pixels.residual),
      dnZ: vectorCell(pixels.z),
      dnSlopes: vectorCell(pixels.slopes),
    };
  const image = imageTermsOf(told, side);
  return image ? { k: countCell(image.k), ...movesOf(image) } : {};
}

/** Returns the norm of each part's move in an image round. */
const movesOf = ({ moves: [data, denoiser, lift], lifted }: ImageTerms): Cells => ({
  dnDataMove: numberCell(data),
  dnDenoiserMove: numberCell(denoiser),
  dnLifted: countCell(lifted),
  dnLiftMove: numberCell(lift),
});

function resultsOf(told: DenoiserUpdate, side: SideName): Cells {
  const pixels = pixelTermsOf(told, side);
  if (pixels) {
    const { after, objective, sure, radius } = pixels;
    return {
      dnNext: vectorCell(after),
      dnF: numberCell(objective[0]),
      dnNextF: numberCell(objective[1]),
      dnSure: sure < 0 ? null : numberCell(sure),
      dnRadius: numberCell(radius),
    };
  }
  const image = imageTermsOf(told, side);
  if (!image) return {};
  const { residual, snr, step, ratio, radius } = image;
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
