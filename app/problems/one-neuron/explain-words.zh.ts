import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './explain-words.en.ts';

export const words: Translated<typeof english> = {
  'explain.mark.difference': '两个梯度之差，从两个前端沿下坡方向画出',
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
  'explain.say.relu': 'ReLU。样本激活时导数为 1，未激活时为 0。',
  'explain.say.leak': '带泄漏的 ReLU。样本激活时导数为 1，未激活时为 s。',
  'explain.say.labels': '标签由植入的权重生成；ε 是噪声。',
  'explain.say.labelsExact': '标签恰好是植入的权重给出的。',
  'explain.say.ownLabels': '标签随数据给出；没有植入的权重。',
  'explain.say.standardised': '特征已标准化：下降移动的是缩放后特征的权重，地图显示的是原始特征的权重。',
  'explain.say.slope': '未激活的样本不起作用：所有样本都未激活的地方梯度为零。',
  'explain.say.slopeLeak': '未激活的样本只以权重 s 计入。',
  'explain.say.relaxed': '输出的平方保留不变，但与标签的交叉项中用激活前的值 z 代替输出 σ(z)。',
  'explain.say.fenchel':
    '一种 Fenchel–Young 损失：Φ 是 σ 的积分，Φ* 是它的共轭，在 y ≥ 0 时为 y²/2，在其下为 y²/(2s)。',
  'explain.say.slopeRight': '就是 f 的梯度去掉 σ 的导数：未激活的样本仍按它的标签产生拉力。',
  'explain.say.noCost': '没有额外的计算代价。这里：两个梯度都只用与 A 的同样两次乘积。',
  'explain.say.preserves': '对单个神经元，在植入模型下，松弛保持全局最小点的位置。',
  'explain.say.convex': 'g 是凸的：因为 σ 从不下降，所以它的每一项都是凸的。不论标签如何都成立。',
  'explain.say.sameZero': '标签来自植入的权重且无噪声时，两个损失在同样的权重处为零，星标在其中。',
  'explain.say.mayFall': '有些标签为负：这时 g 可以为负，甚至沿着所有样本都未激活的方向无下界。',
  'explain.say.blend': '右边是两个损失的混合，松弛占 b。对标签大于零的样本，只有 b = 1 时它才是凸的。',
  'explain.say.identity': '由 σ(t) − t = max(−t, 0)：标签非负时，g 惩罚未激活的样本，惩罚与标签成正比。',
  'explain.say.identityNegative':
    '由 σ(t) − t = max(−t, 0)：对所有标签都成立。但标签小于零时，这一项奖励未激活，不是惩罚。',
  'explain.say.asRegulariser': '松弛可以看作一个正则项。',
  'explain.say.identityLeak': '有泄漏时，标签非负的样本逐个相差这么多：样本激活时为零。',
  'explain.say.identityLeakNegative': '标签小于零时相差的是另一个量，样本激活时也不为零。它从不为负：g ≥ f。',
  'explain.say.smooth': '在 f 的折痕线之间，两个损失的曲率都不超过 L。',
  'explain.say.smoothPopulation': 'L 是特征的曲率。松弛自身的曲率是 1/2：c = 2 时一步就落在星标上。',
  'explain.say.safe': 'c < 2 的梯度下降每一步都降低 g，并在 g 有极小点时到达极小点。对其他规则这里不作断言。',
  'explain.say.noPlant': '比较两个梯度各自朝植入的权重引导多远。这些数据没有植入的权重。',
  'explain.say.pull': '在同一点处，松弛的梯度比另一个多出多少朝向星标的引导。',
  'explain.say.proof':
    '在激活的样本上两个梯度相同。未激活的样本贡献 −y·(z − z*)；当 y > 0 时它在星标处激活，故 z* = y，而 z ≤ 0：y·(y − z) 大于零。要求标签没有噪声。',
  'explain.say.proofLeak':
    '在激活的样本上两个梯度相同。对未激活的样本有 y = σ(z*)，而 σ 递增，所以两个括号同号。要求标签没有噪声。',
  'explain.say.noiseInside':
    '标签有噪声时，没有什么能保证符号。噪声在 ReLU 里面时标签不会为负：n = 60、d = 2、噪声 0.3，种子 1 至 200（95% 区间），网格上有 0.65%（0.55 至 0.74%）的点 Δ 为负。',
  'explain.say.noiseOutside':
    '标签有噪声时，没有什么能保证符号：n = 60、d = 2、ReLU 外的噪声 0.3，种子 1 至 200（95% 区间），网格上有 9.80%（8.83 至 10.77%）的点 Δ 为负。',
  'explain.say.pullBlend': '右边是混合损失：它的 Δ，无论在地图上还是在数字中，都是这个值的 b 倍。',
  'explain.say.firstOrder':
    '它比较的是一小步的方向，而不是整个过程：找到过一些过程，松弛在某一步离星标更远。',
  'explain.say.always':
    '在松弛上的下降总是优于在损失上的下降。若按字面理解为每个过程的每一步，则与上面找到的过程相矛盾。',
  'explain.say.bowl': '以星标为中心的圆碗：下降径直走到那里。',
  'explain.say.angle': 't 是 w 与 w* 的夹角。',
  'explain.say.flow':
    'f 的梯度在星标以及（按约定）在 w = 0 处为零。在步长趋于零的极限下，从同一起点出发，松弛从不离星标更远。',
  'explain.tex.off': '（未激活时）',
  'explain.step.pulling': '未激活而仍有拉力',
  'explain.step.loss.left': '该处左边的损失 f',
  'explain.step.loss.right': '该处右边的损失',
  'explain.walk.forward.say': '每个样本激活前的值 z = a·w 通过神经元。实心标记是激活的，空心的未激活。',
  'explain.walk.residuals.say': '输出减标签：每一边在每个样本上错了多少。',
  'explain.walk.off.say': '在左边，未激活的样本不论错多少都没有贡献。在右边，它仍按标签产生拉力。',
  'explain.walk.off.sayLeak': '在左边，未激活的样本只以权重 s 计入。在右边，它以全部残差产生拉力。',
  'explain.walk.gradient.say': '每个样本的部分首尾相接，其和就是该边地图上的下坡方向。',
  'explain.walk.gradient.sayThinned': '箭头是该边地图上的下坡方向：对全部样本求和，这里只列出其中一些。',
  'explain.walk.gradient.sayMean': '箭头是该边地图上的下坡方向。',
  'explain.walk.step.say': '规则把它变成一次移动：从当前的权重到下一步的权重。',
  'explain.walk.key': '数据面板中：圆形实线是左边，方形是右边。实心是激活的，空心是未激活的。',
  'explain.walk.noArrows': '地图是一个切片：画出的是每个箭头在其上的投影。',
  'explain.walk.noMaps': '只有一个权重时没有地图：请看表格。',
  'explain.walk.noData': '特征多于两个时没有数据面板：请看下面的表格。',
};
