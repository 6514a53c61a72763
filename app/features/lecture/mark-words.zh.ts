import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './mark-words.en.ts';

export const words: Translated<typeof english> = {
  'named.arrow': '箭头',
  'named.band': '带',
  'named.circle': '圆',
  'named.column': '列',
  'named.cone': '锥',
  'named.contour': '等高线',
  'named.deadZone': '死区',
  'named.disc': '圆盘',
  'named.ellipse': '椭圆',
  'named.floor': '下界',
  'named.gap': '差距',
  'named.polygon': '折线',
  'named.pull': '拉力',
  'named.saddle': '鞍点',
  'named.sector': '扇形',
  'named.star': '星标',
};
