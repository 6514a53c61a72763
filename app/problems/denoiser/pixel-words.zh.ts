import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './pixel-words.en.ts';

export const words: Translated<typeof english> = {
  'pixels.title.left': '自由的去噪器',
  'pixels.title.right': '限斜率的去噪器',
  'pixels.curve.objective': '一轮所下降的 F',
};
