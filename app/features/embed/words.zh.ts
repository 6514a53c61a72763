import { formatCount } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import { addWords } from '../../i18n/words.ts';
import { MOST_CHARACTERS, MOST_KEYS, MOST_STEPS, PROTOCOL_VERSION } from './limits.ts';
import type { CommandTrouble } from './protocol.ts';
import type { words as english } from './words.en.ts';

/** Why a message from the page around cannot be followed. */
function embedTroubleOf({ code, got, of }: CommandTrouble): string {
  switch (code) {
    case 'version':
      return `${of}：消息的版本应为 ${PROTOCOL_VERSION}；收到的是 ${got}。`;
    case 'step':
      return `step：n 应为 −${formatCount(MOST_STEPS)} 到 ${formatCount(MOST_STEPS)} 的整数；收到的是 ${got}。`;
    case 'values':
      return `set：values 应为对象，最多 ${MOST_KEYS} 个链接参数；收到的是 ${got}。`;
    case 'value':
      return `set：“${got}”应为文字、数、true、false、null 或数的列表；什么也没有改。`;
    case 'key':
      return `set：应为当前内容的参数；收到的是“${got}”，它会打开别的内容，请用 load 发送。什么也没有改。`;
    case 'fragment':
      return `load：fragment 应为链接文字，最多 ${formatCount(MOST_CHARACTERS)} 个字符；收到的是 ${got}。`;
  }
}

export const words = {
  'embed.open': '完整打开',
  'embed.openTitle': '在单独的页面里打开当前状态，带全部控件',
  'embed.trouble': embedTroubleOf,
  'embed.noParent': ({ got }: { got: string }) =>
    `parent：应为来源（origin），例如 https://example.org；收到的是“${got}”。因此不收发任何消息。`,
  'embed.lead': '把同样的面板放进文章或课程网页。只有读者按下播放才会播放，从不自动播放。',
  'embed.size': '尺寸',
  'embed.size.custom': '自定',
  'embed.width': '宽',
  'embed.height': '高',
  'embed.sizeRange': ({ least, most }: { least: number; most: number }) =>
    `${formatCount(least)} 到 ${formatCount(most)} 像素`,
  'embed.theme': '主题',
  'embed.shows': '显示',
  'embed.shows.auto': '由尺寸决定',
  'embed.shows.maps': '两张图',
  'embed.shows.maps,curves': '两张图和曲线',
  'embed.shows.maps,data': '两张图和数据',
  'embed.shows.maps,data,curves': '两张图、数据和曲线',
  'embed.shows.data': '只有数据',
  'embed.shows.curves': '只有曲线',
  'embed.controls': '控件',
  'embed.controls.all': '播放控件，并可移动起点',
  'embed.controls.playback': '只有播放控件',
  'embed.controls.none': '没有：由所在网页控制',
  'embed.from': '开始于',
  'embed.from.step': ({ k }: { k: number }) => `当前这一步：第 ${formatCount(k)} 步`,
  'embed.from.start': '起点',
  'embed.fits': '自动调整高度（附一小段脚本）',
  'embed.code': '代码',
  'embed.copy': '复制代码',
  'embed.copied': '代码已复制。',
  'embed.notCopied': '浏览器不允许复制：代码已选中，请手动复制。',
  'embed.preview': '预览',
  'embed.frameTitle': ({ problem }: { problem: string }) => `Twin Descent：${problem}`,
  'embed.leavesOut': '不包括：讲座、演讲备注和立体视图，以及链接放不下的自有数据。',
  'embed.sandbox': '沙箱只允许它运行自己的脚本、在新标签页打开链接；它不能存储数据，也不能访问所在的网页。',
  'embed.examples': '示例',
  'embed.example.article': '一篇文章，用按钮控制其中的嵌入页面',
  'embed.example.lockstep': '两个嵌入页面同步前进',
} as const satisfies Translated<typeof english>;

addWords('zh', words);
