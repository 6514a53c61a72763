import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'take.kind.estimates': '状态与曲线',
  'take.kind.measures': '仅曲线',
  'take.kind.pixelrests': '不动点',
  'take.kind.denoisers': '单个像素的去噪器',
  'take.kind.images': '图像',
  'take.kind.frequencies': '频率',
  'take.about.estimates':
    '每轮一行，两边都有：信噪比、步长、比值、已证明的半径、残差（两个像素时还有 F），以及每个像素的值。',
  'take.about.measures': '每轮一行，两边都有：信噪比、步长、比值、已证明的半径、残差，两个像素时还有 F。',
  'take.about.pixelrests': '两边的每个不动点：位置、类型、最大特征值、指数和 F。',
  'take.about.denoisers': '单个像素的两个去噪器：D、它的斜率，以及以它为近端映射的函数 h。',
  'take.about.images': '每个像素一行，取所显示的那一轮：天空、脏图、两边的估计，以及 CLEAN 的结果。',
  'take.about.frequencies': '每个频率一行：是否测量、可见度，以及学到的去噪器的滤波器让它通过多少。',
};
