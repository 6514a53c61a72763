import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'take.kind.plays': '状态与曲线',
  'take.kind.rounds': '仅曲线',
  'take.kind.certificate': '下界的证书',
  'take.kind.players': '当前轮的神经元',
  'take.kind.cloud': '当前轮生成的点云',
  'take.about.plays': '每轮一行，两边都有：均方误差、博弈的值，以及两个玩家的全部数值。',
  'take.about.rounds': '每轮一行，两边都有：均方误差和博弈的值。',
  'take.about.certificate': '两种宽度的每一列 vⱼ，连同 h*ⱼ 和 vⱼ·d*：它们证明任何生成器都低不过下界。',
  'take.about.players': '两边的每个神经元：权重、hⱼ 和 vⱼ·d。',
  'take.about.cloud': '两边的生成器由每个噪声样本生成的点。',
};
