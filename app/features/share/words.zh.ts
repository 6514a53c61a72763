import { formatCount } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { OmittedPart } from './link/omitted-parts.ts';
import type { words as english } from './words.en.ts';

function outOf(out: OmittedPart): string {
  switch (out.what) {
    case 'data':
      return '你的数据：太大，放不进链接。打开链接的人还需要你的文件，用“你的数据”打开。';
    case 'stored-lecture':
      return '你的讲座：只存在这个浏览器里。在别处打开链接，只有这个场景，没有讲座的文字。';
    case 'map':
      return '缩放、切片与图层：按默认的样子打开。';
    case 'page':
      return '主题、投影与语言：由打开的页面自己决定。';
    case 'limits':
      return '隐藏、锁定或关闭的部分：全部可以使用。';
    case 'lecture':
      return '讲座：这个场景打开时没有讲座的文字。';
    case 'steps':
      return `已计算的 ${formatCount(out.steps)} 步：打开链接的人重新计算，数字相同。`;
    case 'undo':
      return `撤销历史（${formatCount(out.changes)} 次改动）。`;
    case 'guess':
      return '大家的猜测。';
    case 'presenting':
      return '演讲模式（备注、激光笔、演讲栏）。';
    case 'tone':
      return '声音。';
    case 'camera':
      return '立体图的观看角度。';
    case 'rest':
      return '打开的侧栏、十字光标，以及浏览器里存储的内容。';
  }
}

export const words: Translated<typeof english> = {
  'share.title': '分享与导出',
  'share.tab.link': '链接',
  'share.tab.saved': '已保存',
  'share.link': '链接',
  'share.opens': '打开时',
  'share.atStep': ({ k }) => `停在这一步（${formatCount(k)}）`,
  'share.atStart': '从起点开始',
  'share.carries': '带上',
  'share.part.map': '缩放、切片与图层',
  'share.part.page': '主题、投影与语言',
  'share.part.limits': '隐藏、锁定或关闭的部分',
  'share.part.lecture': '讲座的场景',
  'share.notes': '链接带有整个讲座，演讲备注也在内。',
  'share.copy': '复制链接',
  'share.copied': ({ k, complete }) =>
    `链接已复制：打开后停在第 ${formatCount(k)} 步${complete ? '，数字相同' : '。其中不含你的数据，所以只有这个页面有这些数字'}。`,
  'share.refused': '浏览器阻止了复制。链接已选中：请按 Ctrl+C 或 Cmd+C 复制，手机上请长按。',
  'share.characters': ({ characters }) => `${formatCount(characters)} 个字符。`,
  'share.fate.some-cut':
    '有些聊天和邮件程序会截断超过约 2,000 个字符的链接。请先试一试，或者把链接放在文件里发送。',
  'share.fate.most-cut':
    '多数聊天程序会截断或拒绝超过约 8,000 个字符的链接。请放在文件里发送，或者保存设定再导出（“已保存”）。',
  'share.fate.unread': ({ characters, most }) =>
    `太长，无法打开：# 之后有 ${formatCount(characters)} 个字符，上限为 ${formatCount(most)} 个。请不带讲座，或者缩短讲座。`,
  'share.qr': '二维码',
  'share.qr.room': '放大显示',
  'share.qr.atStep': ({ k }) => `打开后停在第 ${formatCount(k)} 步。`,
  'share.qr.tooLong': ({ characters, most }) =>
    `太长，做不成二维码：最多 ${formatCount(most)} 个字符，链接有 ${formatCount(characters)} 个。`,
  'share.qr.data': ({ characters }) =>
    `其中你的数据占 ${formatCount(characters)} 个：行或列少一些就放得下。也可以复制链接。`,
  'share.qr.lecture': ({ characters }) =>
    `其中讲座占 ${formatCount(characters)} 个：可以不带讲座，或者复制链接。`,
  'share.qr.other': '不带不需要的部分，或者复制链接。',
  'share.qr.dense': ({ size }) =>
    `二维码很密（${formatCount(size)} × ${formatCount(size)}）：坐在后排很难扫描。链接短一些更容易。`,
  'share.out': '链接不含',
  'share.out.what': outOf,
  'share.tab.embed': '嵌入',

  'share.tab.figure': '插图',

  'share.tab.data': '数据',
  'share.tab.code': '代码',

  'share.tab.film': '影片',
};
