import { formatCount } from '../../../i18n/format.ts';
import { percent } from '../../../i18n/format-tenth.ts';
import type { Translated } from '../../../i18n/messages.ts';
import type { words as english, SaidSpread } from './words.en.ts';

const spread = ({ median, low, high }: SaidSpread) => `${median}（${low} 至 ${high}）`;
const tally = ({ runs, of }: { readonly runs: number; readonly of: number }) =>
  `${formatCount(of)} 次中的 ${formatCount(runs)} 次`;

const interval = ({ low, high }: { readonly low: number; readonly high: number }) =>
  `${percent(low)} 至 ${percent(high)}`;
const seeds = (from: number, of: number) => `种子 ${formatCount(from)} 至 ${formatCount(from + of - 1)}`;
const list = (counts: readonly number[]) => counts.map(formatCount).join('、');

export const words: Translated<typeof english> = {
  'fed.sweep.run': '运行扫描',
  'fed.sweep.again': '再次运行',
  'fed.sweep.stop': '停止',
  'fed.sweep.table': '扫描结果表格',
  'fed.sweep.progress': ({ done, of }) => `已完成 ${formatCount(done)} / ${formatCount(of)} 次`,
  'fed.sweep.unplayed': ({ point }) => `${point}：尚未运行。`,
  'fed.sweep.at.m': ({ m }) => `m = ${formatCount(m)}`,
  'fed.sweep.at.round': ({ round }) => `第 ${formatCount(round)} 轮`,
  'fed.sweep.m': '宽度 m',
  'fed.sweep.k': 'K',
  'fed.sweep.rounds': '轮数',
  'fed.sweep.loss': '损失',
  'fed.sweep.spread': ({ seeds }) => `${formatCount(seeds)} 个种子的中位数、最低与最高`,
  'fed.sweep.interval': interval,
  'fed.sweep.gap.y': ({ rounds }) => `${formatCount(rounds)} 轮内的最大差距`,
  'fed.sweep.gap.fit': ({ slope }) => `拟合：m^${slope}`,
  'fed.sweep.gap.guide': '参照：m^−½',
  'fed.sweep.gap.hint': '在七种宽度下，网络离它的线性化有多远。',
  'fed.sweep.gap.found': ({ bare, slope, rounds, from, narrow, wide }) =>
    `此处差距按 m^${slope} ${/^[−-]/.test(slope) ? '下降' : '增长'}（${seeds(from, narrow.of)}；实测）。网络越宽，数据不均的影响越小，这是后续论文的结果（来源：arXiv 2508.12576 的摘要）。${bare ? '' : `${formatCount(rounds)} 轮后，m = ${formatCount(narrow.m)} 时网络的损失在 ${tally(narrow)}运行中更小（95% 区间 ${interval(narrow)}），m = ${formatCount(wide.m)} 时在 ${tally(wide)}中更小（${interval(wide)}；实测）。`}`,
  'fed.sweep.gap.read': ({ m, rounds, ...of }) =>
    `m = ${formatCount(m)}：${formatCount(rounds[0])} 轮内的最大差距 ${spread(of)}。${formatCount(rounds[1])} 轮后网络的损失在 ${tally(of)}运行中更小（95% 区间 ${of.interval}）。`,
  'fed.sweep.ratio.x': '轮数 × K/N',
  'fed.sweep.ratio.pair': ({ clients, local }) => `N ${formatCount(clients)}，K ${formatCount(local)}`,
  'fed.sweep.ratio.hint': '客户端加倍、本地步也加倍，η 不变：一轮还值一样多吗？',
  'fed.sweep.ratio.found': ({ bare, rounds, from, of, groups }) =>
    `只要 K η λ 小，已证明的速率区间（若有）就几乎只取决于 K/N（已证明）；更大时，K/N 相同的曲线可能分开。${bare ? '' : `${formatCount(rounds)} 轮后它们的损失相差的倍数：${groups.map(({ ratio, apart }) => `K/N = ${ratio} 时 ${apart}`).join('，')}（中位数，${seeds(from, of)}；实测）。`}`,
  'fed.sweep.ratio.read': ({ point, ratio, rounds, runs, loss, reach }) =>
    `${point}：K/N = ${ratio}，K η λmax = ${reach}。${formatCount(rounds)} 轮后网络的损失为 ${loss}（${formatCount(runs)} 次运行的中位数）。`,
  'fed.sweep.deal.hint': '每个客户端拿一段弧，或每个客户端都遍布整个圆，η 相同。',
  'fed.sweep.deal.found': ({ bare, eta, longer, from, ahead }) =>
    `两者都用 η = ${eta}（中位数）${bare ? '' : `；若 c 相同，打乱的数据会用 ${longer} 倍长的步`}。${list(ahead.map(({ round }) => round))} 轮后，打乱的数据分别在 ${formatCount(ahead[0]!.of)} 次运行中的 ${list(ahead.map(({ runs }) => runs))} 次里损失更小（${bare ? '' : `95% 区间 ${ahead.map(interval).join('，')}；`}${seeds(from, ahead[0]!.of)}；实测）。`,
  'fed.sweep.deal.read': ({ round, sorted, shuffled, ...of }) =>
    `第 ${formatCount(round)} 轮：损失，有序 ${spread(sorted)}，打乱 ${spread(shuffled)}。打乱的更小：${tally(of)}运行。`,
  'fed.sweep.narrow.rest': '线性化的极限',
  'fed.sweep.narrow.network': '网络',
  'fed.sweep.narrow.hint': 'K 增大时线性化停在哪里（闭式解），网络又走到了哪里。',
  'fed.sweep.narrow.found': ({ bare, from, m, local, steps, ...of }) =>
    `线性化拟合不了时，K = 1 时停下处的损失最低，其他 K 不会更低（已证明）。${bare ? '' : `网络本身（m = ${formatCount(m)}）各走 ${formatCount(steps)} 个本地步后，K = ${formatCount(local)} 时在 ${tally(of)}运行中比 K = 1 时停得更高（95% 区间 ${interval(of)}；${seeds(from, of.of)}；实测）。`}`,
  'fed.sweep.narrow.read': ({ m, unfit, rests, networks }) =>
    `m = ${formatCount(m)}：线性化在 ${tally(unfit)}运行中拟合不了。中位数：停在 ${rests.map(({ local, loss }) => `${loss}（K = ${formatCount(local)}）`).join('，')}，网络在 ${networks.map(({ local, rounds, loss }) => `${loss}（K = ${formatCount(local)}，第 ${formatCount(rounds)} 轮）`).join('，')}。`,
  'fed.sweep.col.runs': '运行次数',
  'fed.sweep.col.median': '中位数',
  'fed.sweep.col.low': '最低',
  'fed.sweep.col.high': '最高',
  'fed.sweep.col.interval': '95% 区间（Wilson）',
  'fed.sweep.col.ahead': ({ rounds }) => `${formatCount(rounds)} 轮后网络更小`,
  'fed.sweep.col.reach': 'K η λmax',
  'fed.sweep.col.loss': ({ rounds }) => `${formatCount(rounds)} 轮后的损失，中位数`,
  'fed.sweep.col.split': '数据',
};
