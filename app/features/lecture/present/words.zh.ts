import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'present.bar': ({ title }) => `讲座：${title}`,
  'present.previous': '上一个场景',
  'present.next': '下一个场景',
  'present.of': ({ scene, scenes }) => `${scene} / ${scenes}`,
  'present.scene': ({ scene, scenes, title, sentence }) =>
    `场景 ${scene}，共 ${scenes} 个：${title}。${sentence}`,
  'present.bookmark': ({ k }) => `到第 ${k} 步的书签`,
  'present.notes': '讲者备注',
  'present.laser': '激光笔',
  'present.begin': '开始讲',
  'present.end': '结束讲',
  'present.leave': '离开讲座',
  'present.noMaps': '猜测需要两个权重的平面地图；这个场景没有。',

  'notes.none': '这个场景没有备注。',
  'notes.close': '关闭备注',
  'notes.next': ({ title }) => `下一个：${title}`,
  'notes.last': '这是最后一个场景。',
  'notes.elapsed': ({ time }) => `已讲 ${time}`,
  'notes.notBegun': '从“开始讲”起计时。',
  'notes.window': '在单独的窗口中',
  'notes.blocked': '浏览器没有打开窗口：它可能拦截了本页面的弹出窗口。备注留在这里。',
  'key.pages': 'PgUp PgDn',
  'key.pageUp': 'PgUp',
  'key.pageDown': 'PgDn',
  'key.scene': '讲座打开时：上一个或下一个场景',
  'key.clicker': '← ↑ → ↓',
  'key.walk': '讲的时候：上一个或下一个场景（Shift：一步）',
  'key.dot': '.',
  'key.blankDot': '讲的时候：黑屏',
  'key.m': 'M',
  'key.bookmark': '到场景的书签',
  'key.l': 'L',
  'key.laser': '激光笔',
};
