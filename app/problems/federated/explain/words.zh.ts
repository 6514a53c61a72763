import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'explain.topic.fedLosses': '每个客户端一个损失',
  'explain.topic.fedModel': '圆周上的网络',
  'explain.topic.fedRound': '一轮',
  'explain.topic.fedSurrogate': '本地步在什么函数上下降',
  'explain.topic.fedCurvature': '本地步怎样改变曲率',
  'explain.topic.fedRest': '停在哪里',
  'explain.topic.fedBias': '偏差',
  'explain.topic.fedSpeed': '有多快',
  'explain.topic.fedRight': '右边',
  'explain.topic.fedTangent': '起点处的切线',
  'explain.topic.fedKernel': '不走本地步的一轮',
  'explain.topic.fedWeighted': '切线停在哪里',
  'explain.topic.fedBand': '已证明的速率带',
  'explain.topic.fedLazy': '网络离它的切线有多近？',
  'explain.topic.fedBoth': '没有哪一边总是更好',
  'explain.topic.fedDealt': '排好序的数据与打乱的数据',
  'explain.topic.fedPapers': '论文怎么说',
  'explain.say.fedLosses':
    '每个客户端有自己的二次损失，最小点在 b，曲率 λ ≥ 0（H 的特征值）。F 是各客户端损失的平均，每个客户端的权重相同。它的最小点 t* 是总体的最优点。',
  'explain.say.fedModel':
    'm 个神经元，输入是圆周上的点 x = (cos φ, sin φ, ½)/√1.25。训练的是权重 w；符号 a 依次为 1、−1、1……，保持不变。每个客户端有自己的样本。画出的损失是全部样本的 ½‖u‖²。',
  'explain.say.fedRound':
    '广播：服务器把 θ 发给每个客户端。本地步：每个客户端在自己的损失上做 K 步梯度下降，步长为 η。平均：取各终点的平均，每个客户端的权重相同。服务器步：从 θ 向平均点走 s 倍的路程；s = 1 时正好落在平均点上。',
  'explain.say.fedSurrogate':
    '一个本地步把 θ − b 乘以 I − ηH。所以一轮不是 F 上的一步梯度下降，却恰好是另一个函数 F_K 上的一步，对任何 η 和 K 都成立。图中的颜色画的就是 F_K。',
  'explain.say.fedConvex': '若每个客户端的每个曲率 λ 都满足 ηλ ≤ 2，F_K 就是凸的。F₁ 就是 ηF。',
  'explain.say.fedCurvature':
    '在 F_K 中，客户端的每个曲率 λ 都换成 p(λ)。只要 ηλ ≤ 1，它既不超过 Kηλ，也不超过 1：步数少时，陡与缓的比例不变；步数多时，两者都接近 1。没有曲率的方向（λ = 0）仍然没有。',
  'explain.say.fedRest':
    '经过一轮仍不动的点只有一个，与 s 无关：它是各客户端的最小点以 P 加权的平均。条件是：没有哪个方向对所有客户端都是平的，并且每个曲率都满足 ηλ < 2，或者每轮的两个因子都在 −1 与 1 之间。K = 1 时它就是 t*。',
  'explain.say.fedLimit':
    'ηλ < 2 而 K 增大时，P 趋于 Π，即到该客户端有曲率的那些方向上的投影。若所有 H 都可逆，θ∞ 就是各客户端最小点的简单平均：每个客户端有多陡，不再起作用。',
  'explain.say.fedNoRest':
    '这里条件不成立：某个方向对所有客户端都是平的，或者某个客户端的 ηλ ≥ 2 且有一个因子不在 −1 与 1 之间。',
  'explain.say.fedNoBias':
    '偏差是 θ_K 到 t* 的距离。当且仅当这个和为 0 时，偏差为 0。K = 1 时如此；若各客户端一致（有一个 θ 对每个客户端都最优）或所有 H 相等，则对每个 K 都如此。',
  'explain.say.fedMoreBias':
    '在“意见不一的客户端”中，K = 1、2、5、20、100 时，偏差是 0、0.0162、0.0668、0.272、0.749。',
  'explain.say.fedLessBias':
    '本地步更多，偏差不一定更大：在 3,000 对随机的客户端（种子 21050501；95% 区间）中，到 K = 100 为止有 21%（19 至 23%）的偏差在某处下降，到 K = 1,000 为止有 24%（22 至 27%）。',
  'explain.say.fedSpeed':
    '沿 F_K 的两条轴，每轮把到驻点的距离乘以这两个因子。当且仅当两者都在 −1 和 1 之间时，从任何起点都会到达。',
  'explain.say.fedExpected.true': '这是最慢的方向缩小到千分之一所需的轮数。',
  'explain.say.fedExpected.false': '绝对值较大的因子不小于 1：那个方向不缩小。',
  'explain.say.fedTrade':
    '在“意见不一的客户端”中，本地步用偏差换速度：K = 1、20、100 时，最慢的因子是 0.545、0.417、0.202，偏差是 0、0.272、0.749。',
  'explain.say.fedFree':
    '在“意见一致的客户端”中，加快速度没有代价：偏差为 0；K = 1、5、20 时，20 轮后 F 是 0.03、4.0 × 10⁻⁷、6.4 × 10⁻¹¹。',
  'explain.say.fedRight.rounds': '右边：K = 1。一轮就是 F 本身上的一步梯度下降，每走一步都要通信一次。',
  'explain.say.fedRight.work':
    '右边：数据集中在一处，每轮在 F 上做 K 步梯度下降，没有偏差。s = 1 时，这相当于每走一个本地步就取一次平均。',
  'explain.say.fedRight.equal':
    '右边：每个客户端都用平均曲率，最小点则移到使它在 t* 处的梯度不变的地方。F 只差一个常数，而偏差对每个 K 都为 0。所以单是最小点不同不会造成偏差：还要曲率不同。',
  'explain.say.fedRight.scaffold':
    '右边：SCAFFOLD。每个客户端记住一个控制变量 c，用 d 校正自己的梯度；各个 d 之和为 0。第一轮就是 FedAvg 的一轮，因为还没有记忆。每一轮仍是 F_K 上的一步梯度下降，只是最小点移动了：它从 θ_K 走到 t*。对每个 K，它都停在最优点。代价是每轮传两个向量，而不是一个。',
  'explain.say.fedRight.prox':
    '右边：FedProx。本地步还以权重 μ 拉回 θ：p(λ) 变成下面的比例。本地问题精确求解时，偏差随 1/μ 减小，但只要 μ 有限就不会消失；一轮也变慢。',
  'explain.say.fedRadius': 'SCAFFOLD 最慢的因子属于 θ 连同它的记忆：它是一轮的谱半径。',
  'explain.say.fedCertified':
    '若 ηLmax ≤ 1、s ≤ 1，且没有哪个方向对所有客户端都是平的，则 V 每轮至多变为原来的 1 − m，因此对每个 K 都到达 t*。这个界很宽：它证明到哪里，不说明快慢。',
  'explain.say.fedUncertified':
    '这里没有证明它到达 t*：那需要 ηLmax ≤ 1、s ≤ 1，且没有哪个方向对所有客户端都是平的。因子是算出来的。',
  'explain.say.fedServers':
    '服务器只用平均移动做什么都一样（更长的步、动量、Adam）：它只能停在 ∇F_K = 0 处，偏差不变。',
  'explain.say.fedTangent':
    '右边：把网络换成它在起点处的切线，每个神经元对哪些输入激活，从此固定不变。切线对权重是线性的，所以每个客户端的损失是凸的最小二乘损失。一轮所需的一切都在核 H 里，即那张热图。',
  'explain.say.fedSameUntil': '只要没有神经元在任何样本上变号（本地步中也没有），两边在每个样本上就相等。',
  'explain.say.fedKernel':
    'H 的各块对应各客户端自己的样本。一个客户端的 K 步的总效果，由 G 中它的那一块一次给出；不同客户端之间，G 为 0。',
  'explain.say.fedCost': '所以一轮的代价在右边按 n² 增长，与宽度和 K 无关；在左边按 K·n·m 增长。',
  'explain.say.fedOffData':
    '在样本之间，切线由 α 给出。客户端的本地模型从 α 中减去 Gu 中自己的那部分，是全部，而不是 N 分之一。',
  'explain.say.fedWeighted':
    '若 ηLmax < 2（Lmax 是各块的最大特征值），右边停在使上式最小的地方，这就是加权最小二乘。b 是起点处的残差。K = 1 时 G = ηI，就是普通最小二乘。K 增大时，若 H 的某一块可逆，G 的那一块趋于它的逆。',
  'explain.say.fedWeighted.full':
    'H > 0：任何 u 都可以达到。所以只要 ηLmax < 2，对每个 K、N 和分法，驻点都是 u = 0，没有偏差。若 s ≤ 1，右边就会到达那里。',
  'explain.say.fedWeighted.short':
    'H 是奇异的（不超过最大特征值 10⁻¹⁰ 的特征值算作 0）：并非任何 u 都可以达到。这里列出停下时的损失、最小损失和两者之差（超额值）。K = 1 时它为 0。',
  'explain.say.fedWeighted.none': '这里 ηLmax ≥ 2，并且有一个因子不在 −1 与 1 之间：不会停下。',
  'explain.say.fedTooNarrow':
    '在“八个神经元”中，最小损失是 0.735。K = 1、5、20、100 时，停下时的损失是 0.735、0.749、1.04、3.61。',
  'explain.say.fedNarrowEnds':
    '窄网络本身大多也有这种偏差。m = 2，一共 2,500 个本地步，种子 1 至 200（95% 区间）：K = 25 时的最终损失高于 K = 1 时的占 85%（78 至 89%）。',
  'explain.say.fedBand':
    'μ 是 M 的最小特征值，1 − sμ 是一轮中最慢的因子。在这三个条件下，它在两端之间。小于 0 的一端当作 0。',
  'explain.say.fedBandHere': '这是代入当前数值后的速率带，以及带中真正的因子。',
  'explain.say.fedNoBand.steps': 'q₀ > 1 或 s > 1：没有已证明的速率。最大的因子是算出来的，不是界。',
  'explain.say.fedNoBand.singular':
    'H 是奇异的，或最小特征值小得无法与 0 区分：两端都是 1，没有已证明的速率。',
  'explain.say.fedFalls':
    '在同样的条件下，uᵀGu 每轮至少按右端的平方下降。损失随它一起下降，只差常数倍：早期可能比速率带下降得更快；长期来看，它的斜率就在带中，除非 u 在最慢的方向上没有分量。',
  'explain.say.fedShare':
    'η 相同时，左端只通过 K/N 依赖于 K 和 N。Kq₀ 很大以后，再多的本地步也几乎不再改变右端。',
  'explain.say.fedCollapse':
    '用同一个 η，60 轮后的损失在 (N, K) = (1, 1)、(2, 2)、(4, 4) 时几乎相同：网络 0.00315、0.00359、0.00468，切线 0.00456、0.00498、0.00594。',
  'explain.say.fedBeyond':
    '本地步更多时就分开了：(1, 5)、(2, 10)、(4, 20) 时，网络的损失是 5.8 × 10⁻⁵、1.2 × 10⁻⁴、3.3 × 10⁻⁴。',
  'explain.say.fedGap':
    '30 轮中最大的差距（N = 3，K = 5，种子 1 至 200；中位数与 95% 区间）从 m = 16 时的 0.247（0.236 至 0.267）降到 m = 1,024 时的 0.0114（0.0108 至 0.0120）。拟合的斜率是 −0.74：在这里，差距按 m^−0.7 下降。',
  'explain.say.fedFlipped':
    '“网络与切线”走 100 轮后，与起点相比变了号的（神经元，样本）对：m = 16 时 17.2%，m = 256 时 3.4%，m = 1,024 时 1.9%。',
  'explain.say.fedNarrowWins':
    '在“窄网络”（m = 16）中，网络因离开切线而受益：100 轮后它的损失是 0.00195，切线的是 0.0258。种子 1 至 200（95% 区间）中有 98%（94 至 99%）如此。',
  'explain.say.fedSquareLoses':
    '在“更难的曲线”（m = 64）中，网络因离开切线而受损：100 轮后它的损失是 0.661，切线的是 0.0395。种子 1 至 200（95% 区间）中有 100%（98 至 100%）如此，m = 16 时仍有 83%（77 至 88%）。',
  'explain.say.fedDealt':
    '数据排好序只拖慢前几轮，后来几乎没有影响。η = 0.349，m = 256，第 1、5、10、50 轮后网络的损失：排好序是 1.60、0.280、0.0645、4.6 × 10⁻⁴，打乱是 1.02、0.147、0.0246、4.5 × 10⁻⁴。',
  'explain.say.fedPaper':
    '联邦学习的更新甚至不沿梯度方向。这样训练的过参数化 ReLU 网络，在参数调得合适时，以线性速率收敛到全局最优（arXiv 2105.05001）。要多宽才够，摘要没有说；本页不对所示的网络作此断言。',
  'explain.say.fedFollowUp':
    '宽度增大时，数据的异质性对 FedAvg 的影响减小，在无限宽时消失，那时全局模型和本地模型都是线性的（arXiv 2508.12576）。',
  'explain.say.fedPlayground':
    'Federated Learning Playground 让人在浏览器中选择客户端的数据、超参数和聚合方式，并观察全局模型和各客户端的模型（arXiv 2602.19489）。它的摘要没有提到精确的驻点，也没有提到已证明的速率。',
  'explain.mark.fed.plane.left': '左边所在的位置：路径的末端',
  'explain.mark.fed.plane.right': '右边所在的位置：路径的末端',
  'explain.mark.fed.network.left': '网络：圆周上的一条曲线',
  'explain.mark.fed.network.right': '它在起点处的切线：圆周上的一条曲线',
  'explain.mark.fed.best': 'F 的最小点：总体的最优点',
  'explain.mark.fed.minima': '各客户端自己的最小点',
  'explain.mark.fed.surrogate': 'F_K：它经过这一边所在位置的等高线',
  'explain.mark.fed.rest': '这一边停下的地方',
  'explain.mark.fed.limit': 'K 增大时驻点趋向的地方',
  'explain.mark.fed.plane.locals': '这一轮中各客户端的本地步',
  'explain.mark.fed.network.locals': '各客户端走完本地步后的模型',
  'explain.mark.fed.average': '各客户端终点的平均',
  'explain.mark.fed.samples': '样本，颜色表示客户端',
  'explain.mark.fed.residuals': '残差：从标签到曲线',
  'explain.mark.fed.kernel': '核的热图，按客户端排列',
  'explain.mark.fed.band': '损失曲线旁的速率带',
  'explain.mark.fed.gap': '两边的差距',
  'explain.tex.times': '步',
  'explain.tex.excess': '超额值',
  'explain.step.fedTheta': 'θ：这一轮的起点',
  'explain.step.fedDownhill': '−∇F(θ)',
  'explain.step.fedMove': '这一轮的移动 / (ηK)',
  'explain.step.fedDifference': '两者之差',
  'explain.step.fedSlope': '∇F_K(θ)',
  'explain.step.fedAverage': '各终点的平均 θ̄',
  'explain.step.fedNext': 'θ⁺：这一轮的终点',
  'explain.step.fedLocal': '本地步数 K',
  'explain.step.fedServer': '服务器步长 s',
  'explain.step.fedExcess': 'F(θ) − F(t*)',
  'explain.step.fedNextExcess': 'F(θ⁺) − F(t*)',
  'explain.step.fedSurrogate': 'F_K(θ) 高出最小值',
  'explain.step.fedNextSurrogate': 'F_K(θ⁺) 高出最小值',
  'explain.step.fedDistance': '到 t* 的距离',
  'explain.step.fedNextDistance': 'θ⁺ 到 t* 的距离',
  'explain.step.fedFromRest': '到 θ_K 的距离',
  'explain.step.fedNextFromRest': 'θ⁺ 到 θ_K 的距离',
  'explain.step.fedResidual': '残差 u',
  'explain.step.fedPull': 'Gu：本地步取走的量',
  'explain.step.fedTaken': 's·Mu：这一轮从 u 中取走的量',
  'explain.step.fedNextResidual': '这一轮之后的残差',
  'explain.step.fedLoss': '损失 ½‖u‖²',
  'explain.step.fedAverageLoss': '权重取平均处的损失',
  'explain.step.fedNextLoss': '这一轮之后的损失',
  'explain.step.fedWeighted': 'uᵀGu',
  'explain.step.fedNextWeighted': '这一轮之后的 uᵀGu',
  'explain.step.fedDrift': '漂移：各客户端权重的离散程度',
  'explain.step.fed': '这里说的是从所示步开始的那一轮。',
  'explain.walk.fed.forward': '广播',
  'explain.walk.fed.residuals': '本地步',
  'explain.walk.fed.gradient': '平均',
  'explain.walk.fed.step': '服务器步',
  'explain.walk.fed.plane.forward': '每个客户端都从 θ 出发',
  'explain.walk.fed.plane.say.forward': ({ clients, loss }) =>
    `服务器把 θ 发给 ${clients} 个客户端。F 比最小值高 ${loss}；每个客户端只看得到自己的损失。`,
  'explain.walk.fed.plane.residuals': '在各自的损失上下降',
  'explain.walk.fed.plane.say.residuals': ({ local, eta }) =>
    `每个客户端在自己的损失上做 ${local} 步梯度下降，η = ${eta}，途中互不通信。`,
  'explain.walk.fed.plane.gradient': '各终点的平均',
  'explain.walk.fed.plane.say.gradient': '服务器把各终点取平均，每个客户端的权重相同。',
  'explain.walk.fed.plane.step': '从 θ 走向平均点',
  'explain.walk.fed.plane.say.step': ({ server, local }) =>
    `${server === '1' ? 's = 1，服务器正好落在平均点上。' : `服务器从 θ 向平均点走 s = ${server} 倍的路程。`}${local === '1' ? 'K = 1，所以这是 F 上的一步梯度下降。' : '这一步就是 −s∇F_K。'}`,
  'explain.walk.fed.scaffold.residuals': '在各自的损失上下降，并校正',
  'explain.walk.fed.scaffold.say.residuals': ({ local, eta }) =>
    `每个客户端沿自己的梯度减去校正 d 走 ${local} 步，步长 ${eta}，然后记住这些步的平均梯度。`,
  'explain.walk.fed.prox.residuals': '在各自的损失上下降，并往回拉',
  'explain.walk.fed.prox.say.residuals': ({ local, eta }) =>
    `每个客户端在自己的损失加上到 θ 距离平方的 μ/2 倍之上走 ${local} 步，步长 ${eta}。`,
  'explain.walk.fed.equal.forward': '每个客户端都从 θ 出发',
  'explain.walk.fed.equal.say.forward': ({ clients, loss }) =>
    `服务器把 θ 发给 ${clients} 个客户端，它们都用平均曲率。F 比最小值高 ${loss}。`,
  'explain.walk.fed.work.forward': '集中一处，无需广播',
  'explain.walk.fed.work.say.forward': ({ loss }) => `数据集中在一处，只有一个损失 F。它比最小值高 ${loss}。`,
  'explain.walk.fed.work.residuals': '在 F 上走 K 步',
  'explain.walk.fed.work.say.residuals': ({ local, eta }) =>
    `在 F 本身上做 ${local} 步梯度下降，η = ${eta}。`,
  'explain.walk.fed.work.gradient': '只有一个终点',
  'explain.walk.fed.work.say.gradient': '终点只有一个，它就是自己的平均。',
  'explain.walk.fed.network.forward': '每个客户端都拿到全部权重',
  'explain.walk.fed.network.say.forward': ({ clients, loss }) =>
    `服务器把权重发给 ${clients} 个客户端。所有样本的损失是 ${loss}。`,
  'explain.walk.fed.network.residuals': '各自拟合自己的样本',
  'explain.walk.fed.network.say.residuals': ({ local, eta }) =>
    `每个客户端在自己的样本上做 ${local} 步梯度下降，η = ${eta}。各自颜色的曲线是它们的本地模型。`,
  'explain.walk.fed.network.gradient': '权重的平均',
  'explain.walk.fed.network.say.gradient': ({ drift }) =>
    `服务器把权重取平均；各客户端的权重与平均的均方根距离是 ${drift}（漂移）。网络对权重不是线性的，所以权重取平均后的网络并不是各本地模型的平均。`,
  'explain.walk.fed.network.step': '从旧权重走向平均',
  'explain.walk.fed.network.say.step': ({ server }) =>
    server === '1' ? 's = 1，服务器正好落在平均上。' : `服务器从旧权重向平均走 s = ${server} 倍的路程。`,
  'explain.walk.fed.linear.forward': '残差 u',
  'explain.walk.fed.linear.say.forward': ({ clients, loss }) =>
    `${clients} 个客户端的同一轮，只用 n 个数来写，即残差。所有样本的损失是 ${loss}。`,
  'explain.walk.fed.linear.residuals': '所有本地步一次完成',
  'explain.walk.fed.linear.say.residuals': ({ local }) =>
    `各客户端的 ${local} 步的总效果就是 Gu 中它的那部分，不必逐步循环。各自颜色的曲线是本地模型。`,
  'explain.walk.fed.linear.gradient': '曲线的平均',
  'explain.walk.fed.linear.say.gradient':
    '平均从 u 中取走 Mu = HGu/N。切线对权重是线性的，所以把权重取平均就是把各本地模型取平均。',
  'explain.walk.fed.linear.step': '从 u 走向平均',
  'explain.walk.fed.linear.say.step': ({ server }) =>
    `u⁺ = u − s·Mu${server === '1' ? '；s = 1 时就是平均本身' : `，s = ${server}`}。若 ηLmax < 2 且 s ≤ 1，uᵀGu 从不增大。`,
  'explain.rows.client': '客户端',
  'explain.row.fedTheta1': 'θ₁',
  'explain.row.fedTheta2': 'θ₂',
  'explain.row.fedExcess': 'F − F(t*)',
  'explain.row.fedSurrogate': 'F_K − min F_K',
  'explain.row.fedDistance': '到 t* 的距离',
  'explain.row.fedFromRest': '到 θ_K 的距离',
  'explain.row.fedLoss': '损失',
  'explain.row.fedWeighted': 'uᵀGu',
  'explain.column.fedTheta1': 'θ₁',
  'explain.column.fedTheta2': 'θ₂',
  'explain.column.fedOwnLoss': '自己的损失',
  'explain.column.fedOwnAfter': '终点处自己的损失',
  'explain.column.fedWalked': '走过',
  'explain.column.fedFlat': '较小的 λ',
  'explain.column.fedSteep': '较大的 λ',
  'explain.column.fedFlatShare': 'p(较小的 λ)',
  'explain.column.fedSteepShare': 'p(较大的 λ)',
  'explain.column.fedSamples': '样本数',
  'explain.column.fedOwner': '客户端',
  'explain.column.fedU': 'u',
  'explain.column.fedGu': 'Gu',
  'explain.column.fedMu': 'Mu',
  'explain.column.fedAveraged': 'u − Mu',
  'explain.column.fedAtAverage': '平均处',
};
