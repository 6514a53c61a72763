import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'explain.topic.network': '左边：两层网络',
  'explain.topic.program': '精确凸规划',
  'explain.topic.collapse': '把单个神经元的松弛用于每个神经元',
  'explain.say.network':
    '网络有 m 个神经元，两层都参与训练。惩罚项 β 作用于所有权重。梯度下降可能停在许多不同的地方。',
  'explain.say.networkKept': '网络有 m 个神经元。输出权重保持初值，但仍计入惩罚项 β。',
  'explain.say.freeBias': 'u 是神经元第一层的斜率。偏置和常数不受惩罚。',
  'explain.say.collapse':
    '输出权重固定且同号时，松弛关于 W 是凸的；若它们还相等，松弛就有一个所有神经元都相同的最小点：坍缩为一个神经元。符号有正有负时，松弛不是凸的；同时对两层也不是凸的。',
  'explain.say.unchecked': '这是把单个神经元的正则项对各神经元求和。我们未能核对论文自己的多神经元形式。',
  'explain.say.program':
    'D 取遍过 0 的直线所能给出的激活模式。这个规划是凸的；当 m 不小于非零块的个数时，它的最优值等于 min F。块 v 变成神经元 w = v/√‖v‖，输出权重为 √‖v‖；块 u 的输出权重为 −√‖u‖。',
  'explain.say.hinges': '只有一个特征且偏置自由时，同一个规划就是铰链函数 h 上的 LASSO，折点都在数据处。',
  'explain.say.sampled': '同一个规划只用抽样的模式 D：多于两列时模式太多，无法列全。所以它不给出下界。',
  'explain.say.certificate':
    '每个这样的 λ 都给出任意宽度下 F 的一个下界。缩放后的残差就是这样的 λ：程序精确算出它的曲线在圆上的最大值。',
  'explain.say.certificateHinges':
    '每个这样的 λ 都给出任意宽度下 F 的一个下界。缩放后的残差就是这样的 λ：在两个数据点之间，λᵀh 是折点的线性函数，所以只需检查数据处的折点。',
  'explain.say.notCertified':
    '每个这样的 λ 都会给出一个下界。但多于两列时，程序没有对所有 u 检验这个条件，所以这里什么也没有证明。',
  'explain.mark.network.left': '左边的神经元：圆上的圆点，以及地图上路径的末端',
  'explain.mark.network.right': '右边的神经元：圆上的方块',
  'explain.mark.network.plant': '教师网络的神经元：圆上的星',
  'explain.mark.network.slope-left': '左边目标函数对地图所示神经元的梯度，沿下坡方向画出',
  'explain.mark.network.band': '±β 带，它的两条边画在圆上',
  'explain.mark.network.dead': '左边没有任何样本激活的神经元',
  'explain.walk.marked': ({ j }) => `图中标出了对第 ${j} 个神经元未激活的样本。`,
  'explain.walk.noCircle': '多于两列时没有方向圆，请看表格。',
  'explain.step.relaxation': '松弛项',
  'explain.step.gradientRelaxed': '梯度：松弛项',
  'explain.walk.relaxed.forward': '前向',
  'explain.walk.relaxed.say.forward': ({ j }) =>
    `这是同一个网络，权重取右边的。z、max(z, 0) 和 α·max(z, 0) 三列属于第 ${j} 个神经元。`,
  'explain.walk.relaxed.residuals': '残差',
  'explain.walk.relaxed.say.residuals': '残差是输出减标签，权重取右边的。',
  'explain.walk.relaxed.off': '哪些样本未激活却仍有拉力',
  'explain.walk.relaxed.say.off': ({ b }) =>
    `对某个神经元未激活的样本仍以 −b · y · α 拉动它：松弛的权重 b（这一步为 ${b}）乘以样本的标签。所以即使没有任何样本激活，数据仍能移动这个神经元。`,
  'explain.walk.relaxed.gradient': '梯度',
  'explain.walk.relaxed.say.gradient': ({ j }) =>
    `这是第 ${j} 个神经元的梯度：左边的梯度，加上松弛项在未激活样本上的部分，对 w 是 −b · y · α · a 的平均，对 α 是 −b · y · z 的平均。`,
  'explain.walk.relaxed.step': '更新',
  'explain.walk.relaxed.say.step': '规则把梯度变成对全部权重的一次更新。',
  'explain.walk.exact.forward': '凸规划的网络',
  'explain.walk.exact.say.forward': ({ p }) =>
    p === '0'
      ? '凸规划还没有任何块：它的网络没有神经元，处处输出 0。'
      : `凸规划现有 ${p} 个块 v。每一块对应一个神经元，w = v/√‖v‖，α = ±√‖v‖；最后一列是 ‖v‖ = |α|·‖w‖。`,
  'explain.walk.exact.residuals': '残差',
  'explain.walk.exact.say.residuals': '残差是凸规划的网络的输出减标签。',
  'explain.walk.exact.off': '对偶曲线与 ±β 带',
  'explain.walk.exact.say.off': ({ largest, beta, beyond }) =>
    `在每个方向 u 上，对偶曲线的值是 η(u) = r·max(Au, 0)/n，其中 r 是标签减输出。只有 |η(u)| 大于 β = ${beta} 时，沿 u 的新神经元才有用。最大的 |η| 是 ${largest}${beyond === '0' ? '：不再加入新块。' : '。加入带外最高的几个峰，至多八个；峰的符号就是新输出权重的符号。'}`,
  'explain.walk.exact.gradient': '由软阈值得到新块',
  'explain.walk.exact.say.gradient':
    '新块逐个确定：其他块不动，取最优的长度 (拉力 − β)/q，其中 q = ‖max(Au, 0)‖²/n。拉力不大于 β 时，长度为 0。拉力是前面各块加入之后的 |η|。',
  'explain.walk.exact.step': '同时调整所有块，得到新的下界',
  'explain.walk.exact.say.step':
    '牛顿法把所有块一起移到最优的长度和方向。缩到 0 的块被去掉，同一扇区中同号的两块合并。把新的残差缩放到 |η| 不超过 β，就证明了一个下界；程序保留各轮中最好的一个。',
  'explain.walk.hinges.forward': '凸规划的铰链函数',
  'explain.walk.hinges.say.forward': ({ p }) =>
    `凸规划现有 ${p} 个铰链函数和一个常数。表中把它们写成神经元；惩罚是 β 乘以大小 |α · 斜率|。`,
  'explain.walk.hinges.residuals': '残差',
  'explain.walk.hinges.say.residuals': '残差是凸规划的网络（含常数）的输出减标签。',
  'explain.walk.hinges.off': '各折点的拉力与 β',
  'explain.walk.hinges.say.off': ({ largest, beta, beyond }) =>
    `只有 |r·h|/n 大于 β = ${beta} 时，铰链函数 h 才有用，其中 r 是标签减输出。所有折点中最大的是 ${largest}；有 ${beyond} 个超过 β。`,
  'explain.walk.hinges.gradient': '新的铰链函数',
  'explain.walk.hinges.say.gradient': ({ came }) =>
    `加入超过 β 的几个最高峰，每个的大小由软阈值 (拉力 − β)/q 给出。这一轮之后新增：${came}。`,
  'explain.walk.hinges.step': '同时调整所有铰链函数，得到新的下界',
  'explain.walk.hinges.say.step':
    '牛顿法把所有铰链函数一起移到最优的大小；缩到 0 的被去掉。新的残差证明一个下界；程序保留各轮中最好的一个。',
  'explain.walk.sampled.forward': '凸规划的网络',
  'explain.walk.sampled.say.forward': ({ p }) => `这是各轮至今找到的最好的网络，有 ${p} 个神经元。`,
  'explain.walk.sampled.residuals': '残差',
  'explain.walk.sampled.say.residuals': '残差是这个网络的输出减标签。',
  'explain.walk.sampled.off': '各模式的拉力与 β',
  'explain.walk.sampled.say.off': ({ beta, patterns }) =>
    `对 ${patterns} 个抽样的模式 D，残差的拉力是 AᵀDr/n 在该模式的锥上的投影（最初的门控轮次不投影）。只有长度超过 β = ${beta} 的拉力才有用。`,
  'explain.walk.sampled.gradient': '新块',
  'explain.walk.sampled.say.gradient': '加入拉力最长的模式，至多八个，长度从 0 开始。',
  'explain.walk.sampled.step': '近端梯度步与组软阈值',
  'explain.walk.sampled.say.step':
    '每轮做 20 到 100 次加速近端梯度（FISTA）迭代。每次迭代让所有块走一个 1/L 的梯度步，把每块投影到它的锥上，再把长度减去 β/L，不够长的变为 0。最初的轮次可以不用锥（门控 ReLU），所得结果再分解成 ReLU 神经元。程序保留较好的网络。别的模式也许更好，所以什么也没有证明。',
  'explain.row.patterns': '模式数',
  'explain.row.gap': '这些模式上的相对间隙',
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
