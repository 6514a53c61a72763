import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './idea-words.en.ts';

export const words: Translated<typeof english> = {
  'idea.title': ({ side }) => `一个样本的损失，${side}`,
  'idea.inactive': '未激活',
  'idea.flat': '平坦：没有梯度',
  'idea.slope': ({ slope }) => `斜率 ${slope}`,
  'idea.pulls': ({ slope }) => `仍有斜率：${slope}`,
  'idea.lead': '用一个样本看思路。',
  'idea.lost':
    'z 是 ReLU 的输入。z < 0 时，通常的损失是平坦的：样本无法把权重拉回来。惩罚项在那里保留了斜率。',
  'idea.leaks': 'z 是 ReLU 的输入。z < 0 时，泄漏使通常的损失变缓；惩罚项使它更陡。',
  'idea.none': 'z 是 ReLU 的输入。混合比为 0，没有惩罚项：两种损失相同。',
  'idea.count': ({ active, n }) =>
    active === n ? `起点处全部 ${n} 个样本都已激活。` : `起点处 ${n} 个样本中有 ${active} 个已激活。`,
  'idea.aria': ({ side, label, z, slope }) =>
    `${side}：标签为 ${label} 的一个样本的损失，随预激活值 z 变化。起点处 z 为 ${z}，斜率为 ${slope}。`,
};
