import { formatDistance } from '../../../i18n/format.ts';
import type { Translated } from '../../../i18n/messages.ts';
import { MOST_GUESSES } from '../../../session/store.ts';
import type { words as english } from './words.en.ts';

const ORDERS = { better: '更好的一边', worse: '较差的一边', equal: '与另一边一样好' };

export const words: Translated<typeof english> = {
  'guess.ask': '请{{press}}你猜的位置。',
  'guess.askAll': '两边各会停在哪里？请在两幅地图上{{press}}你猜的位置。',
  'guess.placed': ({ at, count }) =>
    count === 1 ? `猜测 ${at}` : count < MOST_GUESSES ? `${count} 面旗` : `${count} 面旗，这张图插不下更多了`,
  'guess.vote.ask': '请{{press}}最后更好的一边。',
  'guess.vote.askAll': '最后哪一边更好？请{{press}}那一边。',
  'guess.vote.count': ({ votes }) => `${votes} 票`,
  'guess.vote.told': ({ votes, of, order, k, readout }) =>
    `${k === null ? '最后' : `第 ${k} 步时`}${ORDERS[order]}：${readout}。${of} 票中有 ${votes} 票选它。`,
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
