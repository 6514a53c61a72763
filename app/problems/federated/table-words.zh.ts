import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './table-words.en.ts';

export const words: Translated<typeof english> = {
  'take.kind.averages': '状态与曲线',
  'take.kind.losses': '仅曲线',
  'take.kind.arcs': '样本',
  'take.kind.localpaths': '当前轮的本地步',
  'take.kind.rests': '静止点随 K 的变化',
  'take.kind.circle': '当前轮圆周上的曲线',
  'take.kind.kernel': '起点处的核',
  'take.about.averages': '每轮一行，两边都有：损失，以及服务器的全部数值。',
  'take.about.losses': '每轮一行，两边都有：损失，以及两边相差多少。',
  'take.about.arcs': '每个样本：角度 angle、y 和客户端 client。作为自己的数据打开时，得到同样的样本。',
  'take.about.localpaths': '从这里开始的一轮中，每个客户端每个本地步的位置。',
  'take.about.rests': 'K 取 1 到 1,000：左边静止在哪里、偏差，以及最慢的因子。',
  'take.about.circle': '两边的 f 在等距角度上的值，以及平均之前每个客户端的模型。',
  'take.about.kernel': '每个样本一行：它的客户端，以及它与每个样本的 H。',
};
