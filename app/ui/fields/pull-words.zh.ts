import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './pull-words.en.ts';

export const words: Translated<typeof english> = {
  'pull.scale': '朝星标的拉力 Δ（右）',
  'pull.range': ({ least, full }) => `从 ${least} 到 ${full} 以上`,
  'pull.none': '这里没有星标，所以没有指向星标的拉力。',
};
