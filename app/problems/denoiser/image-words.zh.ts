import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './image-words.en.ts';

export const words: Translated<typeof english> = {
  'image.title.left': '自由的网络',
  'image.title.right': '非扩张',
  'image.curve.residual': '残差 ‖Φx − y‖',
};
