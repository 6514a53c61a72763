import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './explain-words.en.ts';

export const words: Translated<typeof english> = {
  'explain.mark.difference': '两个梯度之差，从两条路径的末端沿下坡方向画出',
  'explain.mark.samples': '样本的激活值，在数据面板中',
  'explain.mark.dead': '在左边的权重处未激活的样本，在数据面板中',
  'explain.topic.data': '数据与约定',
  'explain.topic.loss': '左边：神经元的损失',
  'explain.topic.relaxation': '右边：凸松弛',
  'explain.topic.regulariser': '把松弛看作正则项',
  'explain.topic.inequality': '从同一点出发的一步',
  'explain.topic.population': '无穷多个样本的闭式解',
  'explain.say.data':
    'n 个样本，每个是 A 的一行。激活前的值 z 为正的样本是激活的，否则（包括恰好为 0）未激活。',
  'explain.say.dataInfinite': '特征服从标准正态分布，对样本的求和都换成对全体样本的期望。',
  'explain.say.relu': '这是 ReLU：样本激活时导数为 1，未激活时为 0。',
  'explain.say.leak': '这是带泄漏的 ReLU：样本激活时导数为 1，未激活时为 s。',
  'explain.say.labels': '标签由植入的权重（星标）生成；ε 是噪声。',
  'explain.say.labelsExact': '标签由植入的权重（星标）精确生成。',
  'explain.say.ownLabels': '标签是数据自带的，没有植入的权重。',
  'explain.say.standardised': '特征已标准化：更新的是缩放后特征的权重，地图上画的是原始特征的权重。',
  'explain.say.slope': '未激活的样本不起作用：在所有样本都未激活的地方，梯度为零。',
  'explain.say.slopeLeak': '未激活的样本只以权重 s 计入。',
  'explain.say.relaxed': '输出的平方保留不变，但与标签的交叉项中用激活前的值 z 代替输出 σ(z)。',
  'explain.say.fenchel':
    '这是一种 Fenchel–Young 损失：Φ 是 σ 的积分，Φ* 是 Φ 的共轭，y ≥ 0 时为 y²/2，y < 0 时为 y²/(2s)。',
  'explain.say.slopeRight': '这就是 f 的梯度去掉 σ 的导数：未激活的样本仍产生拉力，大小与标签成正比。',
  'explain.say.noCost': '没有额外的计算代价。这里，两个梯度都只需与 A 作同样的两次乘积。',
  'explain.say.preserves': '对单个神经元，在植入模型下，松弛不改变全局最小点的位置。',
  'explain.say.convex': 'g 是凸的，因为它的每一项都是凸的：σ 单调不减。不论标签是什么，这都成立。',
  'explain.say.sameZero': '标签来自植入的权重且无噪声时，两个损失在同样的权重处为零，其中包括星标。',
  'explain.say.mayFall': '有些标签为负：这时 g 可能为负，甚至可能沿某个所有样本都未激活的方向没有下界。',
  'explain.say.blend': '右边是两个损失的混合，松弛占 b。标签为正的样本所对应的项，只有 b = 1 时才是凸的。',
  'explain.say.identity': '由于 σ(t) − t = max(−t, 0)，标签都非负时，g 惩罚未激活的样本，惩罚与标签成正比。',
  'explain.say.identityNegative':
    '由于 σ(t) − t = max(−t, 0)，此式对任何标签都成立。但标签为负时，这一项是奖励未激活，而不是惩罚。',
  'explain.say.asRegulariser': '松弛可以看作一个正则项。',
  'explain.say.identityLeak': '有泄漏时，对标签非负的每个样本，两个损失之差就是这个量；样本激活时，它为零。',
  'explain.say.identityLeakNegative': '标签为负时，差是另一个量，样本激活时也不为零。它从不为负：g ≥ f。',
  'explain.say.smooth': '在 f 的折痕线之间，两个损失的曲率都不超过 L。',
  'explain.say.smoothPopulation': 'L 是特征的曲率。松弛自身的曲率是 1/2：c = 2 时一步就落在星标上。',
  'explain.say.safe':
    'c < 2 时，梯度下降每一步都使 g 下降，直到梯度为零；若 g 有最小点，就收敛到最小点。对其他规则，这里不作断言。',
  'explain.say.noPlant': '这里比较两个梯度各自在多大程度上指向植入的权重。这份数据没有植入的权重。',
  'explain.say.pull': '这是在同一点处，松弛的梯度比另一个梯度更多地指向星标的程度。',
  'explain.say.proof':
    '在激活的样本上两个梯度相同。未激活的样本贡献 −y·(z − z*)；当 y > 0 时它在星标处激活，故 z* = y，而 z ≤ 0：y·(y − z) 大于零。这个证明要求标签没有噪声。',
  'explain.say.proofLeak':
    '在激活的样本上两个梯度相同。对未激活的样本有 y = σ(z*)，而 σ 递增，所以两个括号同号。这个证明要求标签没有噪声。',
  'explain.say.noiseInside':
    '标签有噪声时，符号没有保证。噪声在 ReLU 里面时，标签不会为负：n = 60、d = 2、噪声 0.3，种子 1 至 200（95% 区间），网格上有 0.65%（0.55 至 0.74%）的点 Δ 为负。',
  'explain.say.noiseOutside':
    '标签有噪声时，符号没有保证：n = 60、d = 2、ReLU 外的噪声 0.3，种子 1 至 200（95% 区间），网格上有 9.80%（8.83 至 10.77%）的点 Δ 为负。',
  'explain.say.pullBlend': '右边是混合损失：它的 Δ，无论在地图上还是在数字中，都是这个值的 b 倍。',
  'explain.say.firstOrder': '它比较的是一小步的方向，而不是整次运行：有些运行中，松弛在某一步离星标更远。',
  'explain.say.always':
    '松弛上的梯度下降总是优于损失上的梯度下降。若理解为每次运行的每一步，就与上面提到的运行矛盾。',
  'explain.say.bowl': '松弛是以星标为中心的圆碗：梯度下降径直走到那里。',
  'explain.say.angle': 't 是 w 与 w* 的夹角。',
  'explain.say.flow':
    'f 的梯度在星标以及（按约定）在 w = 0 处为零。在步长趋于零的极限下，从同一起点出发，松弛从不比损失离星标更远。',
  'explain.tex.off': '（未激活时）',
  'explain.step.pulling': '未激活，但仍有拉力',
  'explain.step.loss.left': '该处左边的损失 f',
  'explain.step.loss.right': '该处右边的损失',
  'explain.walk.forward.say': '每个样本激活前的值 z = a·w 输入神经元。实心标记表示激活，空心表示未激活。',
  'explain.walk.residuals.say': '输出减标签，就是每一边在各个样本上的误差。',
  'explain.walk.off.say': '在左边，未激活的样本不论错多少都没有贡献。在右边，它仍按标签产生拉力。',
  'explain.walk.off.sayLeak': '在左边，未激活的样本只以权重 s 计入。在右边，它以全部残差产生拉力。',
  'explain.walk.gradient.say': '把各样本的贡献首尾相接，得到的和就是该边地图上的下坡方向。',
  'explain.walk.gradient.sayThinned': '箭头是该边地图上的下坡方向：它对全部样本求和，这里只画出其中一些。',
  'explain.walk.gradient.sayMean': '箭头是该边地图上的下坡方向。',
  'explain.walk.step.say': '规则把它变成一次更新：从当前的权重到下一步的权重。',
  'explain.walk.key': '数据面板中，圆形标记是左边，方形标记是右边。实心表示激活，空心表示未激活。',
  'explain.walk.noArrows': '地图是一个切片，画出的是每个箭头在切片上的投影。',
  'explain.walk.noMaps': '只有一个权重时没有地图，请看表格。',
  'explain.walk.noData': '特征多于两个时没有数据面板，请看下面的表格。',
};
