import { formatCount, formatNumberShort } from '../i18n/format.ts';
import { translated } from '../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words = translated<typeof english>('zh', {
  'figure.view': '整个视图',
  'figure.curves': '曲线',
  'figure.captionTitle': ({ title, k }) => `${title}，第 ${formatCount(k)} 步。`,
  'figure.captionProblem': ({ problem }) => `Twin Descent，${problem}`,
  'figure.captionParams': ({ params }) => `${params.join('；')}。`,
  'figure.captionParam': ({ name, value }) => `${name}：${value}`,
  'figure.captionStep': ({ rule, step, c }) => `${rule}，步长 ${step}（${c}/L）`,
  'figure.captionSide': ({ side, words }) => `${side}：${words}`,
  'figure.captionBuild': ({ version, commit }) =>
    `由 Twin Descent ${version}${commit === '' ? ' ' : `（${commit}）`}生成：`,
  'figure.captionNoData': '链接不含数据：数据太大，放不下。',
  'figure.part': '面板',
  'figure.format': '格式',
  'figure.scale': '分辨率',
  'figure.scaleOf': ({ scale, dpi }) => `${scale} 倍（${formatNumberShort(dpi)} dpi）`,
  'figure.width': '宽度',
  'figure.width.column': '单栏，85 毫米',
  'figure.width.double': '双栏，178 毫米',
  'figure.width.screen': '屏幕，960 像素',
  'figure.background': '背景',
  'figure.background.white': '白色',
  'figure.background.transparent': '透明',
  'figure.caption': '附图注：参数、结论、链接、版本',
  'figure.preview': '预览',
  'figure.size': ({ width, height, mm }) =>
    `${formatCount(width)} × ${formatCount(height)} 像素${mm === null ? '' : `，${mm} 毫米`}`,
  'figure.solid': '立体图是像素：在 SVG 里以图片的形式嵌入。',
  'figure.raster': '表示位置的颜色（吸引域、拉力、残差）是像素：在 SVG 里以图片的形式嵌入。',
  'figure.tall': '比期刊的一页还高：请逐个面板导出，或改用双栏宽度。',
  'figure.fonts':
    'SVG 只写明字体名称（Inter、Source Serif 4），不含字体本身：没有这些字体的读者看到的是 Helvetica、Arial 或 Georgia，中文则用系统字体。PNG 里的字就是您现在看到的。',
  'figure.download': ({ file }) => `下载 ${file}`,
  'figure.copy': '复制图片',
  'figure.print': '打印 / PDF',
  'figure.printNote': '整个视图打印成一页；要文件，请选“另存为 PDF”。',
  'figure.copied': '图片已复制到剪贴板（PNG）。',
  'figure.noCopy': '此浏览器不让页面把图片放进剪贴板：请改为下载 PNG。',
  'figure.saved': ({ file }) => `已保存：${file}`,
  'figure.longLink': '链接太长，印不下：它作为来源写在文件里。',
  'figure.longLinkOnPaper': '链接太长，印不下：可在“分享”中找到。',
  'figure.failed': '未能生成图片：浏览器没有给出这么大的画布。',
  'figure.waiting': '图片还没有准备好。',
});
