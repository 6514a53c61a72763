import { formatCount, formatFixed } from '../../i18n/format.ts';
import { formatBytes } from '../../i18n/format-bytes.ts';
import type { Translated } from '../../i18n/messages.ts';
import { COLUMN_KINDS } from '../../i18n/phrase.zh.ts';
import { addWords } from '../../i18n/words.ts';
import type { words as english } from './words.en.ts';

export const words = {
  'drawer.title': '设定',
  'drawer.presets': '从预设开始',
  'drawer.open': '打开自己的 CSV……',
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
  'own.sampled':
    '多于两列时激活模式是抽样的，没有已证明的下界；只有两列，或一列加一列 1 时，凸规划是精确的。',

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
} as const satisfies Translated<typeof english>;

addWords('zh', words);
