import { formatCount, formatNumberShort } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import { type Ended, type words as english, NOTHING, type PlaneFacts } from './words.en.ts';

const at = ({ k }: Pick<Ended, 'k'>) => `第 ${formatCount(k ?? 0)} 轮`;
const short = (value: number) => formatNumberShort(Number(value.toPrecision(3)));
const thousandth = ({ rounds }: PlaneFacts) =>
  rounds === null ? '' : `至多 ${formatCount(rounds)} 轮走完 99.9% 的路。`;

export const words: Translated<typeof english> = {
  'side.left.federated': '联邦平均',
  'side.right.federated': '对照',
  'help.fedRound':
    '每一轮，各客户端从共同的点出发，在自己的损失上做 K 步梯度下降；然后服务器把各自到达的点取平均（FedAvg，全批量，等权重）。',
  'help.fedSurrogate':
    '损失为二次函数时，一轮恰好是另一个函数 F_K 上的一步梯度下降：客户端的每个曲率 λ 变成 1 − (1 − ηλ)^K（已证明）。颜色表示 F_K，虚线等高线表示损失 F。',
  'help.fedRest':
    '本地步可能用偏差换速度：F_K 的驻点不一定是 F 的最小点。如果有一个点对所有客户端都最优，或者所有曲率相同，那么对每个 K 它都是（已证明）。',
  'help.fedNetwork':
    '网络与它在起点的线性化并排：同样的数据，同样的安排。线性化的驻点有闭式解，步长较短且核满秩时还有已证明的速率。',
  'help.fedSource': 'arXiv 2105.05001（摘要）',
  'fed.title.local': ({ k }) => `${formatCount(k)} 个本地步`,
  'fed.title.work': '数据集中在一处',
  'fed.title.equal': '曲率相同',
  'fed.title.scaffold': 'SCAFFOLD',
  'fed.title.prox': 'FedProx',
  'fed.title.network': ({ m }) => `${formatCount(m)} 个神经元的网络`,
  'fed.title.linearised': '线性化的网络',
  'fed.short.local': ({ k }) => `${formatCount(k)} 个本地步`,
  'fed.short.work': '集中一处',
  'fed.short.equal': '曲率相同',
  'fed.short.scaffold': 'SCAFFOLD',
  'fed.short.prox': 'FedProx',
  'fed.short.network': '网络',
  'fed.short.linearised': '线性化',
  'fed.about.local': ({ k }) =>
    k === 1 ? '每走一个本地步就取平均。' : `各客户端走 ${formatCount(k)} 个本地步，再取平均。`,
  'fed.about.work': ({ k }) => `每轮在平均损失上走 ${formatCount(k)} 步。`,
  'fed.about.more': '点击或拖动即可设定 K。',
  'fed.about.equal': '每个客户端都用平均曲率。',
  'fed.about.scaffold': ({ k }) => `${formatCount(k)} 个本地步，用记忆校正。`,
  'fed.about.prox': ({ k }) => `${formatCount(k)} 个本地步，往回拉。`,
  'fed.about.linearised': '同一个网络，冻结为起点处的切线。',
  'fed.own':
    'angle 以弧度为单位。client 可以是任意文本，至多 16 种；没有这一列时，各行按角度排序后照“数据怎么分”和“客户端数”分配。至多使用 200 行。',
  'fed.knob.one': '1 个本地步',
  'fed.knob.many': '100 个本地步',
  'fed.forecast.best': '到达最小点',
  'fed.forecast.rest': ({ bias }) => `停在距最小点 ${bias} 处`,
  'fed.forecast.grows': ({ factor }) => `每轮放大 ${factor} 倍`,
  'fed.forecast.stays': '不会安定下来',
  'fed.forecast.open': '停在一条平坦的直线上',
  'fed.forecast.unproved': ({ factor }) => `因子 ${factor}，结局未证明`,
  'fed.plane.unproved': ({ factor }) => `最慢的因子为每轮 ${factor}。会到哪里没有证明。`,
  'fed.plane.best': (of) => `将到达最小点（已证明）。${of.bare ? '' : thousandth(of)}`,
  'fed.plane.rest': (of) => `将停在距最小点 ${of.bias} 处（已证明）。${of.bare ? '' : thousandth(of)}`,
  'fed.plane.grows': ({ factor }) => `每轮放大 ${factor} 倍（已证明）。`,
  'fed.plane.stays': '不会安定下来：有一个方向不缩小。',
  'fed.plane.open': '将停在一条对所有客户端都平坦的直线上；停在哪里由起点决定（已证明）。',
  'fed.plane.asking': '最后会到哪里？',
  'end.federated.rest': ({ bias, ...ended }) => `${ended.bare ? '' : at(ended)}停在距最小点 ${bias} 处。`,
  'end.federated.global': (ended) => `${at(ended)}到达最小点。`,
  'end.federated.reached': (ended) => `${at(ended)}到达最小点。`,
  'end.federated.diverged': (ended) => `${at(ended)}超出界限。`,
  'end.fednet.rest': ({ linear, excess, ...ended }) =>
    `${at(ended)}停下：损失 ${short(linear)}，${excess <= NOTHING ? '即其最小值' : `比最小值高 ${short(excess)}`}。`,
  'end.fednet.global': (ended) => `${at(ended)}损失不超过 10⁻¹²。`,
  'end.fednet.reached': (ended) => `${at(ended)}损失不超过 10⁻¹²。`,
  'end.fednet.stationary': ({ network, ...ended }) => `从${at(ended)}起几乎不动：损失 ${short(network)}。`,
  'end.fednet.diverged': (ended) => `${at(ended)}超出界限。`,
  'fed.net.alike': ({ network }) => `两边的损失都是 ${short(network)}，只差舍入误差。`,
  'fed.net.moving': ({ loss }) => `损失 ${short(loss)}。`,
  'fed.net.lower': ({ network, linear }) =>
    `${network <= linear ? '网络' : '线性化'}更低，低 ${short(Math.abs(network - linear))}。`,
  'fed.net.rests': ({ loss, excess, rounds, bare }) => {
    const above = excess <= NOTHING ? '即其最小值' : `比最小值高 ${short(excess)}`;
    const long = bare ? '' : `最慢的部分经 ${formatCount(rounds)} 轮缩小到千分之一。`;
    return `将停在损失 ${loss <= NOTHING ? '0' : `${short(loss)}，${above}`}（已证明）。${long}`;
  },
  'fed.settings': ({ local, eta, server }) =>
    `K ${formatCount(local)}，η ${eta}${server === null ? '' : `，服务器步长 ${server}`}`,
  'fed.why.round': ({ factor, rounds }) =>
    `一轮是 F_K 上的一步梯度下降。沿它的两条轴，每轮把到驻点的距离乘以固定的因子；绝对值最大的是 ${factor}${rounds === null ? '' : `，所以 ${formatCount(rounds)} 轮至少走完 99.9% 的路`}。`,
  'fed.why.memory': ({ factor }) => `一轮同时移动 θ 和它的记忆。长期来看两者每轮乘以 ${factor}。`,
  'fed.why.rest': '下一轮的移动不超过 10⁻¹²，且与驻点的闭式解相差不超过 10⁻⁹。',
  'fed.why.global': 'F 与最小值相差不超过 10⁻¹²。',
  'fed.why.reached': 'F 与最小值相差不超过 10⁻¹²。',
  'fed.why.diverged': '超额值已大于 max(1, 起初值) 的一百万倍。',
  'fed.why.net.rest': '下一轮残差的移动不超过 10⁻¹²，且与驻点的闭式解相差不超过 10⁻⁹。',
  'fed.why.net.global': '损失不超过 10⁻¹²。',
  'fed.why.net.reached': '损失不超过 10⁻¹²。',
  'fed.why.net.stationary': '下一轮权重的移动不超过 10⁻¹⁰。',
  'fed.why.net.diverged': '损失已大于 max(1, 起初值) 的一百万倍。',
  'fed.why.bracket': ({ low, high }) => `每轮把残差中最慢的部分乘以 ${low} 到 ${high} 之间的因子（已证明）。`,
  'fed.why.noBracket': '这里没有已证明的速率。',
  'fed.readout.distance': ({ number }) => `距离 ${number}`,
  'fed.curve.distance': '到最小点的距离',
  'fed.curve.excess': 'F 超出其最小值的部分',
  'fed.curve.surrogate': 'F_K 的超额值：一轮下降的正是它',
  'fed.figure.distance': '距离或损失',
  'fed.figure.excess': '超额值或差距',
  'fed.figure.surrogate': 'F_K 的超额值或切换开关的神经元',
  'fed.curve.loss': '损失',
  'fed.curve.gap': '两边的差距',
  'fed.curve.flipped': '切换过开关的神经元比例',
  'fed.preview': ({ clients }) =>
    clients === 1 ? '第一轮：这个客户端的路径' : '第一轮：各客户端先单独走，再取平均',
  'fed.preview.short': '第一轮',
  'fed.ground.mean': ({ isFirst }) => `等高线：平均损失${isFirst ? '；画出的是第一轮' : ''}`,
  'fed.ground.both': '颜色：F_K；虚线：平均损失 F',
  'fed.average': '平均',
  'fed.minimum.of': ({ client }) => `${client} 的最小点`,
  'fed.arrow.gradient': '−∇F',
  'fed.arrow.move': '一轮/(ηK)',
  'fed.arrow.both': '−∇F = 一轮/η',
  'fed.arrow.difference': '差',
  'aria.fed.rest': ({ k, bias }) => `K = ${k}：偏差 ${bias}`,
  'alt.fed.minima': ({ places, more }) =>
    `各客户端的最小点：${places.join('、')}${more > 0 ? `，另有 ${formatCount(more)} 个` : ''}。`,
  'alt.fed.round': ({ ends, average }) =>
    `从这里开始的一轮中，它们走到 ${ends.join('、')}；平均为 ${average}。`,
  'alt.fed.biases': ({ biases }) =>
    `偏差随本地步数：${biases.map(({ k, bias }) => `K = ${k}：${bias}`).join('，')}。`,
  'fed.local.title': '偏差与速度',
  'fed.local.axis': '本地步数 K',
  'fed.local.bias': '每轮 K 个本地步时的偏差',
  'fed.local.slowest': ({ most }) =>
    `每轮的收缩因子（小于 1 则收敛${most === null ? '' : `；画到 ${most} 为止`}）`,
  'fed.local.read': ({ k, bias, factor }) =>
    `K = ${k}：${bias === null ? '不会停下' : `偏差 ${bias}`}，每轮的收缩因子 ${factor}。`,
  'fed.local.asking': '曲线往后会怎样？',
  'fed.local.lines': ({ name }) => `虚线：${name}。细线：K = 1。`,
  'fed.trade.one': '一个本地步就是在 F 上的普通下降：没有偏差。',
  'fed.trade.none': '在这个 K 没有偏差。',
  'fed.trade.bought': ({ bias, rounds }) =>
    `多走本地步更快，但有偏差：至多 ${rounds} 轮走完 99.9% 的路，停下时仍差 ${bias}。`,
  'fed.trade.lost': ({ bias }) => `多走本地步在这里只带来偏差：一轮并不比只走一步更快，停下时还差 ${bias}。`,
  'fed.trade.free': ({ faster }) => `K 到 1,000 为止都没有偏差${faster ? '：本地步只带来速度。' : '。'}`,
  'fed.trade.grows': '收缩因子大于 1：会发散。',
  'fed.trade.stays': '收缩因子为 1：不会安定下来。',
  'fed.trade.open': '有一条直线对所有客户端都平坦：没有唯一的最小点。',
  'fed.legend': ({ ticks, asks }) =>
    asks ? '地图：F。' : `地图：颜色为 F_K，虚线为 F。${ticks ? '点曲线上的刻度可设定 K。' : ''}`,
  'fed.arrows': '箭头',
  'fed.arrows.title': '箭头：−∇F 与一轮的移动',
  'fed.height': 'F_K',
  'fed.under': 'F',
  'fed.runs.left': ({ network }) => (network ? '网络' : 'FedAvg，K 个本地步'),
  'fed.runs.right': ({ versus }) =>
    ({
      rounds: 'FedAvg，K = 1',
      work: '数据集中在一处',
      equal: '曲率相同',
      scaffold: 'SCAFFOLD',
      prox: 'FedProx',
    })[versus] ?? versus,
  'take.kind.averages': '状态与曲线',
  'take.kind.losses': '仅曲线',
  'take.kind.arcs': '样本',
  'take.kind.localpaths': '当前轮的本地步',
  'take.kind.rests': '停下处随 K 的变化',
  'take.kind.circle': '当前轮圆周上的曲线',
  'take.kind.kernel': '起点处的核',
  'take.about.averages': '每轮一行，两边都有：损失，以及服务器的全部数值。',
  'take.about.losses': '每轮一行，两边都有：损失，以及两边相差多少。',
  'take.about.arcs': '每个样本：角度 angle、y 和客户端 client。作为自己的数据打开时，得到同样的样本。',
  'take.about.localpaths': '从这里开始的一轮中，每个客户端每个本地步的位置。',
  'take.about.rests': 'K 取 1 到 1,000：左边停在哪里、偏差，以及每轮的收缩因子。',
  'take.about.circle': '两边的 f 在等距角度上的值，以及平均之前每个客户端的模型。',
  'take.about.kernel': '每个样本一行：它的客户端，以及它与每个样本的 H。',
  'crowd.federated.global': '到达了最小点',
  'crowd.federated.rest': '停在别处',
  'mark.federated.minimum': '最小点',
  'mark.federated.limit': '∞ 步',
  'fed.mark.rest': '停止点',
  'fed.mark.steps': ({ k }) => `${formatCount(k)} 步`,
};
