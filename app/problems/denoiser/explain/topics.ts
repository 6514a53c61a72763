import type { SideName } from '../../../../engine/contract.ts';
import type { DenoiserInfo, DenoiserRound } from '../../../../engine/problems/denoiser/types.ts';
import type { Topic } from '../../../session/explanation.ts';
import { labelled } from '../../kit/explain/told-sides.ts';
import { symbolsOf } from '../denoiser-marks.ts';
import { imageTerms, pixelTerms } from '../explain-marks.ts';
import { imageTopics } from './image-topics.ts';
import { pixelTopics } from './pixel-topics.ts';

/** Explains section 17 of docs/mathematics.md, with the shown rounds' numbers. */
export function denoiserTopics(
  info: DenoiserInfo,
  rounds: Readonly<Record<SideName, DenoiserRound | null>>,
): Topic[] {
  const symbol = symbolsOf(info);
  if (info.level === 'pixels')
    return pixelTopics(
      info,
      labelled((side) => pixelTerms(rounds[side])),
      symbol,
    );
  return imageTopics(
    info,
    labelled((side) => imageTerms(rounds[side])),
    symbol,
  );
}
