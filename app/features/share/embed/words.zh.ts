import { formatCount } from '../../../i18n/format.ts';
import type { Translated } from '../../../i18n/messages.ts';
import { addWords } from '../../../i18n/words.ts';
import type { words as english } from './words.en.ts';

export const words = {
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
