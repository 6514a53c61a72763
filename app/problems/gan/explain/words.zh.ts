import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'explain.topic.players': '两个玩家，一个函数',
  'explain.topic.gameRules': '一轮',
  'explain.topic.gameRotation': '旋转不等于发散',
  'explain.topic.gameBrake': '阻尼起什么作用',
  'explain.topic.gameSigns': '两个权重',
  'explain.topic.gameCone': '这个宽度能到哪里',
  'explain.topic.gameCertificate': '下界的证书',
  'explain.topic.gameWidth': '多宽才够？',
  'explain.topic.gameReached': '够得着不等于到得了',
  'explain.topic.gameRest': '不会假停，有两个条件',
  'explain.topic.gameStability': '鞍点附近：ησ² 与阻尼',
  'explain.topic.gameConvex': '对应的凸博弈',
  'explain.say.gameNetwork':
    '生成器把每个噪声样本 z 变成 V·max(Wz, 0)。g 是生成样本的均值，x 是真实数据的均值。线性判别器 d 只看得到这两个均值，而均值相等并不意味着分布相同。W 在 L 上下降，d 在 L 上上升；ρ 是 d 的阻尼。曲线画的是均方误差，即 ‖e‖²。',
  'explain.say.gamePlane':
    '一个权重 w 对一个权重 d，生成的就是 w 本身。w 在 L 上下降，d 在 L 上上升；ρ 是 d 的阻尼。',
  'explain.say.gamePlaneSlopes': '每个梯度都指向对自己有利的方向。在鞍点 (x, 0) 处两者都为 0，双方都不动。',
  'explain.say.gameGradients':
    '每个梯度都指向对自己有利的方向。h 不会为负，所以 v·d 为正时神经元增大，为负时减小。',
  'explain.say.gameRule.simultaneous': '同时更新：双方都按旧位置的梯度同时走一步。d = 0 时只有 d 移动。',
  'explain.say.gameRule.alternating': '交替更新：判别器先走，生成器再回应新的 d。',
  'explain.say.gameRule.extragradient':
    '外梯度：先试走一轮，到前方的 (W′, d′)；真正的一轮仍从旧位置出发，但用前方的梯度。它要求两次梯度。',
  'explain.say.gameRule.optimistic':
    '乐观梯度：同时更新，但用 2G − G（上一轮）代替 G，以此猜测下一个梯度。第 1 轮两者相同。',
  'explain.say.gameRule.best':
    '最优判别器：判别器总是对生成器作出最优回应。于是 L = ‖e‖²/(2ρ)，生成器就在它上面下降：不再有可以一起转圈的对手。',
  'explain.say.gameRound':
    '在平面上，一轮就是作用于 (w − x, d) 的一个矩阵（乐观梯度的矩阵还作用于上一个点）：同时更新是 I + B，外梯度是 I + B + B²。特征值 λ 为复数时，点绕鞍点旋转；它是否离开由 λ 的模决定，而且只与 p、q 有关。长期来看，平均每轮把距离乘以 s。',
  'explain.say.game.arrives': '所有条件都成立，所以 s 小于 1：从任何起点出发都会到达。',
  'explain.say.game.cycles': 's 等于 1：博弈既不到达，也不离开，永远绕圈或来回跳动。',
  'explain.say.game.rests':
    's 等于 1，来自特征值 1：有一条直线，线上的点经过一轮都不动。博弈停在这条线上，但不在鞍点。',
  'explain.say.game.leaves': 's 大于 1：从几乎所有起点出发都会离开。',
  'explain.say.game.drifts':
    's 等于 1，但它是只有一个特征向量的二重特征值：博弈缓慢离开，每轮的距离增加得差不多一样多。',
  'explain.say.gameEllipse': '每一轮都保持这个数不变：所有点都在绕鞍点的同一个椭圆上。',
  'explain.say.gameBrake':
    '同时更新的一轮把面积乘以 |1 + p − q|。没有阻尼（q = 0）时，无论步长多大，面积都在增大。有阻尼时，当且仅当 p < q < p + 2，面积缩小；其中前一半就是 ρ > η。阻尼不会移动鞍点，因为那里 d 为 0。',
  'explain.say.gameGrowth': '没有阻尼时，同时更新的每一轮都严格如此。',
  'explain.say.gameNoBrake':
    '换一条更好的规则就可以不要阻尼。ρ = 0 时，交替更新循环（p < 4）；外梯度当且仅当 p < 1 时到达；乐观梯度当且仅当 p < 1/3 时到达。',
  'explain.say.gameSigns':
    '左边：两列都是 1，取加号，等高线是绕原点的菱形。x < 0 时原点是唯一的最小点，均方误差为 x²；x > 0 时最小点是菱形 |w₁| + |w₂| = 2x。右边：一列是 −1，取减号，最小点是两条 V 形谷 |w₁| − |w₂| = 2x，均方误差为 0。',
  'explain.say.gameCone':
    '每个神经元的 h 是一些 ReLU 的均值，所以不会为负。若某个 u 对某个样本有 u·z > 0（只需有一个 z ≠ 0），取 w = t·u，让 t 从 0 增大，h 就取遍从 0 起的所有值，与其他神经元无关。所以生成器能到达的恰好是各列的非负组合：它们的锥。',
  'explain.say.gameFloor':
    '所以两个问题的最小均方误差相同，而且取得到。左边对 W 不是凸的；右边对 h 是凸的，即非负最小二乘。它的值就是下界。',
  'explain.say.gameKkt': '由前两行可以证明第三行，对每个 h ≥ 0 成立：d*·Vh* 等于 0，d*·Vh 不大于 0。',
  'explain.say.gameFarkas':
    'Vᵀd* ≤ 0，而 x·d* = ‖d*‖² > 0：d* 把 x 与锥分开（Farkas）。d*/ρ 是用这些列的任何生成器都回应不了的判别器，博弈的值是 ‖d*‖²/(2ρ)。',
  'explain.say.gameFarkasOnly':
    'Vᵀd* ≤ 0，而 x·d* = ‖d*‖² > 0：d* 把 x 与锥分开（Farkas）。用这些列的任何生成器都回应不了这个方向上的判别器。',
  'explain.say.gameReachable': 'x 在这个锥中：在舍入误差之内，这个 h* ≥ 0 把各列混合成 x。下界为 0。',
  'explain.say.gameWidth':
    '条件：各列的符号独立且正负各半，各列与 x 处于一般位置。x 够不着，当且仅当 −x 与所有列都在一个开半空间中。在 2ᵏ 种符号中，恰好有 C(k, j)（j < m）之和那么多种是这样：等于 Schläfli 和 Wendel 对 k + 1 个向量的计数的一半。',
  'explain.say.gameHalf':
    '所以 P 在 k = 2m − 1 时恰好是 1/2，从 k = 2m 起更大。它就是“单个神经元”那个问题的曲线：那里 k 个样本中至少要有 m 个在星标处激活。',
  'explain.say.gameReached':
    'm = 5，c = 2，300 轮，种子 1 至 200（95% 区间）：k = 10、16、24 时，够得着的概率是 0.62、0.96、0.999，但均方误差降到 10⁻⁶ 以下的只有 5%（2 至 9%）、31%（24 至 38%）、73%（65 至 79%）。k = 40 时有 96%（92 至 98%），k = 100 时有 100%（98 至 100%）。',
  'explain.say.gameSpeed':
    '在门槛附近，能匹配 x 的组合很少，可能需要很大的 h。降到最初均方误差的千分之一所需的轮数，种子 1 至 200：做到的那些博弈的中位数（95% 区间），k = 10、16、24、40、100 时是 138（125 至 154）、120（96 至 137）、63（55 至 70）、35（32 至 39）、17（16 至 18）。所以宽度在 2m 处换来够得着，在远大于 2m 处换来速度。',
  'explain.say.gameRest':
    '第一个条件：噪声样本不全在任何一个过 0 的闭半空间中。这时上面的推理对每个不在 0 处的神经元成立；所以若所有神经元都不在 0 处，而它们的梯度都为 0，则每一列的 v·d 都为 0。第二个条件：V 的秩是 m。这时 d 为 0；若 d 的梯度也为 0，则 e 为 0：这样停下就是完全匹配。',
  'explain.say.gameNoise.true': '这里的噪声样本围住原点：第一个条件成立。',
  'explain.say.gameNoise.false': '这里的噪声样本在一个半空间中：第一个条件不成立，神经元可能死亡。',
  'explain.say.gameRank.both': '左右两边 V 的秩都是 m：第二个条件成立。',
  'explain.say.gameRank.left': '只有左边 V 的秩是 m：右边不满足第二个条件。',
  'explain.say.gameRank.right': '只有右边 V 的秩是 m：左边不满足第二个条件。',
  'explain.say.gameRank.none': '左右两边 V 的秩都小于 m：第二个条件不成立。',
  'explain.say.gameKink':
    '如果两个条件都成立且下界为正，就有某个 v·d* 为负，所以在每个最小点，都有神经元停在 0，即它的 ReLU 的折点。',
  'explain.say.gameRestless':
    '固定的步长会一次又一次跨过这个折点。在“够得着，却停不下”的左边，1,000 轮的最后 200 轮中，均方误差高出下界：c = 1 时 0.04 到 0.31，c = 0.3 时 0.009 到 0.09，c = 0.1 时 0.004 到 0.03。',
  'explain.say.gameDead':
    'm = 2，k = 3，c = 1，1,000 轮，种子 1 至 200（95% 区间）：噪声样本 n = 3 时，65%（57 至 71%）的博弈以有神经元死亡告终；n = 20 时为 0%（0 至 2%）。',
  'explain.say.gameStability':
    '在 e = 0、d = 0 且没有 w·z 为 0 的点附近，博弈在一阶近似下是线性的。它按每个 σ² 分成一个平面，用 ησ² 代替 η。所以若对每个 σ 都有 ησ² < ρ 和 μ(2ρ − ησ²) < 4，且 σ 全为正，同时更新就局部地到达。其他规则看它们自己的条件，取 p = ημσ²。',
  'explain.say.gamePush':
    'ρ 是阻尼。这里按所用的规则，对这个 σ 列出条件，取所示这一轮的权重。它只在鞍点附近有意义。',
  'explain.say.gameSafe':
    '对同时更新，ηLg < ρ 和 μρ < 2 在每个 σ 全为正的这种鞍点处都是充分的，但不是必要的。',
  'explain.say.gamePaper': '对过参数化的单层生成器和线性判别器，梯度下降–上升收敛到全局鞍点。',
  'explain.say.gameConvex':
    '右边：同一场博弈改用 h 来下，从同一起点的 h(W) 开始。它对 h 是凸的，对 d 是凹的，值相同。每个新的 h 小于 0 的部分截为 0。',
  'explain.say.gameConvexBest':
    '用最优判别器时，它就是 ‖e‖²/(2ρ) 上的投影梯度下降：均方误差从不增大，并且若 c < 2ρ，从任何起点都收敛到下界。',
  'explain.mark.game.network.left': '左边生成的均值：路径的末端',
  'explain.mark.game.network.right': '右边生成的均值：路径的末端',
  'explain.mark.game.plane.left': '左边的双方：路径的末端',
  'explain.mark.game.plane.right': '右边的双方：路径的末端',
  'explain.mark.game.two-weights.left': '左边的两个权重：路径的末端',
  'explain.mark.game.two-weights.right': '右边的两个权重：路径的末端',
  'explain.mark.game.plant': '星标：真实数据的均值',
  'explain.mark.game.saddle': '鞍点：双方都不动的地方',
  'explain.mark.game.columns': '各列（射线）和它们的锥',
  'explain.mark.game.discriminator': '判别器（箭头）',
  'explain.mark.game.certificate': '证书：它的箭头、分隔线和最近点',
  'explain.mark.game.floor': '均方误差曲线上的下界',
  'explain.mark.game.cloud': '生成的样本，每个噪声样本一个点',
  'explain.mark.game.ellipse': '每一轮都保持的椭圆',
  'explain.symbol.ellipse': '椭圆',
  'explain.tex.and': '和',
  'explain.tex.rest': '其余 ',
  'explain.tex.before': '上一轮',
  'explain.tex.eigenvalues': '的特征值',
  'explain.step.gameW': '生成器 w',
  'explain.step.gameMean': '生成的均值 g',
  'explain.step.gameError': '误差 e = x − g',
  'explain.step.gameD': '判别器 d',
  'explain.step.gameSlopeD': 'd 的梯度 e − ρd',
  'explain.step.gameSlopeW': '生成器的梯度',
  'explain.step.gameNewD': '新的 d',
  'explain.step.gameNewSlopeW': '新的 d 处生成器的梯度',
  'explain.step.gameAheadSlopeD': '前方 d 的梯度',
  'explain.step.gameAheadSlopeW': '前方生成器的梯度',
  'explain.step.gameAgoSlopeD': '上一轮 d 的梯度',
  'explain.step.gameAgoSlopeW': '上一轮生成器的梯度',
  'explain.step.gameMu': 'd 的步长 μ',
  'explain.step.gameRho': '阻尼 ρ',
  'explain.step.gameNextW': '这一轮之后的 w',
  'explain.step.gameNextMean': '这一轮之后的 g',
  'explain.step.gameNextD': '这一轮之后的 d',
  'explain.step.gameMse': '均方误差‖e‖²',
  'explain.step.gameNextMse': '这一轮之后的均方误差',
  'explain.step.gameFloor': '已证明的下界',
  'explain.step.gameExcess': '均方误差高出下界',
  'explain.step.gameValue': '值 L',
  'explain.step.gameNextValue': '这一轮之后的 L',
  'explain.step.gamePush': '最大的 ησ²',
  'explain.step.game': '每个梯度都指向对自己有利的方向。怎样按它们走步，见“一轮”。',
  'explain.walk.game.forward': '双方在哪里',
  'explain.walk.game.residuals': '判别器',
  'explain.walk.game.gradient': '生成器',
  'explain.walk.game.step': '这一轮之后',
  'explain.walk.game.plane.forward': '双方在哪里',
  'explain.walk.game.plane.say.forward': ({ mse, value }) => `e = x − w，e² = ${mse}。值 L = ${value}。`,
  'explain.walk.game.network.forward': '双方在哪里',
  'explain.walk.game.network.say.forward': ({ k, mse, value }) =>
    `${k} 个神经元生成的均值 g，还差的 e = x − g，以及判别器 d。均方误差是 ${mse}，值 L = ${value}。`,
  'explain.walk.game.convex.forward': '双方在哪里',
  'explain.walk.game.convex.say.forward': ({ k, mse, value }) =>
    `${k} 列的混合 g = Vh，还差的 e = x − g，以及判别器 d。均方误差是 ${mse}，值 L = ${value}。`,
  'explain.walk.game.simultaneous.residuals': '它现在的梯度',
  'explain.walk.game.simultaneous.say.residuals': ({ mu, rho }) =>
    `d 的梯度是 e − ρd，ρ = ${rho}。d 将移动它的 μ = ${mu} 倍；生成器这时还看不到。`,
  'explain.walk.game.simultaneous.gradient': '它现在的梯度',
  'explain.walk.game.simultaneous.say.gradient': ({ eta }) =>
    `生成器在旧的 d 处的梯度。它移动这个梯度的 η = ${eta} 倍。`,
  'explain.walk.game.simultaneous.step': '双方同时移动',
  'explain.walk.game.simultaneous.say.step': '两个移动同时进行。',
  'explain.walk.game.alternating.residuals': 'd 先走',
  'explain.walk.game.alternating.say.residuals': ({ mu, rho }) =>
    `d 的梯度是 e − ρd，ρ = ${rho}，d 立刻移动它的 μ = ${mu} 倍。`,
  'explain.walk.game.alternating.gradient': '它回应新的 d',
  'explain.walk.game.alternating.say.gradient': ({ eta }) =>
    `生成器在新的 d 处的梯度。它移动这个梯度的 η = ${eta} 倍。`,
  'explain.walk.game.alternating.step': '生成器后走',
  'explain.walk.game.alternating.say.step': '双方各走了一步，d 在生成器之前。',
  'explain.walk.game.extragradient.residuals': '向前看',
  'explain.walk.game.extragradient.say.residuals': ({ mu }) =>
    `双方先试走一轮，到前方。那里的判别器是 d′，最后一列是它的梯度：d 移动这个梯度的 μ = ${mu} 倍。`,
  'explain.walk.game.extragradient.gradient': '它在前方的梯度',
  'explain.walk.game.extragradient.say.gradient': ({ eta }) =>
    `生成器在前方的梯度。它从旧位置移动这个梯度的 η = ${eta} 倍。`,
  'explain.walk.game.extragradient.step': '从旧位置出发',
  'explain.walk.game.extragradient.say.step': '双方从原来的位置出发，用前方的梯度走一步。',
  'explain.walk.game.optimistic.residuals': '现在、上一轮和猜测',
  'explain.walk.game.optimistic.say.residuals': ({ mu, first }) =>
    `d 的梯度 G：现在的和上一轮的${first && '（第 1 轮两者相同）'}。d 移动 2G − 上一轮的 G 的 μ = ${mu} 倍，这是对下一个梯度的猜测。`,
  'explain.walk.game.optimistic.gradient': '现在、上一轮和猜测',
  'explain.walk.game.optimistic.say.gradient': ({ eta }) =>
    `生成器也一样，它移动自己的猜测的 η = ${eta} 倍。`,
  'explain.walk.game.optimistic.step': '双方同时移动',
  'explain.walk.game.optimistic.say.step': '两个移动同时进行，各按自己的猜测。',
  'explain.walk.game.best.residuals': '最优回应',
  'explain.walk.game.best.say.residuals': ({ rho }) =>
    `使 L 最大的 d 是 e/ρ，ρ = ${rho}。d 直接取这个值，不走步。`,
  'explain.walk.game.best.gradient': '它回应最优的 d',
  'explain.walk.game.best.say.gradient': ({ eta }) =>
    `生成器在这个 d 处的梯度。它移动这个梯度的 η = ${eta} 倍：在 ‖e‖²/(2ρ) 上下降一步。`,
  'explain.walk.game.best.step': '生成器移动',
  'explain.walk.game.best.say.step': 'd 是这一轮用的回应，下一轮会重新回应。',
  'explain.rows.coordinate': '分量',
  'explain.rows.mixed': '列',
  'explain.offRow.mixed': '为 0',
  'explain.row.mse': '均方误差',
  'explain.row.overFloor': '高出下界',
  'explain.row.value': '值 L',
  'explain.row.lengthD': '‖d‖',
  'explain.column.gameW': 'w',
  'explain.column.gameH': 'h',
  'explain.column.g': 'g',
  'explain.column.error': 'e',
  'explain.column.d': 'd',
  'explain.column.rho': 'ρ',
  'explain.column.newD': '新的 d',
  'explain.column.slopeD': 'e − ρd',
  'explain.column.aheadD': 'd′',
  'explain.column.aheadSlope': '前方',
  'explain.column.slopeNow': '现在的 G',
  'explain.column.slopeAgo': '上一轮',
  'explain.column.slopeUsed': '2G − 上一轮',
  'explain.column.gamePull': 'v·d',
  'explain.column.weightUsed': 'G',
  'explain.column.weightNow': '现在的 G',
  'explain.column.weightAgo': '上一轮',
  'explain.column.lengthUsed': '‖G‖',
  'explain.column.lengthNow': '现在的 ‖G‖',
  'explain.column.lengthAgo': '上一轮',
};
