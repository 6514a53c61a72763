import { formatCount } from '../i18n/format.ts';
import type { Translated } from '../i18n/messages.ts';
import type { CrowdAim, words as english } from './crowd-words.en.ts';

const reached: Readonly<Record<CrowdAim, string>> = {
  star: '到达了星标',
  distance: '到达了星标',
  excess: '到达了最低损失',
  gap: '到达了最优值',
  arrived: '已经到达',
  stopped: '已经停下',
};

export const words: Translated<typeof english> = {
  'crowd.of': ({ count, of }) => `${formatCount(of)} 个中有 ${formatCount(count)} 个`,
  'crowd.reached': ({ aim, own }) => own ?? reached[aim],
  'crowd.rest': ({ own, elsewhere, moving, diverged }) =>
    [
      ...own.map(([count, words]) => `${formatCount(count)} 个${words}`),
      ...(elsewhere > 0 ? [`${formatCount(elsewhere)} 个停下`] : []),
      ...(diverged > 0 ? [`${formatCount(diverged)} 个发散`] : []),
      ...(moving > 0 ? [`${formatCount(moving)} 个在移动`] : []),
    ].join(' · '),
  'crowd.told': ({ words, rest }) =>
    rest === '' ? `${words}。` : `${words}，${rest.replaceAll(' · ', '，')}。`,
  'crowd.side': ({ side, words }) => `${side}：${words}`,
  'crowd.coming': '正在计算这些起点…',
  'crowd.choose': '选择区域',
  'crowd.drag': '在任一幅地图上拖出一个矩形。按 Esc 取消。',
  'crowd.window': '从整个窗口出发',
};
