import { formatCount, formatFixed, formatNumberShort } from '../../i18n/format.ts';
import { formatBytes } from '../../i18n/format-bytes.ts';
import type { Translated } from '../../i18n/messages.ts';
import { KINDS } from '../../i18n/phrase.zh.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'drawer.title': '设定',
  'drawer.presets': '示例',
  'drawer.open': '打开自己的 CSV……',
  'own.title': '你的数据',
  'own.lead':
    '粘贴、拖入或打开一个带表头的 CSV。名为 y 的列是标签，没有则取最后一列；其余的数值列都是特征。数据不会离开这台设备。',
  'own.awaited': '这个链接的数据太大，没有放进链接。打开、粘贴或拖入它的文件，运行就会按链接打开。',
  'own.decimal': '小数点',
  'own.columns': '标签和列',
  'own.label': '标签',
  'own.features': '特征',
  'own.column': ({ number }) => `第 ${number} 列`,
  'own.isOnes': '全是 1：偏置',
  'own.holds': ({ kind }) => KINDS[kind],
  'own.leadOutputs':
    '粘贴、拖入或打开一个 CSV。最后几列是输出，其余各列是特征。最后一列若含有文字，则是至多 8 个类别的名称，每类一个输出。数据不会离开这台设备。',
  'own.leadMeans':
    '粘贴、拖入或打开一个至多 50 列数的 CSV，可以没有表头。只使用每列的均值，不作缩放。数据不会离开这台设备。',
  'own.leadMatrices':
    '粘贴、拖入或打开一个 CSV：上下排列的两个数值方阵，2 到 10 列，可以没有表头。数据不会离开这台设备。',
  'own.leadColumns': '粘贴、拖入或打开一个 CSV。各列按名称查找，没有这些名称时按顺序。数据不会离开这台设备。',
  'own.meanColumns': '列',
  'own.outputs': '输出（最后几列）',
  'own.paste': 'CSV 文本',
  'own.open': '打开文件……',
  'own.drop': '或者把文件拖到、把表格粘贴到页面的任何位置',
  'own.bias': '添加偏置（最后一列全是 1）',
  'own.std': '将特征标准化',
  'own.elsewhere': ({ name }) => `这个问题不使用表格：数据会在“${name}”中打开。`,
  'own.use': '使用这些数据',
  'own.took': ({ rows, features, label }) =>
    `已载入 ${formatCount(rows)} 行。特征：${features.join('、') || '无'}。标签：${label}。`,
  'own.tookOutputs': ({ rows, features, outputs, classes }) =>
    `已载入 ${formatCount(rows)} 行。特征：${features.join('、') || '无'}。${
      classes.length > 0 ? `${outputs!.join()} 的类别：${classes.join('、')}` : `输出：${outputs!.join('、')}`
    }。`,
  'own.tookMeans': ({ rows, features, means }) =>
    `已载入 ${formatCount(rows)} 行。只使用均值：${features.map((name, j) => `${name} ${formatNumberShort(means![j]!)}`).join('、')}。`,
  'own.tookMatrices': ({ rows, features }) =>
    `已载入 ${formatCount(rows)} 行，每行 ${features.length} 个数。`,
  'own.tookColumns': ({ rows, names, classes }) =>
    `已载入 ${formatCount(rows)} 行：${names.join('、')}${classes.length > 0 ? `（${classes.join('、')}）` : ''}。`,
  'own.noneRefused': '全部行已载入。',
  'own.tooLarge': ({ megabytes }) => `文件大小为 ${megabytes} MB；上限为 50 MB。`,
  'own.file': ({ name, bytes }) => `${name}，${formatBytes(bytes / 1000)}`,
  'own.reading': ({ name }) => `正在读取 ${name}`,
  'own.progress': ({ bytes, size }) => `${formatFixed(bytes / 1e6, 1)} / ${formatBytes(size / 1000)}`,
  'own.cancel': '取消',
  'own.cancelled': '已取消：什么都没有改变。',
  'own.unreadable': '文件无法读取。',
  'own.sampledOutputs':
    '至多两列（含偏置），或三列且至多 60 行时，凸规划是精确的；更多时方向是抽样的，没有已证明的下界。',
  'own.sampled': '至多两列（含偏置）时，凸规划是精确的；列数更多时激活模式是抽样的，没有已证明的下界。',

  'class.title': '课堂链接',
  'class.lead': '链接可以锁定或隐藏控件。隐藏的控件仍显示它的值。学生随时可以在“帮助”中解除全部限制。',
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
  'class.part.ensemble': '有多常见？',
  'class.part.own': '你的数据',
  'class.part.scenario': '设定面板',
  'class.part.presets': '示例',
  'class.part.problem': '问题',
  'class.part.share': '分享',
  'class.part.help': '帮助',
  'tone.toggle': '随损失变化的声音',
  'tone.mapping':
    '播放时，左边的声音在左耳，右边的在右耳。两个起点中较大的超额损失对应 440 Hz（A 音）；每缩小到十分之一降低一个小三度，最低 110 Hz。',
};
