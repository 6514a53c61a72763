import { formatCount } from '../../../i18n/format.ts';
import type { Translated } from '../../../i18n/messages.ts';
import type { words as english, KernelFacts } from './words.en.ts';

const kernelFacts = ({ smallest, rank, n }: KernelFacts) =>
  `λmin ${smallest}，秩 ${formatCount(rank)}（共 ${formatCount(n)}）`;

export const words: Translated<typeof english> = {
  'fed.circle.angle': '角度',
  'fed.circle.locals': ({ local }) => `${formatCount(local)} 个本地步后的客户端`,
  'fed.circle.label': '标签',
  'fed.circle.hint': '指向一个角度，读出两侧的值。',
  'fed.circle.read': ({ angle, f, sample, local, locals, range }) => {
    const first = sample
      ? `客户端 ${sample.client}，样本 ${formatCount(sample.i)}，角度 ${angle}：标签 ${sample.label}，f ${f}`
      : `角度 ${angle}：f ${f}`;
    const each = locals
      ? locals.map(({ name, value }) => `${name} ${value}`).join('，')
      : `在 ${range[0]} 与 ${range[1]} 之间`;
    return `${first}\n${formatCount(local)} 步后的客户端：${each}`;
  },
  'aria.fed.circle': ({ side }) => `${side}：圆上拟合的曲线`,
  'aria.fed.circle.surface': ({ side }) => `${side}：拟合的曲线。方向键逐个样本移动，按住 Shift 则小步移动。`,
  'alt.fed.circle': ({ samples, clients, local, off, drift }) =>
    `${formatCount(clients)} 个客户端，共 ${formatCount(samples)} 个样本。曲线与标签最多相差 ${off}。${formatCount(local)} 个本地步后，客户端的曲线与它最多相差 ${drift}。`,
  'fed.kernel.title': '核 H，按客户端',
  'fed.kernel.hint': (of) => `${kernelFacts(of)}。指向一个元素可读出它。`,
  'fed.kernel.read': ({ value, samples: [one, other] }) =>
    one.i === other.i
      ? `H ${value}：客户端 ${one.client} 的样本 ${formatCount(one.i)} 与它自己`
      : `H ${value}：样本 ${formatCount(one.i)}（客户端 ${one.client}）与样本 ${formatCount(other.i)}（客户端 ${other.client}）`,
  'aria.fed.kernel': '线性化的核 H，按客户端排列',
  'aria.fed.kernel.surface': '核 H，按客户端排列。方向键逐个元素移动。',
  'alt.fed.kernel': ({ within, across, ...of }) =>
    `${kernelFacts(of)}。同一客户端内的元素平均为 ${within}${across === null ? '' : `，不同客户端之间平均为 ${across}`}。`,
  'fed.more': '第三幅图',
  'fed.sweep.title.gap': '差距与宽度',
  'fed.sweep.title.ratio': '轮数 × K/N',
  'fed.sweep.title.deal': '有序与打乱',
  'fed.sweep.title.narrow': '太窄而拟合不了',
  'fed.loss.title': ({ factor }) => `损失（后期每轮 ×${factor}）`,
  'fed.loss.band': '后期斜率（已证明）',
  'fed.loss.rest': '极限',
  'fed.loss.least': '线性化的最小损失',
  'alt.fed.band': ({ factor, low, high }) =>
    `一轮使线性化残差中最慢的部分乘以 ${factor}；已证明它在 ${low} 与 ${high} 之间。起初损失可能下降得更快。`,
  'alt.fed.noBand': ({ factor }) => `一轮使线性化在最慢方向上余下的路乘以 ${factor}；没有已证明的速率。`,
  'alt.fed.rest': ({ loss, least }) => `线性化停在损失 ${loss} 处；它可能的最小损失是 ${least}。`,
  'fed.gap.drift': '漂移',
  'alt.fed.drift': ({ drift }) => `在到达这里的一轮中，各客户端的权重彼此漂移 ${drift}。`,
};
