import { english } from '../../i18n/messages.ts';

/** How runs of both sides are told, and what diagrams are called. */
export const words = english({
  'denoiser.runs.left': 'Free denoiser',
  'denoiser.runs.right': 'Nonexpansive denoiser',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
