import type { DenoiserInfo, DenoiserUpdate } from '../../../../engine/problems/denoiser/types.ts';
import type { Topic } from '../../../session/explanation.ts';
import { symbolsOf } from '../denoiser-marks.ts';
import { imageTermsOf, labelled, pixelTermsOf } from '../explain-marks.ts';
import { imageTopics } from './image-topics.ts';
import { pixelTopics } from './pixel-topics.ts';

/** Explains section 17 of docs/mathematics.md, with numbers of the shown rounds. */
export function denoiserTopics(info: DenoiserInfo, update: DenoiserUpdate | null): Topic[] {
  const symbol = symbolsOf(info);
  if (info.level === 'pixels')
    return pixelTopics(
      info,
      labelled((side) => pixelTermsOf(update, side)),
      symbol,
    );
  return imageTopics(
    info,
    labelled((side) => imageTermsOf(update, side)),
    symbol,
  );
}
