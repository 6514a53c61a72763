import { formatCount } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './chance-words.en.ts';

const RIGHT = { ridge: 'ridge', handmade: '手工', either: '非扩张', capped: '斜率受限' };

export const words: Translated<typeof english> = {
  'compared.snr': '信噪比',
  'denoiser.runs.left': '左边（自由）',
  'denoiser.runs.right': ({ name }) => `右边（${RIGHT[name]}）`,
  'param.denoisermeasure': '图像的衡量标准',
  'choice.denoisermeasure.error': '结束时与真值的距离',
  'choice.denoisermeasure.rest': '最后一步的长度',
  'param.skies': '计数的天空数',
  'ensemble.criterion.error': ({ within, limit }) =>
    `结束时（至多 ${formatCount(limit)} 轮）的图像满足 ‖x − 真值‖ 不超过 ‖真值‖ 的 ${within} 倍，即为到达（0.5 相当于信噪比 6 dB，0.1 相当于 20 dB；全黑的图像为 1）。只看终点，两边面对同一片天空。`,
  'ensemble.did.error': ({ within, left, right }) =>
    `结束时与真值的相对距离不超过 ${within} 的比例：自由的一边 ${left}，右边 ${right}`,
  'ensemble.quantiles.error': '结束时与真值的距离（以 ‖真值‖ 为单位）',
  'ensemble.criterion.rest': ({ within, limit }) =>
    `最后一步（至多 ${formatCount(limit)} 轮）‖xₖ − xₖ₋₁‖ 不超过 ${within}，即为到达。没有到达的可能只是慢，也可能永不停下。`,
  'ensemble.did.rest': ({ within, left, right }) =>
    `最后一步不超过 ${within} 的比例：自由的一边 ${left}，右边 ${right}`,
  'ensemble.quantiles.rest': '最后一步',
  'ensemble.criterion.onestart': ({ within, limit }) =>
    `从页面上的起点出发，最后一步（至多 ${formatCount(limit)} 轮）‖xₖ − xₖ₋₁‖ 不超过 ${within}，即为到达。所有起点的去向请看页面上的吸引域。`,
  'ensemble.did.onestart': ({ within, left, right }) =>
    `最后一步不超过 ${within} 的比例：自由的一边 ${left}，右边 ${right}`,
  'ensemble.quantiles.onestart': '最后一步',
  'denoiser.offer.settled': '停下：随强度',
  'denoiser.offer.step': '停下：随步长 c',
  'denoiser.offer.share': '6 dB：随可见度比例',
  'denoiser.offer.noise': '6 dB：随噪声',
  'denoiser.offer.both': '6 dB：强度与比例',
  'denoiser.offer.rule': '停下：c 与 σ',
};
