import { formatCount } from '../../i18n/format.ts';
import { formatBytes } from '../../i18n/format-bytes.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './take-away-words.en.ts';

export const words: Translated<typeof english> = {
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
  'take.about.trajectories': '每步一行，两边都有：步数、梯度计算次数、权重、损失、到星标的距离、梯度范数。',
  'take.about.curves': '同上，但不含权重：梯度计算次数、损失、到星标的距离、梯度范数。',
  'take.about.networks': '每步、每边、每个神经元一行：它的权重和输出权重。',
  'take.about.objectives': '每步一行：梯度计算次数、目标函数值、梯度范数；有已证明的下界时也列出。',
  'take.about.grid': '当前窗口各格子中心处的两种损失；权重多于两个时，在当前显示的平面上。',
  'take.about.stationary': '两种损失的极小点、鞍点、谷、脊和平台，逐扇区求得。',
  'take.about.basins': '在当前规则和步长下，从窗口的每个格子出发，梯度下降停在哪里。',
  'take.about.samples': '特征和标签，即抽取或读入的值。',
  'take.about.neurons': '两边网络的每个神经元：它的权重和输出权重。',
  'take.about.bound': '每一轮的目标函数值、已证明的下界和间隙，直到结束。',
  'take.about.dual': '两边残差的对偶曲线，取方向圆上的 512 个方向。',
  'take.atStep': ({ k }) => `第 ${formatCount(k)} 步。`,
  'take.last': '到第几步',
  'take.every': '每几步取一步',
  'take.size': '网格',
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
    '一个独立的 NumPy 脚本：生成同样的数据，两边走同样的步。改一改其中的设置，看看会发生什么。笔记本里是同一次运行：以数组给出，附表格和图。',
  'take.code.typescript': '用本页自己的引擎（作为库，见 docs/engine.md）重现这次运行。',
  'take.code.shell': '不用浏览器得到同样的数字，在项目的检出目录中运行（见 docs/replay.md）。',
  'take.copy': '复制代码',
  'take.copied': '代码已复制。',
  'take.notCopied': '浏览器阻止了复制。请手动选中代码，或保存为文件。',
  'take.saveCode': ({ name }) => `保存 ${name}`,
  'take.savedCode': ({ name }) => `已保存：${name}。`,
  'take.refused.features': ({ most, got }) =>
    `没有脚本：数据有 ${formatCount(got)} 个数（最多 ${formatCount(most)} 个），光是生成就要几分钟。本页按每一步的变化来计算这样的运行；TypeScript 和命令行能给出同样的位数。`,
  'take.refused.problem': '没有脚本：这个问题还没有 NumPy 版本。TypeScript 和命令行给出它的数字。',
  'take.refused.work': ({ most, got }) =>
    `没有脚本：约 ${formatCount(got)} 次乘法（最多 ${formatCount(most)} 次）在 NumPy 里太慢。请回到更早的一步，或选用 TypeScript、命令行。`,
};
