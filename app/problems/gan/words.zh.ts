import { formatCount, formatShare, formatDistance as short } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english, GeneratorFacts } from './words.en.ts';

const round = ({ k }: { readonly k: number | null }) => `第 ${formatCount(k ?? 0)} 轮`;
const from = (forAll: boolean) => (forAll ? '' : '从几乎所有起点出发，');

const above = ({ excess }: GeneratorFacts): string =>
  excess < 1 ? `比已证明的下界高 ${formatShare(excess)}` : `为已证明下界的 ${short(1 + excess)} 倍`;

function deadWords({ dead, named, width, floor, bare }: GeneratorFacts): string {
  const some = `${formatCount(width)} 个神经元中有 ${formatCount(dead)} 个`;
  const who = dead === width ? '神经元全部' : named.length > 0 ? `第 ${named.join('、')} 个神经元` : some;
  return `${who}已死亡${bare || dead === width ? '' : `，其余的到不了${floor > 0 ? '下界' : '均值'}`}（已证明）。`;
}

export const words: Translated<typeof english> = {
  'side.left.gan': '这场博弈',
  'side.right.gan': '改动一处的同一场博弈',
  'help.ganPlayers':
    '双方共用一个函数 L。生成器把噪声变成样本，在 L 上下降；判别器 d 在 L 上上升。L = d·(x − g) − ρ/2 ‖d‖²，其中 x 是真实数据的均值，g 是生成样本的均值。',
  'help.ganFloor':
    'k 列的非负组合张成一个锥。x 到这个锥的距离的平方，是用这些列的任何生成器都越不过的下界（已证明，附证书）。',
  'help.ganPush':
    '设 σ 取 g 的导数的各个奇异值。在鞍点附近，若对每个 σ > 0 都有 ησ² 小于阻尼 ρ，且 μ(2ρ − ησ²) < 4，同时更新的博弈就会收敛（没有为 0 的奇异值时已证明）。',
  'help.ganPlane':
    '一个权重对一个权重时，一轮就是一个矩阵。它的谱半径在第一轮之前就说明博弈会收敛、循环还是发散。',
  'help.ganSource': 'arXiv 2104.05605（摘要）',
  'gan.title.width': ({ k }) => `宽度 ${formatCount(k)}`,
  'gan.title.brake': ({ rho }) => `阻尼 ρ = ${rho}`,
  'gan.title.oneSign': '一种符号：列 1、1',
  'gan.title.bothSigns': '两种符号：列 1、−1',
  'gan.title.network': '关于权重 W',
  'gan.title.convex': '关于 h 为凸',
  'gan.rule.simultaneous': '同时更新',
  'gan.rule.alternating': '交替更新',
  'gan.rule.extragradient': '外梯度',
  'gan.rule.optimistic': '乐观梯度',
  'gan.rule.best': '最优判别器',
  'gan.about.cone': ({ k }) => `阴影锥：${formatCount(k)} 列能组合出的全部均值。`,
  'gan.about.columns': '从 0 出发的每条线，都是可组合的一列。',
  'gan.about.plane': '在鞍点，双方都不动。',
  'gan.about.oneSign': '两个神经元都做加法：g = (|w₁| + |w₂|)/2。',
  'gan.about.width': ({ k }) => `这一边用 ${formatCount(k)} 列。`,
  'gan.about.brake': '只有 ρ 不同。',
  'gan.about.rule': '换一条规则。',
  'gan.about.best': 'd 总是最优回应。',
  'gan.about.convex': '在 h ≥ 0 上进行。',
  'gan.about.signs': '一个做加法，一个做减法。',
  'gan.knob.noBrake': '无阻尼',
  'gan.knob.brake': '阻尼 2',
  'gan.knob.narrow': '1 列',
  'gan.knob.wide': '40 列',
  'gan.knob.below': 'x = −1',
  'gan.knob.above': 'x = 1',
  'gan.forecast.arrives': ({ factor }) => `收敛，× ${factor}`,
  'gan.forecast.cycles': '循环，× 1',
  'gan.forecast.leaves': ({ factor }) => `发散，× ${factor}`,
  'gan.forecast.factor': ({ factor }) => `距离每轮 × ${factor}`,
  'gan.forecast.drifts': '缓慢发散',
  'gan.forecast.rests': '停在鞍点之外',
  'gan.region.title': '博弈在哪里收敛',
  'gan.region.hint': '拖动圆点：设定步长 η 和阻尼 ρ。',
  'gan.region.eta': '生成器的步长 η',
  'gan.region.rho': '阻尼 ρ',
  'gan.region.arrives': '收敛',
  'gan.region.leaves': '发散',
  'gan.region.both': '两边都收敛',
  'gan.region.none': '两边都发散',
  'gan.region.only': ({ rule }) => `只有${rule}收敛`,
  'gan.region.border': ({ rule }) => `${rule ?? ''}在线上：不收敛也不发散`,
  'gan.region.undefined': '没有阻尼时无定义',
  'gan.region.read': ({ eta, rho, verdict }) => `η ${eta}，ρ ${rho}：${verdict}`,
  'aria.gan.dot': ({ side, eta, rho }) =>
    `${side}：步长 ${eta}，阻尼 ${rho}。方向键移动它（Shift：移得更远）。`,
  'alt.gan.regions': ({ eta, rho }) => `博弈在哪里收敛：步长 η 从 0 到 ${eta}，阻尼 ρ 从 0 到 ${rho}。`,
  'alt.gan.dot': ({ side, eta, rho, verdict }) => `${side}：步长 ${eta}、阻尼 ${rho} 时，博弈${verdict}。`,
  'gan.plane.arrives': ({ factor, spirals }) =>
    `${spirals ? '螺旋向内' : '收敛'}（已证明）${factor === null ? '。' : `：长期来看，每轮距离 × ${factor}。`}`,
  'gan.plane.leaves': ({ factor, exact, forAll, spirals }) => {
    const rounds = exact ? '每一轮距离' : '长期来看，每轮距离';
    return `${from(forAll)}${spirals ? '螺旋向外' : '发散'}（已证明）${factor === null ? '。' : `：${rounds} × ${factor}。`}`;
  },
  'gan.plane.drifts': `${from(false)}缓慢发散（已证明）。`,
  'gan.plane.rests': `将会停下，${from(false)}都不在鞍点（已证明）。`,
  'end.gan.cycles': ({ ellipse, forAll }) =>
    ellipse ? '永远沿轨道循环（已证明）。' : `${from(forAll)}永远循环（已证明）。`,
  'end.gan.saddle': (at) => `${round(at)}到达鞍点。`,
  'end.gan.near': (at) => `${round(at)}离鞍点不到百万分之一。`,
  'end.gan.farOut': ({ k, verdict }) =>
    `${round({ k })}停止：距离已是起初的一百万倍，但长期来看它${verdict === 'cycles' ? '循环' : '会收敛'}（已证明）。`,
  'end.gan.leaves': (at) => `${round(at)}停止：距离已是起初的一百万倍。`,
  'gan.ready': '就绪。',
  'gan.moving': '仍在移动。',
  'gan.foreseen': (facts) => {
    const { floor, reach, width, convex } = facts;
    if (reach > floor) return `就绪，但${deadWords(facts)}`;
    if (floor > 0) return `就绪。宽度 ${formatCount(width)} 的均方误差不低于 ${short(floor)}（已证明）。`;
    return convex ? '就绪。有 h ≥ 0 恰好匹配均值。' : `就绪。宽度 ${formatCount(width)} 能匹配均值。`;
  },
  'end.gan.moving': (facts) => {
    if (facts.reach > facts.floor) return `仍在移动，但${deadWords(facts)}`;
    if (facts.floor > 0) return `${facts.bare ? '' : '仍在移动，'}${above(facts)}。`;
    return facts.growth > 1
      ? `比起点更远：均方误差是起点的 ${short(facts.growth)} 倍。`
      : '仍在移动；它能匹配均值。';
  },
  'end.gan.stationary': (facts) =>
    `已停止${facts.floor > 0 ? `，${above(facts)}` : ''}：之后的每一轮都不再移动（已证明）。`,
  'end.gan.deadEnd': (facts) => `已停止：${deadWords(facts)}`,
  'end.gan.reached': (facts) => `${round(facts)}到达均值。`,
  'end.gan.atFloor': ({ width }) => `宽度 ${formatCount(width)} 最多只能接近到这里（已证明）。`,
  'end.gan.diverged': (facts) =>
    facts.push > facts.rho && !facts.bare
      ? `${round(facts)}超出界限：ησ² = ${short(facts.push)} 大于阻尼 ${short(facts.rho)}。`
      : `${round(facts)}超出界限。`,
  'gan.readout': ({ number }) => `均方误差 ${number}`,
  'gan.readout.plane': ({ number }) => `距离 ${number}`,
  'gan.curve.mse': '到均值的距离的平方',
  'gan.figure.distance': '距离',
  'gan.curve.value': '博弈的值 L(w, d)',
  'gan.curve.distance': '到鞍点的距离',
  'gan.curve.floors': '已证明的下界',
  'gan.curve.floor': ({ side }) => `已证明的下界，${side}`,
  'alt.gan.floor': ({ label, value }) => `${label}：${value}。`,
  'gan.settings': ({ rule, eta, mu, rho }) => `${rule}，η ${eta}，μ ${mu}${rho === null ? '' : `，ρ ${rho}`}`,
  'gan.why.factor': ({ factor, exact }) =>
    `一轮就是一个矩阵，它的最大特征值的模为 ${factor}：长期来看，从几乎所有起点出发，平均每轮把距离乘以这个数。${
      exact ? '没有阻尼时，每轮同时更新恰好把 μ(w − x)² + ηd² 乘以 1 + ημ。' : ''
    }`,
  'gan.why.cycles':
    '一轮就是一个矩阵，它的最大特征值的模为 1（误差不超过 10⁻⁹）：从几乎所有起点出发，距离既不会消失，也不会无限增大。',
  'gan.why.rests':
    '一轮就是一个矩阵，它有特征值 1（误差不超过 10⁻⁹）：有一条直线，线上的点都不动，博弈停在这条线上。',
  'gan.why.drifts':
    '一轮就是一个矩阵，它有模为 1 的二重特征值，却只有一个特征向量：从几乎所有起点出发，长期来看距离每轮增加同样多。',
  'gan.why.reached': '‖x − g‖² 不超过起点的 10⁻¹²，且 ‖d‖ 不超过 max(1, ‖x‖) 的 10⁻⁶。',
  'gan.why.diverged': '停在距离不超过起点一百万倍的最后一个状态。',
  'gan.why.beyond':
    '停在最后一个这样的状态：数值有限，且 ‖x − g‖ 不超过起点的一百万倍（‖x‖ 更大时为 ‖x‖ 的一百万倍）。',
  'gan.why.floor': ({ floor }) =>
    `判别器 d* = x − V h* 就是证明：没有一列指向它（vⱼ·d* ≤ 0），而 V h* 用到的列都与它垂直，所以各列的任何混合到 x 的距离平方都不小于 ‖d*‖² = ${floor}。`,
  'gan.why.reachable': 'x 在锥内：各列的某个非负混合恰好等于它。',
  'gan.why.dead': ({ reach }) =>
    `没有噪声样本激活死亡的神经元，所以它不再移动。其余各列有某个 d* = x − V h* 作证明：没有一列指向它，V h* 用到的列都与它垂直。因此从这里起 ‖x − g‖² 永远不低于 ‖d*‖² = ${reach}。`,
  'gan.axis.w': 'w（生成器）',
  'gan.axis.d': 'd（判别器）',
  'gan.mark.saddle': '鞍点',
  'gan.mark.floor': '已证明的下界',
  'crowd.gan.atFloor': '到达了已证明的下界',
  'crowd.gan.cycles': '不停循环',
  'crowd.gan.deadEnd': '因神经元死亡而停下',
  'gan.height': 'Φ',
  'gan.flat': ({ player }) => `对 ${player} 无坡度`,
  'alt.gan.flat': '一条虚线表示 L 对 w 没有坡度的地方，另一条表示 L 对 d 没有坡度的地方。',
  'gan.lines.plane': ({ kind }) =>
    ({ follow: '线：各轮沿线前进', one: '线：每轮所指的方向', first: '线：第一轮所指的方向' })[kind],
  'gan.lines.weights': ({ times }) => `等高线：Φ = 均方误差${times === '1' ? '' : `/${times}`}`,
  'gan.push': ({ push, sign, rho }) => ` · ησ² ${push}${sign === ',' ? '，' : sign} 阻尼 ${rho}`,
  'gan.short.oneSign': '一种符号',
  'gan.short.bothSigns': '两种符号',
};
