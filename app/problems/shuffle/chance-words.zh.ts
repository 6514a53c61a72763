import { formatCount } from '../../i18n/format.ts';
import { percent } from '../../i18n/format-tenth.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './chance-words.en.ts';

const interval = ({ low, high }: { readonly low: number; readonly high: number }) =>
  `${percent(low)} 至 ${percent(high)}`;

export const words: Translated<typeof english> = {
  'ensemble.criterion.missed': ({ within, limit }) =>
    `至多 ${formatCount(limit)} 步后，离终点最近的排列若比最优排列（枚举得出）至多贵 ${within}，即为到达。代价不同的排列之间的平局既不算命中，也不算失败。`,
  'ensemble.did.missed': ({ within, left, right }) =>
    `终点代价比最优至多高 ${within} 的比例：左边 ${left}，右边 ${right}`,
  'ensemble.quantiles.missed': '高出最优排列的代价',
  'compared.rounded': '取整后的代价',
  'shuffle.runs.left': '松弛后取整',
  'shuffle.runs.right': ({ share, ramp }) =>
    `惩罚${share === null ? '' : `，λ = ${share} L`}${ramp === null ? '' : ramp === 0 ? '，立即加满' : `，${formatCount(ramp)} 步渐增`}`,
  'shuffle.offer.lambda': '随 λ 变化',
  'shuffle.offer.ramp': '随渐增步数变化',
  'shuffle.offer.both': 'λ 与渐增步数',
  'shuffle.offer.noise': '副本：随噪声变化',
  'shuffle.offer.nodes': '无关的图：随 n 变化',
  'shuffle.tally.label': '多个起点',
  'shuffle.tally.run': '从多个起点运行',
  'shuffle.tally.again': '再次运行',
  'shuffle.tally.stop': '停止',
  'shuffle.tally.table': '多个起点的结果表格',
  'shuffle.tally.starts': '起点数',
  'shuffle.tally.progress': ({ done, of }) =>
    done < of ? `已完成 ${formatCount(done)} / ${formatCount(of)} 次` : `共 ${formatCount(of)} 次运行`,
  'shuffle.tally.title': '各起点的终点',
  'shuffle.tally.best': ({ listed }) => (listed ? '最优排列' : '已知最小代价'),
  'shuffle.tally.other': '其他排列',
  'shuffle.tally.tie': '平局',
  'shuffle.tally.left': '松弛后取整',
  'shuffle.tally.right': '惩罚',
  'shuffle.tally.share': ({ runs, of, ...ends }) =>
    `${formatCount(runs)} / ${formatCount(of)}（${interval(ends)}）`,
  'shuffle.tally.interval': interval,
  'shuffle.tally.below': ({ exact, moving }) =>
    `未取整就停在排列上：${formatCount(exact)} 次；仍在移动：${formatCount(moving)} 次`,
  'shuffle.tally.hint': ({ starts, listed, cost }) =>
    `两边都从 ${formatCount(starts)} 个随机起点出发，附 95% 区间（Wilson）。${listed ? '代价不同的排列之间的平局既不算命中，也不算失败。' : `n > 8 时统计的是各次运行找到的最小代价${cost === null ? '' : `，这里是 ${cost}`}；没有人知道它是不是最优。`}`,
  'shuffle.tally.read': ({ isLeft, best, other, tie, exact, moving, of, steps, listed, ...ends }) =>
    `${isLeft ? '松弛后取整' : '惩罚'}：${formatCount(of)} 次中有 ${formatCount(best)} 次得到${listed ? '最优排列' : '已知最小代价'}（95% 区间 ${interval(ends)}），${formatCount(other)} 次得到其他排列，${formatCount(tie)} 次平局。未取整就停在排列上：${formatCount(exact)} 次；${formatCount(steps)} 步后仍在移动：${formatCount(moving)} 次。`,
  'shuffle.tally.unplayed': ({ isLeft }) => `${isLeft ? '松弛后取整' : '惩罚'}：尚未运行。`,
  'shuffle.tally.col.side': '边',
  'shuffle.tally.col.runs': '运行次数',
  'shuffle.tally.col.best': ({ listed }) => (listed ? '最优排列' : '已知最小代价'),
  'shuffle.tally.col.interval': '95% 区间（Wilson）',
  'shuffle.tally.col.other': '其他排列',
  'shuffle.tally.col.tie': '平局',
  'shuffle.tally.col.exact': '未取整就停在排列上',
  'shuffle.tally.col.moving': '仍在移动',
};
