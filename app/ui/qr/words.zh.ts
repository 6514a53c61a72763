import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'qr.label': '链接的二维码',
  'qr.close': '关闭',
};
