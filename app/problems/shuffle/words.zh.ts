import { formatCount, formatFour as short } from '../../i18n/format.ts';
import { formatApart } from '../../i18n/format-bound.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english, Stand } from './words.en.ts';

const ofAll = ({ listed, bare }: Stand) =>
  listed === 3 ? '三者中' : bare ? '' : `全部 ${formatCount(listed)} 个中`;
const theBest = (stand: Stand) => `${ofAll(stand)}最优`;
const equallyNear = ({ best }: Stand) =>
  Number.isNaN(best) ? '几个排列同样近。' : '代价不同的几个排列同样近。';
const nearest = (stand: Stand) => {
  if (stand.asks) return '';
  if (Number.isNaN(stand.cost)) return stand.bare ? '有几个同样近。' : equallyNear(stand);
  return `最近的排列代价为 ${short(stand.cost)}。`;
};

const called = ({ name }: Stand) => (name === '' ? '一个排列' : name);
const known = (stand: Stand) =>
  Number.isNaN(stand.best) ? '最优值未知。' : `${ofAll(stand)}最优值为 ${short(stand.best)}。`;

export const words: Translated<typeof english> = {
  'side.left.shuffle': '先松弛，再取整',
  'side.right.shuffle': '加惩罚',
  'help.shuffleCost':
    '排列矩阵 M 把两个图 A 和 B 的节点配对；E(M) = ‖AM − MB‖² 是各边之差的平方和。排列的混合就是双随机矩阵，E 在其上是凸的。',
  'help.shuffleSides':
    '左边：在混合上对 E 做下降，再取整到最近的排列。右边：对 E + λP 做同样的下降。惩罚 P 只在排列处为 0；它与到最近排列的距离至多差两倍（已证明）。这里左边才是凸的，而且没有哪一边总是赢。',
  'help.shuffleTraps':
    'λ 足够大时，E + λP 的最小点恰好是最优排列（已证明）。但每个排列在 λ 超过它自己的阈值后都成为陷阱，即严格局部极小点（已证明）：精确不等于容易。',
  'help.shuffleOurs':
    '想法以及“精确”和“Lipschitz”这两个词来自论文（AutoShuffleNet）的摘要，P 的公式来自复述它的代码。这里的实例都是我们自己的，小型的通道打乱也不是论文中的网络。',
  'help.shuffleSource': 'arXiv 1901.08624（摘要）',
  'shuffle.title.left': '先松弛，再取整',
  'shuffle.title.right': ({ share, ramp }) =>
    `加惩罚，λ = ${share} L${ramp === 0 ? '' : `，渐增 ${formatCount(ramp)} 步`}`,
  'shuffle.short.left': '松弛',
  'shuffle.short.right': '惩罚',
  'shuffle.about.left': '在代价上下降，最后取整。',
  'shuffle.about.right': '在代价 + λ × 惩罚上下降。',
  'shuffle.knob.none': '无惩罚',
  'shuffle.knob.full': '惩罚 λ = L',
  'shuffle.knob.lambda': 'λ',
  'shuffle.knob.once': '一次加上',
  'shuffle.knob.slow': '用 2,000 步',
  'shuffle.knob.ramp': '渐增',
  'shuffle.readout': ({ number }) => `E ${number}`,
  'shuffle.moving.left': (stand) =>
    `${stand.bare ? '混合的代价' : 'E '}为 ${short(stand.value)}。${nearest(stand)}`,
  'shuffle.moving.right': (stand) =>
    `${stand.bare ? '代价 + λ × 惩罚' : 'E + λP '}为 ${short(stand.value)}。${nearest(stand)}`,
  'end.shuffle.left.best': (stand) =>
    `取整为 ${called(stand)}，代价 ${short(stand.cost)}：${theBest(stand)}。`,
  'end.shuffle.left.rounds': (stand) => `取整为 ${called(stand)}，代价 ${short(stand.cost)}。${known(stand)}`,
  'end.shuffle.left.tie': (stand) =>
    Number.isNaN(stand.least)
      ? '平局：几个排列同样近。'
      : `平局：代价 ${short(stand.least)} 到 ${short(stand.largest)} 的几个排列同样近。${known(stand)}`,
  'end.shuffle.right.best': (stand) =>
    `停在 ${called(stand)}：代价 ${short(stand.cost)}，${theBest(stand)}。`,
  'end.shuffle.right.permutation': (stand) =>
    `停在 ${called(stand)}：代价 ${short(stand.cost)}。${known(stand)}`,
  'end.shuffle.right.between': (stand) => {
    const rests = `停在排列之间${stand.bare ? '' : `，P 为 ${short(stand.penalty)}`}`;
    if (Number.isNaN(stand.threshold)) return `${rests}。几个排列同样近。`;
    const [lambda, threshold] = formatApart(stand.lambda, stand.threshold);
    return stand.lambda > stand.threshold
      ? `${rests}。最近的排列能留住下降，但这个起点到不了那里。`
      : `${rests}：λ 为 ${lambda} L，而最近的排列要到 ${threshold} L 以上才能留住下降。`;
  },
  'shuffle.settings.left': ({ smoothness, step }) => `L ${smoothness}，步长 ${step}`,
  'shuffle.settings.right': ({ lambda, step }) => `λ ${lambda} L，步长 ${step}`,
  'shuffle.lambda.now': ({ lambda }) => `，此刻 λ ${lambda} L`,
  'shuffle.why.bound': ({ bound }) =>
    `可到达的排列，代价都不低于 ${bound}：E 是凸的，解一次指派问题就得到下界（已证明）。`,
  'shuffle.why.monotone': '只要 λ 不变且 c < 2，无论 λ 多大，每一步都不会抬高 E + λP：P 是凹的（已证明）。',
  'shuffle.why.rests':
    'E 已证明最小：它超出下界不多于 E 的当前值与起始值中较大者的 10⁻⁹，或只差舍入误差。最近的排列 X 使 ⟨X, M⟩ 最大：这是指派问题。',
  'shuffle.why.tie':
    'E 已证明最小（在数值精度内），且已停住：下一步和步长 1/L 的一步移动都不超过 10⁻¹²。另一个排列的 ⟨X, M⟩ 与最大值相差不超过 10⁻⁹。',
  'shuffle.why.corner': (stand) => {
    const [lambda, threshold] = formatApart(stand.lambda, stand.threshold);
    return `P 不超过 10⁻⁹，且下一步和步长 1/L 的一步移动都不超过 10⁻¹²。λ 超过 ${threshold} L 时这个排列能留住下降（已证明）；λ 为 ${lambda} L。`;
  },
  'shuffle.why.between': '下一步和步长 1/L 的一步移动都不超过 10⁻¹²，而 P 大于 10⁻⁹。',
  'shuffle.curve.cost': '代价 E（细线：E + λP）',
  'shuffle.curve.penalty': '惩罚 P：只在排列处为 0',
  'shuffle.curve.rounded': '最近排列的代价',
  'shuffle.column.bound': '下界',
  'shuffle.column.objective': 'E + λP（惩罚）',
  'shuffle.column.lambda': '此刻的 λ',
  'shuffle.corner': ({ name, cost }) => `${name}\n代价 ${cost}`,
  'shuffle.shown.left': '图上：代价',
  'shuffle.shown.right': '图上：代价 + λ × 惩罚',
  'shuffle.lambda.grown': ({ lambda }) => `此刻\nλ = ${lambda} L`,
  'shuffle.mark.relaxed': '最便宜的混合',
  'shuffle.height.left': 'E',
  'shuffle.height.right': 'E + λP',
  'shuffle.basins': '吸引域',
  'shuffle.basin.corner': ({ share, name }) => `${share} 到 ${name}`,
  'shuffle.basin.rest': ({ share, value }) => `${share} 到排列之间的驻点，E + λP 为 ${value}`,
  'alt.shuffle.holds': ({ held }) => `在这个 λ 下 ${held.join('、')} 是严格极小点：下降到了附近就留在那里。`,
  'alt.shuffle.basins': ({ parts }) => `均匀分布的起点中，${parts.join('；')}。`,
  'shuffle.cyclic': '这里只能到达三个循环排列。',
  'shuffle.all': '全部六个',
  'alt.shuffle.rests': ({ minima, saddles, maxima, isolated }) =>
    `全部驻点：${minima} 个极小点，${saddles} 个鞍点，${maxima} 个极大点${isolated ? '' : '，连成一片的算作一个'}。`,
  'shuffle.bound': '下界（已证明）',
  'shuffle.best': ({ cost }) => `最优 ${cost}`,
  'aria.shuffle.curve': ({ title }) => `${title}：两边随步数的变化`,
  'alt.shuffle.best': ({ cost }) => `可到达的最优排列代价为 ${cost}。`,
};
