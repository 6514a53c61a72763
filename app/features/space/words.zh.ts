import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'space.missing': '三维视图需要 WebGL 2，而这个浏览器不支持：显示平面地图。',
  'space.lost': 'WebGL 上下文已丢失；这是最后一幅图像，显卡可用时会继续。',
  'space.reset': '重置视角',
  'aria.space': ({ side }) =>
    `${side}：立体的损失地形；两个立体一起转动。方向键转动，+ 和 − 缩放，Home 键复位。`,
};
