import type { Phrase } from '../../engine/phrase.ts';
import { CRITERIA } from '../../engine/run/status.ts';
import type { Notice } from '../../engine/scenario/notice.ts';
import { MOST_CHARACTERS, MOST_KEYS, MOST_STEPS, PROTOCOL_VERSION } from '../features/embed/limits.ts';
import type { CommandTrouble } from '../features/embed/protocol.ts';
import type { LectureProblem } from '../features/lecture/document.ts';
import type { FactFault } from '../features/lecture/edit/fact-faults.ts';
import type { Said } from '../features/lecture/edit/said.ts';
import type { FilmFormat, FilmTrouble } from '../features/share/film/choice.ts';
import type { NoVideo } from '../features/share/film/formats.ts';
import type { LeftOut } from '../features/share/link/left-out.ts';
import type { SavedSaid } from '../features/share/saved/gallery.ts';
import type { EntryProblem, FileProblem, RefusedEntry } from '../features/share/saved/saved-document.ts';
import { formatCount, formatDistance, formatFixed, formatNumberShort, formatShare } from '../i18n/format.ts';
import { formatAtLeast, formatAtMost, formatTimesAtMost } from '../i18n/format-bound.ts';
import { formatBytes } from '../i18n/format-bytes.ts';
import { percent } from '../i18n/format-tenth.ts';
import type { Dictionary } from '../i18n/messages.ts';
import { addWords } from '../i18n/words.ts';
import { FRAMES, type Frame } from '../session/lecture.ts';
import type { StorageTrouble } from '../storage/browser-store.ts';
import { type FaultFacts, vanishedOf } from './en.ts';

/*
 * Glossary, one word for one thing:
 *   non-convex loss 非凸损失          convex relaxation 凸松弛           blend 混合损失
 *   plant 植入点                      planted minimum 植入的极小点       spurious minimum 伪极小点
 *   dead zone 死区                    saddle 鞍点                        valley 谷（极小点连成的线）
 *   kink 折点，kink line 折线         ridge saddle 脊上鞍点              crest 脊
 *   gradient descent 梯度下降         step 步（第 k 步），step size 步长 iterate 迭代点
 *   start 起点                        basin 吸引域                       pull 拉力
 *   neuron 神经元                     teacher 教师网络                   hidden layer 隐藏层
 *   convex program 凸规划             objective 目标函数                 lift 提升
 *   penalty 惩罚项                    regulariser 正则项                 activation pattern 激活模式
 *   certificate 证书                  proved lower bound 已证明的下界    gap 对偶间隙
 *   proved 已证明                     measured 实测                      seed 随机种子
 *   sample 样本                       feature 特征                       label 标签
 *   scenario 设定                     layer (of a map) 图层              lecture 讲座，scene 场景
 * Full-width punctuation; a space between Chinese and Latin letters or digits, none beside punctuation.
 */

const FILM_FORMATS = { mp4: 'MP4', webm: 'WebM', gif: 'GIF' } as const;
const FILM_CODECS = { avc: 'H.264', vp9: 'VP9', vp8: 'VP8', av1: 'AV1' } as const;
const FILM_FIELDS = {
  width: '宽',
  height: '高',
  seconds: '秒数',
  stepsPerSecond: '每秒步数',
  holdFirst: '首帧停留',
  holdLast: '末帧停留',
  from: '从第几步',
  to: '到第几步',
} as const;

/** What is wrong with the fields of a film. */
function faultTitleOf({ what }: FaultFacts): string {
  switch (what) {
    case 'engine':
    case 'error':
      return '计算引擎已停止。';
    case 'memory':
      return '内存不足。';
    case 'part':
      return '这个场景无法打开。';
    case 'silent':
      return '有一个计算引擎十秒没有回应。';
    case 'pictures':
      return '图形不完整。';
  }
}

function faultTextOf({ what, words, bytes }: FaultFacts): string {
  const kept = '已计算的内容仍在这里，地址中保存着设定。';
  switch (what) {
    case 'engine':
    case 'error':
      return `${kept}重新启动后会走同样的步，数字完全相同。它给出的原因：${words}。`;
    case 'memory':
      return `${bytes === null ? '浏览器拒绝了一个数组' : `还需要 ${formatCount(Math.ceil(bytes / 1e6))} MB，浏览器没有给`}。${kept}请关闭其他标签页后重新启动，或者选择更短的运行或更少的数据。`;
    case 'part':
      return '页面的一部分没能加载。请选择别的场景，或再试一次；地址中保留着这个场景。';
    case 'silent':
      return `它可能正忙：可以继续等待，也可以结束并重新启动。${kept}`;
    case 'pictures':
      return '绘图所需的一部分没能加载，或者它的引擎已停止，或者内存不足。运行照常进行，地址中保留着场景。';
  }
}

function filmTroubleOf(trouble: FilmTrouble): string {
  switch (trouble.field) {
    case 'width':
    case 'height':
      return `${FILM_FIELDS[trouble.field]}：应为 ${formatCount(trouble.limits.least)} 到 ${formatCount(trouble.limits.most)} 之间的偶数像素。`;
    case 'stepsPerSecond':
      return `每秒步数：应为 ${formatCount(trouble.limits.least)} 到 ${formatCount(trouble.limits.most)} 之间的整数。`;
    case 'seconds':
    case 'holdFirst':
    case 'holdLast':
      return `${FILM_FIELDS[trouble.field]}：应为 ${formatNumberShort(trouble.limits.least)} 到 ${formatCount(trouble.limits.most)} 秒。`;
    case 'from':
    case 'to':
      return `${FILM_FIELDS[trouble.field]}：应为 0 到 ${formatCount(trouble.most)} 之间的整数。`;
    case 'order':
      return '起始步在结束步之后。';
    case 'shape':
      return '高：影片的高不超过宽，三个面板才能并排。';
    case 'frames':
      return `共有 ${formatCount(trouble.frames)} 帧；一部影片最多 ${formatCount(trouble.most)} 帧。请减少秒数或每秒帧数，或增加每秒步数。`;
    case 'bytes':
      return `大约会有 ${formatBytes(trouble.bytes / 1000)}；内存里最多保留 ${formatBytes(trouble.most / 1000)}。请缩小尺寸或减少帧数。`;
  }
}

/** Why there are no videos, and what remains. */
function noVideoOf({ why, formats }: { why: NoVideo; formats: readonly FilmFormat[] }): string {
  const remain = `可用的格式：${formats.map((format) => FILM_FORMATS[format]).join('、')}。`;
  switch (why) {
    case 'insecure':
      return `没有 MP4 和 WebM：只有通过 https 或从本机打开的页面，浏览器才允许编码视频。${remain}`;
    case 'no-webcodecs':
      return `没有 MP4 和 WebM：此浏览器没有 WebCodecs，页面无法编码视频。${remain}`;
    case 'no-code':
      return `没有 MP4 和 WebM：写这些文件的代码未能加载。${remain}`;
  }
}

const COLUMN_KINDS = { text: '文字', dates: '日期或时间', index: '行号', empty: '空白' };

const FILE_KINDS = {
  zip: '工作簿（.xlsx、.ods）或 ZIP 文件',
  xls: '旧版 Excel 工作簿（.xls）',
  json: 'JSON',
};

/** A part of a sentence: what was expected, or why a row was refused. */
function word(phrase: Phrase): string {
  if (typeof phrase === 'string') return phrase;
  switch (phrase.say) {
    case 'integer':
      return `${phrase.min} 到 ${phrase.max} 之间的整数${phrase.infinite ? '，或 inf' : ''}`;
    case 'number':
      return `${phrase.min} 到 ${phrase.max} 之间的数`;
    case 'range':
      return `${phrase.beside ? `${phrase.beside} 时` : ''} ${phrase.min} 到 ${phrase.max}`.trim();
    case 'flag':
      return '0 或 1';
    case 'numbers':
      return `最多 ${phrase.most} 个数，用逗号隔开`;
    case 'letters':
      return `最多 ${phrase.most} 个字符（字母、数字、- _ .）`;
    case 'names':
      return `最多 ${phrase.most} 个名称，用逗号隔开`;
    case 'control-names':
      return '控件的名称，用逗号隔开';
    case 'some-of':
      return `以下名称中的若干个：${phrase.names}`;
    case 'window':
      return 'x0,x1,y0,y1，其中 x0 < x1 且 y0 < y1';
    case 'empty':
      return '空行';
    case 'empty-cell':
      return `“${phrase.column}”列为空`;
    case 'bad-cell':
      return `“${phrase.column}”列的“${phrase.cell}”不是数`;
    case 'cells':
      return `单元格个数不对：应有 ${phrase.expected} 个，实有 ${phrase.got} 个`;
    case 'endless':
      return `超过 ${phrase.most} 个字符：是否有引号没有闭合？`;
    case 'reading':
      return `${phrase.as}，而不是 ${phrase.not}`;
    case 'columns':
      return `两个或更多列的编号（1 到 ${phrase.most}），标签在最后`;
    case 'column-kind':
      return COLUMN_KINDS[phrase.kind];
    case 'file-kind':
      return FILE_KINDS[phrase.kind];
    case 'no-text':
      return '空文本';
    case 'header-alone':
      return '只有表头';
    case 'refusals':
      return `${phrase.count} 行被拒绝（第 ${phrase.line} 行：${word(phrase.reason)}）`;
  }
}

/** What was not taken as it came. */
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
      return `这里没有讲座“${got}”，或者它在传递中被截断了：显示开头的画面。`;
    case 'lost-lecture':
      return `此处没有讲座“${got}”，或它在传送中被截断：只显示该场景，不带讲座。`;
    case 'long-names':
      return `有 ${got} 个列名超过 ${expected} 个字符：已截断。`;
    case 'no-language':
      return `${got}的文字无法加载：页面显示英文。网络是否连通？`;
    case 'not-a-link':
      return `“${got}”不是“键=值”的形式${then('：已忽略。')}`;
    case 'and-more':
      return `链接中另有 ${got} 段也是如此。`;
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
      return '所有特征都是零：从中学不到任何东西。';
    case 'size':
      return `${key}：应为 0，或绝对值最大的数在 ${expected} 之间；得到的是 ${got}。它的平方已超出双精度的范围：请缩放。`;
    case 'label-size':
      return `${key}：标签的均方根应为 ${expected}；得到的是 ${got}。曲线和颜色止于 1e-16 的超额损失，与标签大小无关：请缩放标签。`;
    case 'uneven-columns':
      return `${key}：各列大小之比应不超过 ${expected}；得到的是 ${got}。下降几乎不沿较小的一列移动；标准化各列即可避免。`;
    case 'not-with-infinite-n':
      return `${key}：n=inf 时应为 ${expected}；得到的是 ${got}${then('。已忽略。')}`;
    case 'ones-added':
      return '只有一个特征：已添加一列 1，使折点可以移动。';
    case 'one-feature-only':
      return `${key}：应为只有一个特征的数据；得到 ${got} 个特征${then('。已忽略。')}`;
    case 'nothing-to-aim-at':
      return '需要有植入点，或已证明的最优值，才能衡量各次运行；这个情景两者都没有。';
  }
}

/** How far above the best possible a network is at most. */
function atMost(excess: number): string {
  return excess < 1
    ? `最多高出最优值 ${formatAtMost(excess)}`
    : `最多为最优值的 ${formatTimesAtMost(excess)} 倍`;
}

/** With the space that stands between Chinese and what begins with a Latin letter or a digit. */
function spaced(text: string): string {
  return /^[\w-]/.test(text) ? ` ${text}` : text;
}

/** A size in MB, rounded up to a tenth. */
const megabytes = (bytes: number) => formatNumberShort(Math.ceil((10 * bytes) / 1e6) / 10);

const FAULT_NAMES: Readonly<Record<FactFault, string>> = {
  name: '没有叫这个名称的数，所以保持原样',
  mark: '这需要书签，而这个场景没有书签，所以保持原样',
  noStep: '这个数不按步读取，不能带 @，所以保持原样',
  step: '@ 后面应是步数、mark 或 now，所以保持原样',
  format: '没有叫这个名称的格式，所以保持原样',
  value: '这个场景没有这个数，所以那里显示“–”；它可能需要植入点、两个权重或另一个问题',
};

const FRAME_NAMES: Readonly<Record<Frame | '', string>> = {
  '': '不加框',
  left: '左边的图',
  right: '右边的图',
  third: '第三幅图',
  curve1: '第一条曲线',
  curve2: '第二条曲线',
  curve3: '第三条曲线',
};

const named = (title: string) => `《${title || '未命名'}》`;

/** What a link leaves out. */
function leftOutOf(out: LeftOut): string {
  switch (out.what) {
    case 'data':
      return '你的数据：太大，放不进链接。打开链接的人还需要你的文件，用“自己的数据”打开。';
    case 'stored-lecture':
      return '你的讲座：只存在这个浏览器里。在别处打开链接，只有这个场景，没有讲座的文字。';
    case 'map':
      return '缩放、平面与图层：按最初的样子打开。';
    case 'page':
      return '主题、投影与语言：由打开的页面自己决定。';
    case 'limits':
      return '隐藏、锁定或关闭的部分：全部可以使用。';
    case 'lecture':
      return '讲座：这个场景打开时没有讲座的文字。';
    case 'steps':
      return `已计算的 ${formatCount(out.steps)} 步：打开链接的人重新计算，数字相同。`;
    case 'undo':
      return `可以撤销的改动（${formatCount(out.changes)} 次）。`;
    case 'guess':
      return '大家的猜测。';
    case 'presenting':
      return '正在演讲的状态：备注、激光笔、演讲栏。';
    case 'tone':
      return '声音。';
    case 'camera':
      return '立体图的观看角度。';
    case 'rest':
      return '打开的侧栏、十字光标，以及浏览器里存储的内容。';
  }
}

function shelfTroubleOf(trouble: StorageTrouble): string {
  const lost = '保存的内容只在本页面打开期间保留。请导出要保留的内容。';
  switch (trouble) {
    case 'missing':
      return `这个浏览器不能存储任何内容。${lost}`;
    case 'refused':
      return `浏览器不允许本页面存储任何内容。${lost}`;
    case 'blocked':
      return `浏览器的存储没有回应，可能是因为另一个标签页。${lost}`;
    case 'newer':
      return `浏览器的存储来自本页面的更新版本。${lost}`;
    case 'full':
      return `浏览器的存储已满：最近的改动没有存下。${lost}`;
    case 'broken':
      return `浏览器的存储出错。${lost}`;
    case 'unreadable':
      return '有已存储的内容无法读取，没有显示。它仍在存储中。';
  }
}

function savedFileProblemOf({ code, got }: FileProblem): string {
  switch (code) {
    case 'too-large':
      return `文件有 ${formatCount(Math.ceil(Number(got) / 1e6))} MB；最多读取 20 MB。`;
    case 'unreadable':
      return '文件无法读取：它被移动、改动或删除了。';
    case 'not-json':
      return `应为 JSON 格式的已存设定；得到的内容以“${got}”开头。`;
    case 'not-saved':
      return '应为本页面保存的设定（其 "format" 为 "twin-descent-saved"）；得到的是别的内容。';
    case 'newer-version':
      return `文件的版本是 ${got}；本页面读取版本 1。`;
    case 'too-many':
      return `文件有 ${formatCount(Number(got))} 个设定；最多保存 500 个。`;
  }
}

function entryProblemOf(problem: EntryProblem): string {
  switch (problem) {
    case 'not-an-entry':
      return '不是已存的设定';
    case 'no-name':
      return '没有名称';
    case 'name-too-long':
      return '的名称超过 120 个字符';
    case 'no-link':
      return '没有设定的链接（#v=1&problem=…）';
    case 'link-too-long':
      return '的链接超过 80,000 个字符';
    case 'newer-link':
      return '的链接来自本页面的更新版本';
  }
}

const refusalOf = ({ name, place, problem }: RefusedEntry) =>
  `未导入：${name === '' ? `第 ${formatCount(place)} 项` : `“${name}”`}${entryProblemOf(problem)}。`;

function savedSaidOf(said: SavedSaid): string {
  switch (said.what) {
    case 'saved':
      return `已保存“${said.name}”。${said.withoutData ? '你的数据太大，没有一起保存：打开它之前请先打开你的文件。' : ''}`;
    case 'deleted':
      return `已删除“${said.deleted.name}”。`;
    case 'restored':
      return `“${said.name}”已恢复。`;
    case 'renamed':
      return `已改名为“${said.name}”。`;
    case 'exported':
      return `${formatCount(said.count)} 个设定已写入 ${said.file}。`;
    case 'imported':
      return `已导入 ${formatCount(said.count)} 个设定。`;
    case 'refused':
      return savedFileProblemOf(said.problem);
    case 'too-many':
      return `最多保存 ${formatCount(said.most)} 个设定：请先导出并删除一些。`;
  }
}

function expectedOf({ expected, limit }: LectureProblem): string {
  switch (expected) {
    case 'text':
      return '文字';
    case 'flag':
      return ' true 或 false';
    case 'step':
      return ` 0 到 ${formatCount(limit)} 之间的整数，或 null`;
    case 'frame':
      return `加框部分的名称（${FRAMES.join('、')} 之一）`;
    case 'list':
      return '场景的列表';
    case 'object':
      return '花括号中的一个场景';
    case 'version':
      return '版本号';
    case 'format':
      return '格式的名称';
  }
}

/** Why a text is no lecture: what was expected, what came, and in which scene. */
function problemOf(problem: LectureProblem): string {
  const { code, scene, field, limit } = problem;
  const got = problem.got || '空';
  const where = [scene === null ? '' : `场景 ${formatCount(scene)}`, field].filter(Boolean).join('，');
  switch (code) {
    case 'too-large':
      return `文件有 ${megabytes(Number(got))} MB；最多读取 ${megabytes(limit)} MB。`;
    case 'unreadable':
      return '文件无法读取：它被移动、改动或删除了。';
    case 'not-json':
      return `应为 JSON 格式的讲座；得到的内容以 ${got} 开头。`;
    case 'not-a-lecture':
      return `应为讲座（其 "format" 为 "twin-descent-lecture"）；得到的是${spaced(got)}。`;
    case 'newer-version':
      return `讲座的版本是 ${got}；本页面读取版本 ${limit}。`;
    case 'scene-count':
      return `应有 1 到 ${formatCount(limit)} 个场景；得到 ${formatCount(Number(got))} 个。`;
    case 'too-long':
      return `${where}：最多 ${formatCount(limit)} 个字符；得到 ${formatCount(Number(got))} 个。`;
    case 'not-a-link':
      return `${where}：应为本页面的链接（#v=1&problem=…）；得到的是${spaced(got)}。`;
    case 'link-of-a-lecture':
      return `${where}：应为设定的链接；得到的是讲座的链接${spaced(got)}。`;
    case 'wrong-type':
      return `${where}：应为${expectedOf(problem)}；得到的是${spaced(got)}。`;
  }
}

function troubleOf(trouble: StorageTrouble): string {
  const lost = '讲座只在本页面打开期间保留。请导出要保留的内容。';
  switch (trouble) {
    case 'missing':
      return `这个浏览器不能存储讲座。${lost}`;
    case 'refused':
      return `浏览器不允许本页面存储讲座。${lost}`;
    case 'blocked':
      return `浏览器的存储没有回应，可能是因为另一个标签页。${lost}`;
    case 'newer':
      return `浏览器的存储来自本页面的更新版本。${lost}`;
    case 'full':
      return `浏览器的存储已满：最近的改动没有存下。${lost}`;
    case 'broken':
      return `浏览器的存储出错。${lost}`;
    case 'unreadable':
      return '有一个已存储的讲座无法读取，没有显示。它仍在存储中。';
  }
}

function saidOf(said: Said): string {
  switch (said.what) {
    case 'moved':
      return `${named(said.title)}现在是第 ${formatCount(said.place)} 个场景，共 ${formatCount(said.scenes)} 个。`;
    case 'added':
      return `已添加场景${named(said.title)}。`;
    case 'updated':
      return `场景${named(said.title)}现在是页面当前的画面。`;
    case 'duplicated':
      return `已复制${named(said.title)}。`;
    case 'removed':
      return `已删除场景${named(said.title)}。`;
    case 'withoutData':
      return '你的数据太大，放不进链接：场景中不含数据。';
    case 'undone':
      return '已撤销。';
    case 'redone':
      return '已重做。';
    case 'lastScene':
      return '讲座至少有一个场景：保留这一个。';
    case 'full':
      return '讲座最多有 100 个场景。';
    case 'nothing':
      return '没有更多可撤销或重做的操作。';
    case 'deleted':
      return `已删除${named(said.deleted.lecture.title)}。`;
    case 'imported':
      return `已导入${named(said.title)}。`;
    case 'refused':
      return problemOf(said.problem);
    case 'copied':
      return `链接已复制：整个讲座共 ${formatCount(said.characters)} 个字符。`;
    case 'tooLong':
      return `打包后的讲座有 ${formatCount(said.characters)} 个字符；一个链接能容纳 ${formatCount(said.limit)} 个。太长了，请导出为文件。`;
    case 'conflict':
      return `${named(said.title)}在另一个标签页中被改动。两个版本都保留：你的现在叫${named(said.copy)}。`;
    case 'renewed':
      return `${named(said.title)}在另一个标签页中被改动；这里是它现在的样子。`;
    case 'exported':
      return `已导出为 ${said.name}。`;
  }
}

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

/** Simplified Chinese: every word of the page. */
export const zh = {
  'app.title': 'Twin Descent',
  'app.pageTitle': 'Twin Descent：一个神经元，两种损失地形',
  'app.problem': '问题',
  'problem.one-neuron': '一个神经元',
  'problem.two-layer': '两层网络',
  'problem.lift': '提升',
  'question.ahead': '同样的数据、同样的起点、同样的步长：两边各会停在哪里？',
  'question.unlocked': '同样的数据、同样的起点、不同的规则：两边各会停在哪里？',
  'question.own': '一组数据、一个起点、没有植入点：两边各会停在哪里？',

  'side.left': '非凸损失',
  'side.right': '凸松弛',
  'side.rightBlend': ({ blend }) => `混合损失，松弛占 ${formatNumberShort(blend)}`,
  'side.left.short': '非凸',
  'side.right.short': '松弛',
  'side.blend.short': '混合',

  'mark.start': '起点',
  'mark.plant': '植入的极小点',
  'mark.plantOnly': '植入点',
  'mark.left': ({ restarts }) => (restarts === 0 ? '最低的极小点' : `${restarts} 个起点中最好的终点`),
  'mark.right': '松弛的极小点',
  'mark.spurious': '伪极小点',
  'mark.arrow.left': '−∇f',
  'mark.arrow.right': '−∇g',
  'mark.arrow.difference': '差',
  'mark.pull': ({ least, full }) => `Δ(w)：${least} 到 ${full}`,
  'mark.basin': ({ end, share }) => `${end} ${formatShare(share)}`,

  'end.plant': '植入的极小点',
  'end.minimum': '伪极小点',
  'end.valley': '谷',
  'end.plateau': '死区',
  'end.origin': '原点',
  'end.elsewhere': '停在别处',
  'end.moving': '10,000 步内未停',
  'end.unbounded': '一直下降',
  'end.diverged': '发散',

  'mark.deadZone': '死区：梯度为零',

  'readout.loss': ({ loss }) => `损失 ${loss}`,
  'slice.coming': '正在取过起点、植入点和终点的平面……',
  'readout.shadow': ({ off, loss, shadow }) => `离平面 ${off}\n损失 ${loss}，投影处 ${shadow}`,
  'readout.probe': ({ at, loss, gradient }) => `w ${at}  损失 ${loss}  ‖∇‖ ${gradient}`,

  'data.title': '数据与拟合',
  'data.count': ({ n, drawn, noise }) =>
    n === Number.POSITIVE_INFINITY
      ? '无穷多个高斯样本 · 无噪声'
      : `${formatCount(n)} 个样本${drawn < n ? `，画出 ${formatCount(drawn)} 个` : ''}${noise && ` · ${noise}`}`,
  'data.noNoise': '无噪声',
  'data.noiseInside': ({ noise }) => `ReLU 内噪声 ${formatNumberShort(noise)}`,
  'data.noiseOutside': ({ noise }) => `ReLU 外噪声 ${formatNumberShort(noise)}`,
  'data.own': '自己的数据',
  'data.set': ({ name }) => `数据集 ${name}`,
  'data.planted': '植入',
  'coordinates.title': '全部权重',
  'coordinates.note': ({ d }) =>
    d === 1
      ? '只有一个权重，没有平面可画：曲线和权重本身说明过程。'
      : d === 2
        ? '地图上就是这两个'
        : `d = ${d}；地图是一个切片`,
  'coordinates.weight': '权重 j',
  'axis.index': 'j',

  'axis.w1': 'w₁',
  'axis.w2': 'w₂',
  'axis.s': 's',
  'axis.t': 't',
  'axis.slope': '斜率',
  'axis.bias': '偏置',
  'axis.x': 'x',
  'axis.y': 'y',
  'axis.a1': 'a₁',
  'axis.a2': 'a₂',
  'axis.step': '步数',
  'axis.evaluations': '梯度计算次数',

  'legend.excess': '超额损失',
  'legend.shared': '两边同一标度',
  'legend.own': '两边各自标度',
  'legend.over.zero': '（相对于 0）',
  'legend.over.references': '（相对于参考值）',
  'legend.whole': ({ title, scale }) => `${title}：${scale}，在左边的第 98 百分位处截断`,

  'curve.excess': '超额损失',
  'curve.distance': '到植入点的距离',
  'curve.distanceOwn': '到各自参考点的距离',
  'curve.gradient': '梯度范数',
  'curve.gradientScaled': '梯度范数（缩放后的单位）',
  'curve.missing': '尚不知道',
  'curve.noMinimum': '这里松弛没有极小点',
  'curve.readout': ({ k, left, right }) => `${k}  ● ${left}  ■ ${right}`,

  verdict: ({
    status,
    endedAt,
    passedAt,
    k,
    distance,
    hasPlant,
    planted,
    slow,
    convex,
    atMinimum,
    place,
    growing,
    c,
    safe,
    optimumKnown,
    limit,
    certified,
    restarts,
    lower,
  }) => {
    const ended = endedAt !== null && endedAt <= k;
    if (k === 0) return '在起点就绪。';
    if (status === 'diverged' && ended) return `第 ${formatCount(Math.max(0, endedAt - 1))} 步之后发散。`;
    if (status === 'unbounded' && k > 0) return '一直下降：这个损失没有极小点。';
    if (ended)
      switch (status) {
        case 'reached':
          return `第 ${formatCount(endedAt)} 步到达植入点。`;
        case 'global':
          return '在全局极小点：损失为零。';
        case 'optimal':
          return '最优：间隙已闭合。';
        case 'resists':
          return '停住：间隙没有闭合。';
        case 'dead':
          return '死亡：它的梯度消失了。';
        case 'stationary':
          if (optimumKnown && atMinimum) return '停在最优点。';
          if (optimumKnown && !convex && atMinimum === false) return '卡住：停在高于最优值处。';
          if (convex && atMinimum) return '停在这个凸损失的极小点。';
          if (convex) return '停住：梯度低于界限。';
          if (place === 'spurious') return '卡在伪极小点。';
          if (place === 'valley') return '卡在非全局极小点的谷中。';
          if (place === 'origin') return '卡在原点：梯度消失了。';
          return planted ? '卡住：梯度在植入点以外消失了。' : '停住：梯度消失了。';
      }
    if (growing) return `越过了头：${formatNumberShort(c)}/L 太长。`;
    if (passedAt !== null)
      return `第 ${formatCount(passedAt)} 步曾到植入点 ${formatShare(CRITERIA.reached)} 以内，现在相距 ${formatDistance(distance)}。`;
    if (limit) return `${formatCount(k)} 步之后仍在移动。`;
    if (!safe && c >= 2) return `仍在移动：步长为 ${formatNumberShort(c)}/L 时可能永远打转。`;
    if (!Number.isFinite(distance)) return '移动中。';
    if (!hasPlant && !certified && lower)
      return `低于 ${restarts} 个起点中最好的终点，${slow ? '几乎不动' : '移动中'}。`;
    return `距${hasPlant ? '植入点' : certified ? '最低点' : '已知最好的点'} ${formatDistance(distance)}，${slow ? '几乎不动' : '移动中'}。`;
  },
  criterion: ({ side, status, endedAt, k, c, optimumKnown, sizes }) => {
    if (endedAt === null || endedAt > k || k === 0) return '';
    const at = `第 ${formatCount(endedAt)} 步`;
    switch (status) {
      case 'reached':
        return `${at}：‖w − w*‖ ≤ ${formatNumberShort(CRITERIA.reached)} ‖w*‖`;
      case 'global':
        return `${at}：损失 ≤ ${formatNumberShort(CRITERIA.global * sizes.labels ** 2)}`;
      case 'dead':
        return `${at}：${vanishedOf(sizes)}，a·w ≤ ${formatNumberShort(CRITERIA.activation)} max‖a‖‖w‖`;
      case 'stationary':
        return `${at}：${optimumKnown && side === 'right' ? '投影后 ' : ''}${vanishedOf(sizes)}`;
      case 'optimal':
        return `${at}：间隙 ≤ 目标函数值的 ${formatNumberShort(CRITERIA.gap)}`;
      case 'resists':
        return `${at}：间隙 > 目标函数值的 ${formatNumberShort(CRITERIA.gap)}`;
      case 'unbounded':
        return '存在方向 v，使 A v ≤ 0 且 y·Av > 0（已证明）';
      case 'diverged':
        return c >= 2
          ? `c = ${formatNumberShort(c)}：只有小于 2 时，在松弛上的下降才是安全的（已证明）`
          : '下一步不是有限的数';
      case 'moving':
        return '';
    }
  },
  'verdict.safeStep': '改用 c = 1',
  'why.stoppingDistance':
    '两者都不同于直线拟合的 (3.9324, −17.5791)：时速 4 英里的两辆车落在折点以下，神经元在那里输出零。',

  'play.play': '播放',
  'play.pause': '暂停',
  'play.reset': '回到起点',
  'play.back': '后退一步',
  'play.forward': '前进一步',
  'play.dice': '新的随机种子',
  'play.scrub': '显示的步',
  'play.step': '步数',
  'play.speed': '速度',
  'play.perSecond': ({ speed }) => `${formatNumberShort(speed)} 步/秒`,
  'play.kept': ({ stride }) => `每 ${formatCount(stride)} 步留一`,
  'play.keptWhy': ({ stride }) =>
    `运行很长时，每 ${formatCount(stride)} 步保留一步。图、曲线和进度条都按保留的步显示；每一步都已计算。`,
  'play.achieved': ({ rate }) => `实际 ${formatNumberShort(Math.round(rate))}`,

  'header.layers': '图层',
  'header.ensemble': '多常如此？',
  'header.lectures': '讲座',
  'header.explain': '讲解',
  'lectures.lead': '讲座：',
  'lectures.stuck': '为什么会卡住',
  'lectures.always': '“总是”对吗？',
  'lectures.optimal': '怎么知道是最优？',
  'header.changed': '已改动',
  'header.scenario': '设定',
  'header.data': '自己的数据',
  'header.share': '分享',
  'share.title': '分享与带走',
  'share.tab.link': '链接',
  'share.tab.saved': '已保存',
  'share.link': '链接',
  'share.opens': '打开时',
  'share.atStep': ({ k }) => `停在这一步（${formatCount(k)}）`,
  'share.atStart': '从起点开始',
  'share.carries': '带上',
  'share.part.map': '缩放、平面与图层',
  'share.part.page': '主题、投影与语言',
  'share.part.limits': '隐藏、锁定或关闭的部分',
  'share.part.lecture': '讲座的场景',
  'share.notes': '链接带有整个讲座，演讲备注也在内。',
  'share.copy': '复制链接',
  'share.copied': ({ k, complete }) =>
    `链接已复制：打开后停在第 ${formatCount(k)} 步${complete ? '，数字相同' : '。其中不含你的数据，所以只有这个页面有这些数字'}。`,
  'share.refused': '浏览器不让页面复制。链接已选中：请按 Ctrl+C 或 Cmd+C 复制，手机上请长按。',
  'share.characters': ({ characters }) => `${formatCount(characters)} 个字符。`,
  'share.fate.some-cut':
    '有些聊天和邮件程序会截断超过约 2,000 个字符的链接。请先试一试，或者把链接放在文件里发送。',
  'share.fate.most-cut':
    '多数聊天程序会截断或拒绝超过约 8,000 个字符的链接。请放在文件里发送，或者保存设定再导出（“已保存”）。',
  'share.fate.unread': ({ characters, most }) =>
    `太长，无法打开：# 之后有 ${formatCount(characters)} 个字符，最多读取 ${formatCount(most)} 个。请不带讲座，或者缩短讲座。`,
  'share.qr': '二维码',
  'share.qr.label': '链接的二维码',
  'share.qr.room': '放大显示',
  'share.qr.close': '关闭',
  'share.qr.atStep': ({ k }) => `打开后停在第 ${formatCount(k)} 步。`,
  'share.qr.tooLong': ({ characters, most }) =>
    `太长，做不成二维码：最多 ${formatCount(most)} 个字符，链接有 ${formatCount(characters)} 个。`,
  'share.qr.data': ({ characters }) =>
    `其中你的数据占 ${formatCount(characters)} 个：行或列少一些就放得下。也可以复制链接。`,
  'share.qr.lecture': ({ characters }) =>
    `其中讲座占 ${formatCount(characters)} 个：可以不带讲座，或者复制链接。`,
  'share.qr.other': '不带不需要的部分，或者复制链接。',
  'share.qr.dense': ({ size }) =>
    `二维码很密，每边 ${formatCount(size)} 格：坐在后排很难扫描。链接短一些更容易。`,
  'share.out': '链接不含',
  'share.out.what': leftOutOf,

  'saved.lead': '设定只存在这个浏览器里：没有账户，也没有服务器。要带到别处，请导出。',
  'saved.name': '名称',
  'saved.save': '保存当前设定',
  'saved.nameAt': ({ name, k }) => (k === 0 ? name : `${name}，第 ${formatCount(k)} 步`),
  'saved.list': '已保存的设定',
  'saved.none': '还没有保存任何设定。',
  'saved.open': ({ name }) => `打开“${name}”`,
  'saved.rename': '改名',
  'saved.renameOf': ({ name }) => `给“${name}”改名`,
  'saved.delete': '删除',
  'saved.deleteOf': ({ name }) => `删除“${name}”`,
  'saved.undo': '撤销',
  'saved.export': '全部导出',
  'saved.import': '导入',
  'saved.trouble': shelfTroubleOf,
  'saved.unsaved': ({ names }) => `没有存下：${names.map(named).join('、')}。`,
  'saved.takeAway': '存为文件带走',
  'saved.said': savedSaidOf,
  'saved.refusal': refusalOf,

  'header.projector': '投影',
  'header.help': '帮助',
  'header.undo': '撤销',
  'header.resetView': '重置视图',

  'choice.features.line': '直线：行为 (x, 1)',
  'choice.features.gauss': '高斯',
  'choice.features.circle': '在圆上',
  'choice.features.positive': '正的：|高斯|',
  'choice.features.correlated': '相关',
  'choice.features.csv': 'CSV',
  'choice.rule.gd': '梯度下降',
  'choice.rule.heavyball': '重球法',
  'choice.rule.nesterov': 'Nesterov 加速',
  'choice.rule.adam': 'Adam',
  'choice.rule.sgd': '小批量 SGD',
  'preset.slope-bias.title': '斜率与偏置',
  'preset.slope-bias.sentence': '一条折线上的八个点，起点在错误的一侧。',
  'preset.trap.title': '陷阱',
  'preset.trap.sentence': '四行数据，其中两行在植入点 (1, 1) 处激活。',
  'preset.zero-start.title': '零起点',
  'preset.zero-start.sentence': '在 w = 0 处没有激活的样本。那里的梯度都是零吗？',
  'preset.valley.title': '谷',
  'preset.valley.sentence': '六个样本：极小点连成一整条线，其中没有一个是植入点。',
  'preset.spurious.title': '伪极小点',
  'preset.spurious.sentence': '噪声在左边挖出它自己的极小点；松弛只有一个。',
  'preset.population.title': '无穷多个样本',
  'preset.population.sentence': '闭式表达：松弛是一个圆碗。c = 2 的一步会怎样？',
  'preset.few-samples.title': '样本很少',
  'preset.few-samples.sentence': '当 n < 2d 时，植入点常常不是唯一的全局极小点：别的终点也可能完美。',
  'preset.correlated.title': '相关的特征',
  'preset.correlated.sentence': '一同变化的特征把两个碗都拉长：两边都需要几百步。',
  'preset.noise-inside.title': '内部噪声',
  'preset.noise-inside.sentence': '噪声在 ReLU 之前：松弛的终点常常同样接近植入点，或者更近（实测）。',
  'preset.noise-outside.title': '外部噪声',
  'preset.noise-outside.sentence': '噪声在 ReLU 之后：左边没有卡住时，松弛的终点常常离植入点更远（实测）。',
  'preset.leak.title': '泄漏',
  'preset.leak.sentence': '零以下的斜率为 0.1 时，没有神经元会死亡。',
  'preset.high-dimension.title': '高维',
  'preset.high-dimension.sentence': '二十个权重，六十个样本：谁先到达，快多少？',
  'preset.stopping-distance.title': '刹车距离',
  'preset.stopping-distance.sentence':
    '20 世纪 20 年代的五十辆车：距离不会是负的，所以一个 ReLU 是自然的模型。',

  'own.refused': ({ count }) => `${formatCount(count)} 行被拒绝：`,
  'own.line': ({ line, reason }) => `第 ${line} 行：${word(reason)}`,
  'own.more': ({ count }) => `还有 ${formatCount(count)} 行`,
  'opening.own': '正在读取并准备你的数据……',
  'opening.made': ({ n }) => `正在准备 ${formatCount(n)} 个样本……`,

  'notices.title': '未按原样采用的内容',
  'notices.dismiss': '知道了',
  'notices.openFile': '打开文件……',
  notice: describeNotice,

  'settings.unlocked': '两边的规则或步长不同：这不是公平的比赛。',
  'settings.line': ({ rule, c, step, smoothness }) => `${rule}，步长 ${step}（${c}/L，L = ${smoothness}）`,

  'said.newData': '新的数据：重新开始。',
  'said.undone': '已撤销。',
  'said.copied': '链接已复制：打开后停在这一步，数字相同。',
  'said.copiedWithoutData': '链接已复制；其中不含你的数据，所以只有这个页面有这些数字。',
  'said.runOpened': '主视图中现在是这次运行。可撤销。',
  'said.nothingToUndo': '没有可撤销的操作。',
  'said.link': '复制这个链接：',

  'solid.missing': '这个浏览器不支持三维视图所需的 WebGL 2：这里显示平面地图。',
  'solid.lost': '显卡收回了绘图环境；图像是最后画出的那一幅。显卡空闲时会继续。',
  'solid.reset': '重置视角',

  'fault.title': faultTitleOf,
  'fault.text': faultTextOf,
  'fault.again': '重新启动',
  'fault.wait': '继续等待',
  'lost.reload': '重新加载',
  'failed.title': '页面出错了。',
  'failed.why': ({ reason }) => `浏览器给出的原因：${reason}`,
  'failed.link': '场景保存在它的链接里：',
  'failed.home': '打开首页',
  'lost.part': '页面的这一部分无法加载。网络是否连通？连通后请重新加载：地址保留着当前的设定和步数。',
  'lost.renewed':
    '打开本页之后，页面已经更新，这一部分在主机上已不存在。请重新加载：地址保留着当前的设定和步数。',

  'key.space': '空格',
  'key.ctrlZ': 'Ctrl+Z',

  'aria.landscape': ({ side }) => `${side}：两个权重上的损失地形。方向键移动十字准线，回车键把起点放在那里。`,
  'aria.solid': ({ side }) =>
    `${side}：立体的损失地形；两个立体一起转动。方向键转动，+ 和 − 缩放，Home 键复位。`,
  'aria.slice': ({ side }) => `${side}：全部权重空间的一个切片。方向键移动十字准线。`,
  'aria.start': ({ at }) => `起点在 ${at}。方向键移动它，按住 Shift 步幅更大。`,
  'aria.loss': ({ side }) => `${side}一边的损失`,
  'aria.curve': ({ title }) => `两边的${title}随步数的变化，对数坐标轴`,
  'aria.data': '样本和两边的拟合',
  'aria.run': ({ k, left, right, names }) => `第 ${k} 步。${names.left}：${left}${names.right}：${right}`,
  'pointer.click': '点击',
  'pointer.tap': '轻触',
  'aria.blank': '黑屏。按 B 键或{{press}}返回。',
  'aria.main': '探索页面',

  'app.lead': '一个 ReLU 神经元，用梯度下降训练两次：一次在它的非凸损失上，一次在保留植入极小点的凸松弛上。',
  'app.source': 'Ergen 与 Pilanci，“Convex Optimization for Shallow Neural Networks”，Allerton 2019',
  'layers.title': '图层',
  'layers.close': '关闭',
  'layers.show': '在地图上显示',
  'layers.blend': '从左边的损失到右边的损失',
  'layers.blendNote': 'b = 0 是非凸损失，b = 1 是松弛；拖动时右边的地图随之变化。',
  'layers.points': '驻点',
  'layers.all': ({ lines }) =>
    `这是全部驻点：${formatCount(lines)} 条折线之间的每个扇区都搜索过（已证明，舍入误差除外）。`,
  'layers.uncertain': '有些数据行靠得太近，舍入误差可能会掩盖一些驻点。',
  'layers.none': '仅限两个权重和有限个样本。',
  'layers.kind': '类型',
  'layers.place': '位置',
  'layers.loss': '损失',
  'layers.kind.plant': '植入的极小点',
  'layers.kind.interior': '极小点',
  'layers.kind.kink': '折线上的极小点',
  'layers.kind.end': '谷的端点',
  'layers.kind.crest': '脊',
  'layers.along': ({ at }) => `沿 ${at}`,
  'layers.kind.saddle': '脊上鞍点',
  'layers.kind.valley': '极小点的谷',
  'layers.kind.plateau': '平台（梯度为零）',
  'layers.angles': ({ from, to }) => {
    const digits = to - from < 2 ? 2 : 0;
    return `${formatFixed(from, digits)}° 到 ${formatFixed(to, digits)}°`;
  },
  'layers.stuck': ({ share, loss }) =>
    `在 w = 0 处（损失 ${loss}）：${share === 0 ? '每个方向都下坡' : `${formatShare(share)} 的方向不下降`}。`,
  'layers.more': ({ count }) => `还有 ${formatCount(count)} 个`,
  'layers.shares': '下降停在哪里',
  'layers.sharesNote':
    '在当前规则和步长下，均匀分布于这个窗口的起点所占的比例。{{press}}一个格子可重放它的过程。',
  'layers.pull': '松弛的拉力',
  'layers.pullNote':
    'Δ(w) = ⟨w − w*, ∇g − ∇f⟩：松弛比非凸损失多出多少朝向植入点的拉力。标签来自植入点时它从不为负（已证明）；有噪声时可以为负。',
  'layers.pullPlane': '仅限两个权重。',
  'layers.pullRange': ({ least, full }) => `从 ${least} 到 ${full}（这个窗口的 98%）`,
  'layers.pullNone': '没有可以拉向的植入点。',
  'layers.arrowsNote':
    '从两边当前的迭代点出发：f 的下坡方向、g 的下坡方向，以及两者之差，即未激活样本的拉力。',
  'layers.rays': ({ shown, lines }) => `${formatCount(lines)} 条折线中画出 ${formatCount(shown)} 条。`,
  'drawer.title': '设定',
  'drawer.presets': '从预设开始',
  'drawer.close': '关闭',
  'drawer.open': '打开自己的 CSV……',
  'drawer.seeded': '由种子生成',
  'drawer.vectorHint': '用逗号隔开的数；留空则由种子生成',
  'group.data': '数据',
  'group.plant': '植入点',
  'group.noise': '噪声',
  'group.loss': '损失',
  'group.start': '起点',
  'group.descent': '下降',
  'group.view': '显示',
  'param.features': '特征',
  'param.n': '样本数 n',
  'param.d': '维数 d',
  'param.spacing': 'x 的间隔',
  'param.xmin': 'x 的下限',
  'param.xmax': 'x 的上限',
  'param.rho': '相关系数 ρ',
  'param.seed': '数据的随机种子',
  'param.data': '数据集',
  'param.decimal': '文件的小数点',
  'param.columns': '文件的列，标签在最后',
  'param.bias': '添加一列 1',
  'param.std': '标准化',
  'param.plant': '植入点 w*',
  'param.pseed': '植入点的随机种子',
  'param.start': '起点',
  'param.sseed': '起点的随机种子',
  'param.noise': '噪声 s',
  'param.noisein': '噪声在 ReLU 内',
  'param.leak': '零以下的泄漏',
  'param.blend': '右边损失中松弛的比重',
  'param.rule': '更新规则',
  'param.c': '步长 c',
  'param.step': '步长（绝对值）',
  'param.momentum': '动量',
  'param.beta1': 'Adam β₁',
  'param.beta2': 'Adam β₂',
  'param.batch': '批量大小',
  'param.oseed': '次序的随机种子',
  'param.unlock': '允许右边不同',
  'param.rrule': '右边的规则',
  'param.rc': '右边的步长 c',
  'param.rstep': '右边的步长（绝对值）',
  'param.k': '显示的步',
  'param.view': '窗口',
  'param.scale': '颜色标度',
  'param.plane': '显示的平面',
  'param.pair': '它的两个权重',
  'param.ground': '底图',
  'param.points': '驻点',
  'param.dead': '死区',
  'param.rays': '折线',
  'param.arrows': '箭头：两边的下坡方向',
  'param.solid': '立体显示',
  'param.axis': '曲线的横轴',
  'param.speed': '速度',
  'param.autostop': '两边都停时停止',
  'param.keys': '单键快捷键',
  'param.theme': '主题',
  'param.profile': '用途',
  'param.lecture': '讲座',
  'param.scene': '场景',
  'param.lang': '语言（Language）',
  'param.embed': '嵌入其他网页',
  'param.panels': '嵌入时显示的面板',
  'group.ensemble': '大量运行',
  'param.runs': '运行次数',
  'param.vary': '每次重新抽取',
  'param.startlaw': '起点分布',
  'param.limit': '步数上限',
  'param.within': '到达的判据',
  'param.audit': '检验论断',
  'param.xkey': '第一个轴',
  'param.xat': '第一个轴的取值',
  'param.ykey': '第二个轴',
  'param.yat': '第二个轴的取值',
  'choice.startlaw.normal': '标准正态',
  'choice.startlaw.unit': '随机方向，长度 1',
  'choice.startlaw.box': '均匀分布，每个权重在 −3 到 3 之间',
  'ensemble.title': '多常如此？',
  'ensemble.close': '关闭',
  'ensemble.lead': '一次运行只是个例。换随机种子多次运行同一场景，再来计数。',
  'ensemble.parts': '本视图的各部分',
  'ensemble.part.runs': '大量运行',
  'ensemble.part.diagram': '相图',
  'ensemble.criterion.distance': ({ within, limit }) =>
    `在至多 ${formatCount(limit)} 步内与植入点的距离首次不超过 ${within}，即为到达；之后可能又离开。`,
  'ensemble.criterion.gap': ({ within, limit }) =>
    `在至多 ${formatCount(limit)} 步内目标值与已证明的最优值的相对差不超过 ${within}，即为到达。`,
  'ensemble.criterion.excess': ({ within, limit }) =>
    `在至多 ${formatCount(limit)} 步内损失与已知最小值之差不超过 ${within}，即为到达。`,
  'ensemble.law': ({ law, drawn }) => `起点：${law}。重新抽取：${drawn}。`,
  'ensemble.drawn.data': '数据',
  'ensemble.drawn.plant': '植入点',
  'ensemble.drawn.start': '起点',
  'ensemble.nothingDrawn': '没有任何东西重新抽取：所有运行都是同一次，区间和检验没有意义。',
  'ensemble.workers': ({ cores }) => `工作线程（本机有 ${formatCount(cores)} 个）`,
  'ensemble.run': '运行',
  'ensemble.again': '重新运行',
  'ensemble.cancel': '取消',
  'ensemble.goOn': '继续',
  'ensemble.delete': '删除',
  'ensemble.stored': '结果留在此浏览器中，直到你删除为止。不会发送任何内容。',
  'ensemble.notStored': '此浏览器不予保存：页面关闭后结果即消失。',
  'ensemble.progress': ({ done, of }) => `已完成 ${formatCount(done)} / ${formatCount(of)} 次`,
  'ensemble.left': ({ seconds }) =>
    seconds < 90
      ? `剩余 ${formatCount(Math.ceil(seconds))} 秒`
      : `剩余 ${formatCount(Math.ceil(seconds / 60))} 分钟`,
  'ensemble.took': ({ seconds, done }) =>
    `${formatCount(done)} 次运行用时 ${formatNumberShort(Number(seconds.toPrecision(2)))} 秒。`,
  'ensemble.cut': ({ done, of }) => `在 ${formatCount(of)} 次中的 ${formatCount(done)} 次后中断。`,
  'ensemble.fileHas': ({ done, of }) => `文件中有 ${formatCount(of)} 次运行中的 ${formatCount(done)} 次。`,
  'ensemble.there': ({ done, of }) =>
    `正在另一个标签页中运行，目前已存 ${formatCount(of)} 次中的 ${formatCount(done)} 次。`,
  'ensemble.elsewhere':
    '这些运行属于此浏览器的另一个标签页：此处显示它已保存的部分。该标签页关闭后可在此继续。',
  'ensemble.other': '这些运行属于另一场景或另一判据，与页面现在显示的不同。',
  'ensemble.back': '显示它们的场景',
  'ensemble.failed': ({ reason }) => `无法运行：${reason}`,
  'ensemble.chip': ({ share }) => `多常如此？${share}`,
  'ensemble.left.side': '左边（非凸）',
  'ensemble.right.side': '右边（松弛）',
  'ensemble.right.blend': '右边（混合）',
  'ensemble.right.convex': '右边（凸）',
  'ensemble.right.relaxed': '右边（松弛）',
  'ensemble.success': '有多少到达',
  'ensemble.all': ({ count }) => `全部 ${formatCount(count)} 次运行。`,
  'ensemble.first': ({ count }) => `前 ${formatCount(count)} 次运行。`,
  'ensemble.col.side': '边',
  'ensemble.col.arrived': '到达',
  'ensemble.col.share': '比例',
  'ensemble.col.interval': '95% 区间（Wilson）',
  'ensemble.col.median': '步数中位数',
  'ensemble.rate': ({ share, interval }) => `${share}（${interval}）`,
  'ensemble.interval': ({ low, high }) => `${percent(low)} 至 ${percent(high)}`,
  'ensemble.overHalf': '超过一半未到达',
  'ensemble.table': '每次运行的两边',
  'ensemble.rightYes': '右边到达',
  'ensemble.rightNo': '右边未到达',
  'ensemble.leftYes': '左边到达',
  'ensemble.leftNo': '左边未到达',
  'ensemble.sum': '合计',
  'ensemble.mcnemar': ({ p, first, second }) =>
    first + second === 0
      ? '两边从无差别，没有可检验的。'
      : `精确 McNemar 检验：只有一边到达的 ${formatCount(first + second)} 次中，左边 ${formatCount(first)} 次，右边 ${formatCount(second)} 次；双侧 p ${p}。`,
  'ensemble.survival': '到达所需步数',
  'ensemble.survival.y': '尚未到达',
  'ensemble.survival.censored': '在步数上限处删失',
  'ensemble.survival.told': ({ left, right, limit }) =>
    `生存曲线：到某一步仍未到达的运行占全部运行的比例。${formatCount(limit)} 步内从未到达：左边 ${left}，右边 ${right}。这些运行在该处删失，没有一个被剔除。`,
  'ensemble.quantiles.stop': ({ loss }) =>
    `已到达的运行只跟踪到损失不超过 ${loss}（标签大小为 1 时；随其平方增大）或梯度消失为止，而不是到步数上限：最小的距离只表示计数停在那里。`,
  'ensemble.quantiles': '最终距离',
  'ensemble.quantiles.x': '运行的比例',
  'ensemble.quantiles.distance': '最终与植入点的距离',
  'ensemble.quantiles.gap': '相对最优值的超出量',
  'ensemble.quantiles.excess': '高于最小值的损失',
  'ensemble.quantiles.criterion': '判据',
  'ensemble.quantiles.told': ({ left, right, leftDiverged, rightDiverged }) =>
    `四分位数（25%、50%、75%）：左边 ${left.join('、')}；右边 ${right.join('、')}。发散：左边 ${formatCount(leftDiverged)}，右边 ${formatCount(rightDiverged)}。`,
  'ensemble.numbers': '数值',
  'ensemble.col.quantile': '分位',
  'ensemble.col.step': '步',
  'ensemble.worst': '结束得最远的运行',
  'ensemble.worst.left': '左边',
  'ensemble.worst.right': '右边',
  'ensemble.open': ({ run, by }) => `第 ${formatCount(run)} 次：${by}`,
  'ensemble.open.title': ({ run }) => `在主视图中打开第 ${formatCount(run)} 次运行`,
  'ensemble.opened': ({ run }) => `主视图中现在是第 ${formatCount(run)} 次运行。可撤销。`,
  'ensemble.notOpened': ({ run, reason }) => `第 ${formatCount(run)} 次运行无法打开：${reason}`,
  'ensemble.number': ({ last }) => `打开运行编号（0 至 ${formatCount(last)}）`,
  'ensemble.number.open': '打开',
  'ensemble.whole': ({ least, most, got }) =>
    `应为 ${formatCount(least)} 到 ${formatCount(most)} 之间的整数；${got === '' ? '没有输入' : `得到“${got}”`}。`,
  'ensemble.diverged': '发散',
  'ensemble.behind': ({ by }) => `右边远出 ${by}`,
  'ensemble.audit': '对论断的检验',
  'ensemble.audit.abstract': '论文摘要说：在松弛上的下降总是优于在损失上的下降。',
  'ensemble.audit.proved':
    '此处已证明：从同一点出发，标签由植入点给出且无噪声时，松弛的一小步至少同样指向植入点：Δ(w) ≥ 0。这不是关于整个运行的论断。',
  'ensemble.audit.measured': ({ kept, of, share, low, high, law, limit }) =>
    `测得：${formatCount(of)} 次运行中有 ${formatCount(kept)} 次（${share}；95% 区间 ${percent(low)} 至 ${percent(high)}），右边在每个共同的步（至多 ${formatCount(limit)} 步）与植入点的距离都不大于左边，容差 1e−9；起点：${law}。`,
  'ensemble.audit.first': ({ median, most }) =>
    `在右边更远的运行中，首个这样的步的中位数为 ${formatCount(median)}；最大差为 ${most}。`,
  'ensemble.audit.points': ({ points, failures }) =>
    failures === 0
      ? `在访问过的 ${formatCount(points)} 个点上检验了 Δ(w) ≥ 0，每一点都成立。`
      : `在访问过的 ${formatCount(points)} 个点上检验了 Δ(w) ≥ 0，有 ${formatCount(failures)} 点不成立：这与证明矛盾，因此是引擎有误。`,
  'ensemble.audit.noPoints': '标签并非由植入点给出（有噪声）：此时对 Δ(w) 没有证明，也未检验。',
  'ensemble.audit.off': '未检验：请勾选“检验论断”后运行。',
  'ensemble.audit.broken': '右边更远的运行',
  'ensemble.files': '带走',
  'ensemble.csv': '表格（CSV）',
  'ensemble.json': '表格（JSON）',
  'ensemble.svg': '图（SVG）',
  'ensemble.png': '图（PNG）',
  'ensemble.png.scale': 'PNG 的分辨率',
  'ensemble.figure.title': ({ part, scenario }) => `${part}。${scenario}。`,
  'ensemble.figure.rates': ({ what, left, right, of }) => `${what}。${left}；${right}。${of}`,
  'ensemble.figure.done': ({ done, of }) => `目前已完成 ${formatCount(of)} 次中的 ${formatCount(done)} 次。`,
  'ensemble.spec': '命令行规格文件',
  'ensemble.openFile': '打开结果文件',
  'ensemble.openFile.hint': '由“npm run sweep”或本页写出的 CSV。',
  'ensemble.refused': ({ reason }) => `文件未打开。${reason}`,
  'ensemble.saved': ({ name }) => `已保存 ${name}。`,
  'ensemble.noData.table':
    '其中不含数据：数据太大，放不进它的链接。打开它的人能看到统计结果，但无法打开或继续其中的任何一次运行。',
  'ensemble.noData.figure':
    '其中不含数据：数据太大，放不进它的链接。打开链接的人还需要你的文件，用“自己的数据”打开。',
  'ensemble.noData.spec': '其中不含数据：数据太大，放不进它的链接。命令行还需要你的文件，用“--data”指定。',
  'ensemble.cell': ({ places }) => `相图中的一格：${places}。`,
  'ensemble.cell.back': '返回相图',
  'ensemble.axis.x': '横轴',
  'ensemble.axis.y': '纵轴',
  'ensemble.axis.offer': ({ x, y }) => `从 ${x} 对 ${y} 开始`,
  'ensemble.axis.none': '无',
  'ensemble.axis.places': ({ axis }) => `${axis}：取值，以逗号分隔`,
  'ensemble.axis.bad': ({ got }) =>
    `应为以逗号或空格分隔的数，至多 64 个；${got === '' ? '没有输入' : `得到“${got}”`}。轴保持不变。`,
  'ensemble.diagram.size': ({ cells, runs, all }) =>
    `${formatCount(cells)} 格，每格 ${formatCount(runs)} 次：共 ${formatCount(all)} 次运行。`,
  'ensemble.diagram.large': ({ most }) =>
    `页面最多保存 ${formatCount(most)} 次运行。更多请将规格文件用于命令行。`,
  'ensemble.diagram.left': '左边：到达的比例',
  'ensemble.diagram.right': '右边：到达的比例',
  'ensemble.diagram.difference': '右边减左边',
  'ensemble.diagram.key.share': '阴影线：尚不知道。',
  'ensemble.diagram.key.difference': ({ most }) =>
    `右边减左边，以百分点计。蓝：右边更常到达。朱红：左边更常到达。颜色的范围是 −${most} 到 +${most}，即此处最大的差。`,
  'ensemble.diagram.exact':
    '右图上的线：P(Bin(n, ½) ≥ d) = ½（粗线）、5% 和 95%（虚线）。这正是无噪声高斯数据确定植入点的概率（已证明），但它不是测得比例的界：步数上限会漏掉到达较晚的运行，而宽松的判据会把停在植入点附近、但数据并未确定该点的运行也计入。',
  'ensemble.diagram.keys': '方向键在格间移动，Enter 打开该格的运行；也可{{press}}。',
  'ensemble.diagram.cell': ({ places, done, left, right }) =>
    done === 0
      ? `${places}：尚不知道`
      : `${places}：${formatCount(done)} 次运行中左边 ${left}，右边 ${right}`,
  'ensemble.diagram.kept': '检验：论断成立的比例',
  'ensemble.diagram.keptNote':
    '检验：右边在每个共同的步与植入点的距离都不比左边远出 1e−9 以上的运行所占比例（测得）。',
  'ensemble.diagram.cellKept': ({ share }) => `论断成立 ${share}`,
  'ensemble.stretch': ({ from, to }) => `第 ${formatCount(from)} 至 ${formatCount(to)} 次运行。`,
  'ensemble.diagram.table': '所有格的表格',
  'ensemble.places.of': ({ places, n }) => `${places}（${n}）`,
  'ensemble.place': ({ name, value }) => `${name} = ${value}`,
  'unit.c': '/L',
  'unit.speed': '步/秒',
  'choice.decimal.auto': '自动判断',
  'choice.decimal.point': '点（1.5）',
  'choice.decimal.comma': '逗号（1,5）',
  'choice.spacing.even': '等距',
  'choice.spacing.uniform': '均匀随机',
  'choice.scale.shared': '两边共用',
  'choice.scale.own': '各自一个',
  'choice.plane.ends': '起点、植入点和终点',
  'choice.plane.weights': '两个权重',
  'choice.plane.paths': '路径的主平面',
  'choice.ground.loss': '损失',
  'choice.ground.basins': '吸引域：下降停在哪里',
  'choice.ground.pull': '拉力：Δ(w)，在右边',
  'choice.axis.steps': '步数',
  'choice.axis.evaluations': '梯度计算次数',
  'choice.theme.auto': '跟随系统',
  'choice.theme.light': '浅色',
  'choice.theme.dark': '深色',
  'choice.profile.desk': '桌面',
  'choice.profile.projector': '投影',
  'choice.lang.auto': '跟随系统',
  'own.title': '自己的数据',
  'own.lead':
    '粘贴、拖入或打开一个带表头的 CSV。名为 y 的列是标签，没有则取最后一列；其余各列是特征。数据不会离开这台机器。',
  'own.awaited': '这个链接的数据太大，没有放进链接。打开它的文件（或者粘贴、拖入）：运行会按链接所说的打开。',
  'own.decimal': '小数点',
  'own.columns': '标签和列',
  'own.label': '标签',
  'own.features': '特征',
  'own.column': ({ number }) => `第 ${number} 列`,
  'own.isOnes': '全是 1：偏置',
  'own.holds': ({ kind }) => COLUMN_KINDS[kind],
  'own.paste': 'CSV 文本',
  'own.open': '打开文件……',
  'own.drop': '或者把表格拖放、粘贴到页面的任何位置',
  'own.bias': '在最后添加一列 1（偏置）',
  'own.std': '将特征标准化',
  'own.use': '使用这些数据',
  'own.took': ({ rows, features, label }) =>
    `采用 ${formatCount(rows)} 行。特征：${features.join('、') || '无'}。标签：${label}。`,
  'own.noneRefused': '没有被拒绝的行。',
  'own.tooLarge': ({ megabytes }) => `文件有 ${megabytes} MB；最多读取 50 MB。`,
  'own.file': ({ name, bytes }) => `${name}，${formatBytes(bytes / 1000)}`,
  'own.reading': ({ name }) => `正在读取 ${name}`,
  'own.progress': ({ bytes, size }) => `${formatFixed(bytes / 1e6, 1)} / ${formatBytes(size / 1000)}`,
  'own.cancel': '取消',
  'own.cancelled': '已取消：什么都没有改变。',
  'own.unreadable': '文件无法读取。',
  'help.title': '帮助',
  'help.keys': '键盘与手势',
  'help.intro': '{{press}}地形放置起点；拖动起点可移动它；拖动底图平移，按住 Ctrl 滚动滚轮或双指捏合缩放。',
  'help.compared': '比较的是什么',
  'help.left': '非凸：f(w) = 1/(2n) Σ (relu(aᵢ·w) − yᵢ)²。',
  'help.right':
    '松弛：g(w) = f(w) + 1/n Σ yᵢ max(−aᵢ·w, 0)，是凸的。标签来自植入点，即 yᵢ = relu(aᵢ·w*) 时，它恰好在 f 为零处为零（已证明）；它的梯度只需要同样的两次乘积。',
  'help.step': '两边的步长都是 c/L，L = λmax(AᵀA)/n。小于 2/L 时，在松弛上的下降是安全的（已证明）。',
  'help.networkLead':
    '两层网络 net(x) = Σ αⱼ relu(wⱼ·x)：左边从抽取的起点做梯度下降，右边求解同一问题的精确凸规划。',
  'help.networkLoss': '两边都用 F = 1/(2n) ‖net − y‖² + β/2 (‖W‖² + ‖α‖²) 衡量，对 n 个样本取平均。',
  'help.networkProgram':
    '凸规划为神经元能激活的每一种样本模式选一个向量（Pilanci 与 Ergen 2020）。它的最优值就是所有足够宽的网络的最优值；对偶曲线越出 ±β 带的地方会增加神经元。',
  'help.networkBound':
    '每一轮都证明一个下界，任何宽度的网络都不能越过它。模式是抽样得到的时候（多于两列）没有任何证明，页面会说明。{{press}}圆，可以选择显示哪个神经元的景观。',
  'help.liftLead':
    '输出权重为 α 的一个神经元，一个数据 x = 1，标签 y：左边在 (u, α) 上，右边提升到 v 和 w，即正输出和负输出的神经元在这个数据上的贡献。',
  'help.liftSides':
    '左：1/2 (α relu(u) − y)² + β/2 (u² + α²)，非凸。右：1/2 (v − w − y)² + β (v + w)，v, w ≥ 0，凸。两边的最优值相同（已证明）。',
  'help.other': '两个损失：两边从同一起点出发，用同一规则走步，各走各的损失。参数在场景抽屉里。',
  'help.networkSource': 'Pilanci 与 Ergen 2020，arXiv 2002.10553',
  'help.always': 'Alt+K（播放或暂停）和 Alt+R（回到起点）始终有效。',
  'help.honest': '这个页面只存储你保存的内容，不发送任何数据。',
  'help.cite': '引用：',
  'help.cite.text':
    'Twin Descent，依据 T. Ergen 和 M. Pilanci，“Convex Optimization for Shallow Neural Networks”，Allerton 2019。见 CITATION.cff。',
  'key.playPause': '播放或暂停',
  'key.arrows': '← →',
  'key.step': '后退或前进一步（Shift：十步）',
  'key.home': 'Home End',
  'key.homeEnd': '已计算的第一步和最后一步',
  'key.r': 'R',
  'key.reset': '回到起点',
  'key.n': 'N',
  'key.newSeed': '新的随机种子',
  'key.plusMinus': '+ −',
  'key.speed': '加快或减慢',
  'key.f': 'F',
  'key.fullScreen': '全屏',
  'key.p': 'P',
  'key.projector': '投影',
  'key.b': 'B',
  'key.blank': '黑屏',
  'key.help': '本帮助',
  'key.question': '?',
  'key.undo': '撤销上一次改动',

  'question.two-layer': '梯度下降有多好，又怎么知道？',
  'question.relaxed': '松弛能推广到许多神经元吗？',
  'question.other': '两个损失，同一起点，同一步长。各会停在哪里？',
  'question.lift': '一个问题，两幅图。最优在哪里？',

  'param.teacher': '教师网络的神经元数 m*',
  'param.negative': '其中输出为 −1 的个数',
  'param.neurons': '隐藏神经元数 m',
  'param.beta': '惩罚项的权重 β',
  'param.outputs': '第二层',
  'param.free': '偏置不受惩罚，常数自由',
  'param.right': '右边',
  'param.anneal': '正则项消失所需的步数',
  'param.patterns': '抽样的激活模式数',
  'param.qseed': '模式的随机种子',
  'param.init': '起点的抽取',
  'param.size': '起点的大小',
  'param.signs': '输出权重',
  'param.neuron': '显示的神经元',
  'param.y': '标签 y',
  'choice.outputs.trained': '参与训练',
  'choice.outputs.fixed': '固定',
  'choice.right.program': '精确凸规划',
  'choice.right.relaxed': '每个神经元的松弛',
  'choice.init.gauss': '高斯',
  'choice.init.circle': '在圆上',
  'choice.signs.drawn': '随机抽取',
  'choice.signs.ones': '全为一',
  'choice.signs.signs': '正一或负一',

  'preset.recovers.title': '恢复教师网络',
  'preset.recovers.sentence': '用二十个神经元学三个神经元的教师网络：梯度下降有余地找到它的各个方向。',
  'preset.stuck.title': '卡住',
  'preset.stuck.sentence': '同一个教师网络，恰好三个神经元：下降的终点是最好的吗？',
  'preset.too-few.title': '神经元太少',
  'preset.too-few.sentence': '用两个神经元学三个神经元的教师网络：能离下界多近？',
  'preset.two-left.title': '只剩两个',
  'preset.two-left.sentence': '惩罚很强：不论宽度如何，最优网络只保留两个神经元。',
  'preset.annealed.title': '退火松弛',
  'preset.annealed.sentence':
    '正则项在 200 步内逐渐消失：循序渐进的开始。这里有帮助；是否总是如此，看其他种子。',
  'preset.collapse.title': '坍缩',
  'preset.collapse.sentence': '输出权重相等：松弛的极小点把所有神经元放在同一处（已证明）。',
  'preset.spline.title': '一维样条',
  'preset.spline.sentence': '一个输入：两个网络都是折线。它们在哪里弯折？',
  'preset.five-points.title': '5 个点',
  'preset.five-points.sentence':
    '偏置自由时，凸规划是铰链函数上的 LASSO，折点都在数据处。固定步长的下降会在折点附近来回跳动。',
  'preset.stopping-distance-two.title': '刹车距离，两层',
  'preset.stopping-distance-two.sentence': '20 世纪 20 年代的五十辆车：最好的网络有几个折点？',

  'preset.lift.title': '提升',
  'preset.lift.sentence': '一个数据点上的一个神经元，以及由它提升而成的凸规划：最优值相同。',
  'preset.lift-dead.title': '走进死区',
  'preset.lift-dead.sentence': '输出权重为负时，神经元走到它输出零的地方，停在那里。',
  'preset.lift-saddle.title': '在鞍点上',
  'preset.lift-saddle.sentence': '从 u = −α 出发，下降恰好停在鞍点。',
  'preset.lift-zero.title': '什么都不剩',
  'preset.lift-zero.sentence': 'β 大于 y 时惩罚项获胜：两边最好的网络都输出零。',

  'side.left.other': '左边的损失',
  'side.right.other': '右边的损失',
  'side.left.other.short': '左',
  'side.right.other.short': '右',
  'side.left.lift': '网络，变量 (u, α)',
  'side.right.lift': '提升后，变量 (v, w)',
  'side.left.lift.short': '网络',
  'side.right.lift.short': '提升',
  'mark.optimum': ({ loss }) => `最优值 ${loss}`,
  'axis.u': 'u',
  'axis.alpha': 'α',
  'axis.v': 'v',
  'axis.w': 'w',
  'data.one': '一个数据点',
  'side.left.network': ({ neurons }) => `梯度下降，${formatCount(neurons)} 个神经元`,
  'side.right.exact': '精确凸规划',
  'side.right.hinges': '铰链函数上的精确 LASSO',
  'side.right.sampled': '凸规划，抽样的激活模式',
  'side.right.relaxed': ({ blend }) => `每个神经元的松弛，权重 ${formatNumberShort(blend)}`,
  'side.left.descent': '下降',
  'side.right.program': '规划',
  'side.teacher': '教师网络',

  'network.output': '网络的输出',
  'network.residual': '残差：网络 − 教师网络',
  'network.residualData': '数据处的残差',
  'network.choose': '显示的神经元',
  'network.fit': '预测值与标签',
  'network.label': '标签',
  'network.output.short': '网络',
  'network.low': '偏低',
  'network.high': '偏高',
  'network.angle': '与教师网络最近神经元的夹角',
  'network.angleRight': ({ right }) => `与${right}的最强神经元的夹角`,
  'network.noSign': ({ positive, negative }) => (positive ? '没有 α < 0' : negative ? '没有 α > 0' : '没有'),
  'network.strength': '强度 |α| ‖w‖',
  'network.deadNeuron': '死亡',
  'network.atStart': '在起点就绪。',
  'network.ready': '就绪：还没有神经元。',
  'network.criterion': '每轮：在曲线超出 ±β 处添加神经元，再精确求解',
  'network.objective': '目标函数 F',
  'network.bound': '已证明的下界',
  'network.gap': '超出下界的部分',
  'network.noExcess': '抽样的激活模式没有已证明的下界',
  'network.merged': ({ merged }) => `合并为 ${formatCount(merged)} 个`,
  'network.dead': ({ dead, neurons }) => `${formatCount(neurons)} 个神经元中 ${formatCount(dead)} 个已死亡`,
  'network.within': ({ excess, sampled, zero, diverged }) =>
    diverged
      ? '已发散'
      : zero
        ? '最优值是 F = 0（已证明）'
        : Number.isNaN(excess)
          ? sampled
            ? '抽样的激活模式没有已证明的下界'
            : '还没有下界'
          : excess <= 1e-9
            ? '已是最优（已证明到 10⁻⁹）'
            : excess < 1
              ? `与最优值相差不超过 ${formatAtMost(excess)}（已证明）`
              : `${atMost(excess)}（已证明）`,
  'network.notCertified': '没有证书：激活模式是抽样的，所以下界未经证明。',
  'network.verdict': ({ excess, above, zero, optimal, atRest, slow, trained, diverged, k, program }) => {
    if (k === 0) return '在起点就绪。';
    if (diverged) return '发散：步长对这个网络太长。';
    const state = atRest ? '停住' : slow ? '几乎不动' : '移动中';
    if (program === 'sampled') return `${state}；这里没有已证明的下界。`;
    if (zero) return `${state}：最优值是 F = 0（已证明）。`;
    if (Number.isNaN(excess)) return `${state}。`;
    if (optimal) return `在容差内最优：相差不超过 ${formatAtMost(excess)}，已证明。`;
    if (atRest && above > 1e-3) return `伪极小点：至少高出最优值 ${formatAtLeast(above)}，已证明。`;
    if (atRest)
      return `停住，比${trained ? '任意宽度' : '输出层参与训练'}的下界高 ${formatAtLeast(excess)}。`;
    return `${state}，${atMost(excess)}。`;
  },
  'network.verdictProgram': ({ status, excess, endedAt, kept }) => {
    const neurons = `${formatCount(kept)} 个神经元`;
    if (status === 'optimal') return `${formatCount(endedAt ?? 0)} 轮后最优：${neurons}。`;
    if (status === 'resists')
      return `停住，${Number.isNaN(excess) ? '高于下界' : atMost(excess)}，不再接近：${neurons}。`;
    if (status === 'stationary') return `停住：${neurons}，没有证书。`;
    return Number.isNaN(excess) ? `求解中：${neurons}。` : `求解中：${atMost(excess)}，${neurons}。`;
  },
  'network.verdictRelaxed': ({ objective, directions, signs, neurons }) =>
    neurons > signs && directions === signs
      ? signs > 1
        ? '坍缩：同号的神经元都指向同一方向。'
        : '坍缩：所有神经元都指向同一方向。'
      : `F = ${objective}（不含正则项），${formatCount(directions)} 个方向。`,
  'network.honest': '不是论文自己的形式，那一形式未能核对。',
  'network.successes': '梯度下降有多大比例能到达？',
  'network.count': '运行 200 个起点',
  'network.counting': ({ done, seeds }) => `${done} / ${seeds}`,
  'network.rate': ({ successes, seeds, low, high, steps, tolerance }) =>
    `${seeds} 个起点中有 ${successes} 个在 ${formatCount(steps)} 步内到达距下界 ${formatShare(tolerance)} 以内：${formatShare(successes / seeds)}（Wilson 95% 区间：${formatShare(low)} 到 ${formatShare(high)}）。`,
  'network.cancel': '取消',
  'network.direction': 'w 的方向',
  'aria.circle':
    '方向的圆，其上是对偶曲线以及教师网络、规划和下降的神经元。{{press}}可选择下降中最近的神经元。',
  'aria.angles': ({ side, right }) =>
    `${side}：每个神经元的强度，以及它与${right === null ? '教师网络' : right}中同号的${right === null ? '最近' : '最强'}神经元的夹角，从 0 到 180 度；没有同号者的神经元画在其外`,
  'aria.network': ({ k, left, right }) => `第 ${k} 步。下降：${left}右边：${right}`,
  'aria.output': '教师网络、下降和规划随输入变化的输出，以及数据',
  'aria.residual': ({ side }) => `${side}：特征平面上的残差`,
  'aria.neuron': ({ j }) => `目标函数随第 ${j} 个神经元的两个第一层权重的变化；其余权重保持不变`,
  'aria.objective': '两边的目标函数随步数的变化，以及已证明的下界',

  'table.open': ({ title }) => `以表格显示：${title}`,
  'control.lockedTitle': ({ title }) => `${title}：被此链接锁定`,
  'control.open': '解除限制打开',
  'said.locked': '被此链接锁定。',
  'said.toneOn': '声音已开：播放时发声。',
  'said.toneOff': '声音已关。',
  'said.toneMissing': '这个浏览器不允许页面发声。',

  'param.keysoff': '已关闭的单键',
  'param.hide': '隐藏的控件',
  'param.lock': '锁定的控件',
  'own.sampled':
    '多于两列时激活模式是抽样的，没有已证明的下界；只有两列，或一列加一列 1 时，凸规划是精确的。',
  'key.t': 'T',
  'key.tone': '随损失变化的声音',
  'key.escape': 'Esc',
  'key.close': '关闭最上面的内容',
  'key.altK': 'Alt+K',
  'key.altR': 'Alt+R',
  'help.all': '启用单键',
  'help.switch': '取消勾选即可关闭某个键；链接会记住。不启用单键时，演示遥控器也不起作用。',
  'help.limits': '此链接锁定或隐藏了一些控件。',

  'lift.outside': '不允许：须 v, w ≥ 0',
  'lift.projected': '梯度范数（投影后）',
  'network.held': ({ k }) => `已发散：图为第 ${formatCount(k)} 步，即标度内的最后一步`,
  'network.atStep': ({ name, k }) => `${name}，第 ${formatCount(k)} 步`,
  'network.residuals': '残差与拟合',
  'network.over': ({ j }) => `F 随神经元 ${formatCount(j)} 的 w 的变化，其余不变`,
  'network.overBound': '颜色：F − 已证明的下界',
  'network.overLeast': '颜色：F − 视野内最小值',
  'readout.neuron': ({ j, w, alpha, angle, strength, dead, match, taught }) => {
    const pairing = match
      ? [`对应教师网络的 ${formatCount(match.teacher)} 号，相差 ${match.degrees}°`]
      : taught
        ? ['没有对应']
        : [];
    return [
      `神经元 ${formatCount(j)}${dead ? '，死亡' : ''}  w (${w})  α ${alpha}`,
      [`角度 ${angle}°  强度 ${strength}`, ...pairing].join('  '),
    ].join('\n');
  },
  'readout.overNeuron': ({ at, loss, gradient }) => `w ${at}  F ${loss}  ‖∂F/∂w‖ ${gradient}`,
  'circle.how': '如何看这幅图',
  'circle.positive':
    '梯度下降的一个神经元，位于它的 w 的方向。在零环之外：α > 0。到零环的距离是其强度 |α| ‖w‖ 的平方根。',
  'circle.negative': '空心，在零环之内：α < 0。',
  'circle.dead': '打叉：死亡。没有样本激活它，或 α = 0。',
  'circle.chosen': '带圈：损失地形所示的神经元，连同它的全部轨迹。',
  'circle.trail': '细线：各点从哪里来，越久越淡。',
  'circle.teacher': '杆上的星：教师网络的一个神经元，α < 0 时空心。',
  'circle.match': ({ degrees, share }) =>
    `虚线：这个点对应那颗星。同号，相差 ${degrees}° 以内，强度至少为其 ${formatShare(share)}；否则没有对应。`,
  'circle.program': ({ right }) => `杆上的方块：${right}的一个神经元，α < 0 时空心。`,
  'circle.band': '灰色：零环两侧的 ±β 带。',
  'circle.curves':
    '两边的残差从那里的一个新神经元能得到多少。在 ±β 之内抵不上它的惩罚；超出时（右边的涂色）一个小神经元会降低 F。',
  'aria.neurons':
    '圆上梯度下降的神经元：方向键绕圆移动并读出，回车键选择读到的那一个，Home 键回到已选的神经元',
  'aria.overNeuron': ({ j }) => `方向键移动十字准线，读出 F 随神经元 ${formatCount(j)} 的权重的变化`,

  'class.title': '用于课堂',
  'class.lead':
    '链接可以锁定或隐藏控件。隐藏的控件仍显示它的值；可读的内容都不会消失。在这种链接的帮助中，总可以解除限制打开。',
  'class.parts': '页面的各部分',
  'class.groups': '参数组',
  'class.single': '单个参数',
  'class.shown': '显示',
  'class.locked': '锁定',
  'class.hidden': '隐藏',
  'class.copy': '复制链接',
  'class.try': '在这里试用',
  'class.clear': '全部显示',
  'class.count': ({ locked, hidden }) => `锁定 ${formatCount(locked)} 个，隐藏 ${formatCount(hidden)} 个`,
  'class.on': '开',
  'class.off': '关',
  'class.none': '无',
  'class.part.play': '播放与暂停',
  'class.part.steps': '后退与前进一步',
  'class.part.reset': '回到起点',
  'class.part.scrub': '进度条',
  'class.part.speed': '速度',
  'class.part.dice': '新的随机种子',
  'class.part.place': '地图上的起点',
  'class.part.undo': '撤销',
  'class.part.projector': '投影',
  'class.part.lectures': '讲座',
  'class.part.explain': '讲解',
  'class.part.layers': '图层',
  'class.part.ensemble': '多常如此？',
  'class.part.own': '自己的数据',
  'class.part.scenario': '设定面板',
  'class.part.presets': '预设',
  'class.part.problem': '问题',
  'class.part.share': '分享',
  'class.part.help': '帮助',

  'tone.toggle': '随损失变化的声音',
  'tone.mapping':
    '播放时，左边的声音在左耳，右边的在右耳。两个起点中较大的超额损失对应 440 Hz（A 音）；每缩小到十分之一降低一个小三度，最低 110 Hz。',

  'table.caption': ({ title, rows, last }) =>
    rows === last + 1
      ? `${title}：从 0 到 ${formatCount(last)} 的每一步。`
      : `${title}：从 0 到 ${formatCount(last)} 的各步中的 ${formatCount(rows)} 步。`,
  'table.shown': ({ k }) => `显示的是第 ${formatCount(k)} 步；该行已标出。`,

  'told.whole': ({ parts }) => parts.map((part) => (/[。？！…]$/.test(part) ? part : `${part}。`)).join(''),
  'told.map': ({ title, x, y, window: [x0, x1, y0, y1] }) =>
    `${title}：${x} 从 ${x0} 到 ${x1}、${y} 从 ${y0} 到 ${y1} 的地图。`,
  'told.ground': ({ ground, names }) => `底图：${ground}：${names.join('；')}。`,
  'told.place': ({ k, start, at, loss }) =>
    k === 0
      ? `在起点 ${start}，损失 ${loss}。`
      : `起点 ${start}；${formatCount(k)} 步后在 ${at}，损失 ${loss}。`,
  'told.deadZone': ({ from, to, where }) =>
    `死区，其中没有样本被激活，梯度为零：从方向 ${from} 逆时针到 ${to}。${
      { in: '权重在其中。', edge: '权重在它的边缘。', out: '权重在它之外。' }[where]
    }`,
  'told.marks': ({ marks, more }) =>
    `标出：${marks.join('；')}${more > 0 ? `；还有 ${formatCount(more)} 个` : ''}。`,
  'told.weights': ({ told, count }) => `${told}，${formatCount(count)} 个权重中的前几个`,
  'told.data': ({ n, drawn }) =>
    n === Number.POSITIVE_INFINITY
      ? '无穷多个样本：没有画出。'
      : `${formatCount(n)} 个样本，${drawn < n ? `画出其中 ${formatCount(drawn)} 个，` : ''}以及两边的拟合。`,
  'told.step': ({ k }) => `第 ${formatCount(k)} 步。`,
  'told.steps': ({ k, last }) => `第 ${formatCount(k)} 步，共计算了 ${formatCount(last)} 步`,
  'told.fit': ({ side, w }) => `${side}：w = ${w}。`,
  'told.series': ({ side, first, now }) => `${side}：起点处 ${first}，现在 ${now}`,
  'told.legend': ({ low, high }) => `颜色最深处最低；这个窗口中从 ${low} 到 ${high}`,
  'told.neurons': ({ side, kept, directions, dead }) =>
    `${side}：${formatCount(kept)} 个神经元，${formatCount(directions)} 个方向${dead > 0 ? `，${formatCount(dead)} 个死亡` : ''}。`,
  'told.neuron': ({ k, at, output, objective }) =>
    `第 ${formatCount(k)} 步：权重 ${at}，输出权重 ${output}，目标函数 ${objective}。`,
  'told.misfit': ({ side, mean, largest }) =>
    `${side}：与标签的均方根偏差为 ${mean}，最大偏差为 ${largest}。`,
  'told.bound': ({ bound }) => `已证明的下界 ${bound}`,

  'present.bar': ({ title }) => `讲座：${title}`,
  'present.previous': '上一个场景',
  'present.next': '下一个场景',
  'present.of': ({ scene, scenes }) => `${scene} / ${scenes}`,
  'present.scene': ({ scene, scenes, title, sentence }) =>
    `场景 ${scene}，共 ${scenes} 个：${title}。${sentence}`,
  'present.bookmark': ({ k }) => `到第 ${k} 步的书签`,
  'present.bookmarkAt': ({ k }) => `书签在第 ${k} 步`,
  'present.notes': '讲者备注',
  'present.laser': '激光笔',
  'present.begin': '开始讲',
  'present.end': '结束讲',
  'present.leave': '离开讲座',
  'present.noMaps': '要请大家猜，但这个场景没有可以猜的地图：需要两个权重和平面地图。',

  'notes.none': '这个场景没有备注。',
  'notes.close': '关闭备注',
  'notes.next': ({ title }) => `下一个：${title}`,
  'notes.last': '这是最后一个场景。',
  'notes.elapsed': ({ time }) => `已讲 ${time}`,
  'notes.notBegun': '从“开始讲”起计时。',
  'notes.window': '在单独的窗口中',
  'notes.blocked': '浏览器没有打开窗口：它可能拦截了本页面的弹出窗口。备注留在这里。',

  'guess.ask': '这一边会停在哪里？请{{press}}地图。',
  'guess.askAll': '两边各会停在哪里？请{{press}}两幅地图。',
  'guess.placed': ({ at }) => `猜测 ${at}`,
  'guess.takeBack': '收回猜测',
  'guess.mark': '猜测',
  'guess.markAway': ({ distance }) => `猜测，相距 ${distance}`,
  'guess.of': ({ side, words }) => `${side}：${words}`,
  'guess.distance': ({ how, distance, k }) => {
    const away = formatDistance(distance);
    switch (how) {
      case 'ended':
        return `猜测与它停下的地方相距 ${away}。`;
      case 'paused':
        return `猜测与它在第 ${k} 步所在的地方相距 ${away}。`;
      case 'falling':
        return `它没有终点，一直下降：第 ${k} 步时与猜测相距 ${away}。`;
      case 'diverged':
        return `它没有终点，已经发散：第 ${k} 步时与猜测相距 ${away}。`;
    }
  },
  'guess.surface': ({ side }) =>
    `${side}：两个权重上的损失地形。方向键移动十字准线，回车键把对这一边终点的猜测放在那里。`,

  'said.firstScene': '这是第一个场景。',
  'said.lastScene': '这是最后一个场景。',
  'said.bookmark': '停在书签处。',
  'said.noBookmark': '这个场景没有书签。',

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

  'lecture.title': '讲座',
  'lecture.close': '关闭',
  'lecture.shipped': '现成的讲座',
  'lecture.own': '自己的讲座',
  'lecture.none': '讲座是一串场景：页面的一个个状态，各带着你要说的话和要问的问题。',
  'lecture.scenes': ({ scenes }) => `${formatCount(scenes)} 个场景`,
  'lecture.meta': ({ scenes, changed }) => `${formatCount(scenes)} 个场景 · ${changed}`,
  'lecture.new': '新建讲座',
  'lecture.newTitle': '未命名讲座',
  'lecture.import': '导入文件……',
  'lecture.drop': '或拖放到这里',
  'lecture.dropHere': '松开即可导入文件中的讲座',
  'lecture.open': '打开',
  'lecture.openOf': ({ title }) => `打开${named(title)}`,
  'lecture.edit': '编辑',
  'lecture.editOf': ({ title }) => `编辑${named(title)}`,
  'lecture.more': ({ title }) => `${named(title)}的更多操作`,
  'lecture.rename': '重命名',
  'lecture.name': '讲座的名称',
  'lecture.duplicate': '复制一份',
  'lecture.duplicateToEditOf': ({ title }) => `复制一份${named(title)}来编辑`,
  'lecture.copyTitle': ({ title }) => `${title}（副本）`,
  'lecture.export': '导出文件',
  'lecture.link': '复制链接',
  'lecture.linkPrompt': '讲座的链接：',
  'lecture.delete': '删除',
  'lecture.untitled': '未命名',
  'lecture.undoDelete': '撤销',
  'lecture.dismiss': '知道了',
  'lecture.trouble': troubleOf,
  'lecture.unsaved': ({ titles }) => `没有存下：${titles.map(named).join('、')}。`,
  'lecture.takeAway': ({ title }) => `把${named(title)}存为文件带走`,
  'lecture.said': saidOf,
  'lecture.noticedMore': ({ count }) => `另有 ${formatCount(count)} 条。`,
  'lecture.noticed': ({ scene, words }) => `场景 ${formatCount(scene)}：${words}`,

  'lecture.back': '全部讲座',
  'lecture.saved': '已保存',
  'lecture.saving': '正在保存……',
  'lecture.inMemory': '未保存',
  'lecture.undo': '撤销',
  'lecture.redo': '重做',
  'lecture.add': '添加页面当前的画面',
  'lecture.list': '场景',
  'lecture.orderHint': '拖动或按 Alt+↑ ↓ 调整顺序；{{press}}标题打开场景。',
  'lecture.sceneTitle': ({ number }) => `场景 ${formatCount(number)}`,
  'lecture.goTo': ({ number, title }) => `打开场景 ${formatCount(number)}，${title || '未命名'}`,
  'lecture.up': ({ number }) => `上移场景 ${formatCount(number)}`,
  'lecture.down': ({ number }) => `下移场景 ${formatCount(number)}`,
  'lecture.unfold': ({ number }) => `编辑场景 ${formatCount(number)}`,
  'lecture.field.title': '标题',
  'lecture.field.question': '问题，用大字显示',
  'lecture.field.questionHint': '留空则显示标题',
  'lecture.field.sentence': '旁边的一句话',
  'lecture.field.after': '到书签或终点时换上的一句话',
  'lecture.field.afterHint': '留空则不换',
  'lecture.field.frame': '加框，请大家看这里',
  'lecture.frame': ({ frame }) => FRAME_NAMES[frame],
  'lecture.field.notes': '讲者备注，不给大家看',
  'lecture.field.bookmark': '书签：播放时首次停下的步',
  'lecture.field.bookmarkHint': '无',
  'lecture.takeStep': ({ step }) => `取第 ${formatCount(step)} 步`,
  'lecture.field.guess': '请大家猜两边的终点',
  'lecture.facts': '计算得出的数',
  'lecture.factsHint': ({ name, at }) =>
    `在这些文字中，${name} 会变成引擎为这个场景计算的数；${at} 读取第 40 步，@mark 读取书签处，@now 读取最初显示的那一步。选择一个即可插入。`,
  'lecture.factFault': ({ fault, names }) => `${FAULT_NAMES[fault]}：${names}`,
  'lecture.update': '用页面当前的画面更新',
  'lecture.duplicateScene': '复制场景',
  'lecture.deleteScene': '删除场景',

  'explain.title': '讲解',
  'explain.close': '关闭',
  'explain.parts': '讲解的各部分',
  'explain.part.mathematics': '数学',
  'explain.part.step': '这一步',
  'explain.part.sources': '文献',

  'explain.symbols': '在图上指出',
  'explain.symbols.note':
    '指向这里或公式中的符号，图上对应的标记就会亮起。{{press}}使它保持点亮，再来一次则熄灭。',
  'explain.mark.left': '左边当前的权重：路径的前端',
  'explain.mark.right': '右边当前的权重：路径的前端',
  'explain.mark.plant': '植入点：星',
  'explain.mark.start': '起点',
  'explain.mark.slope-left': '左边损失的梯度，从两个前端沿下坡方向画出',
  'explain.mark.slope-right': '右边损失的梯度，从两个前端沿下坡方向画出',
  'explain.mark.difference': '两个梯度之差，从两个前端沿下坡方向画出',
  'explain.mark.samples': '样本的激活值，在数据面板中',
  'explain.mark.dead': '在左边的权重处未激活的样本，在数据面板中',
  'explain.mark.next': '下一步',
  'explain.symbol.start': '起点',
  'explain.symbol.dead': '未激活',

  'explain.standing.proved': '已证明',
  'explain.standing.measured': '实测',
  'explain.standing.abstract': '论文摘要称',

  'explain.topic.data': '数据与约定',
  'explain.topic.loss': '左边：神经元的损失',
  'explain.topic.relaxation': '右边：凸松弛',
  'explain.topic.regulariser': '把松弛看作正则项',
  'explain.topic.rule': '当前设定的更新规则',
  'explain.topic.inequality': '从同一点出发的一步',
  'explain.topic.population': '无穷多个样本的闭式表达',
  'explain.topic.network': '左边：两层网络',
  'explain.topic.program': '精确凸规划',
  'explain.topic.certificate': '下界的证书',
  'explain.topic.collapse': '把单个神经元的松弛用于每个神经元',
  'explain.topic.lift': '一个数据点的提升',
  'explain.topic.other': '这个问题',

  'explain.say.data':
    'n 个样本，每个是 A 的一行。激活值 z 大于 0 的样本是激活的，否则（包括恰好为 0）未激活。',
  'explain.say.dataInfinite': '特征服从标准正态分布，对样本的求和都换成对全体样本的期望。',
  'explain.say.relu': 'ReLU。样本激活时导数为 1，未激活时为 0。',
  'explain.say.leak': '带泄漏的 ReLU。样本激活时导数为 1，未激活时为 s。',
  'explain.say.labels': '标签由植入的权重生成；ε 是噪声。',
  'explain.say.labelsExact': '标签恰好是植入的权重给出的。',
  'explain.say.ownLabels': '标签随数据给出；没有人植入权重。',
  'explain.say.standardised': '特征已标准化：下降移动的是缩放后特征的权重，地图显示的是原始特征的权重。',
  'explain.say.slope': '未激活的样本不起作用：所有样本都未激活的地方梯度为零。',
  'explain.say.slopeLeak': '未激活的样本只以因子 s 计入。',
  'explain.say.relaxed': '输出的平方保留不变，但与标签的乘积中用激活值 z 代替输出 σ(z)。',
  'explain.say.fenchel':
    '一种 Fenchel–Young 损失：Φ 是 σ 的积分，Φ* 是它的共轭，在 y ≥ 0 时为 y²/2，在其下为 y²/(2s)。',
  'explain.say.slopeRight': '就是 f 的梯度去掉 σ 的导数：未激活的样本仍按它的标签产生拉力。',
  'explain.say.noCost': '没有额外的计算代价。这里：两个梯度都只用与 A 的同样两次乘积。',
  'explain.say.preserves': '对单个神经元，在植入模型下，松弛保持全局最小点的位置。',
  'explain.say.convex': 'g 是凸的：因为 σ 从不下降，所以它的每一项都是凸的。不论标签如何都成立。',
  'explain.say.sameZero': '标签来自植入点时，两个损失在同样的权重处为零，植入点在其中。',
  'explain.say.mayFall': '有些标签小于零：这时 g 可以为负，并可能沿着所有样本都未激活的方向一直下降。',
  'explain.say.blend': '右边是两个损失的混合，松弛占 b。对标签大于零的样本，只有 b = 1 时它才是凸的。',
  'explain.say.identity':
    '由 σ(t) − t = max(−t, 0)：标签非负时，g 对未激活的样本收取代价，标签越大代价越大。',
  'explain.say.identityNegative':
    '由 σ(t) − t = max(−t, 0)：对所有标签都成立。但标签小于零时，这一项奖励未激活，不是惩罚。',
  'explain.say.asRegulariser': '松弛可以看作一个正则项。',
  'explain.say.identityLeak': '有泄漏时，标签非负的样本逐个相差这么多：样本激活时为零。',
  'explain.say.identityLeakNegative': '标签小于零时相差的是另一个量，样本激活时也不为零。它从不为负：g ≥ f。',
  'explain.say.gd': '梯度下降：完整的梯度乘以步长 η。',
  'explain.say.heavyball': '重球法（Polyak）：速度 v 逐步保留，最初为 0。',
  'explain.say.nesterov': 'Nesterov：梯度取在速度 v 所指向的位置，而不是当前的权重处；v 最初为 0。',
  'explain.say.adam': 'Adam：逐个权重地对梯度及其平方取滑动平均；带帽的量修正了从 0 开始的偏差。',
  'explain.say.sgd': '小批量 B：每一轮把样本重新打乱，各取一次。两边看到的批次相同。',
  'explain.say.other': '这个问题还没有讲解。下面是两边各自怎样走。',
  'explain.say.scale': '这样的损失没有处处成立的 L：这里的 L 是在起点或标签的尺度上的曲率。',
  'explain.say.smooth': '在 f 的折线之间，两个损失的曲率都不超过 L。',
  'explain.say.smoothPopulation': 'L 是特征的曲率。松弛自身的曲率是 1/2：c = 2 时一步就落在植入点上。',
  'explain.say.safe': 'c < 2 的梯度下降每一步都降低 g，并在 g 有极小点时到达极小点。对其他规则这里不作断言。',
  'explain.say.noPlant': '比较两个梯度各自朝植入的权重引导多远。这些数据没有植入的权重。',
  'explain.say.pull': '在同一点处，松弛的梯度比另一个多出多少朝向植入点的引导。',
  'explain.say.proof':
    '在激活的样本上两个梯度相同。未激活的样本贡献 −y·(z − z*)；当 y > 0 时植入点激活它，故 z* = y，而 z ≤ 0：y·(y − z) 大于零。要求标签没有噪声。',
  'explain.say.proofLeak':
    '在激活的样本上两个梯度相同。对未激活的样本有 y = σ(z*)，而 σ 递增，所以两个括号同号。要求标签没有噪声。',
  'explain.say.noiseInside':
    '标签有噪声时，没有什么能保证符号。ReLU 内的噪声使标签不会小于零，Δ 为负很少见，但确实找到过。',
  'explain.say.noiseOutside':
    '标签有噪声时，没有什么能保证符号：找到过 Δ 为负的点，比噪声在 ReLU 内时更常见。',
  'explain.say.pullBlend': '右边是混合损失：它的 Δ，无论在地图上还是在数字中，都是这个值的 b 倍。',
  'explain.say.firstOrder':
    '它比较的是一小步的方向，而不是整个过程：找到过一些过程，松弛在某一步离植入点更远。',
  'explain.say.always':
    '在松弛上的下降总是优于在损失上的下降。若按字面理解为每个过程的每一步，则与上面找到的过程相矛盾。',
  'explain.say.bowl': '以植入点为中心的圆碗：下降径直走到那里。',
  'explain.say.angle': 't 是 w 与 w* 的夹角。',
  'explain.say.flow':
    'f 的梯度在植入点以及（按约定）在 w = 0 处为零。在步长趋于零的极限下，从同一起点出发，松弛从不离植入点更远。',
  'explain.say.network':
    'm 个神经元，两层都参与训练。惩罚项 β 作用于所有权重。下降可能停在许多地方中的一个。',
  'explain.say.networkKept': 'm 个神经元；输出权重保持初值，但仍计入惩罚项 β。',
  'explain.say.freeBias': 'u 是神经元第一层的斜率。偏置和常数没有代价。',
  'explain.say.collapse':
    '输出权重固定且同号时，它关于 W 是凸的；权重相等时，它有一个所有神经元都相同的极小点：坍缩为一个。符号混合时不是凸的，对两层一起也不是。',
  'explain.say.unchecked': '这是把单个神经元的正则项对各神经元求和。论文自己对多个神经元的形式未能核对。',
  'explain.say.program':
    'D 取遍过 0 的直线所能激活的样本模式。它是凸的，并且当 m 不小于非零块的个数时等于 min F。块 v 变成神经元 w = v/√‖v‖，输出权重为 √‖v‖；对 u 则取相反数。',
  'explain.say.hinges': '折点在数据处的铰链函数 h 上的 LASSO：这是一个特征、偏置自由时的同一规划。',
  'explain.say.sampled': '同一规划，但只用抽样的模式 D：多于两列时模式太多，无法列全。所以它不是下界。',
  'explain.say.certificate':
    '每个这样的 λ 都给出任意宽度下 F 的一个下界。缩放后的残差就是一个：它的曲线在圆上的最大值是精确计算的。',
  'explain.say.certificateHinges':
    '每个这样的 λ 都给出任意宽度下 F 的一个下界。缩放后的残差就是一个：在两个数据点之间 λᵀh 对折点是线性的，所以只需检查数据处的折点。',
  'explain.say.notCertified':
    '每个这样的 λ 都会给出一个下界。多于两列时，没有对所有 u 检验这个条件：这里没有证书。',
  'explain.say.liftLeft': '一个神经元 u 及其输出权重 α，一个数据点 x = 1：不是凸的。',
  'explain.say.liftRight': 'v 代表输出权重为正的神经元的两个权重之积，w 代表输出权重为负的：是凸的。',
  'explain.say.liftOptimum': '乘积给定时，两个权重相等代价最小；所以两个问题的最小值相同。',

  'explain.tex.off': '（未激活时）',
  'explain.tex.left': '左边：',
  'explain.tex.right': '右边：',
  'explain.tex.with': '满足',
  'explain.tex.forAll': '对所有 ',
  'explain.tex.move': '移动',

  'explain.step.title': ({ k }) => `从第 ${k} 步到下一步`,
  'explain.step.coming': ({ k }) => `正在重新计算到第 ${k} 步……`,
  'explain.step.lost': '无法得到这一步的数。',
  'explain.step.quantity': '量',
  'explain.step.left': '左边',
  'explain.step.right': '右边',
  'explain.step.solved': '右边是一轮轮求解的，不是下降的：它没有步长，也没有梯度。逐步演示说明它的一轮。',
  'explain.step.diverges': '不是有限的数：这一边发散',
  'explain.step.k': '第 k 步',
  'explain.step.weights': '第 k 步的权重',
  'explain.step.weightsScaled': '第 k 步的权重（缩放后）',
  'explain.step.more': ({ count }) => `还有 ${count} 个`,
  'explain.step.on': '激活的样本',
  'explain.step.off': '未激活的样本',
  'explain.step.pulling': '未激活而仍有拉力',
  'explain.step.rms': '残差的均方根',
  'explain.step.loss.left': '该处左边的损失 f',
  'explain.step.loss.right': '该处右边的损失',
  'explain.step.fit': 'F 中数据的部分',
  'explain.step.penalty': '惩罚项的部分',
  'explain.step.gradient': '自身的梯度',
  'explain.step.gradientNorm': '它的长度',
  'explain.step.eta': '步长 η',
  'explain.step.velocity': '之前的速度',
  'explain.step.velocityAfter': '之后的速度',
  'explain.step.ahead': '前方的梯度',
  'explain.step.batch': '批次（行）',
  'explain.step.batchGradient': '批次的梯度',
  'explain.step.mean': '梯度的平均',
  'explain.step.square': '梯度平方的平均',
  'explain.step.next': '第 k + 1 步的权重',
  'explain.step.nextScaled': '第 k + 1 步的权重（缩放后）',
  'explain.step.before': '之前的损失',
  'explain.step.after': '之后的损失',
  'explain.step.pull': '这些权重处的 Δ',
  'explain.step.own': '每一边的数都取在它自己的权重处。',
  'explain.step.digits': '每个数都来自引擎；下一步的权重与过程中的逐位相同。',
  'explain.step.formula': ({ side }) => `${side}的更新及其数值`,
  'explain.step.samples': '逐个样本',
  'explain.step.thinned': ({ shown, n }) =>
    `列出 ${n} 个样本中均匀选取的 ${shown} 个；求和与计数针对全部样本。`,
  'explain.sample.row': '行',
  'explain.sample.y': 'y',
  'explain.sample.z': 'z',
  'explain.sample.output': 'σ(z)',
  'explain.sample.residual': 'σ(z) − y',
  'explain.sample.slope': '对 z 的拉力',
  'explain.sample.on': '激活',
  'explain.sample.off': '未激活',

  'explain.walk.title': '逐步看一次更新',
  'explain.walk.start': '逐步看一次更新',
  'explain.walk.end': '结束',
  'explain.walk.previous': '上一段',
  'explain.walk.next': '下一段',
  'explain.walk.again': '走这一步',
  'explain.walk.keys': '左右方向键在各阶段间移动，Esc 键结束。',
  'explain.walk.stage': ({ at, of, name }) => `${at} / ${of}：${name}`,
  'explain.walk.forward': '前向',
  'explain.walk.forward.say': '每个样本的激活值 z = a·w 通过神经元。实心标记是激活的，空心的未激活。',
  'explain.walk.residuals': '残差',
  'explain.walk.residuals.say': '输出减标签：每一边在每个样本上错了多少。',
  'explain.walk.off': '谁未激活',
  'explain.walk.off.say': '在左边，未激活的样本不论错多少都没有贡献。在右边，它仍按标签产生拉力。',
  'explain.walk.off.sayLeak': '在左边，未激活的样本只以因子 s 计入。在右边，它以全部残差产生拉力。',
  'explain.walk.gradient': '梯度',
  'explain.walk.gradient.say': '每个样本的部分首尾相接，其和就是该边地图上的下坡方向。',
  'explain.walk.gradient.sayThinned': '箭头是该边地图上的下坡方向：对全部样本求和，这里只列出其中一些。',
  'explain.walk.gradient.sayMean': '箭头是该边地图上的下坡方向。',
  'explain.walk.step': '走步',
  'explain.walk.step.say': '规则把它变成一次移动：从当前的权重到下一步的权重。',
  'explain.walk.key': '数据面板中：圆形实线是左边，方形是右边。实心是激活的，空心是未激活的。',
  'explain.walk.noArrows': '地图是一个切片：画出的是每个箭头在其上的投影。',
  'explain.walk.noMaps': '只有一个权重时没有地图：由表格说明更新。',
  'explain.walk.noData': '特征多于两个时没有数据面板：由下面的表格说明样本。',
  'explain.mark.network.left': '下降的神经元：圆上的圆点，地图上的路径头',
  'explain.mark.network.right': '右边的神经元：圆上的方块',
  'explain.mark.network.plant': '教师的神经元：圆上的星',
  'explain.mark.network.slope-left': '左边目标函数对地图所示神经元的梯度，画作下坡方向',
  'explain.mark.network.band': '带 ±β，圆上的两条边',
  'explain.mark.network.dead': '没有样本激活的下降神经元',
  'explain.walk.marked': ({ j }) => `图中标出：对第 ${j} 个神经元未激活的样本。`,
  'explain.walk.side': ({ side, name }) => `${side}：${name}`,
  'explain.walk.neuron': '神经元',
  'explain.walk.batch': ({ rows }) => `这里的梯度取全部样本。走步只用它的小批次：第 ${rows} 行。`,
  'explain.walk.some': ({ shown, n }) => `列出 ${n} 个中的 ${shown} 个。`,
  'explain.walk.ended': '凸规划到此结束：没有下一轮。',
  'explain.walk.noCircle': '列数多于两列时没有方向圆可画：由表格说明更新。',
  'explain.step.ofNeuron': ({ j }) =>
    `向量是第 ${j} 个神经元的：先是第一层权重 w，再是输出权重 α。目标函数和惩罚项属于整个网络。`,
  'explain.step.relaxation': '松弛的部分',
  'explain.step.gradientFit': '梯度：数据的部分',
  'explain.step.gradientDecay': '梯度：惩罚项，β 乘权重',
  'explain.step.gradientRelaxed': '梯度：松弛的部分',
  'explain.step.gradientNormAll': '整个梯度的长度',
  'explain.step.blocks': '凸规划的神经元',
  'explain.step.nextBlocks': '之后凸规划的神经元',
  'explain.step.bound': '已证明的下界',
  'explain.step.nextBound': '之后已证明的下界',
  'explain.walk.network.forward': '前向',
  'explain.walk.network.say.forward': ({ j, m }) =>
    m === '1'
      ? '样本通过神经元：z 是第一层权重乘样本。z 大于 0 时输出 α·z，否则输出 0。'
      : `每个样本通过全部 ${m} 个神经元：z = w·a。z 大于 0 时，该神经元给输出加上 α·z，否则什么也不加。z、max(z, 0) 和 α·max(z, 0) 三列是第 ${j} 个神经元的。`,
  'explain.walk.network.residuals': '残差',
  'explain.walk.network.say.residuals': ({ m }) =>
    `输出减标签，逐个样本。${m === '1' ? '' : '所有神经元共用它。'}`,
  'explain.walk.network.off': '谁未激活',
  'explain.walk.network.say.off':
    '对某个神经元未激活的样本（z 不大于 0）对它的梯度没有贡献。没有任何样本激活的神经元是死的：只有惩罚项还在移动它。',
  'explain.walk.network.gradient': '梯度',
  'explain.walk.network.say.gradient': ({ j, m }) =>
    `${m === '1' ? '' : `第 ${j} 个神经元。`}数据的部分：对第一层是全部样本上 残差 · α · a 的平均，对 α 是 残差 · max(z, 0) 的平均；未激活的样本计为 0。惩罚项的部分：β 乘权重。不训练的权重梯度为 0。`,
  'explain.walk.network.step': '走步',
  'explain.walk.network.say.step': '规则把梯度变成所有权重的一次移动。',
  'explain.walk.relaxed.forward': '前向',
  'explain.walk.relaxed.say.forward': ({ j }) =>
    `同样的网络，取右边的权重。z、max(z, 0) 和 α·max(z, 0) 三列是第 ${j} 个神经元的。`,
  'explain.walk.relaxed.residuals': '残差',
  'explain.walk.relaxed.say.residuals': '输出减标签，取右边的权重。',
  'explain.walk.relaxed.off': '谁未激活而仍有拉力',
  'explain.walk.relaxed.say.off': ({ b }) =>
    `对某个神经元未激活的样本仍以 −b · y · α 拉它：松弛的权重 b（这一步为 ${b}）乘它的标签。所以没有样本激活的神经元仍可被数据移动。`,
  'explain.walk.relaxed.gradient': '梯度',
  'explain.walk.relaxed.say.gradient': ({ j }) =>
    `第 ${j} 个神经元。与左边一样，再加上松弛在未激活样本上的部分：对 w 是 −b · y · α · a 的平均，对 α 是 −b · y · z 的平均。`,
  'explain.walk.relaxed.step': '走步',
  'explain.walk.relaxed.say.step': '规则把梯度变成所有权重的一次移动。',
  'explain.walk.lifted.forward': '输出',
  'explain.walk.lifted.say.forward': '对这一个数据，凸规划给出 v − w：没有开关。',
  'explain.walk.lifted.residuals': '残差',
  'explain.walk.lifted.say.residuals': '输出减标签。',
  'explain.walk.lifted.off': '谁被挡住',
  'explain.walk.lifted.say.off': 'v 和 w 不得小于 0。等于 0 而斜率还要把它推低的，被挡在那里。',
  'explain.walk.lifted.gradient': '梯度',
  'explain.walk.lifted.say.gradient':
    'v 的斜率是 残差 + β，w 的斜率是 −残差 + β。投影梯度与之相同，但被挡住的为 0。',
  'explain.walk.lifted.step': '走步与投影',
  'explain.walk.lifted.say.step': '规则移动两者。低于 0 的置为 0：允许范围内最近的点。',
  'explain.walk.exact.forward': '凸规划的网络',
  'explain.walk.exact.say.forward': ({ p }) =>
    p === '0'
      ? '凸规划还没有任何块：它的网络没有神经元，处处输出 0。'
      : `凸规划现有 ${p} 个块 v。每一块是一个神经元，w = v/√‖v‖，α = ±√‖v‖；最后一列是 ‖v‖ = |α|·‖w‖。`,
  'explain.walk.exact.residuals': '残差',
  'explain.walk.exact.say.residuals': '凸规划的网络的输出减标签。',
  'explain.walk.exact.off': '对偶曲线与带',
  'explain.walk.exact.say.off': ({ largest, beta, beyond }) =>
    `在每个方向 u，对偶曲线是 η(u) = r·max(Au, 0)/n，r 是标签减输出。只有 |η(u)| 大于 β = ${beta} 时，沿 u 的新神经元才有用。最大的 |η| 是 ${largest}${beyond === '0' ? '：不再加入新块。' : '。加入带外最高的几个峰，至多八个：符号就是新输出权重的符号。'}`,
  'explain.walk.exact.gradient': '新块，由软阈值得到',
  'explain.walk.exact.say.gradient':
    '一个接一个，每块取其他块不动时最好的长度：(拉力 − β)/q，q = ‖max(Au, 0)‖²/n。拉力不大于 β 的长度为 0。拉力是前面各块加入之后的 |η|。',
  'explain.walk.exact.step': '所有块一起，以及新的下界',
  'explain.walk.exact.say.step':
    '牛顿法把所有块一起移到最好的长度和方向。碰到 0 的块被去掉，同一扇区中同号的两块合并。新的残差缩放到 |η| 不超过 β，就证明一个下界；保留各轮中最好的。',
  'explain.walk.hinges.forward': '凸规划的铰链函数',
  'explain.walk.hinges.say.forward': ({ p }) =>
    `凸规划现有 ${p} 个铰链函数和一个常数。表中把它们写成神经元；大小 |α · 斜率| 按 β 计价。`,
  'explain.walk.hinges.residuals': '残差',
  'explain.walk.hinges.say.residuals': '凸规划的网络（含常数）的输出减标签。',
  'explain.walk.hinges.off': '各折点的拉力与 β',
  'explain.walk.hinges.say.off': ({ largest, beta, beyond }) =>
    `只有 |r·h|/n 大于 β = ${beta} 时铰链函数 h 才有用，r 是标签减输出。所有折点中最大的是 ${largest}；有 ${beyond} 个超出 β。`,
  'explain.walk.hinges.gradient': '新的铰链函数',
  'explain.walk.hinges.say.gradient': ({ came }) =>
    `加入超出 β 的最高的峰，每个按软阈值 (拉力 − β)/q。这一轮之后新增：${came}。`,
  'explain.walk.hinges.step': '所有铰链函数一起，以及新的下界',
  'explain.walk.hinges.say.step':
    '牛顿法把所有铰链函数一起移到最好的大小；碰到 0 的被去掉。新的残差证明一个下界；保留各轮中最好的。',
  'explain.walk.sampled.forward': '凸规划的网络',
  'explain.walk.sampled.say.forward': ({ p }) => `各轮至今找到的最好的网络，有 ${p} 个神经元。`,
  'explain.walk.sampled.residuals': '残差',
  'explain.walk.sampled.say.residuals': '该网络的输出减标签。',
  'explain.walk.sampled.off': '各模式的拉力与 β',
  'explain.walk.sampled.say.off': ({ beta, patterns }) =>
    `对 ${patterns} 个抽样的模式 D，残差的拉力是 AᵀDr/n 在该模式的锥上的投影（最初的门控轮次不投影）。只有长于 β = ${beta} 的拉力才有用。`,
  'explain.walk.sampled.gradient': '新块',
  'explain.walk.sampled.say.gradient': '加入拉力最长的至多八个模式，长度从 0 开始。',
  'explain.walk.sampled.step': '近端步，组软阈值',
  'explain.walk.sampled.say.step':
    '加速近端梯度法（FISTA），每轮 20 到 100 次迭代：所有块走一个 1/L 的梯度步，再把每块投影到它的锥上，长度减去 β/L，不够长的变为 0。最初的轮次可以不用锥（门控 ReLU），再分解成 ReLU 神经元。保留更好的网络；别的模式也许还更好，所以没有任何证明。',
  'explain.rows.sample': '行',
  'explain.rows.neuron': '神经元',
  'explain.rows.weight': '权重',
  'explain.rows.direction': '新',
  'explain.rows.quantity': '量',
  'explain.offRow.sample': '未激活',
  'explain.offRow.neuron': '死的',
  'explain.offRow.weight': '被挡住',
  'explain.row.neurons': '神经元数',
  'explain.row.objective': '目标函数',
  'explain.row.bound': '下界',
  'explain.row.excess': '两者之差',
  'explain.row.patterns': '模式数',
  'explain.row.gap': '在这些模式上的相对间隙',
  'explain.column.z': 'z',
  'explain.column.hidden': 'max(z, 0)',
  'explain.column.part': 'α·max(z, 0)',
  'explain.column.output': '输出',
  'explain.column.y': 'y',
  'explain.column.residual': '输出 − y',
  'explain.column.signed': '大小',
  'explain.column.size': '大小',
  'explain.column.slope': '斜率',
  'explain.column.bias': '偏置',
  'explain.column.alpha': 'α',
  'explain.column.on': '激活',
  'explain.column.off': '未激活',
  'explain.column.fit': '数据',
  'explain.column.decay': '惩罚',
  'explain.column.relaxed': '松弛',
  'explain.column.gradient': '和',
  'explain.column.w1': 'w₁',
  'explain.column.w2': 'w₂',
  'explain.column.length': '长度',
  'explain.column.norm': '‖w‖',
  'explain.column.strength': '‖v‖',
  'explain.column.angle': '角度 °',
  'explain.column.height': 'η(u)',
  'explain.column.beta': 'β',
  'explain.column.edge': '±β',
  'explain.column.pull': '拉力',
  'explain.column.squares': 'q',
  'explain.column.kink': '折点',
  'explain.column.before': '之前',
  'explain.column.after': '之后',
  'explain.column.v': 'v',
  'explain.column.w': 'w',
  'explain.column.value': '值',
  'explain.column.plusMinus': '±残差',
  'explain.column.raw': '斜率',
  'explain.column.unprojected': '按规则',
  'explain.column.projected': '投影后',

  'explain.sources.intro': '参考文献，纯文本。只有点开时才会打开链接。',
  'explain.sources.abstract': '这里只依据它的摘要：手头没有全文，不引用其中的定理。',
  'explain.sources.newTab': '在新标签页中打开',
  'explain.source.relaxation':
    'T. Ergen and M. Pilanci: Convex Optimization for Shallow Neural Networks. 57th Allerton Conference on Communication, Control, and Computing, 2019.',
  'explain.source.glmtron':
    'S. M. Kakade, V. Kanade, O. Shamir and A. Kalai: Efficient Learning of Generalized Linear and Single Index Models with Isotonic Regression. NIPS 2011.',
  'explain.source.glmtron.say': '它的梯度步就是他们的 GLMtron 的更新，其步长为 1。',
  'explain.source.matching':
    'P. Auer, M. Herbster and M. K. Warmuth: Exponentially many local minima for single neurons. NIPS 1995, published 1996.',
  'explain.source.matching.say': '神经元的匹配损失；松弛就是 ReLU 的匹配损失。',
  'explain.source.program':
    'M. Pilanci and T. Ergen: Neural Networks are Convex Regularizers: Exact Polynomial-time Convex Optimization Formulations for Two-layer Networks. ICML 2020, arXiv 2002.10553.',
  'explain.source.program.say': '两层网络的精确凸规划。',
  'explain.source.hinges':
    'T. Ergen and M. Pilanci: Convex Geometry and Duality of Over-parameterized Neural Networks. arXiv 2002.11219.',
  'explain.source.hinges.say': '一个特征：凸规划是铰链函数上的 LASSO。',
  'explain.source.gated':
    'A. Mishkin, A. Sahiner and M. Pilanci: Fast Convex Optimization for Two-Layer ReLU Networks: Equivalent Model Classes and Cone Decompositions. ICML 2022, arXiv 2202.01331.',
  'explain.source.gated.say': '抽样的模式、门控 ReLU 及其分解：用于多于两列的情形。',

  'fact.n': '样本数 n',
  'fact.d': '一个神经元的权重数 d',
  'fact.c': '步长 c，以 1/L 为单位',
  'fact.L': '光滑常数 L',
  'fact.noise': '噪声的大小',
  'fact.blend': '右边的混合比重',
  'fact.end': '两边都停下的步',
  'fact.step': '步本身：@mark 是书签，@now 是场景打开时的步',
  'fact.left.end': '左边停下的步',
  'fact.right.end': '右边停下的步',
  'fact.left.arrived': '左边到达则为 1，否则为 0',
  'fact.right.arrived': '右边到达则为 1，否则为 0',
  'fact.left.loss': '左边在终点或某一步（@40）的损失',
  'fact.right.loss': '右边在终点或某一步的损失',
  'fact.left.distance': '左边在终点或某一步到植入点的距离',
  'fact.right.distance': '右边在终点或某一步到植入点的距离',
  'fact.left.gradient': '左边梯度在终点或某一步的长度',
  'fact.right.gradient': '右边梯度在终点或某一步的长度',
  'fact.left.slow': '左边梯度首次小于 0.001 L 的步：肉眼看不出移动',
  'fact.left.near': '左边首次到达距植入点不超过其长度 1% 处的步',
  'fact.right.near': '右边首次到达距植入点不超过其长度 1% 处的步',
  'fact.left.within': '左边首次到达距植入点不超过其长度 0.1% 处的步',
  'fact.right.within': '右边首次到达距植入点不超过其长度 0.1% 处的步',
  'fact.left.pull': '左边迭代点在终点或某一步的额外拉力 Δ(w)',
  'fact.right.pull': '右边迭代点在终点或某一步的额外拉力 Δ(w)',
  'fact.ahead.step': '右边首次比左边离植入点更远（超过 1e-9）的步',
  'fact.ahead.by': '那里远多少',
  'fact.ahead.steps': '到终点为止这样的步数',
  'fact.ahead.last': '最后一个这样的步',
  'fact.ahead.most': '最多远多少',
  'fact.ahead.mostAt': '达到最多的那一步',
  'fact.dead.share': '位于死区的方向所占的比例',
  'fact.left.minima': '左边损失的严格极小点个数',
  'fact.right.minima': '右边损失的严格极小点个数',
  'fact.left.valleys': '左边损失的极小点连线条数',
  'fact.left.stuck': '左边损失从原点出发不下降的方向所占的比例',
  'fact.right.stuck': '右边损失从原点出发不下降的方向所占的比例',
  'fact.left.basin': '[−3, 3]² 上 61 × 61 个起点中，左边到达植入点的比例',
  'fact.right.basin': '这些起点中，右边到达植入点的比例',
  'fact.left.missed': '这些起点中，左边未到达的比例',
  'fact.pull.least': '该网格上最小的 Δ(w)',
  'fact.pull.negative': '该网格上 Δ(w) 为负的比例',
  'fact.blend.least': '最小的混合比重（精确到百分之一），不小于它时从这个起点都能到达（最多 10,000 步）',
  'fact.runs.count': '用其他种子运行这个设定的次数（最多 200，每次 1000 步）',
  'fact.runs.ahead': '右边在某一步比左边离植入点更远（超过 1e-9）的次数',
  'fact.runs.aheadShare': '所占的比例',
  'fact.runs.aheadLow': '该比例 95% 区间的下端（Wilson）',
  'fact.runs.aheadHigh': '该区间的上端',
  'fact.runs.left': '左边到达植入点或零损失的次数',
  'fact.runs.right': '右边到达植入点或零损失的次数',
  'fact.runs.leftStuck': '左边停在别处的次数',
  'fact.runs.rightStuck': '右边停在别处的次数',
  'fact.runs.rightNotFarther': '右边的终点不比左边离植入点更远（超过 1e-9）的次数',
  'fact.runs.leftMedian': '这些过程结束时左边到植入点距离的中位数',
  'fact.runs.rightMedian': '这些过程结束时右边到植入点距离的中位数',
  'fact.m': '隐藏神经元数 m',
  'fact.teacher': '教师网络的神经元数',
  'fact.beta': '惩罚项的权重 β',
  'fact.patterns': '两个权重的神经元在数据上可能的激活模式数，即扇区数',
  'fact.optimum': '最小的目标函数值：求解凸规划所得',
  'fact.bound': '已证明的下界',
  'fact.gap': '两者的相对间隙，向上取整',
  'fact.program.neurons': '规划所得网络的神经元数',
  'fact.program.rounds': '规划的轮数',
  'fact.program.touches': '规划的曲线触及 ±β 带边界的角度数',
  'fact.left.above': '左边目标函数在终点或某一步高出下界多少；向下取整',
  'fact.left.aboveKnown':
    '在终点或某一步比已知的、不更宽的最好网络高出多少；向下取整，它自己就是最好的则为 0',
  'fact.left.dual': '左边网络在终点或某一步的最大 |η| 与 β 之比：大于 1 则不是最优',
  'embed.open': '完整打开',
  'embed.openTitle': '在单独的页面里打开当前状态，带全部控件',
  'embed.trouble': embedTroubleOf,
  'embed.noParent': ({ got }: { got: string }) =>
    `parent：应为来源（origin），例如 https://example.org；收到的是“${got}”。因此不收发任何消息。`,
  'share.tab.embed': '嵌入',
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

  'share.tab.figure': '插图',
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
  'figure.svg': 'SVG（矢量）',
  'figure.png': 'PNG（像素）',
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

  'share.tab.data': '数据',
  'share.tab.code': '代码',
  'take.waiting': '请稍候……',
  'take.data.intro':
    '图背后的数字，按链接重新计算：位数完全相同，全精度。每个文件都写明内容、单位、链接和版本。',
  'take.table': '表格',
  'take.kind.trajectories': '迭代点与曲线',
  'take.kind.curves': '仅曲线',
  'take.kind.networks': '每一步的网络',
  'take.kind.objectives': '目标函数与下界',
  'take.kind.grid': '窗口上的两种损失',
  'take.kind.stationary': '驻点',
  'take.kind.basins': '吸引域',
  'take.kind.samples': '样本',
  'take.kind.neurons': '当前步的神经元',
  'take.kind.bound': '凸规划，逐轮',
  'take.kind.dual': '对偶曲线',
  'take.about.trajectories': '每步一行，两边都有：步数、梯度计算次数、权重、损失、到植入点的距离、梯度范数。',
  'take.about.curves': '同上，但不含权重：梯度计算次数、损失、到植入点的距离、梯度范数。',
  'take.about.networks': '每步、每边、每个神经元一行：它的权重和输出权重。',
  'take.about.objectives': '每步一行：梯度计算次数、目标函数值、梯度范数；有已证明的下界时也列出。',
  'take.about.grid': '当前窗口各格子中心处的两种损失；权重多于两个时，在当前显示的平面上。',
  'take.about.stationary': '两种损失的极小点、鞍点、谷、脊和平台，逐扇区求得。',
  'take.about.basins': '在当前规则和步长下，从窗口的每个格子出发，下降停在哪里。',
  'take.about.samples': '特征和标签，即抽取或读入的值。',
  'take.about.neurons': '两边网络的每个神经元：它的权重和输出权重。',
  'take.about.bound': '每一轮的目标函数值、已证明的下界和间隙，直到结束。',
  'take.about.dual': '两边残差的对偶曲线，取方向圆上的 512 个方向。',
  'take.atStep': ({ k }) => `第 ${formatCount(k)} 步。`,
  'take.last': '到第几步',
  'take.every': '每几步取一步',
  'take.size': '格子',
  'take.cells': ({ cells }) => `${formatCount(cells)} × ${formatCount(cells)}`,
  'take.wrong.last': ({ most }) => `到第几步：应为 0 到 ${formatCount(most)} 之间的整数。`,
  'take.wrong.every': ({ most }) => `每几步取一步：应为 1 到 ${formatCount(most)} 之间的整数。`,
  'take.extent': ({ rows, columns, kilobytes, isKnown }) =>
    `${isKnown ? '' : '约 '}${formatCount(rows)} 行、${formatCount(columns)} 列，${isKnown ? '约 ' : ''}${formatBytes(kilobytes)}。`,
  'take.tooLarge': ({ numbers, most }) =>
    `共有 ${formatCount(numbers)} 个数；一个文件最多容纳 ${formatCount(most)} 个。请少取一些步，或每十步取一步，或只取曲线。`,
  'take.save.csv': '保存 CSV',
  'take.save.json': '保存 JSON',
  'take.making': '文件的完成进度',
  'take.cancel': '取消',
  'take.cancelled': '已取消：没有保存任何文件。',
  'take.saved': ({ name, kilobytes }) => `已保存：${name}，${formatBytes(kilobytes)}。`,
  'take.failed': '没有成功：这个设定无法再次打开。请关闭对话框后重试。',
  'take.reading': '读取 CSV 文件',
  'take.readingNote':
    '第一行是列名，其后以 # 开头的各行说明它们的含义。JSON 的 “header” 和 “rows” 里是同样的内容。',
  'take.language': '语言',
  'take.language.python': 'Python',
  'take.language.typescript': 'TypeScript',
  'take.language.shell': '命令行',
  'take.code.python':
    '一个独立的 NumPy 脚本：生成同样的数据，两边走同样的步。改一改其中的设置，看看会发生什么。',
  'take.code.typescript': '用本页自己的引擎（作为库，见 docs/engine.md）重现这次运行。',
  'take.code.shell': '不用浏览器得到同样的数字，在项目的检出目录中运行（见 docs/replay.md）。',
  'take.copy': '复制代码',
  'take.copied': '代码已复制。',
  'take.notCopied': '浏览器不允许页面复制。请手动选中代码，或保存为文件。',
  'take.saveCode': ({ name }) => `保存 ${name}`,
  'take.savedCode': ({ name }) => `已保存：${name}。`,
  'take.refused.features': ({ most, got }) =>
    `没有脚本：数据有 ${formatCount(got)} 个数（最多 ${formatCount(most)} 个），光是生成就要几分钟。本页按每一步的变化来计算这样的运行；TypeScript 和命令行能给出同样的位数。`,
  'take.refused.problem': '没有脚本：还没有人把这个问题写成 NumPy。TypeScript 和命令行给出它的数字。',
  'take.refused.work': ({ most, got }) =>
    `没有脚本：约 ${formatCount(got)} 次乘法（最多 ${formatCount(most)} 次）在 NumPy 里太慢。请回到更早的一步，或选用 TypeScript、命令行。`,

  'share.tab.film': '影片',
  'share.film.waiting': '请稍候……',
  'share.film.intro': '把这场赛跑做成影片：由算出的每一步逐帧绘制，不是录屏，所以机器再慢也不会丢帧。',
  'share.film.format': '格式',
  'share.film.formatOf': ({ format, codec }) =>
    `${FILM_FORMATS[format]}${codec ? `（${FILM_CODECS[codec]}）` : ''}`,
  'share.film.noVideo': noVideoOf,
  'share.film.noCodec': ({ format }) =>
    format === 'mp4'
      ? '没有 MP4：此浏览器不能编码这个尺寸的 H.264。'
      : '没有 WebM：此浏览器不能编码这个尺寸的 VP9、VP8 或 AV1。',
  'share.film.size': '尺寸',
  'share.film.sizeOf': ({ width, height }) => `${width} × ${height}`,
  'share.film.custom': '自定',
  'share.film.width': FILM_FIELDS.width,
  'share.film.height': FILM_FIELDS.height,
  'share.film.rate': '每秒帧数',
  'share.film.gifRates': 'GIF 以百分之一秒计时：这些帧率它能准确表示。',
  'share.film.from': FILM_FIELDS.from,
  'share.film.to': FILM_FIELDS.to,
  'share.film.toEnd': '到赛跑结束',
  'share.film.seeking': '正在寻找赛跑的终点',
  'share.film.ended': ({ k }) => `到第 ${formatCount(k)} 步两边都已结束。`,
  'share.film.notEnded': ({ k }) => `到第 ${formatCount(k)} 步仍有一边在移动。`,
  'share.film.pace': '节奏',
  'share.film.pace.seconds': '总共若干秒',
  'share.film.pace.steps': '每秒若干步',
  'share.film.seconds': FILM_FIELDS.seconds,
  'share.film.stepsPerSecond': FILM_FIELDS.stepsPerSecond,
  'share.film.holdFirst': '首帧停留（秒）',
  'share.film.holdLast': '末帧停留（秒）',
  'share.film.look': '外观',
  'share.film.caption': '附说明：设定、步数、参数、网址',
  'share.film.preview': ({ k }) => `预览：第 ${formatCount(k)} 步`,
  'share.film.will': ({ frames, pictures, seconds, width, height, bytes }) =>
    `${formatCount(frames)} 帧，${formatCount(pictures)} 个不同的步，${formatFixed(seconds, 1)} 秒，${width} × ${height}，大致 ${formatBytes(bytes / 1000)}。`,
  'share.film.first': ({ k, frontier }) =>
    `先计算第 ${formatCount(frontier + 1)} 到 ${formatCount(k)} 步；页面停在原来的步。`,
  'share.film.flat': '影片从上方显示地图，不用立体视图。',
  'share.film.trouble': filmTroubleOf,
  'share.film.make': '制作影片',
  'share.film.cancel': '取消',
  'share.film.cancelled': '已取消：什么都没有保留。',
  'share.film.progress': '影片的完成进度',
  'share.film.phase.steps': ({ done, of }) => `正在计算第 ${formatCount(done)} 步，共 ${formatCount(of)} 步`,
  'share.film.phase.maps': '正在等待最精细的地图',
  'share.film.phase.frames': ({ done, of }) => `第 ${formatCount(done)} 帧，共 ${formatCount(of)} 帧`,
  'share.film.stay': '请保持对话框的这一页打开；关闭它，制作也随之结束。',
  'share.film.making': '正在制作影片。',
  'share.film.ready': ({ name, frames, seconds, bytes }) =>
    `完成：${name}，${formatCount(frames)} 帧，${formatFixed(seconds, 1)} 秒，${formatBytes(bytes / 1000)}。`,
  'share.film.save': ({ name }) => `保存 ${name}`,
  'share.film.saved': ({ name }) => `已保存：${name}`,
  'share.film.another': '再做一部',
  'share.film.result': ({ name }) => `影片 ${name}`,
  'share.film.lost': '期间这次运行被重新打开，或者它的引擎不在了：没有制作影片。',
  'share.film.tooLarge': ({ bytes }) =>
    `文件超过了 ${formatBytes(bytes / 1000)}，这是内存里最多保留的大小：没有制作影片。请缩小尺寸或减少帧数。`,
  'share.film.failed': ({ format }) =>
    `浏览器未能制作这个 ${FILM_FORMATS[format]}：请换一种格式或更小的尺寸。`,

  'update.title': '新版本',
  'update.waiting': '新版本已经就绪。地址保留着当前的设定和步数，保存的内容都不会丢失。',
  'update.taken': '新版本已经启用。这个标签页继续使用旧版本，重新加载后才会更换。',
  'update.loses': '自己的数据太长，放不进地址，浏览器也无法保存它：之后需要重新打开它的文件。',
  'update.stayed': '新版本没有及时接替，本页照旧运行。可以再试一次，或关闭本页的所有标签页后重新打开。',
  'update.use': '现在使用',
  'update.later': '以后再说',
  'update.using': '正在换到新版本…',
  'help.licences': '本页所用软件的许可证',
} as const satisfies Dictionary;

addWords('zh', zh);
