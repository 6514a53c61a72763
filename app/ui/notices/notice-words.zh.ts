import type { Notice } from '../../../engine/scenario/notice.ts';
import type { Translated } from '../../i18n/messages.ts';
import { word } from '../../i18n/phrase.zh.ts';
import type { words as english } from './notice-words.en.ts';

function describeNotice({ code, key, kept, refused, ...phrases }: Notice): string {
  const expected = word(phrases.expected);
  const got = word(phrases.got);
  const then = (consequence: string) => (refused ? '。' : consequence);
  switch (code) {
    case 'unknown-key':
      return `未知的键“${key}”${then('：已忽略。')}`;
    case 'repeated-key':
      return `键“${key}”出现了不止一次${then('：以最后一次为准。')}`;
    case 'unknown-problem':
      return `未知的问题“${got}”：应为 ${expected} 之一。`;
    case 'newer-version':
      return `这个链接由更新版本的页面生成（v=${got}）；本页面只读取 v=${expected}，不作猜测：链接的内容没有打开。请重新加载页面，或在生成它的页面中打开。`;
    case 'unknown-lecture':
      return `这里没有讲座“${got}”，或者它被截断了：显示开头的画面。`;
    case 'lost-lecture':
      return `此处没有讲座“${got}”，或它在传送中被截断：只显示该场景，不带讲座。`;
    case 'long-names':
      return `有 ${got} 个列名超过 ${expected} 个字符：已截断。`;
    case 'no-language':
      return `${got}的文字无法加载：页面显示英文。请检查网络连接。`;
    case 'not-a-link':
      return `“${got}”不是“键=值”的形式${then('：已忽略。')}`;
    case 'and-more':
      return `链接中另有 ${got} 段也被忽略。`;
    case 'too-long':
      return `链接有 ${got} 个字符；最多读取 ${expected} 个。`;
    case 'not-a-number':
    case 'not-an-integer':
    case 'not-a-choice':
    case 'not-a-flag':
    case 'not-a-vector':
    case 'not-text':
      return `${key}：应为${spaced(expected)}；得到的是“${got}”${then(kept ? '。保持原值。' : '。使用默认值。')}`;
    case 'unknown-names':
      return `${key}：应为${spaced(expected)}；${refused ? '得到的是' : '已忽略'}“${got}”。`;
    case 'clamped':
      return `${key}：应为${spaced(expected)}；得到的是 ${got}${then('。取最近的边界值。')}`;
    case 'vector-length':
      return `${key}：应为 ${expected} 个数；得到 ${got} 个${then(kept ? '。保持原值。' : '。改由随机种子生成，或不使用。')}`;
    case 'csv-without-data':
      return 'features=csv 需要数据，但没有收到数据。';
    case 'unknown-data':
      return `未知的数据集“${got}”：应为 ${expected}，或打包的数据。`;
    case 'broken-data':
      return '链接中的数据无法读取：它在传递中被截断或改动了。';
    case 'unreadable-file':
      return '文件已无法读取：它被改动、移动或删除了。请重新打开。';
    case 'no-row':
      return `没有一行数据可用：应有表头和至少一行数；得到的是${spaced(got)}。`;
    case 'no-feature':
      return `数据没有特征：除标签“${got}”外应至少还有一列。`;
    case 'too-many-columns':
      return `数据给出 ${got} 个权重；最多可训练 ${expected} 个。`;
    case 'too-many-means':
      return `数据有 ${got} 列数；最多可使用 ${expected} 列的均值。`;
    case 'too-many-outputs':
      return `${key}：输出应少于数据的 ${expected} 列，至少留下一列特征；得到的是 ${got}。`;
    case 'too-many-classes':
      return `最后一列“${key}”含有“${got}”，它不是数：应全是数，或者是至多 ${expected} 个类别的名称；得到的更多。`;
    case 'too-many-groups':
      return `“${key}”列中不同的文本太多：最多应有 ${expected} 种；得到的更多。`;
    case 'rows-cut':
      return `数据有 ${got} 行可用；只取了前 ${expected} 行。`;
    case 'header-is-numeric':
      return `第一行全是数；已把它当作表头（${got}）。`;
    case 'repeated-column':
      return `有两列都叫“${key}”；第一列作为标签。`;
    case 'constant-column':
      return `“${key}”列是常数：没有缩放。`;
    case 'decimal-comma':
      return `逗号被当作小数点：“${got}”读作 ${expected}。decimal=${key} 则按另一种方式读取。`;
    case 'two-readings':
      return `“${got}”有两种读法：这里读作 ${expected}。decimal=${key} 则按另一种方式读取。`;
    case 'grouped-digits':
      return `“${got}”按三位一组读作 ${expected}。`;
    case 'columns-left-out':
      return `没有采用 ${got} 列：${key}，其内容是${expected}。`;
    case 'no-column':
      return `没有名为 ${key} 的列。${expected && `各列的含义按次序推定：${expected}。`}`;
    case 'maybe-degrees':
      return `${key}：得到 ${got}，超出 ±2π。这些角是以度为单位的吗？这里按弧度读取。`;
    case 'ones-column':
      return `“${key}”列全是 1：它就是偏置，其权重排在最后。`;
    case 'not-utf8':
      return '文本不是 UTF-8：按 Windows-1252 读取。';
    case 'not-a-table':
      return `应为 CSV 文本；得到的是${got}。请把表格另存为 CSV 后再打开。`;
    case 'file-wanted':
      return '这个链接需要一个文件：数据太大，无法放进链接。打开该文件，就会显示链接中的运行。';
    case 'data-not-in-link':
      return `打包后的数据有 ${got} 个字符；一个链接能容纳 ${expected} 个。链接中不含数据。`;
    case 'zero-features':
      return '所有特征都是零，从中学不到任何东西。';
    case 'nothing-moves':
      return '起点处的斜率全为 0：无论步长多大，都不会移动。';
    case 'size':
      return `${key}：应为 0，或绝对值最大的数在 ${expected} 之间；得到的是 ${got}。它的平方已超出双精度的范围；请缩放。`;
    case 'label-size':
      return `${key}：标签的均方根应为 ${expected}；得到的是 ${got}。曲线和颜色止于 1e-16 的超额损失，与标签大小无关：请缩放标签。`;
    case 'uneven-columns':
    case 'uneven-for-good':
      return `${key}：各列大小之比应不超过 ${expected}；得到的是 ${got}。权重几乎不沿较小的那一列移动${code === 'uneven-columns' ? '；标准化各列（std=1）即可避免' : ''}。`;
    case 'not-with-infinite-n':
      return `${key}：n=inf 时应为 ${expected}；得到的是 ${got}${then('。已忽略。')}`;
    case 'ones-added':
      return '只有一个特征：已添加一列 1，使折点可以移动。';
    case 'one-feature-only':
      return `${key}：应为只有一个特征的数据；得到 ${got} 个特征${then('。已忽略。')}`;
    case 'without-effect':
      return `${key}：在 ${expected} 下不起作用；得到的是 ${got}${then('。已忽略。')}`;
    case 'nothing-to-aim-at':
      return '需要有星标或已证明的最优值，才能衡量各次运行；这个设定两者都没有。';
    case 'not-matrices':
      return `应为上下排列的 ${key} 个数值方阵：每行 n 个数，共 ${key} n 行，n 为 ${expected}；得到的是 ${got}。`;
    case 'gave-way':
      return `${key}：与其他值一起时应为${spaced(expected)}；得到的是“${got}”${then('。已改用前者。')}`;
    case 'projected':
      return `${key}：应为${spaced(expected)}；得到的数与之相距 ${got}${then('。取最近的一点。')}`;
    case 'long-step':
      return `${key}：小于 ${expected} 时，每一步才必定使当时的目标函数下降；得到的是 ${got}。`;
    case 'unproved':
      return `${key}：要证明它会停下，需要 ${expected}；得到的是 ${got}。`;
    case 'mean-alone':
      return '只测量了均值：两边各自走向自己的规则所指的地方。';
    case 'unusable':
      return `${key} 无法使用：${got}。`;
    case 'supplied':
      return `${key}：由文件给出。`;
    case 'symmetrised':
      return `${key}：应为对称矩阵；得到的矩阵中，关于对角线对称的元素最多相差 ${got}${then('。取两者的平均值。')}`;
  }
}

/** Adds the space before a Latin letter or digit. */
function spaced(text: string): string {
  return /^[\w-]/.test(text) ? ` ${text}` : text;
}

export const words: Translated<typeof english> = {
  'notices.title': '调整过的输入',
  'notices.dismiss': '知道了',
  'notices.openFile': '打开文件……',
  notice: describeNotice,
};
