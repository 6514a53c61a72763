import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'explain.topic.network': '左边：两层网络',
  'explain.topic.program': '精确凸规划',
  'explain.topic.collapse': '把单个神经元的松弛用于每个神经元',
  'explain.say.network':
    'm 个神经元，两层都参与训练。惩罚项 β 作用于所有权重。下降可能停在许多地方中的一个。',
  'explain.say.networkKept': 'm 个神经元；输出权重保持初值，但仍计入惩罚项 β。',
  'explain.say.freeBias': 'u 是神经元第一层的斜率。偏置和常数没有代价。',
  'explain.say.collapse':
    '输出权重固定且同号时，它关于 W 是凸的；权重相等时，它有一个所有神经元都相同的极小点：坍缩为一个。符号混合时不是凸的，对两层一起也不是。',
  'explain.say.unchecked': '这是把单个神经元的正则项对各神经元求和。我们未能核对论文自己的多神经元形式。',
  'explain.say.program':
    'D 取遍过 0 的直线所能激活的样本模式。它是凸的，并且当 m 不小于非零块的个数时等于 min F。块 v 变成神经元 w = v/√‖v‖，输出权重为 √‖v‖；对 u 则取相反数。',
  'explain.say.hinges': '折点在数据处的铰链函数 h 上的 LASSO：这是一个特征、偏置自由时的同一规划。',
  'explain.say.sampled': '同一规划，但只用抽样的模式 D：多于两列时模式太多，无法列全。所以它不是下界。',
  'explain.say.certificate':
    '每个这样的 λ 都给出任意宽度下 F 的一个下界。缩放后的残差就是一个：它的曲线在圆上的最大值是精确计算的。',
  'explain.say.certificateHinges':
    '每个这样的 λ 都给出任意宽度下 F 的一个下界。缩放后的残差就是一个：在两个数据点之间 λᵀh 对折点是线性的，所以只需检查数据处的折点。',
  'explain.say.notCertified':
    '每个这样的 λ 都会给出一个下界。多于两列时，没有对所有 u 检验这个条件：这里没有证书。',
  'explain.mark.network.left': '下降的神经元：圆上的圆点，地图上的路径头',
  'explain.mark.network.right': '右边的神经元：圆上的方块',
  'explain.mark.network.plant': '教师的神经元：圆上的星',
  'explain.mark.network.slope-left': '左边目标函数对地图所示神经元的梯度，画作下坡方向',
  'explain.mark.network.band': '带 ±β，圆上的两条边',
  'explain.mark.network.dead': '没有样本激活的下降神经元',
  'explain.walk.marked': ({ j }) => `图中标出：对第 ${j} 个神经元未激活的样本。`,
  'explain.walk.noCircle': '列数多于两列时没有方向圆：请看表格。',
  'explain.step.relaxation': '松弛的部分',
  'explain.step.gradientRelaxed': '梯度：松弛的部分',
  'explain.walk.relaxed.forward': '前向',
  'explain.walk.relaxed.say.forward': ({ j }) =>
    `同样的网络，取右边的权重。z、max(z, 0) 和 α·max(z, 0) 三列是第 ${j} 个神经元的。`,
  'explain.walk.relaxed.residuals': '残差',
  'explain.walk.relaxed.say.residuals': '输出减标签，取右边的权重。',
  'explain.walk.relaxed.off': '哪些样本未激活而仍有拉力',
  'explain.walk.relaxed.say.off': ({ b }) =>
    `对某个神经元未激活的样本仍以 −b · y · α 拉它：松弛的权重 b（这一步为 ${b}）乘它的标签。所以没有样本激活的神经元仍可被数据移动。`,
  'explain.walk.relaxed.gradient': '梯度',
  'explain.walk.relaxed.say.gradient': ({ j }) =>
    `第 ${j} 个神经元。与左边一样，再加上松弛在未激活样本上的部分：对 w 是 −b · y · α · a 的平均，对 α 是 −b · y · z 的平均。`,
  'explain.walk.relaxed.step': '走步',
  'explain.walk.relaxed.say.step': '规则把梯度变成所有权重的一次移动。',
  'explain.walk.exact.forward': '凸规划的网络',
  'explain.walk.exact.say.forward': ({ p }) =>
    p === '0'
      ? '凸规划还没有任何块：它的网络没有神经元，处处输出 0。'
      : `凸规划现有 ${p} 个块 v。每一块是一个神经元，w = v/√‖v‖，α = ±√‖v‖；最后一列是 ‖v‖ = |α|·‖w‖。`,
  'explain.walk.exact.residuals': '残差',
  'explain.walk.exact.say.residuals': '凸规划的网络的输出减标签。',
  'explain.walk.exact.off': '对偶曲线与带',
  'explain.walk.exact.say.off': ({ largest, beta, beyond }) =>
    `在每个方向 u，对偶曲线是 η(u) = r·max(Au, 0)/n，r 是标签减输出。只有 |η(u)| 大于 β = ${beta} 时，沿 u 的新神经元才有用。最大的 |η| 是 ${largest}${beyond === '0' ? '：不再加入新块。' : '。加入带外最高的几个峰，至多八个：符号就是新输出权重的符号。'}`,
  'explain.walk.exact.gradient': '新块，由软阈值得到',
  'explain.walk.exact.say.gradient':
    '一个接一个，每块取其他块不动时最好的长度：(拉力 − β)/q，q = ‖max(Au, 0)‖²/n。拉力不大于 β 的长度为 0。拉力是前面各块加入之后的 |η|。',
  'explain.walk.exact.step': '所有块一起，以及新的下界',
  'explain.walk.exact.say.step':
    '牛顿法把所有块一起移到最好的长度和方向。碰到 0 的块被去掉，同一扇区中同号的两块合并。新的残差缩放到 |η| 不超过 β，就证明一个下界；保留各轮中最好的。',
  'explain.walk.hinges.forward': '凸规划的铰链函数',
  'explain.walk.hinges.say.forward': ({ p }) =>
    `凸规划现有 ${p} 个铰链函数和一个常数。表中把它们写成神经元；大小 |α · 斜率| 按 β 计价。`,
  'explain.walk.hinges.residuals': '残差',
  'explain.walk.hinges.say.residuals': '凸规划的网络（含常数）的输出减标签。',
  'explain.walk.hinges.off': '各折点的拉力与 β',
  'explain.walk.hinges.say.off': ({ largest, beta, beyond }) =>
    `只有 |r·h|/n 大于 β = ${beta} 时铰链函数 h 才有用，r 是标签减输出。所有折点中最大的是 ${largest}；有 ${beyond} 个超出 β。`,
  'explain.walk.hinges.gradient': '新的铰链函数',
  'explain.walk.hinges.say.gradient': ({ came }) =>
    `加入超出 β 的最高的峰，每个按软阈值 (拉力 − β)/q。这一轮之后新增：${came}。`,
  'explain.walk.hinges.step': '所有铰链函数一起，以及新的下界',
  'explain.walk.hinges.say.step':
    '牛顿法把所有铰链函数一起移到最好的大小；碰到 0 的被去掉。新的残差证明一个下界；保留各轮中最好的。',
  'explain.walk.sampled.forward': '凸规划的网络',
  'explain.walk.sampled.say.forward': ({ p }) => `各轮至今找到的最好的网络，有 ${p} 个神经元。`,
  'explain.walk.sampled.residuals': '残差',
  'explain.walk.sampled.say.residuals': '该网络的输出减标签。',
  'explain.walk.sampled.off': '各模式的拉力与 β',
  'explain.walk.sampled.say.off': ({ beta, patterns }) =>
    `对 ${patterns} 个抽样的模式 D，残差的拉力是 AᵀDr/n 在该模式的锥上的投影（最初的门控轮次不投影）。只有长于 β = ${beta} 的拉力才有用。`,
  'explain.walk.sampled.gradient': '新块',
  'explain.walk.sampled.say.gradient': '加入拉力最长的至多八个模式，长度从 0 开始。',
  'explain.walk.sampled.step': '近端步，组软阈值',
  'explain.walk.sampled.say.step':
    '加速近端梯度法（FISTA），每轮 20 到 100 次迭代：所有块走一个 1/L 的梯度步，再把每块投影到它的锥上，长度减去 β/L，不够长的变为 0。最初的轮次可以不用锥（门控 ReLU），再分解成 ReLU 神经元。保留更好的网络；别的模式也许还更好，所以没有任何证明。',
  'explain.row.patterns': '模式数',
  'explain.row.gap': '在这些模式上的相对间隙',
  'explain.column.signed': '大小',
  'explain.column.size': '大小',
  'explain.column.slope': '斜率',
  'explain.column.bias': '偏置',
  'explain.column.w1': 'w₁',
  'explain.column.w2': 'w₂',
  'explain.column.length': '长度',
  'explain.column.norm': '‖w‖',
  'explain.column.strength': '‖v‖',
  'explain.column.edge': '±β',
  'explain.column.pull': '拉力',
  'explain.column.kink': '折点',
};
