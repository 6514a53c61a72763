import { english } from '../../i18n/messages.ts';

/** The English words of two pixels. */
export const words = english({
  'pixels.title.left': 'Free denoiser',
  'pixels.title.right': 'Capped denoiser',
  'pixels.curve.objective': 'F, what a round descends on',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
