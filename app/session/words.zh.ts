import type { Translated } from '../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'app.title': 'Twin Descent',
  'app.pageTitle': 'Twin Descent：一个神经元，两种损失地形',

  'said.newData': '新的数据：重新开始。',
  'said.undone': '已撤销。',
  'said.copied': '链接已复制：打开后停在这一步，数字相同。',
  'said.copiedWithoutData': '链接已复制；其中不含你的数据，所以只有这个页面有这些数字。',
  'said.runOpened': '主视图中现在是这次运行。可撤销。',
  'said.nothingToUndo': '没有可撤销的操作。',
  'said.link': '复制这个链接：',
  'pointer.click': '点击',
  'pointer.tap': '轻触',
  'control.lockedTitle': ({ title }) => `${title}：被此链接锁定`,
  'said.locked': '被此链接锁定。',
  'said.toneOn': '声音已开：播放时发声。',
  'said.toneOff': '声音已关。',
  'said.toneMissing': '这个浏览器不允许页面发声。',
};
