import { formatCount, formatNumberShort } from '../../../i18n/format.ts';
import type { Translated } from '../../../i18n/messages.ts';
import { saidBound, toldApart } from '../witness.ts';
import type { words as english, Level } from './words.en.ts';

const short = (value: number) => formatNumberShort(Number(value.toPrecision(4)));
const points = (count: number) => `${formatCount(count)} 个位置`;

const level = ({ stable, unstable, cycles }: Level) =>
  [
    `${formatCount(stable)} 个稳定`,
    ...(unstable > 0 ? [`${formatCount(unstable)} 个不稳定`] : []),
    ...(cycles > 0 ? [`${formatCount(cycles)} 个循环`] : []),
  ].join('，');

export const words: Translated<typeof english> = {
  'pixels.title.left': ({ bare }) => (bare ? '自由' : '自由的去噪器'),
  'pixels.title.right': ({ bare }) => (bare ? '非扩张' : '非扩张的去噪器'),
  'pixels.about.left': ({ slope, bare }) =>
    bare ? `最优：斜率最大 ${slope}。` : `最优的去噪器：斜率最大为 M = ${slope}。`,
  'pixels.about.right': ({ cap, free, bare }) =>
    bare ? `≤ ${cap}` : free ? `斜率 ≤ ${cap}。` : `上限 ${cap}。`,
  'pixels.plain.left': '最优的去噪器。',
  'pixels.plain.right': '斜率有上限时的最优。',
  'pixels.knob.cap': '上限',
  'pixels.knob.keeps': '上限 1',
  'pixels.knob.pulls': '上限 0.3',
  'pixels.knob.step': 'c',
  'pixels.knob.short': '短步',
  'pixels.knob.long': '长步',
  'pixels.knob.bound': ({ side, bound, alone }) =>
    `${alone ? '' : side === 'left' ? '左边：' : '右边：'}1 + 1/M = ${short(bound)}：更小则没有循环`,
  'pixels.idea': '斜率决定一切。',
  'pixels.idea.words': ({ slope, bends }) =>
    bends
      ? `自由去噪器最陡处斜率为 ${slope}。斜率大于 1 的地方会把相近的输入推开，它不是任何凸罚函数的近端步。`
      : `自由去噪器的斜率不超过 ${slope}，不会把两个输入推开：它是某个凸罚函数的近端步。`,
  'pixels.idea.plain': ({ bends }) =>
    bends
      ? '自由去噪器比虚线更陡的地方会把相近的输入推开。另一个处处不更陡。'
      : '自由去噪器处处不比虚线陡：不会把两个输入推开。',
  'pixels.asking': '它停在哪里？',
  'pixels.ready.rate': ({ bare }) =>
    bare ? '极限唯一（已证明）。' : `极限唯一：每一轮缩短所有距离（已证明）。`,
  'pixels.moving.rate': ({ radius, bare }) =>
    bare ? `极限在 ${saidBound(radius)} 之内。` : `极限在圆盘内，半径 ${saidBound(radius)}（已证明）。`,
  'pixels.moving.settles': ({ c, bound, bare }) =>
    bare ? '会停下（已证明）。' : `会停下：c = ${toldApart(c, bound).join(' < ')}（已证明）。`,
  'pixels.moving.open': ({ c, bound, bare }) =>
    bare ? '没有任何证明。' : `没有任何证明：c = ${toldApart(c, bound).join(' ≥ ')}。`,
  'end.pixels.settled': ({ at, bare }) =>
    bare ? '已停下（已证明）。' : `已停下：唯一的极限是 ${at}（已证明）。`,
  'end.pixels.stationary': ({ at, bare }) => (bare ? '停下。' : `停在 ${at}；没有任何证明。`),
  'end.pixels.cycles': ({ period, bare }) => (bare ? '不会停下。' : `在 ${points(period)}间来回，不会停下。`),
  'end.pixels.diverged': ({ k }) => `第 ${formatCount(k ?? 0)} 轮越界。`,
  'pixels.settings': ({ slope, bound, bare }) => `${bare ? '' : `斜率 ≤ ${slope}，`}c < ${bound} 时没有循环`,
  'pixels.away': ({ away }) => `，误差 ${away}`,
  'pixels.why.rate': ({ rate }) =>
    `一轮至多把任何距离乘以 ${short(rate)}。因此只有一个极限，与它的距离不超过最后一步的 ${short(rate)}/(1 − ${short(rate)}) 倍：即圆盘（已证明）。`,
  'pixels.why.settles': ({ bound }) =>
    `c < 1 + 1/M = ${short(bound)} 时，没有一轮会使 F 上升：不存在循环，每次运行都会停下（已证明）。F 含有 c，因此 c 不同，地形也不同。`,
  'pixels.why.open': ({ bound }) =>
    `从 c = 1 + 1/M = ${short(bound)} 起，一轮可能使 F 上升，也可能有循环。有些起点仍会停下。F 含有 c，因此 c 不同，地形也不同。`,
  'pixels.why.settled': ({ radius }) =>
    `已证明的半径为 ${saidBound(radius)}，不超过 10⁻⁶ ‖x‖：极限不会更远。`,
  'pixels.why.stationary': '最后一步不超过 10⁻¹⁰ max(1, ‖x‖)。没有已证明的半径。',
  'pixels.why.cycles': ({ period }) =>
    `x 与 ${formatCount(period)} 轮之前的位置相距不超过 10⁻¹⁰ max(1, ‖x‖)，而最后一步长于 10⁻³。`,
  'pixels.why.diverged': '有像素超过 10⁶，或不是数。',
  'pixels.axis.first': '像素 1',
  'pixels.axis.second': '像素 2',
  'pixels.height': 'F',
  'pixels.curve.objective': 'F = (c/L) f + h，两边各用各的 h',
  'pixels.basins': '吸引域',
  'pixels.basin.rest': ({ share, at }) => `${share} 到 ${at}`,
  'pixels.basin.cycle': ({ share, points: of }) => `${share} 到 ${points(of)}的循环`,
  'pixels.basin.segment': ({ share }) => `${share} 到不动点的线段`,
  'pixels.basin.open': ({ share }) => `${share} 尚未结束`,
  'alt.pixels.basins': ({ parts }) => `在均匀分布的起点中，${parts.join('；')}。`,
  'alt.pixels.line': '一条直线：Φx = y。',
  'alt.pixels.box': '一个方框：去噪器在其中不作改动。',
  'alt.pixels.segment': ({ from, to }) => `不动点是从 ${from} 到 ${to} 的线段。`,
  'alt.pixels.rests': ({ stable, saddles, flipping, repelling }) => {
    const others = [
      [saddles, '个鞍点'],
      [flipping, '个翻转点'],
      [repelling, '个排斥点'],
    ] as const;
    const rest = others
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${formatCount(count)} ${word}`);
    const places = stable.length > 0 ? `，位于 ${stable.join('、')}` : '';
    return `全部不动点：${[`${formatCount(stable.length)} 个稳定点${places}`, ...rest].join('；')}。`;
  },
  'alt.pixels.disc': ({ radius }) => `已证明的圆盘：半径 ${radius}。`,
  'alt.pixels.cycle': ({ points: of }) => `它来回于：${of.join('、')}。`,
  'crowd.denoiser.settled': '已停下',
  'crowd.denoiser.stationary': '已停住',
  'crowd.denoiser.cycles': '来回摆动',
  'mark.denoiser.truth': '真值',
  'pixels.more': '第三幅图',
  'pixels.capped': '受限',
  'pixels.denoiser.title': '去噪器与斜率',
  'pixels.prox.title': '函数 h：D 是它的近端映射',
  'pixels.chart.value': 'D(z)',
  'pixels.chart.slope': '斜率 D′(z)',
  'pixels.chart.prox': 'h(x)，D 是它的近端映射',
  'pixels.chart.identity': 'z 不变',
  'pixels.chart.one': '1',
  'pixels.read.denoiser': ({ at, left, right }) =>
    `z = ${at}：D = ${left.value}，斜率 ${left.slope}${right ? `；受限 D = ${right.value}，斜率 ${right.slope}` : ''}。`,
  'pixels.read.prox': ({ at, left, right }) =>
    `x = ${at}：h = ${left.prox}${right ? `；受限 h = ${right.prox}` : ''}。`,
  'pixels.hint.denoiser': ({ slope, bends, cap, crossing }) =>
    `在 ½ 处最陡：M = ${slope}，${bends ? '大于 1：相近的输入会被推开' : '不超过 1：非扩张'}。${cap === null ? '' : `受限：z 到 ${crossing} 为止斜率为 ${cap}。`}圆点：像素 1 和 2。`,
  'pixels.hint.prox': ({ bends, cap }) =>
    `${bends ? 'h 非凸：D 有大于 1 的斜率。' : 'h 是凸的：D 的斜率不超过 1。'}${cap === null ? '' : '受限后 h 是凸的。'}D(z) 是 h(x) + (x − z)²/2 唯一的最小点（已证明）。`,
  'alt.pixels.dots': ({ side, prox, places }) =>
    `${side}：${places.map(({ at, value }, i) => `像素 ${i + 1} 在 ${prox ? 'x' : 'z'} ${at}，${prox ? 'h' : 'D'} ${value}`).join('；')}。`,
  'aria.pixels.surface': ({ title }) => `${title}：用方向键读取。`,
  'pixels.levels.title.c': '不动点与步长 c',
  'pixels.levels.title.cap': '不动点与斜率上限',
  'pixels.levels.axis.c': '步长 c',
  'pixels.levels.axis.cap': '右边的斜率上限',
  'pixels.levels.slide.c': '步长 c',
  'pixels.levels.slide.cap': '右边的斜率上限',
  'pixels.levels.stable': '稳定',
  'pixels.levels.unstable': '不稳定',
  'pixels.levels.cycle': '循环',
  'pixels.levels.bound.c': '1 + 1/M：更小则没有循环',
  'pixels.levels.bound.cap': '1/(c − 1)：更小则没有循环',
  'pixels.levels.at': ({ key, at }) => `${key === 'c' ? 'c' : '上限'} ${at}。`,
  'pixels.levels.read': ({ key, at, left, right }) =>
    `${key === 'c' ? 'c' : '上限'} ${at}：${[left && `自由：${level(left)}`, right && `受限：${level(right)}`].filter(Boolean).join('；')}。`,
  'pixels.levels.hint.c': ({ left, right }) =>
    `c 小于 1 + 1/M 时没有循环：左边 ${left}，右边 ${right}（已证明）。拖动可设定 c。`,
  'pixels.levels.hint.cap': ({ most }) =>
    `上限越小，两个像素越被拉向 ½。${most === null ? '这里任何上限都没有循环（已证明）。' : `上限小于 ${most} 时没有循环（已证明）。`}拖动可设定。`,
};
