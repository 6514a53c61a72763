import { translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words = translated<typeof english>('zh', {
  'tone.toggle': '随损失变化的声音',
  'tone.mapping':
    '播放时，左边的声音在左耳，右边的在右耳。两个起点中较大的超额损失对应 440 Hz（A 音）；每缩小到十分之一降低一个小三度，最低 110 Hz。',
});
