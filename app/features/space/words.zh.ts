import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'space.missing': '这个浏览器不支持三维视图所需的 WebGL 2：这里显示平面地图。',
  'space.lost': '显卡收回了绘图环境；图像是最后画出的那一幅。显卡空闲时会继续。',
  'space.reset': '重置视角',
  'aria.space': ({ side }) =>
    `${side}：立体的损失地形；两个立体一起转动。方向键转动，+ 和 − 缩放，Home 键复位。`,
};
