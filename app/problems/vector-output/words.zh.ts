import { formatCount, formatNumberShort } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import { aboveBestInChinese as aboveBest, optimalToInChinese as optimalTo } from '../kit/curve/above-best.ts';
import type { AnswerCounts, words as english, VerdictFacts } from './words.en.ts';

const undecidedToo = ({ undecided }: AnswerCounts) =>
  undecided > 0 ? `，${formatCount(undecided)} 个未定` : '';

const above = (facts: VerdictFacts): string =>
  facts.sampled
    ? '，抽样的激活模式没有已证明的下界'
    : facts.zero
      ? '，最优值是 F = 0（已证明）'
      : Number.isNaN(facts.excess)
        ? ''
        : `，${aboveBest(facts)}`;

const near = (facts: VerdictFacts): string => (Number.isNaN(facts.excess) ? '' : `${aboveBest(facts)}，`);

const neurons = (count: number) => `${formatCount(count)} 个神经元`;

export const words: Translated<typeof english> = {
  'side.left.vector-output': ({ m }) => `梯度下降，${neurons(m)}`,
  'side.right.vector-output': ({ program }) =>
    ({
      closed: '闭式最优解',
      exact: '精确凸规划',
      open: '凸规划，间隙未闭合',
      sampled: '凸规划，抽样的激活模式',
    })[program],
  'help.outputsLead': '左：对有 m 个隐藏神经元、K 个输出的网络做梯度下降。右：它的精确凸规划，逐轮求解。',
  'help.outputsLoss': '两边都用 F = 1/(2n) ‖relu(A U) V − Y‖² + β/2 (‖U‖² + ‖V‖²) 衡量，对 n 个样本取平均。',
  'help.outputsProgram':
    '规划在对偶曲线 η/n 超过 β 的方向加入神经元，再对全部神经元重新求解。到最优时 η/n 处处不超过 β。',
  'help.outputsBound':
    '每一轮都证明一个下界，任何宽度的网络都不能低于它。方向是抽样得到时，什么都没有被证明，页面会说明这一点。',
  'help.outputsSource': 'Sahiner 等 2021，arXiv 2012.13329',
  'outputs.class': ({ k }) => `第 ${formatCount(k)} 类`,
  'outputs.output': ({ k }) => `输出 ${formatCount(k)}`,
  'outputs.lead': ({ bounded }) => (bounded ? '目标函数与下界' : '目标函数'),
  'outputs.svdBound': '由奇异值得到的下界',
  'outputs.separate': '分开的网络，合计',
  'outputs.sigmas': '奇异值',
  'outputs.sigma': ({ k }) => `第 ${formatCount(k)} 个奇异值`,
  'outputs.about.regions': '颜色：输出最大的类；并列时无色。',
  'outputs.about.polygon': '网络的输出由线段连成；拐角是它的折痕。',
  'outputs.about.values': '输出中每一类占多少。',
  'outputs.about.fit': '在对角线上，网络是正确的。',
  'outputs.about.closed': '一个公式：无需搜索。',
  'outputs.about.right': '同一个网络，变成凸的。',
  'outputs.about.empty': '变成凸问题。运行时，这里会画出它的分类。',
  'outputs.about.circle': '最优的神经元位于 η/n = β 处。',
  'outputs.circle': '方向的圆',
  'outputs.circle.right': '收益 η/n，规划',
  'outputs.circle.left': '收益 η/n，梯度下降',
  'outputs.circle.bar': '规划的神经元',
  'outputs.circle.dot': '梯度下降的神经元',
  'outputs.lines': '直线的图',
  'outputs.lines.hint': ({ classes }) =>
    classes ? '指向一个方块：它的直线显示在类别区域中。' : '指向一个方块，读出它的直线。',
  'outputs.lines.angle': '直线的角度（度）',
  'outputs.lines.offset': '偏移',
  'outputs.lines.beta': 'η/n = β 处',
  'outputs.value': '奇异值',
  'outputs.strength': '每一类的强度',
  'outputs.values': '奇异值',
  'outputs.size': ({ size }) => `${formatCount(size)} 个样本`,
  'outputs.ofLabels': '标签',
  'outputs.target': '最优',
  'outputs.forgotten': '被遗忘',
  'outputs.formula': '闭式解',
  'outputs.formula.rule': '标签的每个奇异值 s 减小 nβ；不足 nβ 的变为 0。',
  'outputs.formula.class': '类别',
  'outputs.formula.size': '样本',
  'outputs.formula.forgets': '当 nβ ≥ √c 时，有 c 个样本的类别被遗忘：最小的最先（已证明）。',
  'outputs.ready': '就绪。',
  'outputs.idea': '思路。',
  'outputs.idea.one': '一个神经元',
  'outputs.idea.all': ({ neurons }) => `起点处的全部 ${neurons} 个`,
  'outputs.idea.wedge':
    '一个神经元在其直线的一侧为零，在另一侧同时加到每个输出上。几个神经元重叠之处，由它们的和决定类别。',
  'outputs.idea.other':
    '一个神经元在一个方向上为零，在另一个方向上升，并把这一上升乘以其权重同时加到每个输出上。',
  'aria.outputs.idea': ({ of, neurons }) =>
    of === 'one' ? '第一个神经元激活的半平面，以及样本' : `起点处 ${neurons} 个神经元激活的半平面，以及样本`,
  'outputs.optimalLeft': (facts) => optimalTo(facts.excess),
  'end.vector-output.moving': (facts) => `${facts.slow ? '几乎不动' : '仍在移动'}${above(facts)}。`,
  'end.vector-output.stationary': (facts) => `停住${above(facts)}。`,
  'end.vector-output.hovering': (facts) => `徘徊：仍在移动，但不再降低${above(facts)}。`,
  'end.vector-output.dead': '已死亡：每个神经元在每个样本上都未激活。',
  'end.vector-output.diverged': '发散：步长对这个网络太大。',
  'end.vector-output.optimal': ({ k, kept }) => `${formatCount(k ?? 0)} 轮后最优：${neurons(kept)}。`,
  'end.vector-output.resists': (facts) =>
    facts.sampled
      ? `停住：${neurons(facts.kept)}，没有证书。`
      : `停住：${near(facts)}不再接近，${neurons(facts.kept)}。`,
  'outputs.solving': (facts) => `求解中：${near(facts)}${neurons(facts.kept)}。`,
  'outputs.why.hovering':
    '梯度仍高于阈值，而 1,000 步内 F 没有比此前的最小值再降低其 10⁻¹²。神经元停在折痕上时，固定步长就会这样。',
  'outputs.wrong': (counts) =>
    `${formatCount(counts.samples)} 个样本中 ${formatCount(counts.wrong)} 个错误${undecidedToo(counts)}`,
  'outputs.dead': ({ dead, m }) => `${formatCount(m)} 个神经元中 ${formatCount(dead)} 个已死亡`,
  'outputs.criterion.newton': '每轮：在 η/n 超过 β 处添加神经元，再全部重新求解',
  'outputs.criterion.fw': '弗兰克–沃尔夫法：每轮混入一个神经元',
  'outputs.criterion.closed': '奇异值软阈值：无需搜索',
  'outputs.most':
    '对高斯起点、步长 × β 不大于 1 的普通梯度下降已证明：神经元在某个词上一旦未激活就不再激活，而缺了就达不到判据的每个类别都需要一个起始时在其全部词上激活的神经元。',
  'outputs.notCertified': '没有证书：激活模式是抽样的，所以下界未经证明。',
  'outputs.wedges': '没有偏置时，每个类别都由从原点出发的楔形组成（已证明）。',
  'outputs.hint': '指向一个方向：扇区的检验说明其中是否有方向超过 β。',
  'outputs.read': ({ degrees, share, output }) => `${degrees}°  η/n = ${share} β  输出 ${output}`,
  'outputs.sector': ({ active, a, c, root, holds }) =>
    `a ${a}  c ${c}  b + √(a·c) ${root}  （以 β² 为单位）\n${formatCount(active)} 个样本激活：${
      holds ? '这个扇区没有方向超过 β' : '这个扇区有方向超过 β'
    }`,
  'outputs.pin': ({ j, count, degrees, offset, weight }) =>
    `第 ${formatCount(j)} 个神经元（共 ${formatCount(count)} 个）  角度 ${degrees}°  偏移 ${offset}  权重 ${weight}`,
  'aria.outputs.circle': '方向的圆：两边残差的 η/n 与 β 的比较，以及两个网络的神经元',
  'aria.outputs.directions':
    '圆上的方向：方向键转动（按住 Shift 为 15 度），Home 到 0 度，End 到 η 最大处，Esc 清除。扇区的三个数会读出。',
  'aria.outputs.lines': '规划的残差的 η/n 在平面上所有直线上的值，以及两个网络的神经元',
  'aria.outputs.pins': '直线图上规划的神经元：方向键逐个移动，Esc 清除。这条直线也显示在类别区域中。',
  'aria.outputs.regions': ({ side }) => `${side}：特征平面上输出最大的类别`,
  'aria.outputs.polygon': '两个网络的输出随输入变化，在输出平面上的折线，以及数据',
  'aria.outputs.values': ({ side }) => `${side}：数据上输出的奇异值`,
  'aria.outputs.strengths': ({ side }) => `${side}：输出中每一类占多少，与标签和最优解比较`,
  'aria.outputs.fit': ({ side }) => `${side}：输出与标签`,
  'aria.outputs.sigmas': '两个网络的输出的奇异值随步数的变化',
  'alt.outputs.accuracy': ({ side, share, ...counts }) =>
    `${side}：准确率 ${share}，${formatCount(counts.samples)} 个样本中 ${formatCount(counts.wrong)} 个错误${undecidedToo(counts)}。`,
  'alt.outputs.values': ({ side, values, classes }) => `${side}：${classes ? '强度' : '奇异值'} ${values}。`,
  'alt.outputs.target': ({ name, labels, target }) =>
    target === null
      ? `${name}：标签为 ${labels}，被最优解遗忘。`
      : `${name}：标签为 ${labels}，最优解为 ${target}。`,
  'alt.outputs.corners': ({ side, corners }) => `${side}：数据范围内有 ${formatCount(corners)} 个拐角。`,
  'alt.outputs.misfit': ({ side, mean }) => `${side}：残差的均方根 ${mean}。`,
  'alt.outputs.dual': ({ side, largest }) =>
    `${side}：η/n 最大为 β 的 ${formatNumberShort(Number(largest.toPrecision(4)))} 倍。`,
  'alt.outputs.neurons': ({ side, count, dead }) =>
    `${side}：${neurons(count)}${dead > 0 ? `，${formatCount(dead)} 个已死亡` : ''}。`,
};
