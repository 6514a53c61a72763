import { formatCount, formatNumberShort, formatShare } from '../../i18n/format.ts';
import { formatAtLeast, formatTimesAtLeast } from '../../i18n/format-bound.ts';
import type { Translated } from '../../i18n/messages.ts';
import { aboveBestInChinese as aboveBest, optimalToInChinese as optimalTo } from '../kit/curve/above-best.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'question.two-layer': '怎么知道一个网络有多好？',
  'question.relaxed': '松弛能推广到许多神经元吗？',
  'question.other': '两个损失，同一起点，同一步长。各会停在哪里？',
  'question.lift': '一个问题，两幅图。两边都会到达最优吗？',

  'param.teacher': '教师网络的神经元数 m*',
  'param.negative': '其中输出为 −1 的个数',
  'param.neurons': '隐藏神经元数 m',
  'param.beta': '惩罚项的权重 β',
  'param.outputs': '第二层',
  'param.free': '偏置不受惩罚，常数自由',
  'param.right': '右边',
  'param.anneal': '正则项消失所需的步数',
  'param.patterns': '抽样的激活模式数',
  'param.qseed': '模式的随机种子',
  'param.init': '起点的抽取',
  'param.size': '起点的大小',
  'param.signs': '输出权重',
  'param.neuron': '显示的神经元',
  'param.y': '标签 y',
  'choice.outputs.trained': '参与训练',
  'choice.outputs.fixed': '固定',
  'choice.right.program': '精确凸规划',
  'choice.right.relaxed': '每个神经元的松弛',
  'choice.init.gauss': '高斯',
  'choice.init.circle': '在圆上',
  'choice.signs.drawn': '随机抽取',
  'choice.signs.ones': '全为一',
  'choice.signs.signs': '正一或负一',

  'preset.recovers.title': '恢复教师网络',
  'preset.recovers.sentence': '用二十个神经元学三个神经元的教师网络：梯度下降有余地找到它的各个方向。',
  'preset.stuck.title': '卡住',
  'preset.stuck.sentence': '同一个教师网络，只有三个神经元：梯度下降的终点是最好的吗？',
  'preset.too-few.title': '神经元太少',
  'preset.too-few.sentence': '用两个神经元学三个神经元的教师网络：能离下界多近？',
  'preset.two-left.title': '只剩两个',
  'preset.two-left.sentence': '惩罚很强：不论宽度如何，最优网络只保留两个神经元。',
  'preset.annealed.title': '退火松弛',
  'preset.annealed.sentence': '正则项在 200 步内逐渐消失：循序渐进地过渡。这里有帮助；请试试其他种子。',
  'preset.collapse.title': '坍缩',
  'preset.collapse.sentence': '输出权重相等：松弛的极小点把所有神经元放在同一处（已证明）。',
  'preset.spline.title': '一维样条',
  'preset.spline.sentence': '一个输入：两个网络都是分段线性的。它们的折点在哪里？',
  'preset.five-points.title': '5 个点',
  'preset.five-points.sentence':
    '偏置自由时，凸规划是铰链函数上的 LASSO，折点都在数据处。固定步长的梯度下降会在折点附近来回跳动。',
  'preset.stopping-distance-two.title': '刹车距离，两层',
  'preset.stopping-distance-two.sentence': '20 世纪 20 年代的五十辆车：最好的网络有几个折点？',

  'preset.lift.title': '提升',
  'preset.lift.sentence': '一个数据点上的一个神经元，以及由它提升而成的凸规划：最优值相同。',
  'preset.lift-dead.title': '走进死区',
  'preset.lift-dead.sentence': '输出权重为负时，神经元走到它输出零的地方，停在那里。',
  'preset.lift-saddle.title': '在鞍点上',
  'preset.lift-saddle.sentence': '从 u = −α 出发，梯度下降恰好停在鞍点。',
  'preset.lift-zero.title': '什么都不剩',
  'preset.lift-zero.sentence': 'β 大于 y 时惩罚项获胜：两边最好的网络都输出零。',

  'side.left.other': '左边的损失',
  'side.right.other': '右边的损失',
  'side.left.other.short': '左',
  'side.right.other.short': '右',
  'knob.small': '小惩罚',
  'knob.large': '大惩罚',
  'knob.narrow': '1 个神经元',
  'knob.wide': '40 个神经元',
  'about.lift.left': '以一个神经元的权重 (u, α) 为坐标：非凸。',
  'about.lift.right': '同一问题，提升到 (v, w)：凸。',
  'about.lift.data': '小小的惩罚把拟合拉离了数据点。',
  'lift.idea': '思路。',
  'lift.idea.words':
    '沿每一条线，所有权重对给出相同的拟合。以一个神经元的两个权重为坐标，这些线是弯的，因为拟合是两者的乘积。以 v 和 w 为坐标，它们是直的。',
  'lift.idea.left': '相同的拟合，以 u 和 α 为坐标',
  'lift.idea.right': '相同的拟合，以 v 和 w 为坐标',
  'about.network.left': '平方误差加权重衰减：非凸。',
  'about.network.solved': '同一个网络，变成凸的。',
  'about.network.relaxed': '同一个网络，每个神经元的损失都被松弛。',
  'side.left.lift': '网络，变量 (u, α)',
  'side.right.lift': '提升后，变量 (v, w)',
  'side.left.lift.short': '网络',
  'side.right.lift.short': '提升',
  'mark.optimum': '最优点',
  'axis.u': 'u',
  'axis.alpha': 'α',
  'axis.v': 'v',
  'axis.w': 'w',
  'data.one': '一个数据点',
  'side.left.network': ({ neurons }) => `梯度下降，${formatCount(neurons)} 个神经元`,
  'side.right.exact': '精确凸规划',
  'side.right.open': '凸规划，间隙未闭合',
  'side.right.hinges': '铰链函数上的精确 LASSO',
  'side.right.sampled': '凸规划，抽样的激活模式',
  'side.right.relaxed': ({ blend }) => `每个神经元的松弛，权重 ${formatNumberShort(blend)}`,
  'side.left.descent': '下降',
  'side.right.program': '规划',
  'side.teacher': '教师网络',

  'network.output': '网络的输出',
  'network.residual': '残差：网络 − 教师网络',
  'network.residualData': '数据处的残差',
  'network.choose': '显示的神经元',
  'network.fit': '预测值与标签',
  'network.label': '标签',
  'network.output.short': '网络',
  'network.low': '偏低',
  'network.high': '偏高',
  'network.angle': '与教师网络最近神经元的夹角',
  'network.angleRight': ({ right }) => `与${right}的最强神经元的夹角`,
  'network.noSign': ({ positive, negative }) => (positive ? '没有 α < 0' : negative ? '没有 α > 0' : '没有'),
  'network.strength': '强度 |α| ‖w‖',
  'network.deadNeuron': '死亡',
  'network.atStart': '就绪。',
  'network.instead.neuron': '一个神经元的地形',
  'network.instead.circle': '方向圆',
  'network.instead.angles': '神经元的角度',
  'network.unsolved': '尚未求解',
  'network.idea': '思路。',
  'network.idea.one': '一个神经元',
  'network.idea.all': ({ neurons }) => `起点处的全部 ${neurons} 个`,
  'network.idea.bends':
    '一个神经元在刻度的一侧为零，在另一侧是一条直线：它让总和弯折一次。梯度下降同时移动所有弯折；凸规划权衡每一个可能的弯折位置。',
  'network.idea.cuts':
    '一个神经元在一条直线的一侧为零，在另一侧上升。梯度下降同时转动所有这些直线；凸规划权衡每一个方向。',
  'network.idea.axis': '沿其权重方向',
  'aria.network.idea': ({ of, neurons }) =>
    of === 'one' ? '起点处一个神经元的输出' : `起点处全部 ${neurons} 个神经元的输出`,
  'network.criterion': '每轮：在曲线超出 ±β 处添加神经元，再全部重新求解',
  'network.dual': '对偶曲线',
  'network.objective': '目标函数 F',
  'network.bound': '已证明的下界',
  'network.lead': ({ bounded }) => (bounded ? '目标函数与下界' : '目标函数'),
  'network.floor': '任何规模的网络都不能低于此线',
  'network.gap': '与下界的差距',
  'network.noExcess': '抽样的激活模式没有已证明的下界',
  'network.merged': ({ merged }) => `共 ${formatCount(merged)} 个方向`,
  'network.dead': ({ dead, neurons }) => `${formatCount(neurons)} 个神经元中 ${formatCount(dead)} 个已死亡`,
  'network.within': ({ sampled, zero, diverged, ...above }) =>
    diverged
      ? '已发散'
      : zero
        ? '最优值是 F = 0（已证明）'
        : Number.isNaN(above.excess)
          ? sampled
            ? '抽样的激活模式没有已证明的下界'
            : '还没有下界'
          : above.excess <= 1e-9
            ? '已是最优（已证明到 10⁻⁹）'
            : `${aboveBest(above)}（已证明）`,
  'network.notCertified': '没有证书：激活模式是抽样的，所以下界未经证明。',
  'network.verdict': ({
    excess,
    least,
    above,
    zero,
    optimal,
    atRest,
    slow,
    trained,
    diverged,
    k,
    program,
  }) => {
    if (k === 0) return '就绪。';
    if (diverged) return '发散：步长对这个网络太大。';
    const state = atRest ? '停住' : slow ? '几乎不动' : '仍在移动';
    if (program === 'sampled') return `${state}；这里没有已证明的下界。`;
    if (zero) return `${state}：最优值是 F = 0（已证明）。`;
    if (Number.isNaN(excess)) return `${state}。`;
    if (optimal) return optimalTo(excess);
    if (atRest && above > 1e-3)
      return `伪极小点：${above < 1 ? `比这个宽度的最优网络至少高 ${formatAtLeast(above)}` : `至少为这个宽度最优网络的 ${formatTimesAtLeast(above)} 倍`}（已证明）。`;
    return `${state}，${aboveBest({ excess, least })}${trained ? '' : '（最优值指输出层参与训练）'}。`;
  },
  'network.verdictProgram': ({ status, endedAt, kept, ...above }) => {
    const neurons = `${formatCount(kept)} 个神经元`;
    if (status === 'optimal') return `${formatCount(endedAt ?? 0)} 轮后最优：${neurons}。`;
    if (status === 'resists')
      return `停住，${Number.isNaN(above.excess) ? '高于下界' : aboveBest(above)}，不再接近：${neurons}。`;
    if (status === 'stationary') return `停住：${neurons}，没有证书。`;
    return Number.isNaN(above.excess) ? `求解中：${neurons}。` : `求解中：${aboveBest(above)}，${neurons}。`;
  },
  'network.verdictRelaxed': ({ objective, directions, signs, neurons }) =>
    neurons > signs && directions === signs
      ? signs > 1
        ? '坍缩：同号的神经元都指向同一方向。'
        : '坍缩：所有神经元都指向同一方向。'
      : `F = ${objective}（不含正则项），${formatCount(directions)} 个方向。`,
  'network.honest': '不是论文自己的形式，那一形式未能核对。',
  'network.successes': '梯度下降有多大比例能到达？',
  'network.count': '运行 200 个起点',
  'network.counting': ({ done, seeds }) => `${done} / ${seeds}`,
  'network.rate': ({ successes, seeds, low, high, steps, tolerance }) =>
    `${seeds} 个起点中有 ${successes} 个在 ${formatCount(steps)} 步内到达距下界 ${formatShare(tolerance)} 以内：${formatShare(successes / seeds)}（Wilson 95% 区间：${formatShare(low)} 到 ${formatShare(high)}）。`,
  'network.cancel': '取消',
  'network.direction': 'w 的方向',
  'aria.circle':
    '方向的圆，其上是对偶曲线以及教师网络、规划和梯度下降的神经元。{{press}}可选择梯度下降中最近的神经元。',
  'aria.angles': ({ side, right }) =>
    `${side}：每个神经元的强度，以及它与${right === null ? '教师网络' : right}中同号的${right === null ? '最近' : '最强'}神经元的夹角，从 0 到 180 度；没有同号者的神经元画在其外`,
  'aria.network': ({ k, left, right }) => `第 ${k} 步。梯度下降：${left}右边：${right}`,
  'aria.output': '教师网络、梯度下降和规划随输入变化的输出，以及数据',
  'aria.output.side': ({ side }) => `${side}在输入上的输出，以及数据`,
  'aria.fit.side': ({ side }) => `${side}的输出与标签`,
  'aria.residual': ({ side }) => `${side}：特征平面上的残差`,
  'aria.neuron': ({ j }) => `目标函数随第 ${j} 个神经元的两个第一层权重的变化；其余权重保持不变`,
  'aria.objective': '两边的目标函数随步数的变化',

  'lift.outside': '不可行：须 v, w ≥ 0',
  'lift.projected': '梯度范数（投影后）',
  'network.held': ({ k }) => `已发散：图为第 ${formatCount(k)} 步，即标度内的最后一步`,
  'network.atStep': ({ name, k }) => `${name}，第 ${formatCount(k)} 步`,
  'network.residuals': '残差与拟合',
  'network.over': ({ j }) => `F 随神经元 ${formatCount(j)} 的 w 的变化，其余不变`,
  'network.overBound': '颜色：F − 已证明的下界',
  'network.overLeast': '颜色：F − 视野内最小值',
  'readout.neuron': ({ j, w, alpha, angle, strength, dead, match, taught }) => {
    const pairing = match
      ? [`对应教师网络的 ${formatCount(match.teacher)} 号，相差 ${match.degrees}°`]
      : taught
        ? ['没有对应']
        : [];
    return [
      `神经元 ${formatCount(j)}${dead ? '，死亡' : ''}  w (${w})  α ${alpha}`,
      [`角度 ${angle}°  强度 ${strength}`, ...pairing].join('  '),
    ].join('\n');
  },
  'readout.overNeuron': ({ at, loss, gradient }) => `w ${at}  F ${loss}  ‖∂F/∂w‖ ${gradient}`,
  'circle.how': '如何看这幅图',
  'circle.positive':
    '梯度下降的一个神经元，位于它的 w 的方向。在零环之外：α > 0。到零环的距离是其强度 |α| ‖w‖ 的平方根。',
  'circle.negative': '空心，在零环之内：α < 0。',
  'circle.dead': '打叉：死亡。没有样本激活它，或 α = 0。',
  'circle.chosen': '带圈：损失地形所示的神经元，连同它的全部轨迹。',
  'circle.trail': '细线：各点从哪里来，越久越淡。',
  'circle.teacher': '杆上的星：教师网络的一个神经元，α < 0 时空心。',
  'circle.match': ({ degrees, share }) =>
    `虚线：这个点对应那颗星。同号，相差 ${degrees}° 以内，强度至少为其 ${formatShare(share)}；否则没有对应。`,
  'circle.program': ({ right }) => `杆上的方块：${right}的一个神经元，α < 0 时空心。`,
  'circle.band': '灰色：零环两侧的 ±β 带。',
  'circle.curves':
    '两边的残差从那里的一个新神经元能得到多少。在 ±β 之内抵不上它的惩罚；超出时（右边的涂色）一个小神经元会降低 F。',
  'aria.neurons':
    '圆上梯度下降的神经元：方向键绕圆移动并读出，回车键选择读到的那一个，Home 键回到已选的神经元',
  'aria.overNeuron': ({ j }) => `方向键移动十字准线，读出 F 随神经元 ${formatCount(j)} 的权重的变化`,
};
