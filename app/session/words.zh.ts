import type { Translated } from '../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'app.title': 'Twin Descent',
  'app.pageTitle': 'Twin Descent：一个神经元，两种损失地形',

  'settings.line': ({ rule, c, step, smoothness }) => `${rule}，步长 ${step}（${c}/L，L = ${smoothness}）`,
  'settings.line.plain': '',
  'verdict.ready': '就绪。',
  'side.alone': ({ side }) => (side === 'left' ? '左边' : '右边'),
  'toast.newData': '新的数据：重新开始。',
  'toast.undone': '已撤销。',
  'toast.copied': '链接已复制：打开后停在这一步，数字相同。',
  'toast.copiedWithoutData': '链接已复制，不含你的数据：只有这个页面有这些数字。',
  'toast.runOpened': '主视图中现在是这次运行。可撤销。',
  'toast.nothingToUndo': '没有可撤销的操作。',
  'toast.noCrowd': '多个起点需要一幅两边共有的地图，这里没有。',
  'toast.link': '复制这个链接：',
  'pointer.click': '点击',
  'pointer.tap': '轻触',
  'control.lockedTitle': ({ title }) => `${title}：被此链接锁定`,
  'toast.locked': '被此链接锁定。',
  'toast.toneOn': '声音已开：播放时发声。',
  'toast.toneOff': '声音已关。',
  'toast.toneMissing': '这个浏览器不允许页面发声。',
};
