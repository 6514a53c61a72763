import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'take.kind.mixtures': '状态与曲线',
  'take.kind.costs': '仅曲线',
  'take.kind.permutations': '全部排列',
  'take.kind.thresholds': '陷阱',
  'take.kind.restpoints': '驻点',
  'take.about.mixtures': '每步一行，两边都有：E、P、λ、E + λP、取整后的代价、下界和状态。',
  'take.about.costs': '每步一行，两边都有：E、P、λ、E + λP、取整后的代价和下界。',
  'take.about.permutations': '可达到的每个排列及其代价。',
  'take.about.thresholds': '各个排列、它们的代价，以及 λ 超过多少时它们各自成为陷阱。',
  'take.about.restpoints': '两边下降会停留的每一点：权重、类型和值。',
};
