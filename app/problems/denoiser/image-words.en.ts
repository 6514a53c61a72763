import { english } from '../../i18n/messages.ts';

/** The English words of an image. */
export const words = english({
  'image.title.left': 'Free network',
  'image.title.right': 'Nonexpansive',
  'image.curve.residual': 'Residual ‖Φx − y‖',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
