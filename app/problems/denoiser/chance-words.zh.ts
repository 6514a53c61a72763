import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './chance-words.en.ts';

export const words: Translated<typeof english> = {
  'denoiser.runs.left': '自由的去噪器',
  'denoiser.runs.right': '非扩张去噪器',
};
