import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'explain.topic.outputs': '左边：一个网络，K 个输出',
  'explain.topic.outputsProgram': '右边：最小值相同的凸规划',
  'explain.topic.outputsTouch': '新神经元在哪里有用',
  'explain.topic.outputsSharing': '共用神经元不会增加代价',
  'explain.topic.copositive': '协正检验',
  'explain.topic.outputsClosed': '最优解的闭式',
  'explain.topic.outputsStarts': '为什么有的起点会失败',
  'explain.topic.outputsWedges': '没有偏置时，各类都是楔形',
  'explain.topic.outputsRounds': '怎样求解凸规划',
  'explain.topic.outputsHovering': '徘徊',
  'explain.say.outputs':
    'm 个神经元中的每一个在 U 中有一列 u，在 V 中有一行 v：K 个输出共用这些神经元。惩罚项 β 作用于所有权重，两层都参与训练。梯度下降可能停在许多不同的地方。',
  'explain.say.outputsProgram':
    'Z 是数据上的输出。N(Z) 是能产生 Z 的神经元的最小总权重。它的单位球是权重不超过 1 的单个神经元的输出的凸包，所以 N 和整个目标函数对 Z 都是凸的。',
  'explain.say.outputsSame':
    'u 与 v 一样长时等号成立，而 s·u 与 v/s 的输出不变。所以 F 的惩罚项至少是 β·N(Z)，并且有网络达到它：只要 m 不小于某个最优解的神经元数，F 与 P 的最小值就相同。nK 个神经元总是够的（Carathéodory）。',
  'explain.say.outputsPaper': '多输出网络有等价的凸问题，其中每个激活模式的锥上有一个核范数。',
  'explain.say.outputsSampled':
    '这里的激活模式太多，无法全部搜索。方向是抽样的，所以右边给出一个好的网络，但没有证明它是最优的。',
  'explain.say.outputsDual': 'L 可以是满足这个条件的任何 n × K 矩阵。',
  'explain.say.outputsWeak':
    '第一行用到这个条件和柯西–施瓦茨不等式，第二行对任意两个矩阵成立，两行相加就是第三行。任何一边的任何残差 R = Y − Z 都给出这样的 L = t·R，因此都证明一个对任意宽度的网络成立的下界。页面保留最好的一个。在最优处 L = R/n，间隙为 0。',
  'explain.say.outputsWeakSampled':
    '第一行用到这个条件和柯西–施瓦茨不等式，第二行对任意两个矩阵成立，两行相加就是第三行。但这个条件必须在所有方向上成立，而这里只搜索了一部分：不显示下界。',
  'explain.say.outputsSvd':
    '这个下界不需要求解规划。ρ 是 A 的最大奇异值，s 是 Y 的奇异值。在 τ 处软阈值去掉 Y 的一部分，这一部分除以 n 就是这样的 L。这个下界通常较松。',
  'explain.say.outputsTouch':
    'R = Y − Z 是残差。只有 η(u) 大于 β 时，方向 u 上的新神经元才能降低目标函数。在最优处 η 不超过 β，证书中的不等式都成为等式：每个神经元的 η(u) = β，它的 v 是 Rᵀmax(Au, 0) 的正倍数。方向相同的神经元算作一个，所以每个接触点至多有一个神经元。',
  'explain.say.outputsSector':
    '与样本正交的射线把圆分成扇区，每个扇区中激活的样本不变。在扇区中 η² 是两倍角的正弦曲线。它在内部一点、一端、两端或处处达到最大值：除后两种情形外，一个闭扇区至多有一个神经元。',
  'explain.say.outputsSphere':
    '有偏置时，一个方向是输入平面上的一条有向直线，即球面上的一点。若没有三个大圆交于一点，n 个大圆把球面分成这么多块。最大的 η 是某一块或某段弧的最大特征向量，或者是一个顶点。它们全部被搜索，所以下界是精确的。',
  'explain.say.outputsSharing':
    'Pₖ 是只有输出 k 时的最优值。下界来自不考虑其他输出，上界来自把各个单输出的最优网络并排放在一起。',
  'explain.say.outputsSharingSeen':
    '在“圆饼的扇形”上，各输出单独的网络共需 0.1351，一个共享的网络只需 0.1296。在“更分明的扇形”上是 0.0727 对 0.0681。',
  'explain.say.copositive':
    'S 由 L = R/n 得到，E 的两列是一个扇区的两条射线。扇区中的方向是 Ex，x ≥ 0，所以在扇区中 η ≤ β 当且仅当对所有 x ≥ 0 有 xᵀTx ≥ 0：T 是协正的。对 2 × 2 矩阵，这归结为三个数。指向圆上的一个方向，就能看到它的椭圆和三个数。',
  'explain.say.copositiveWhy': '对非负的 x 和 y，平方项在一条射线上为零，在那里由最后一项决定。',
  'explain.say.copositiveForm':
    '这是对 V 求了最小值的 F：它对矩阵 C 是凸的，C 是一个扇区中各神经元的 u·uᵀ 之和。在平面上这样的 C 是 EXEᵀ，X 半正定且非对角元不为负。协正矩阵构成它的对偶锥。',
  'explain.say.copositivePaper': '多输出问题是协正规划。',
  'explain.say.outputsClosed':
    'A 的各行是标准正交的：每个样本有自己的输入。于是 max(Au, 0) 可以是任何非负向量，N(Z) 至少是 Z 的核范数。软阈值使带核范数的目标最小，并且当 p ≥ 0 时，它的结果本身就是神经元之和。',
  'explain.say.outputsForgets':
    '大小为 s² 的类有奇异值 s。最优解从每个奇异值中减去 nβ：一旦 nβ ≥ √(类的大小)，这个类就被遗忘，最小的类最先被遗忘。',
  'explain.say.outputsClosedPaper': '对这样的数据，解是标签的软阈值奇异值分解。',
  'explain.say.outputsStarts':
    '预激活值只因它自己的样本而变化。一旦不大于 0，惩罚项就使它缩小，它不再变正（步长不超过 1/β 时）。但在最优处，每个保留的类需要一个自己的神经元，对这一类的所有样本都激活，所以它在起点就必须对它们全部激活。这个乘积是有这样的神经元的高斯起点所占的比例，对保留的类取积：至多有这个比例能成功。',
  'explain.say.outputsStartsSeen':
    '“一词一行”在 m = 20 时，起点 1 至 40（95% 区间）中有 30%（18 至 46%）有这样的神经元，23%（12 至 38%）在第 5,000 步到达最优（相差不到 10⁻⁶）；其余的一个也没有。所以这个条件是必要的，但不充分。',
  'explain.say.outputsRotated':
    '在精确算术中，旋转后的词给出同样的下降。但未激活的预激活值缩小到约 10⁻¹⁷ 时，舍入会翻转它们的符号，神经元就复活了：到第 6,000 步，起点 1 至 40（95% 区间）中不旋转的有 0%（0 至 9%）到达，旋转的有 70%（54 至 82%）到达。',
  'explain.say.outputsWedges':
    '没有偏置时，从原点出发的一条射线上的输出互为倍数，所以最大的输出始终是同一个：每一类是若干楔形的并。',
  'explain.say.outputsSpiral':
    '每条臂的最后一点和下一条臂的第一点在同一条射线上，所以无论宽度多大，每一对中总有一个是错的。至多有这么多样本能分对。',
  'explain.say.outputsNewton':
    '工作集法：每轮至多加入八个 η 大于 β 的局部极大点。然后牛顿法同时移动所有神经元，u = Bt 在各自的面上，J 在那里是光滑的。权重为 0 的神经元被去掉，到达扇区边界的留在边界上，方向相同的合并。之后，目标函数和残差由 ReLU 本身算出。',
  'explain.say.outputsFrankWolfe':
    '弗兰克–沃尔夫法：每轮朝最大的 η 处的一个新神经元移动，或者朝 0 移动。[0, 1] 中的 γ 由精确线搜索得到。方法取自 SDPNN-IW，即论文算法的一个公开实现。',
  'explain.say.outputsRoundsSeen':
    '在“圆饼的扇形”上，弗兰克–沃尔夫法在 1、10、100 和 1,000 轮后的相对间隙为 0.81、0.31、0.069 和 0.017。工作集用 4 轮达到 10⁻¹²。',
  'explain.say.outputsHovering':
    '在样本激活或关闭神经元的地方，F 有折痕，而神经元往往就停在那里。固定步长的更新可能永远在折痕两侧跳来跳去。如果 1,000 步中 F 没有比它的最小值再低 10⁻¹²（相对），而梯度又不小，页面就称之为“徘徊”。运行会继续。',
  'explain.say.outputsHoveringSeen':
    'c = 1、m = 5、起点 1 至 200（95% 区间）时，在前 1,000 步中 F 上升的步数：圆饼上 8.3%（6.5 至 10.2%），曲线上 35.9%（34.1 至 37.6%），螺旋上 28.6%（26.9 至 30.3%）。c = 0.25 时，三者的最大升幅都更小。',
  'explain.mark.outputs.left': '左边的神经元：圆上的圆点',
  'explain.mark.outputs.right': '规划的神经元：圆上带方块的条',
  'explain.mark.outputs.band': 'η 等于 β 的圆',
  'explain.mark.outputs.dead': '左边没有任何样本激活的神经元',
  'explain.walk.sample': '样本',
  'explain.walk.outputsNoCircle': '只有两列时，方向才画在圆上；请看表格。',
  'explain.step.outputsNeuron': ({ j }) =>
    `向量属于第 ${j} 个神经元：先是第一层权重 u，再是输出权重 v。目标函数和惩罚项属于整个网络。`,
  'explain.walk.outputs.forward': '前向',
  'explain.walk.outputs.say.forward': ({ i, m }) =>
    `样本 ${i} 输入全部 ${m} 个神经元：z = u·a。z 大于 0 的神经元激活，给 K 个输出加上 max(z, 0)·v。最后一行是它们的和，即网络的输出。`,
  'explain.walk.outputs.residuals': '残差',
  'explain.walk.outputs.say.residuals': ({ i, n, rms }) =>
    `残差是样本 ${i} 的输出减标签，每个输出一行。全部 ${n} 个样本的残差长度的均方根是 ${rms}。`,
  'explain.walk.outputs.off': '哪些神经元未激活',
  'explain.walk.outputs.say.off': ({ i, n }) =>
    `z 列属于样本 ${i}：不大于 0 时，这个样本对该神经元的梯度没有贡献。计数取全部 ${n} 个样本。没有任何样本激活的神经元是死亡神经元：只有惩罚项还在移动它。`,
  'explain.walk.outputs.gradient': '梯度',
  'explain.walk.outputs.say.gradient': ({ i, j, n }) =>
    `这是第 ${j} 个神经元的梯度。激活它的样本给 u 的梯度加上 (残差·v)·a/n，给 v 的梯度加上 max(z, 0)·残差/n。第一列是样本 ${i} 的部分，第二列是全部 ${n} 个样本之和。惩罚项加上 β 乘权重。`,
  'explain.walk.outputs.step': '更新',
  'explain.walk.outputs.say.step': '规则把梯度变成对全部权重的一次更新。',
  'explain.walk.workingSet.forward': '规划的网络',
  'explain.walk.workingSet.say.forward': ({ p }) =>
    p === '0'
      ? '工作集是空的：网络没有神经元，输出为 0。'
      : `工作集有 ${p} 个神经元。权重是 ‖u‖‖v‖，后面是它的行 v。`,
  'explain.walk.workingSet.residuals': '残差',
  'explain.walk.workingSet.say.residuals': ({ i, rms }) =>
    `残差是规划的网络在样本 ${i} 上的输出减标签。全部样本的长度的均方根是 ${rms}。`,
  'explain.walk.workingSet.off': 'η 与 β',
  'explain.walk.workingSet.say.off': ({ beta, largest, taken }) =>
    `只有 η(u) = ‖Rᵀmax(Au, 0)‖/n 大于 β = ${beta} 时，新神经元才有用。${taken === '0' ? '这一轮不加入任何神经元。' : `最大的 η 是 ${largest}。这一轮加入最高的 ${taken} 个峰。每个新神经元的输出沿 g = Rᵀmax(Au, 0)/(nη)，即最后几列。`}`,
  'explain.walk.workingSet.gradient': '加入什么',
  'explain.walk.workingSet.say.gradient':
    '每个新神经元以权重 (η − β)/(2q) 开始，q = ‖max(Au, 0)‖²/n，即单独对它最优的权重的一半。',
  'explain.walk.workingSet.step': '牛顿法移动所有神经元，得到新的下界',
  'explain.walk.workingSet.say.step': ({ taken, gone, certified }) =>
    `牛顿法同时移动所有神经元，直到停下。加入了 ${taken} 个；${gone} 个因权重为 0 被去掉，或与别的合并。${certified ? '把新的残差缩放到 η 不超过 β，就证明了一个下界；保留各轮中最好的一个。' : '方向是抽样的，所以什么也没有证明。'}`,
  'explain.walk.frankWolfe.forward': '规划的网络',
  'explain.walk.frankWolfe.say.forward': ({ p }) =>
    p === '0'
      ? '第一个点是 0：网络没有神经元。'
      : `这个点是 ${p} 个神经元的组合。权重是 ‖u‖‖v‖，后面是它的行 v。`,
  'explain.walk.frankWolfe.residuals': '残差',
  'explain.walk.frankWolfe.say.residuals': ({ i, rms }) =>
    `残差是这个点在样本 ${i} 上的输出减标签。全部样本的长度的均方根是 ${rms}。`,
  'explain.walk.frankWolfe.off': '顶点',
  'explain.walk.frankWolfe.say.off': ({ beta, largest, taken }) =>
    taken === '0'
      ? `η 处处不大于 β = ${beta}，或者朝新神经元移动没有好处：顶点是 0。`
      : `最大的 η 是 ${largest}，大于 β = ${beta}。顶点是那里的一个神经元，带有允许的全部权重，输出沿 g。`,
  'explain.walk.frankWolfe.gradient': '精确线搜索',
  'explain.walk.frankWolfe.say.gradient': ({ share }) =>
    `在去顶点的路上，目标函数是一条抛物线。它的最低点在 下降/曲率 处，截到 [0, 1]：这个点走全程的 ${share}。`,
  'explain.walk.frankWolfe.step': '新的点和新的下界',
  'explain.walk.frankWolfe.say.step': ({ share, certified }) =>
    `所有神经元失去权重的 ${share}，新神经元得到上限的这一份。${certified ? '把新的残差缩放到 η 不超过 β，就证明了一个下界；保留各轮中最好的一个。' : '方向是抽样的，所以什么也没有证明。'}`,
  'explain.walk.closed.forward': '规划的网络',
  'explain.walk.closed.say.forward': ({ p }) =>
    p === '0'
      ? '第 0 轮是没有神经元的网络：输出为 0。'
      : `最优解有 ${p} 个神经元，每个保留的类一个。权重是 ‖u‖‖v‖，后面是它的行 v。`,
  'explain.walk.closed.residuals': '残差',
  'explain.walk.closed.say.residuals': ({ i, rms }) =>
    `残差是样本 ${i} 的输出减标签。全部样本的长度的均方根是 ${rms}。`,
  'explain.walk.closed.off': '哪些类被遗忘',
  'explain.walk.closed.say.off': ({ edge, kept }) =>
    `大小为 s² 的类在标签中有奇异值 s。最优解减去 nβ = ${edge}，但不低于 0。保留 ${kept} 个类。`,
  'explain.walk.closed.gradient': '每一类的代价',
  'explain.walk.closed.say.gradient':
    '一个类的代价：去掉的部分是 min(s, nβ)²/(2n)，保留的部分是 β(s − nβ)₊。对各类求和就是 P。',
  'explain.walk.closed.step': '一轮就从 0 到最优',
  'explain.walk.closed.say.step': '第 1 轮就是最优解，不需要求解。下界就是公式本身。',
  'explain.rows.hidden': '神经元',
  'explain.rows.output': '输出',
  'explain.rows.class': '类',
  'explain.offRow.hidden': '未激活',
  'explain.offRow.class': '被遗忘',
  'explain.row.cap': '上限 ‖Y‖²/(2nβ)',
  'explain.row.slope': '起始处的下降',
  'explain.row.curvature': '曲率',
  'explain.row.share': '份额 γ',
  'explain.row.tau': 'τ，受惩罚的权重',
  'explain.column.ofSample': '这个样本',
  'explain.column.weight': '‖u‖‖v‖',
  'explain.column.offset': '偏移',
  'explain.column.samples': '样本数',
  'explain.column.sigma': 's',
  'explain.column.shift': 'nβ',
  'explain.column.target': '(s − nβ)₊',
  'explain.column.level': 'β',
  'explain.column.output1': '1',
  'explain.column.output2': '2',
  'explain.column.output3': '3',
  'explain.column.output4': '4',
  'explain.column.output5': '5',
  'explain.column.output6': '6',
  'explain.column.output7': '7',
  'explain.column.output8': '8',
};
