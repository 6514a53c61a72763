import { formatCount } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './chance-words.en.ts';

export const words: Translated<typeof english> = {
  'param.measure': '运行的衡量标准',
  'choice.measure.loss': '各边的损失',
  'choice.measure.gap': '两边之间的最大差距',
  'ensemble.criterion.best': ({ within, limit }) =>
    `在至多 ${formatCount(limit)} 轮内与最优点 t* 的距离不超过 ${within}，即为到达；之后可能又离开。`,
  'ensemble.did.best': ({ within, left, right }) =>
    `与最优点的距离不超过 ${within} 的比例：左边 ${left}，右边 ${right}`,
  'ensemble.quantiles.best': '结束时与最优点的距离',
  'ensemble.criterion.loss': ({ within, limit }) =>
    `在至多 ${formatCount(limit)} 轮内损失降到 ${within} 或更低，即为到达。`,
  'ensemble.did.loss': ({ within, left, right }) =>
    `损失降到 ${within} 或更低的比例：左边 ${left}，右边 ${right}`,
  'ensemble.quantiles.loss': '结束时的损失',
  'ensemble.criterion.between': ({ within, limit }) =>
    `在全部 ${formatCount(limit)} 轮中差距 ‖u_net − u_lin‖ 始终不超过 ${within}，即为到达。差距是两边共有的一个数，取最大值。`,
  'ensemble.did.between': ({ within, left, right }) =>
    `两边的差距始终不超过 ${within} 的比例：左边 ${left}，右边 ${right}`,
  'ensemble.quantiles.between': '两边之间的最大差距',
  'fed.often.same': '同一差距',
  'fed.often.right': '对照',
  'fed.offer.gap': '差距与宽度',
  'fed.offer.ratio': 'K 与 N 之比',
  'fed.offer.deal': '有序还是打乱',
  'fed.offer.bias': '随机客户端与 K',
  'fed.offer.versus': '随机客户端：什么有用',
};
