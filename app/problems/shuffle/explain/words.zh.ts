import type { Translated } from '../../../i18n/messages.ts';
import type { words as english, StepFacts } from './words.en.ts';

const kept = ({ triangle }: StepFacts) =>
  triangle
    ? '改变 x 之和的部分略去不画：投影首先去掉的就是它。'
    : '改变各行各列之和的部分略去不画：投影首先去掉的就是它。';

const down = (facts: StepFacts) => `这是 −∇E 乘以步长 ${facts.eta}。图中是只有 E 时的去处。${kept(facts)}`;

const off = ({ triangle }: StepFacts) =>
  triangle
    ? '三个数之和仍为 1，但有的可能小于 0，这就离开了三角形。'
    : '各行各列之和仍为 1，但有的元素可能小于 0。';

const back = (name: string, { before, after, sure, ended, triangle }: StepFacts) => {
  const to = triangle ? '投影到三角形上最近的点。' : '投影到最近的双随机矩阵。';
  if (ended) return `${to}但这一边已经结束：它停在原处，不再更新。`;
  return `${to}${name} 从 ${before} 到 ${after}${sure && `；保证至少下降 ${sure}`}。`;
};

const nearest = ({ rounded, cost, tie, least, largest }: StepFacts) => {
  const beside = '取整只用来读数，并不改变运行本身。';
  if (!tie) return `这一步之后，最近的排列是 ${rounded}，代价为 ${cost}。${beside}`;
  const costs = least && `它们的代价为 ${least === largest ? least : `${least} 到 ${largest}`}。`;
  return `这一步之后，有几个排列同样近：平局。${costs}${beside}`;
};

export const words: Translated<typeof english> = {
  'explain.topic.shuffleSides': '先松弛再取整，还是加惩罚',
  'explain.topic.shuffleCost': '代价',
  'explain.topic.shufflePenalty': '惩罚就是距离',
  'explain.topic.shuffleTraps': '每个顶点都会变成陷阱',
  'explain.topic.shuffleExact': '精确不等于容易',
  'explain.topic.shuffleStep': '一步',
  'explain.topic.shuffleBound': '所有排列的共同下界',
  'explain.topic.shuffleTriangle': '三角形上的全部驻点',
  'explain.topic.shuffleTwo': 'B₃ 是两个三角形',
  'explain.topic.shuffleProjection': '投影',
  'explain.topic.shuffleRounding': '取整与平局',
  'explain.topic.shuffleRamp': '渐增',
  'explain.topic.shuffleWho': '谁赢？',
  'explain.topic.shuffleLayers': '两层之间的打乱',
  'explain.topic.shufflePapers': '论文怎么说',
  'explain.say.shuffleSides':
    '两边都在找代价 E 低的排列。左边：在所有双随机矩阵上最小化 E，这是凸问题，然后取整到最近的排列。右边：从同一起点做同样的下降，但加上惩罚 P，只有排列不受惩罚。这里左边才是凸的。',
  'explain.say.shuffleSidesTriangle':
    '两边都在找代价 E 低的排列。左边：在三角形（三个排列的混合）上最小化 E，这是凸问题，然后取整到最近的顶点。右边：从同一起点做同样的下降，但加上惩罚 P，只有排列不受惩罚。这里左边才是凸的。',
  'explain.say.shuffleCost':
    'A 和 B 是两个图的边权，排列把它们的节点配对：231 把 A 的节点 1 配给 B 的节点 2，2 配给 3，3 配给 1。B_n 是双随机矩阵：元素都不小于 0，各行各列之和为 1。',
  'explain.say.shuffleConvex':
    'E 是凸二次函数：B_n 上的局部极小点就是全局最小点。B_n 的顶点就是各个排列。在排列处，E 是 A 的所有元素上边权之差的平方和。',
  'explain.say.shuffleLayersCost':
    '隐藏层的通道被 Π 打乱。学生知道 W₁ 和 W₂′（W₂ 加上一些偏移），要找出代替 Π 的 M：2341 把第 1 层的通道 2 送到第 2 层的通道 1，3 送到 2，4 送到 3，1 送到 4。E 是正态输入上的均方误差，有闭式。B_n 是双随机矩阵：元素都不小于 0，各行各列之和为 1。',
  'explain.say.shuffleLayersConvex':
    'E 是凸二次函数：B_n 上的局部极小点就是全局最小点。B_n 的顶点就是各个排列。',
  'explain.say.shuffleSmooth': 'E 的梯度变化至多是 M 变化的 L 倍。步长为 c/L，λ 以 L 的倍数给出。',
  'explain.say.shuffleSmoothTriangle':
    'E 的梯度变化至多是 x 变化的 L 倍，更新的就是 x。步长为 c/L，λ 以 L 的倍数给出。',
  'explain.say.shuffleThree':
    'I 让每个节点留在原处，C 是 1→2、2→3、3→1，C² 是 1→3、2→1、3→2：三个顶点就是三个循环排列。全部六个中的另外三个不在三角形上。',
  'explain.say.shuffleDistance':
    'X 是离 M 最近的排列。P 在距离 ‖M − X‖₁（各元素绝对值之和）的一半与全部之间。所以 P 在排列处为 0，在别处都不为 0。',
  'explain.say.shuffleExact':
    '若 λ 大于最大阈值的两倍，E + λP 的最低点恰好是可到达的最优排列，别无其他。这是充分条件；更小的 λ 也可能够用。',
  'explain.say.shuffleExactHere.above': '所以这里的 λ 足够大。',
  'explain.say.shuffleExactHere.below': '这里的 λ 不大于它，所以由此不能断定。',
  'explain.say.shuffleExactMany': '节点不超过四个时，页面会算出全部阈值。',
  'explain.say.shuffleExactOnly':
    '只要满足这个条件，可到达的每个排列就都已经是陷阱。它只说明最低点在哪里，并不说明梯度下降停在哪里。',
  'explain.say.shuffleTraps':
    '每个排列 X 都有一个阈值。λ 大于它时，无论 X 的代价是多少，X 都是陷阱：严格局部极小点，E + λP 沿每个方向都上升。λ 小于它时，X 不是局部极小点。',
  'explain.say.shuffleTrapsTriangle':
    '每个顶点都有一个阈值。λ 大于它时，无论代价是多少，这个顶点都是陷阱：严格局部极小点，E + λP 沿三角形的每个方向都上升。λ 小于它时，这个顶点不是局部极小点。在整个 B₃ 中，阈值只会相等或更大。',
  'explain.say.shuffleAllTraps': 'λ 越大，陷阱只多不少。超过最大的阈值后，可到达的排列全都是陷阱。',
  'explain.say.shuffleStep': '先走一个梯度步，可能离开集合；再投影到集合中最近的点。左边的 λ_k 为 0。',
  'explain.say.shuffleMonotone':
    '若 c < 2 且 λ 不变，那么无论 λ 多大，任何一步都不会使 F 上升。P 是凹的，所以 λ 更大也不需要更小的步长。',
  'explain.say.shuffleNotSure': '这里 c ≥ 2，所以没有任何保证。',
  'explain.say.shuffleStill': '这里 L 为 0：E 处处相同，λ 为 0，什么都不动。',
  'explain.say.shuffleRises':
    'λ_k 增大期间，E + λ_k P 可能一步步上升。每一步只保证以这一步的 λ_k 计算的 F 下降。在“缓慢的渐增”中，前 200 步里 E + λ_k P 有 119 步上升。',
  'explain.say.shuffleArrives':
    '若右边趋于一个排列 X，且 λ 大于 X 的阈值，那么有限步之后它就精确地停在 X 上。',
  'explain.say.shuffleBound':
    'E 是凸的，所以处处不低于切平面；而线性函数在 B_n 上的最小值在某个排列处取到，解一次指派问题就能找到：没有排列的代价低于它。曲线下方的线是迄今最好的这种下界。',
  'explain.say.shuffleBoundTriangle':
    'E 是凸的，所以处处不低于切平面；而线性函数在三角形上的最小值在某个顶点处取到：三个顶点的代价都不低于它。曲线下方的线是迄今最好的这种下界。',
  'explain.say.shuffleMeet': 'E 与下界相遇之处，E 最小。左边在那里结束；若接近平局，则继续走到停下为止。',
  'explain.say.shuffleListed': '可到达的排列，代价已全部列出，所以“最优”是经过证明的。',
  'explain.say.shuffleUnlisted': '节点多于八个时不列出代价，也不称任何排列为最优。',
  'explain.say.shuffleRests':
    '在内部，右边只能停在 s 满足此式的地方。各个 q 是 Q 沿三角形的特征值，b 是中心处沿这些方向的斜率。去分母后，这是 6 次多项式，在边上是 4 次（若某个 b 为 0，还要加上 s = 2q 这一情形）；三个顶点则逐一检查。所以列表是完整的：驻点全在这里。',
  'explain.say.shuffleRestsZero': 'λ 为 0：两边都在 E 上下降，每个驻点都是最小点。',
  'explain.say.shuffleLowest': '最低的驻点就是 E + λP 在三角形上的最低点。',
  'explain.say.shuffleLowestBest': '最低的驻点就是 E + λP 在三角形上的最低点：一个最优的顶点。',
  'explain.say.shuffleCircle': '这里的驻点连成一片，每一段列出一个作为代表。',
  'explain.say.shuffleConvexUntil':
    '在这个 λ 以内，E + λP 在三角形上是凸的；超过它就不是。T 的各列是三角形所在平面的标准正交基。',
  'explain.say.shuffleTwo':
    '以 J/3（元素全为三分之一的矩阵）为中心，三个偶排列张成一个三角形，三个奇排列张成另一个，两个三角形所在的平面正交。所以 M 就是两个点 p 和 q，两幅平面图把整个 B₃ 毫无损失地画了出来。',
  'explain.say.shuffleGauge':
    '规范值是使点恰好落在边界上的缩放倍数：三角形绕中心缩放。两个规范值之和至多为 1：p 在顶点上时，q 在中心。',
  'explain.say.shuffleSorting': '这是三角形上最近的点。把三个数排序就得到 τ，不用迭代。',
  'explain.say.shuffleDual':
    '这是最近的双随机矩阵。每行一个数、每列一个数，使所有行和列之和为 1；它们使一个凸函数最小。',
  'explain.say.shuffleNewton':
    'Li、Sun 和 Toh 提出用半光滑牛顿法求解这个投影的对偶问题（arXiv 1702.05934）。',
  'explain.say.shuffleDykstra':
    '本页用的是这一类方法。在 2 到 10 行的随机矩阵（种子 1 至 200，95% 区间）上，它与第二种方法（Dykstra 交替投影）相差不到 10⁻⁹ 的占 100%（98 至 100%）。',
  'explain.say.shuffleRounding': '最近的排列使 ⟨X, M⟩ 最大。这是指派问题，匈牙利算法用 O(n³) 步求解。',
  'explain.say.shuffleRoundingTriangle': '最近的排列就是权重最大的顶点。',
  'explain.say.shuffleTie':
    '平局：另一个排列的 ⟨X, M⟩ 与最大值相差不超过 10⁻⁹。它会照实显示为平局，并给出其中最小和最大的代价（至多八个节点）。必须画出一个时，取字典序最前的。',
  'explain.say.shuffleTied':
    '在“无需取整”中，左边以代价 6 与 10 的排列之间的平局结束。若换成随机起点，起点 1 至 200（95% 区间），左边有 100%（98 至 100%）取整到代价 10，右边有 89%（83 至 93%）停在最优代价 6。',
  'explain.say.shuffleRamp': '惩罚逐渐加上：在渐增期间，λ_k 从 0 升到 λ。渐增得慢时，右边开始时就像松弛。',
  'explain.say.shuffleRampToo':
    '缓慢的渐增可能继承松弛的错误。在“缓慢的渐增”中，从 1,000 个均匀抽取的起点（种子 1901；95% 区间）出发，渐增 200 步时右边有 96%（94 至 97%）停在代价 40，渐增 1,000 步时为 100%（99 至 100%）。最优代价是 24。',
  'explain.say.shuffleRampCopy':
    '它也可能跟着松弛走到正确的顶点。在“精确的副本”中，从 1,000 个均匀抽取的起点（种子 1901；95% 区间）出发，右边一次加上惩罚时有 42%（39 至 46%）找到最优的顶点，渐增 200 步时为 100%（99 至 100%）。',
  'explain.say.shuffleRampWins':
    '它还可能更好。在“四个节点，缓慢渐增”中，松弛取整到代价 32，而渐增时右边停在最优代价 16。一次加上时，λ = 0.1 L 下它不停在任何排列上，0.3 L 下停在代价 38。',
  'explain.say.shuffleWhoTable':
    '一次运行找到最优排列的比例（%），各 1,000 次运行（种子 1 至 1,000），每次都有自己的实例和起点。三列：松弛后取整；λ = 0.1 L 的惩罚一次加上；同样的惩罚渐增 1,000 步。各行：抛硬币决定的边、0 到 4 的权重，附节点数；副本，附节点数和噪声。95% 区间向两侧各至多 3.1 个百分点。代价不同的平局不算找到：第一行中，松弛有 22% 的运行以平局结束。',
  'explain.say.shuffleWhoOnce':
    '在同样的运行中（各行种子 1 至 1,000），一次加上时，右边最后正好停在排列上的，各行占 33% 到 98%（95% 区间：至多 3.1 个百分点）；其余的终点也要取整。8 行中有 7 行，它找到最优的次数少于松弛。',
  'explain.say.shuffleWhoRamp':
    '渐增时，8 行中有 7 行（各行种子 1 至 1,000）它比松弛更常找到最优，多 2 到 23 个百分点（95% 区间：至多 2.8 个）；没有噪声时，单靠松弛就总能找到。在噪声为 0.3 的副本上，松弛落后不到 4 个百分点，而且不需要安排渐增。',
  'explain.say.shuffleWhoStarts':
    '多次重启对惩罚有用，对松弛没用：松弛只要有一个起点通向最优，十个就全都通向最优。种子 1 至 100 的加权图对，各十个起点（95% 区间），至少有一个起点通向最优的：五个节点时，松弛 20%（13 至 29%），0.1 L 一次加上 49%（39 至 59%），0.3 L、渐增 150 步 66%（56 至 75%）；六个节点时，7%（3 至 14%）、13%（7 至 21%）和 39%（30 至 49%）。',
  'explain.say.shuffleWhoTriangle':
    '在三角形上：按种子排序、三个顶点代价各不相同的前 100 对加权图中，松弛在 74 对里（64 至 82%；95% 区间，按图对计算）从起点 1 至 30 中的每一个都取整到最优的顶点。在其余 26 对里，λ = 0.1 L 的惩罚一次加上时，从 41.7%（38.1 至 45.2%）的起点出发，最后离它最近，从 34.4%（27.0 至 41.7%）的起点出发，恰好停在它上面，分布在其中 21 对；有 5 对它不是极小点。在那 74 对里，从 54.0%（46.3 至 61.7%）的起点出发，恰好停在它上面。',
  'explain.say.shuffleNotTheirs':
    '这是体现这一想法的小模型，不是论文中的网络：没有同时训练权重，也没有卷积。',
  'explain.say.shuffleLayersWin':
    '以下是两组、每组两个通道、偏移 0.3 时的统计，每次抽取一个起点，种子 1 至 300（95% 区间）：松弛取整有 88%（84 至 92%）找到最优。λ = 0.1 L 的惩罚一次加上时有 35%（29 至 41%），渐增 300 步时有 76%（70 至 81%），渐增 2,000 步时有 84%（79 至 88%）。',
  'explain.say.shufflePaper':
    '在随机梯度下降中加入一个精确、Lipschitz 连续的非凸惩罚，用来逼近排列；训练结束时取整，得到精确的排列。论文证明了惩罚为 0 时的精确性，并给出惩罚很小时的误差界。实验中，松弛为随机矩阵“导致很差的表现”。在图匹配和两层网络的例子中，松弛没能得到排列，而惩罚做到了（arXiv 1901.08624）。',
  'explain.say.shuffleOurs':
    '那些例子的矩阵不在手边：这里的实例全是我们自己的。P 的公式来自复述论文的代码。两边在这些实例上表现如何，见“谁赢？”。',
  'explain.say.shuffleFriendly':
    '对一类由谱判定的“友好”图，松弛保证找到精确的同构，或证明不存在同构（Aflalo、Bronstein、Kimmel，PNAS 2015）。',
  'explain.mark.shuffle.left': '左边所在的位置',
  'explain.mark.shuffle.right': '右边所在的位置',
  'explain.mark.shuffle.corners': '各个顶点上的排列',
  'explain.mark.shuffle.rounded': '离一边最近的排列',
  'explain.mark.shuffle.rests': '一边的驻点',
  'explain.mark.shuffle.lengths': '每一行在 P 中所占的部分：1 减去它的长度',
  'explain.mark.shuffle.bound': '曲线下方的下界',
  'explain.tex.shuffleSix': '全部六个：',
  'explain.tex.shuffleOf': '／',
  'explain.tex.shuffleBound': '下界：',
  'explain.tex.shuffleBest': '最优：',
  'explain.tex.shuffleTie': '平局',
  'explain.tex.shuffleRelaxed': '松弛',
  'explain.tex.shuffleOnce': '一次加上',
  'explain.tex.shuffleSlow': '渐增',
  'explain.tex.shuffle.simple': '硬币',
  'explain.tex.shuffle.weighted': '权重',
  'explain.tex.shuffle.copy': '副本',
  'explain.tex.shuffleMinima': '极小点：',
  'explain.tex.shuffleSaddles': '鞍点：',
  'explain.tex.shuffleMaxima': '极大点：',
  'explain.step.shuffle':
    '这是从所示状态开始的一步。矩阵逐行列出。F 是以这一步的 λ_k 计算的 E + λ_k P，前后都用同一个 λ_k。',
  'explain.step.shuffleLambda': 'λ_k',
  'explain.step.shuffleAt': '这一步开始时的状态',
  'explain.step.shuffleSlopeE': '∇E',
  'explain.step.shuffleSlopeP': '∇P',
  'explain.step.shuffleOff': '梯度步之后（离开集合）',
  'explain.step.shuffleNext': '投影之后（这一步的终点）',
  'explain.step.shuffleE': 'E',
  'explain.step.shuffleNextE': '这一步之后的 E',
  'explain.step.shuffleP': 'P',
  'explain.step.shuffleNextP': '这一步之后的 P',
  'explain.step.shuffleF': 'F = E + λ_k P',
  'explain.step.shuffleNextF': '这一步之后的 F',
  'explain.step.shuffleSure': 'F 保证下降的量',
  'explain.step.shuffleBound': '由这个状态得到的下界',
  'explain.step.shuffleNextBound': '这一步之后的下界',
  'explain.step.shuffleNearest': '这一步之后最近的排列',
  'explain.step.shuffleNearestCost': '它的代价',
  'explain.step.shuffleTiedLeast': '平局：最小代价',
  'explain.step.shuffleTiedLargest': '平局：最大代价',
  'explain.walk.shuffle.forward': 'E 的梯度',
  'explain.walk.shuffle.residuals': '惩罚的拉力',
  'explain.walk.shuffle.off': '离开集合的一步',
  'explain.walk.shuffle.gradient': '投影',
  'explain.walk.shuffle.step': '取整',
  'explain.walk.shuffle.relaxed.forward': '沿代价下降',
  'explain.walk.shuffle.relaxed.say.forward': down,
  'explain.walk.shuffle.relaxed.residuals': '没有惩罚',
  'explain.walk.shuffle.relaxed.say.residuals': '这一边没有惩罚，只有 E 推动它。',
  'explain.walk.shuffle.relaxed.off': '离开集合',
  'explain.walk.shuffle.relaxed.say.off': (facts) => `只有 E 时会走到这里。${off(facts)}`,
  'explain.walk.shuffle.relaxed.gradient': '回到集合',
  'explain.walk.shuffle.relaxed.say.gradient': (facts) => back('E', facts),
  'explain.walk.shuffle.relaxed.step': '到最近的排列',
  'explain.walk.shuffle.relaxed.say.step': nearest,
  'explain.walk.shuffle.penalised.forward': '沿代价下降',
  'explain.walk.shuffle.penalised.say.forward': down,
  'explain.walk.shuffle.penalised.residuals': '离开中心',
  'explain.walk.shuffle.penalised.say.residuals': ({ lambda, triangle }) =>
    triangle
      ? `这是 −λ_k∇P 乘以步长，λ_k = ${lambda}：笔直离开三角形的中心。图中是只有 P 时会走到的地方。`
      : `这是 −λ_k∇P 乘以步长，λ_k = ${lambda}：每一行、每一列都被沿自身拉开，其中大的元素增得更多。图中是只有 P 时会走到的地方。`,
  'explain.walk.shuffle.penalised.off': '离开集合',
  'explain.walk.shuffle.penalised.say.off': (facts) => `这是两个移动之和。${off(facts)}`,
  'explain.walk.shuffle.penalised.gradient': '回到集合',
  'explain.walk.shuffle.penalised.say.gradient': (facts) => back('E + λ_k P', facts),
  'explain.walk.shuffle.penalised.step': '到最近的排列',
  'explain.walk.shuffle.penalised.say.step': nearest,
  'explain.walk.shuffle.still.forward': '沿代价下降',
  'explain.walk.shuffle.still.say.forward': down,
  'explain.walk.shuffle.still.residuals': '这一步没有惩罚',
  'explain.walk.shuffle.still.say.residuals': '这一步的 λ_k 为 0，只有 E 推动这一边。',
  'explain.walk.shuffle.still.off': '离开集合',
  'explain.walk.shuffle.still.say.off': (facts) => `只有 E 时会走到这里。${off(facts)}`,
  'explain.walk.shuffle.still.gradient': '回到集合',
  'explain.walk.shuffle.still.say.gradient': (facts) => back('E', facts),
  'explain.walk.shuffle.still.step': '到最近的排列',
  'explain.walk.shuffle.still.say.step': nearest,
  'explain.rows.shuffleCorner': '顶点',
  'explain.rows.shuffleNode': '行',
  'explain.row.shuffleE': 'E',
  'explain.row.shuffleP': 'P',
  'explain.row.shuffleF': 'E + λ_k P',
  'explain.row.shuffleBound': '下界',
  'explain.row.shuffleDistance': '‖M − X‖₁',
  'explain.row.shuffleRounded': '最近排列的代价',
  'explain.column.shuffleX': 'x',
  'explain.column.shuffleMove': '移动',
  'explain.column.shuffleOff': '集合之外',
  'explain.column.shuffleNext': '投影之后',
  'explain.column.shuffleNode1': '1',
  'explain.column.shuffleNode2': '2',
  'explain.column.shuffleNode3': '3',
  'explain.column.shuffleNode4': '4',
  'explain.column.shuffleNode5': '5',
  'explain.column.shuffleNode6': '6',
  'explain.column.shuffleNode7': '7',
  'explain.column.shuffleNode8': '8',
  'explain.column.shuffleNode9': '9',
  'explain.column.shuffleNode10': '10',
};
