import type { SideName } from '../../../engine/contract.ts';
import type { DenoiserInfo, ImageInfo, PixelsInfo } from '../../../engine/problems/denoiser/types.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AppState } from '../../session/store.ts';

type Known = Pick<AppState, 'opened' | 'openedProblem'>;

/** Returns the denoisers' facts; null if nothing or another problem is open. */
export function denoiserOf({ opened, openedProblem }: Known): DenoiserInfo | null {
  return openedProblem === 'denoiser' ? ((opened?.info ?? null) as DenoiserInfo | null) : null;
}

/** Null for an image. */
export function pixelsOf(state: Known): PixelsInfo | null {
  const info = denoiserOf(state);
  return info?.level === 'pixels' ? info : null;
}

/** Null for two pixels. */
export function imageOf(state: Known): ImageInfo | null {
  const info = denoiserOf(state);
  return info?.level === 'image' ? info : null;
}

/** Avoids “nonexpansive” if the weights break the law. */
export const nameOf = (info: ImageInfo | null, side: SideName, t: Translate): string =>
  t(side === 'right' && info?.isFirm === false ? 'denoiser.short.broken' : `denoiser.short.${side}`);

export const shortName = (state: Known, side: SideName, t: Translate) => nameOf(imageOf(state), side, t);
