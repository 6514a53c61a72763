import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

const UNITS = { round: '轮', step: '步' } as const;

export const words: Translated<typeof english> = {
  'aria.field': ({ side, starts }) =>
    `${side}：地图。方向键移动十字准线${starts ? '，回车键把起点放在那里' : ''}。`,
  'field.height': ({ name, value }) => `${name || '高度'} ${value}`,
  'field.under': ({ name, value }) => `${name || '下层'} ${value}`,
  'field.move': ({ to, unit }) => `一${UNITS[unit]}的位移 ${to}`,
  'field.read': ({ at, parts }) => [at, ...parts].join('  '),
  'alt.field': ({ title, corners, x, y, window: [x0, x1, y0, y1], ground, unit, under }) =>
    `${title}：${
      corners
        ? `三角形，顶点为${corners.join('；')}`
        : `${x} 从 ${x0} 到 ${x1}、${y} 从 ${y0} 到 ${y1} 的地图`
    }${
      { height: '，按高度着色并带等高线', arrows: `，线条表示一${UNITS[unit]}通向哪里`, plain: '' }[ground]
    }${under === null ? '' : `，其下的虚线是${under || '下层函数'}的等高线`}。`,
  'alt.fieldPlace': ({ k, unit, start, at }) =>
    k === 0 ? `位于起点 ${start}。` : `起点 ${start}；${k} ${UNITS[unit]}之后位于 ${at}。`,
  'alt.fieldMark': ({ name, at, away }) => `${name}位于 ${at}，距离 ${away}。`,
};
