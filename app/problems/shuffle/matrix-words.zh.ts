import { formatCount } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english, NearestTold } from './matrix-words.en.ts';

const nearest = (of: NearestTold | null) => {
  if (!of) return '';
  const { line, cost, costs, tie } = of;
  if (!tie) return `最近的排列：${line}，代价 ${cost}。`;
  if (!costs) return '平局：几个排列同样近。';
  return costs[0] === costs[1]
    ? `平局：几个代价为 ${cost} 的排列同样近。`
    : `平局：代价 ${costs[0]} 到 ${costs[1]} 的几个排列同样近。`;
};

export const words: Translated<typeof english> = {
  'shuffle.matrix.rows': ({ layers }) => (layers ? '第 2 层的通道' : 'A 的节点'),
  'shuffle.matrix.columns': ({ layers }) => (layers ? '第 1 层的通道' : 'B 的节点'),
  'shuffle.matrix.penalty': ({ penalty }) => `条形合计为惩罚 ${penalty}`,
  'shuffle.matrix.nearest': '最近',
  'shuffle.matrix.tied': '平局',
  'shuffle.matrix.best': ({ count }) => (count === 1 ? '最优' : `${formatCount(count)} 个最优之一`),
  'shuffle.matrix.hint': ({ of }) => `${nearest(of)}指向一个元素即可读取。`,
  'shuffle.matrix.read': ({ row, column, value, layers, nearest, tied, best, pays }) => {
    const place = layers
      ? `第 1 层的通道 ${formatCount(column)} 到第 2 层的通道 ${formatCount(row)}`
      : `A 的节点 ${formatCount(row)} 配 B 的节点 ${formatCount(column)}`;
    const marks = [
      ...(nearest ? ['属于最近的排列'] : []),
      ...(tied ? ['属于一个并列的排列'] : []),
      ...(best ? ['属于一个最优排列'] : []),
    ];
    const paid = pays ? `这一行给 P 增加 ${pays[0]}，这一列增加 ${pays[1]}。` : '';
    return `M 为 ${value}：${[place, ...marks].join('，')}。${paid}`;
  },
  'shuffle.matrix.sort': '把最优排列排到对角线上',
  'aria.shuffle.matrix': ({ side }) => `${side}：矩阵 M 的热图`,
  'aria.shuffle.matrix.surface': ({ side }) => `${side}：矩阵 M。用方向键逐个读取元素。`,
  'alt.shuffle.matrix': ({ n, penalty, of }) =>
    `${formatCount(n)} 行 ${formatCount(n)} 列的双随机矩阵${penalty && `，P 为 ${penalty}`}。${nearest(of)}`,
  'shuffle.triangles.evens': '偶',
  'shuffle.triangles.odds': '奇',
  'shuffle.triangles.even': ({ gauge }) => `偶 ${gauge}`,
  'shuffle.triangles.odd': ({ gauge }) => `奇 ${gauge}`,
  'shuffle.triangles.out': '离中心多远，合计至多 1',
  'shuffle.triangles.hint': ({ of }) =>
    `${nearest(of)}M − J/3 恰好是两点之和，两点各在自己的平面上。阴影：另一点不动时，这一点可在的范围。`,
  'shuffle.triangles.corner': ({ line, name, cost, best, along, threshold, trap }) =>
    `${line}（${name}）：代价 ${cost}${best ? '，最优' : ''}。与 M 的吻合度为 ${along}（满分 3），取整取吻合度最大的。${threshold && `λ 超过 ${threshold} 时是陷阱${trap ? '：现在就是' : ''}。`}`,
  'shuffle.triangles.matrix': ({ rows, even, odd }) =>
    `M = [${rows.join(' | ')}]。两点离中心 ${even} 和 ${odd}（边界为 1），合计至多 1。`,
  'aria.shuffle.triangles': ({ side }) => `${side}：所有 3 × 3 双随机矩阵，画成两个相连的三角形`,
  'aria.shuffle.triangles.surface': ({ side }) => `${side}：偶排列和奇排列。用方向键逐个读取各顶点和 M。`,
  'alt.shuffle.triangles': ({ corners, even, odd, of }) =>
    `偶排列是一个三角形的三个顶点，奇排列是另一个三角形的；代价：${corners.join('、')}。M 在每个三角形中是一点，离中心 ${even} 和 ${odd}。${nearest(of)}`,
  'shuffle.more': '第三幅图',
  'shuffle.about.more': ({ line, name, levels }) =>
    `${levels ? '点击或拖动即可设定 λ。' : ''}${line} 是 ${name} 的简写。`,
  'shuffle.levels.title': '每个 λ 的每个驻点',
  'shuffle.levels.minimum': '极小点',
  'shuffle.levels.saddle': '鞍点',
  'shuffle.levels.maximum': '极大点',
  'shuffle.levels.bound': '没有顶点的代价更低',
  'shuffle.levels.least': '松弛',
  'shuffle.levels.slide': 'λ 占 L 的份额',
  'shuffle.levels.share': ({ share }) => `λ = ${share} L`,
  'shuffle.levels.flat': 'L 为 0：E 处处相同，每个排列都是最优的。',
  'shuffle.levels.thresholds': ({ least, most, always, traps, of }) => {
    if (always === of) return '只要 λ 大于 0，每个顶点都能留住下降（已证明）。';
    const from =
      always === 0
        ? `λ 低于 ${least} L 时没有一个顶点能留住下降`
        : `只要 λ 大于 0，就有 ${formatCount(always)} 个顶点能留住下降`;
    return `${from}；高于 ${most} L 时每个顶点都能（已证明）。在这个 λ 下，${formatCount(of)} 个中有 ${formatCount(traps)} 个能。`;
  },
  'shuffle.levels.read': ({ share, traps, corners, between, others }) =>
    [
      `λ = ${share} L：${traps.length === 0 ? '没有陷阱' : `陷阱 ${traps.join('、')}`}`,
      ...(corners.length > 0 ? [`极小点 ${corners.join('、')}`] : []),
      ...(between.length > 0 ? [`顶点之间的极小点，E 为 ${between.join('、')}`] : []),
      ...(others > 0 ? [`鞍点或极大点 ${formatCount(others)} 个`] : []),
    ].join('；'),
  'shuffle.levels.corner': ({ line, cost, share }) => `${line} 代价 ${cost}，λ 高于 ${share} L 时是陷阱。`,
  'shuffle.levels.told': ({ bound, left, right }) =>
    `没有顶点的代价低于 ${bound}。松弛一边在 E = ${left} 处，惩罚一边在 E = ${right} 处。`,
  'aria.shuffle.levels': '三角形上 E + λP 的驻点随 λ 的变化，按 E 画出',
  'shuffle.costs.title': ({ n, listed }) =>
    listed ? `全部 ${formatCount(n)} 个排列的代价` : `${formatCount(n)} 个排列的代价：未列出`,
  'shuffle.costs.best': '最优',
  'shuffle.costs.bound': '没有排列的代价更低',
  'shuffle.costs.trap': '在这个 λ 下是陷阱',
  'shuffle.costs.free': '不是陷阱',
  'shuffle.costs.count': '个数',
  'shuffle.costs.none': '未列出',
  'shuffle.costs.hint': ({ n, permutations, best, listed, traps, asks }) => {
    const all = formatCount(permutations);
    if (!listed)
      return `n = ${formatCount(n)} 时 ${all} 个排列多得无法列出，最优值未知。${asks ? '' : '没有排列的代价低于这条线（已证明）。'}`;
    const known = best
      ? `最低代价为 ${best.cost}${best.count === 1 ? '' : `（有 ${formatCount(best.count)} 个）`}，列出全部 ${all} 个即为证明。`
      : `全部 ${all} 个都已列出。`;
    return traps === null ? known : `${known}在这个 λ 下有 ${formatCount(traps)} 个是陷阱。`;
  },
  'shuffle.costs.read': ({ costs, count, of, lines, traps, best }) => {
    const range = costs[0] === costs[1] ? `代价 ${costs[0]}` : `代价 ${costs[0]} 到 ${costs[1]}`;
    const some = `${range}：${formatCount(of)} 个排列中的 ${formatCount(count)} 个`;
    const named = lines.length > 0 ? `（${lines.join('、')}${count > lines.length ? '……' : ''}）` : '';
    const are =
      traps === null
        ? ''
        : traps === 0
          ? '，在这个 λ 下都不是陷阱'
          : `，在这个 λ 下有 ${formatCount(traps)} 个是陷阱`;
    const marked = best === 0 ? '' : best === count ? '，最优' : `，其中 ${formatCount(best)} 个最优`;
    return `${some}${named}${marked}${are}。`;
  },
  'shuffle.costs.told': ({ bound, left, right, nearest }) =>
    `没有排列的代价低于 ${bound}。松弛一边在 E = ${left} 处，取整为 ${nearest[0]}；惩罚一边在 E = ${right} 处，取整为 ${nearest[1]}。`,
  'shuffle.costs.tie': ({ least, largest }) =>
    least === largest ? `平局，代价 ${least}` : `平局，代价 ${least} 到 ${largest}`,
  'shuffle.costs.anyTie': '平局',
  'aria.shuffle.costs.surface': '全部排列的代价。用方向键逐个读取。',
  'aria.shuffle.costs': '全部排列的代价、下界，以及两边所在的位置',
};
