import type { Translated } from '../i18n/messages.ts';
import type { words as english } from './network-words.en.ts';

export const words: Translated<typeof english> = {
  'explain.say.scale': '这样的损失没有处处成立的 L：这里的 L 是在起点或标签的尺度上的曲率。',
  'explain.step.fit': 'F 的数据项',
  'explain.step.penalty': 'F 的惩罚项',
  'explain.step.gradientFit': '梯度：数据项',
  'explain.step.gradientDecay': '梯度：惩罚项，β 乘权重',
  'explain.walk.network.forward': '前向',
  'explain.walk.network.say.forward': ({ j, m }) =>
    m === '1'
      ? '样本通过神经元：z 是第一层权重乘样本。z 大于 0 时输出 α·z，否则输出 0。'
      : `每个样本通过全部 ${m} 个神经元：z = w·a。z 大于 0 时，该神经元给输出加上 α·z，否则什么也不加。z、max(z, 0) 和 α·max(z, 0) 三列是第 ${j} 个神经元的。`,
  'explain.walk.network.residuals': '残差',
  'explain.walk.network.say.residuals': ({ m }) =>
    `输出减标签，逐个样本。${m === '1' ? '' : '所有神经元共用它。'}`,
  'explain.walk.network.off': '哪些样本未激活',
  'explain.walk.network.say.off':
    '对某个神经元未激活的样本（z 不大于 0）对它的梯度没有贡献。没有任何样本激活的神经元是死的：只有惩罚项还在移动它。',
  'explain.walk.network.gradient': '梯度',
  'explain.walk.network.say.gradient': ({ j, m }) =>
    `${m === '1' ? '' : `第 ${j} 个神经元。`}数据的部分：对第一层是全部样本上 残差 · α · a 的平均，对 α 是 残差 · max(z, 0) 的平均；未激活的样本计为 0。惩罚项的部分：β 乘权重。不训练的权重梯度为 0。`,
  'explain.walk.network.step': '走步',
  'explain.walk.network.say.step': '规则把梯度变成所有权重的一次移动。',
  'explain.rows.sample': '样本',
  'explain.rows.neuron': '神经元',
  'explain.rows.weight': '权重',
  'explain.offRow.sample': '未激活',
  'explain.offRow.neuron': '死的',
  'explain.column.z': 'z',
  'explain.column.hidden': 'max(z, 0)',
  'explain.column.part': 'α·max(z, 0)',
  'explain.column.output': '输出',
  'explain.column.y': 'y',
  'explain.column.residual': '输出 − y',
  'explain.column.alpha': 'α',
  'explain.column.on': '激活',
  'explain.column.off': '未激活',
  'explain.column.fit': '数据',
  'explain.column.decay': '惩罚',
  'explain.column.relaxed': '松弛',
  'explain.column.gradient': '和',
  'explain.column.before': '之前',
  'explain.column.after': '之后',
};
