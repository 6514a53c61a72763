import { formatNumberShort, formatPercent } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'knob.squared': '平方误差',
  'knob.relaxation': '松弛',
  'about.left': ({ leak, star }) =>
    `一个${leak > 0 ? '带泄漏的 ' : ' '}ReLU 神经元的平方误差。${star ? '★ 是产生数据的权重。' : ''}`,
  'about.right': ({ blend }) =>
    blend === 1
      ? '同样的误差，再加上对未激活样本的惩罚。'
      : `同样的误差，再加上 ${formatPercent(formatNumberShort(Number((100 * blend).toPrecision(2))))} 的惩罚。`,
  'about.active': '半边实心：样本在那一边激活。',
  'choice.features.line': '直线上的点（斜率 + 偏置）',
  'choice.features.gauss': '高斯',
  'choice.features.circle': '在圆上',
  'choice.features.positive': '正的：|高斯|',
  'choice.features.correlated': '相关',
  'choice.features.csv': 'CSV',
  'preset.slope-bias.title': '斜率与偏置',
  'preset.slope-bias.sentence': '铰链形曲线上的八个点，起点的斜率朝错了方向。',
  'preset.trap.title': '陷阱',
  'preset.trap.sentence': '四个样本；在星标处，只有其中两个是激活的。',
  'preset.zero-start.title': '零起点',
  'preset.zero-start.sentence': '在 w = 0 处没有激活的样本。那里的梯度都是零吗？',
  'preset.valley.title': '谷',
  'preset.valley.sentence': '六个样本：极小点连成一整条谷，却都不是星标。',
  'preset.spurious.title': '伪极小点',
  'preset.spurious.sentence': '噪声在左边的损失上挖出多余的极小点；松弛仍然只有一个。',
  'preset.population.title': '无穷多个样本',
  'preset.population.sentence': '闭式解：松弛的损失面是一个圆碗。c = 2 的一步会落在哪里？',
  'preset.few-samples.title': '样本很少',
  'preset.few-samples.sentence': '当 n < 2d 时，星标常常不是唯一的完美拟合。',
  'preset.correlated.title': '相关的特征',
  'preset.correlated.sentence': '相关的特征把两个碗都拉长：每一边都需要几百步。',
  'preset.noise-inside.title': '内部噪声',
  'preset.noise-inside.sentence': '噪声在 ReLU 之前，两边的终点都偏离星标。哪一边更近？',
  'preset.noise-outside.title': '外部噪声',
  'preset.noise-outside.sentence': '噪声在 ReLU 之后，两边的终点都偏离星标。左边没有落入陷阱时，哪一边更近？',
  'preset.leak.title': '泄漏',
  'preset.leak.sentence': '零以下的斜率为 0.1 时，没有神经元会死亡。',
  'preset.high-dimension.title': '高维',
  'preset.high-dimension.sentence': '二十个权重，六十个样本：谁先到达，快多少？',
  'preset.stopping-distance.title': '刹车距离',
  'preset.stopping-distance.sentence':
    '20 世纪 20 年代的五十辆车：距离不会是负的，所以一个 ReLU 是自然的模型。',
};
