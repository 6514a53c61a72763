import { formatCount, formatNumberShort } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import { FRAMES, type Frame } from '../../session/lecture.ts';
import type { StorageTrouble } from '../../storage/browser-store.ts';
import type { LectureProblem } from '../../storage/lectures/document.ts';
import type { EditorMessage } from './edit/editor-message.ts';
import type { FactFault } from './edit/fact-faults.ts';
import type { words as english } from './words.en.ts';

/** Adds the space between Chinese and a Latin letter or digit. */
function spaced(text: string): string {
  return /^[\w-]/.test(text) ? ` ${text}` : text;
}

/** Formats MB, rounded up to a tenth. */
const megabytes = (bytes: number) => formatNumberShort(Math.ceil((10 * bytes) / 1e6) / 10);

const FAULT_NAMES: Readonly<Record<FactFault, string>> = {
  name: '没有叫这个名称的数，所以保持原样',
  mark: '这需要书签，而这个场景没有书签，所以保持原样',
  last: '这需要末步，而这个场景没有末步，所以保持原样',
  noStep: '这个数不按步读取，不能带 @，所以保持原样',
  step: '@ 后面应是步数、mark、now 或 last，所以保持原样',
  format: '没有叫这个名称的格式，所以保持原样',
  control: '这个问题没有这个控件，所以保持原样',
  thing: '图中没有叫这个名称的标记，所以保持原样',
  value: '这个场景没有这个数，所以那里显示“–”；它可能需要星标、两个权重或另一个问题',
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

const PART_NAMES = {
  gap: '差距条',
  floor: '下界',
  labels: '标记的名称',
  marks: '极小点、谷和死区',
  ground: '以盆地或拉力着色',
  letters: '两种损失的字母',
  knob: '主滑块',
  titles: '两边的名称',
  readouts: '图上的数值',
  verdict: '两边的结论',
  terms: '数学用语',
} as const;

const PART_TIMES = { on: '从一开始', bookmark: '从书签起', end: '到结束时' } as const;

const named = (title: string) => `《${title || '未命名'}》`;

function expectedOf({ expected, limit }: LectureProblem): string {
  switch (expected) {
    case 'text':
      return '文字';
    case 'flag':
      return ' true 或 false';
    case 'step':
      return ` 0 到 ${formatCount(limit)} 之间的整数，或 null`;
    case 'minutes':
      return `大于 0、不超过 ${formatCount(limit)} 的分钟数`;
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
  return {
    missing: `这个浏览器不能存储讲座。${lost}`,
    refused: `浏览器不允许本页面存储讲座。${lost}`,
    blocked: `浏览器的存储没有回应，可能是因为另一个标签页。${lost}`,
    newer: `浏览器的存储来自本页面的更新版本。${lost}`,
    full: `浏览器的存储已满：最近的改动没有存下。${lost}`,
    broken: `浏览器的存储出错。${lost}`,
    unreadable: '有一个已存储的讲座无法读取，没有显示。它仍在存储中。',
  }[trouble];
}

function messageOf(message: EditorMessage): string {
  switch (message.what) {
    case 'moved':
      return `${named(message.title)}现在是第 ${formatCount(message.place)} 个场景，共 ${formatCount(message.scenes)} 个。`;
    case 'added':
      return `已添加场景${named(message.title)}。`;
    case 'updated':
      return `场景${named(message.title)}现在是页面当前的画面。`;
    case 'duplicated':
      return `已复制${named(message.title)}。`;
    case 'removed':
      return `已删除场景${named(message.title)}。`;
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
      return `已删除${named(message.deleted.lecture.title)}。`;
    case 'imported':
      return `已导入${named(message.title)}。`;
    case 'refused':
      return problemOf(message.problem);
    case 'copied':
      return `链接已复制：整个讲座共 ${formatCount(message.characters)} 个字符。`;
    case 'tooLong':
      return `打包后的讲座有 ${formatCount(message.characters)} 个字符；一个链接能容纳 ${formatCount(message.limit)} 个。太长了，请导出为文件。`;
    case 'noCode':
      return `链接有 ${formatCount(message.characters)} 个字符，二维码最多容纳 ${formatCount(message.limit)} 个。演示时按 Q 会显示场景的二维码。`;
    case 'conflict':
      return `${named(message.title)}在另一个标签页中被改动。两个版本都保留：你的现在叫${named(message.copy)}。`;
    case 'renewed':
      return `${named(message.title)}在另一个标签页中被改动；这里是它现在的样子。`;
    case 'elsewhere':
      return `${named(message.title)}正在另一个标签页中打开。请先在那里关闭它。`;
    case 'free':
      return `现在可以在这里编辑${named(message.title)}。`;
    case 'gone':
      return `${named(message.title)}已在另一个标签页中删除。`;
    case 'exported':
      return `已导出为 ${message.name}。`;
  }
}

export const words: Translated<typeof english> = {
  'lecture.title': '讲座',
  'lecture.shipped': '现成的讲座',
  'lecture.own': '自己的讲座',
  'lecture.none': '讲座是一串场景：页面的一个个状态，各带着你要说的话和要问的问题。',
  'lecture.length': ({ scenes, minutes }) =>
    minutes > 0
      ? `${formatCount(scenes)} 个场景，约 ${formatCount(minutes)} 分钟`
      : `${formatCount(scenes)} 个场景`,
  'lecture.menuOwn': '我的讲座，或新建一个…',
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
  'lecture.code': '二维码',
  'lecture.codeOf': ({ title }) => `${named(title)}的二维码`,
  'lecture.linkPrompt': '讲座的链接：',
  'lecture.delete': '删除',
  'lecture.untitled': '未命名',
  'lecture.undoDelete': '撤销',
  'lecture.dismiss': '知道了',
  'lecture.trouble': troubleOf,
  'lecture.unsaved': ({ titles }) => `没有存下：${titles.map(named).join('、')}。`,
  'lecture.takeAway': ({ title }) => `下载${named(title)}`,
  'lecture.message': messageOf,
  'lecture.noticedMore': ({ count }) => `另有 ${formatCount(count)} 条。`,
  'lecture.noticed': ({ scene, words }) => `场景 ${formatCount(scene)}：${words}`,

  'lecture.back': '全部讲座',
  'lecture.elsewhere':
    '这个讲座正在另一个标签页中打开，所以在这里只能阅读。在那里关闭讲座或关闭那个标签页后，就可以在这里编辑。',
  'lecture.editCopy': '编辑副本',
  'lecture.readOnly': '只读',
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
  'lecture.field.end': '终点时用大字显示的一句话',
  'lecture.field.endHint': '留空则仍显示问题',
  'lecture.field.frame': '加框，请大家看这里',
  'lecture.frame': ({ frame }) => FRAME_NAMES[frame],
  'lecture.parts': '这个场景显示什么',
  'lecture.control': ({ title }) => `“${title}”`,
  'lecture.part': ({ part }) => PART_NAMES[part],
  'lecture.partEnters': ({ title }) => `何时出现：${title}`,
  'lecture.partTime': ({ time }) => PART_TIMES[time],
  'lecture.field.notes': '讲者备注，不给大家看',
  'lecture.field.moment': '备注中的亮点',
  'lecture.field.momentHint': '一句听众会讲给别人听的话',
  'lecture.field.bookmark': '书签：播放时首次停下的步',
  'lecture.field.last': '末步：场景在这一步结束（留空则到两边都结束为止）',
  'lecture.field.minutes': '计划分钟数',
  'lecture.field.bookmarkHint': '无',
  'lecture.takeStep': ({ step }) => `取第 ${formatCount(step)} 步`,
  'lecture.field.guess': '请大家猜两边的终点',
  'lecture.facts': '计算得出的数',
  'lecture.factsHint': ({ name, at, control, mark }) =>
    `在这些文字中，${name} 会变成引擎为这个场景计算的数；${at} 读取第 40 步，@mark 读取书签处，@now 读取最初显示的那一步，@last 读取末步。选择一个即可插入。备注中的 ${control} 按链接里的键名指明一个控件，并把它放到讲台画面上。${mark} 会变成图中所画之物的名称：文字出现时，场景里必须看得到它；${mark.replace('}}', '|文字}}')} 保留你自己的文字。`,
  'lecture.factFault': ({ fault, names }) => `${FAULT_NAMES[fault]}：${names}`,
  'lecture.update': '用页面当前的画面更新',
  'lecture.duplicateScene': '复制场景',
  'lecture.deleteScene': '删除场景',
};
