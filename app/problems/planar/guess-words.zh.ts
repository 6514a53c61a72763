import { formatDistance } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import { MOST_GUESSES } from '../../session/store.ts';
import type { words as english } from './guess-words.en.ts';

export const words: Translated<typeof english> = {
  'guess.ask': '请{{press}}你猜的位置。',
  'guess.askAll': '两边各会停在哪里？请在两幅地图上{{press}}你猜的位置。',
  'guess.placed': ({ at, count }) =>
    count === 1 ? `猜测 ${at}` : count < MOST_GUESSES ? `${count} 面旗` : `${count} 面旗，这张图插不下更多了`,
  'guess.takeBack': '撤销上一个猜测',
  'guess.mark': '猜测',
  'guess.markAway': ({ distance }) => `猜测，相距 ${distance}`,
  'guess.of': ({ side, words }) => `${side}：${words}`,
  'guess.distance': ({ how, distance, k, count, close, within }) => {
    const away = formatDistance(distance);
    const share = `${count} 面旗中有 ${close} 面相距不超过 ${formatDistance(within)}`;
    switch (how) {
      case 'ended':
        return count > 1 ? `${share}。` : `它停下的地方与猜测相距 ${away}。`;
      case 'paused':
        return count > 1 ? `第 ${k} 步时：${share}。` : `第 ${k} 步时它与猜测相距 ${away}。`;
      case 'falling':
        return `这个损失没有极小点。第 ${k} 步时${count > 1 ? `：${share}` : `与猜测相距 ${away}`}。`;
      case 'diverged':
        return `它已发散。第 ${k} 步时${count > 1 ? `：${share}` : `与猜测相距 ${away}`}。`;
    }
  },
};
