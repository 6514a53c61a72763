import type { SideName } from '../../../engine/contract.ts';
import type { DenoiserInfo, ImageInfo } from '../../../engine/problems/denoiser/types.ts';
import type { Translate } from '../../i18n/messages.ts';
import { atLevel, infoOf, type Known } from '../kit/state/info.ts';

export const denoiserOf = infoOf<DenoiserInfo>('denoiser');
export const pixelsOf = atLevel(denoiserOf, 'pixels');
export const imageOf = atLevel(denoiserOf, 'image');

/** Avoids “nonexpansive” if the weights break the law. */
export const nameOf = (info: ImageInfo | null, side: SideName, t: Translate): string =>
  t(side === 'right' && info?.isFirm === false ? 'denoiser.short.broken' : `denoiser.short.${side}`);

export const shortName = (state: Known, side: SideName, t: Translate) => nameOf(imageOf(state), side, t);
