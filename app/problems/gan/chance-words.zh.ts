import { formatCount, formatDistance as short } from '../../i18n/format.ts';
import { percent } from '../../i18n/format-tenth.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './chance-words.en.ts';

const RIGHT = {
  width: '另一宽度',
  brake: '另一阻尼',
  rule: '另一规则',
  best: '最优判别器',
  convex: '关于 h 为凸',
  signs: '两种符号',
};

const rounds = (value: number) =>
  Number.isNaN(value) ? '' : `；降到起始误差的千分之一用了 ${formatCount(Math.round(value))} 轮（中位数）`;

export const words: Translated<typeof english> = {
  'gan.runs.left': '左（这场博弈）',
  'gan.runs.right': ({ versus }) => `右（${RIGHT[versus]}）`,
  'gan.most':
    '对高斯列和非零的真实均值已证明：下界在判据之内的博弈只有这么多，与规则、步长和轮数无关。判据为 0 时就是 P(Bin(k, ½) ≥ m)。',
  'gan.exact':
    '左图上的线：P(Bin(k, ½) ≥ m) = ½（粗线）、5% 和 95%（虚线）。这正是一个宽度能匹配均值的概率（已证明）。可达不等于到达：轮数上限会截断许多还在路上的博弈。',
  'gan.widths': '多宽才够？',
  'gan.widths.run': '运行扫描',
  'gan.widths.again': '再运行一次',
  'gan.widths.stop': '停止',
  'gan.widths.table': '宽度扫描的表格',
  'gan.widths.progress': ({ done, of }) => `${formatCount(done)}/${formatCount(of)} 场博弈`,
  'gan.widths.k': '宽度 k',
  'gan.widths.share': '博弈的比例',
  'gan.widths.mse': ({ rounds: count }) => `${formatCount(count)} 轮后的均方误差`,
  'gan.widths.exact': '精确：P(Bin(k, ½) ≥ m)',
  'gan.widths.reachable': '可达（有证书）',
  'gan.widths.determined': '单个神经元，n = k，d = m',
  'gan.widths.arrived': '已到达（均方误差 < 10⁻⁶）',
  'gan.widths.final': '每场博弈，中位数',
  'gan.widths.floor': '下界（已证明）',
  'gan.widths.turn': 'k = 2m',
  'gan.widths.hint': ({ games, from }) =>
    games > 0
      ? `k = 2m − 1 时恰有一半的博弈可达（已证明）。阴影部分的博弈可达，但没有及时到达（测得：每个宽度用种子 ${formatCount(from)} 至 ${formatCount(from + games - 1)}；指向图上可见区间）。`
      : '精确的规律。运行扫描，就能测出哪些博弈能匹配均值，哪些真的匹配了。',
  'gan.widths.unplayed': ({ k, exact }) => `k = ${formatCount(k)}：${percent(exact)} 的博弈可达（精确）。`,
  'gan.widths.read': (at) =>
    `k = ${formatCount(at.k)}：${formatCount(at.games)} 场博弈中 ${percent(at.reachable / at.games)} 可达（95% 区间 ${percent(at.low)} 到 ${percent(at.high)}；精确值 ${percent(at.exact)}），${percent(at.arrived / at.games)} 已到达。均方误差中位数 ${short(at.final)}，下界 ${short(at.floor)}${rounds(at.rounds)}。`,
  'aria.gan.widths': '多宽才够：多少博弈能匹配均值，多少真的匹配了',
  'alt.gan.widths.exact': ({ turn, share }) =>
    `可达博弈的精确比例从 0 升到 1；${formatCount(turn)} 列时为 ${percent(share)}。`,
  'gan.widths.col.k': '宽度 k',
  'gan.widths.col.exact': '可达，精确值',
  'gan.widths.col.games': '博弈数',
  'gan.widths.col.reachable': '可达',
  'gan.widths.col.interval': '95% 区间（Wilson）',
  'gan.widths.col.determined': '单个神经元：可确定',
  'gan.widths.col.arrived': '已到达',
  'gan.widths.col.final': '均方误差，中位数',
  'gan.widths.col.floor': '下界，中位数',
  'gan.widths.col.rounds': '到千分之一的轮数，中位数',
};
