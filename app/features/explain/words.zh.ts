import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'explain.title': '讲解',
  'explain.parts': '讲解的各部分',
  'explain.part.mathematics': '数学',
  'explain.part.step': '这一步',
  'explain.part.sources': '文献',

  'explain.symbols': '在图上指出',
  'explain.symbols.note':
    '指向这里或公式中的符号，图上对应的标记就会突出显示。{{press}}使它保持突出，再来一次则取消。',
  'explain.symbols.note.touch': '轻触这里或公式中的符号，图上对应的标记就会突出显示；再次轻触则取消。',
  'explain.mark.left': '左边当前的权重：路径的末端',
  'explain.mark.right': '右边当前的权重：路径的末端',
  'explain.mark.plant': '星标：植入的权重',
  'explain.mark.start': '起点',
  'explain.mark.slope-left': '左边损失的梯度，从两条路径的末端沿下坡方向画出',
  'explain.mark.slope-right': '右边损失的梯度，从两条路径的末端沿下坡方向画出',
  'explain.mark.next': '下一步',
  'explain.symbol.start': '起点',
  'explain.symbol.dead': '未激活',

  'explain.standing.proved': '已证明',
  'explain.standing.measured': '实测',
  'explain.standing.abstract': '论文摘要称',
  'explain.standing.code': '作者的代码中',

  'explain.topic.rule': '当前设定的更新规则',
  'explain.topic.other': '这个问题',

  'explain.say.gd': '梯度下降：减去完整的梯度乘以步长 η。',
  'explain.say.heavyball': '重球法（Polyak）：速度 v 从一步保留到下一步，最初为 0。',
  'explain.say.nesterov': 'Nesterov 法在速度 v 所指向的位置计算梯度，而不是在当前的权重处；v 最初为 0。',
  'explain.say.adam': 'Adam 对每个权重的梯度及其平方取滑动平均；带帽的量修正了从 0 开始造成的偏差。',
  'explain.say.sgd': '小批量 B：每一轮把样本重新随机排列，每个样本取一次。两边看到的批次相同。',
  'explain.say.other': '这个问题还没有讲解。简单地说：',

  'explain.tex.left': '左边：',
  'explain.tex.right': '右边：',
  'explain.tex.move': '移动',

  'explain.step.title': ({ k }) => `从第 ${k} 步到下一步`,
  'explain.step.coming': ({ k }) => `正在重新计算到第 ${k} 步……`,
  'explain.step.lost': '无法得到这一步的数。',
  'explain.step.quantity': '量',
  'explain.step.left': '左边',
  'explain.step.right': '右边',
  'explain.step.diverges': '不是有限的数：这一边发散',
  'explain.step.k': '第 k 步',
  'explain.step.weights': '第 k 步的权重',
  'explain.step.weightsScaled': '第 k 步的权重（缩放后）',
  'explain.step.more': ({ count }) => `还有 ${count} 个`,
  'explain.step.on': '激活的样本',
  'explain.step.off': '未激活的样本',
  'explain.step.rms': '残差的均方根',
  'explain.step.gradient': '自身的梯度',
  'explain.step.gradientNorm': '它的长度',
  'explain.step.eta': '步长 η',
  'explain.step.velocity': '之前的速度',
  'explain.step.velocityAfter': '之后的速度',
  'explain.step.ahead': '前方的梯度',
  'explain.step.batch': '批次（样本）',
  'explain.step.batchGradient': '批次的梯度',
  'explain.step.mean': '梯度的平均',
  'explain.step.square': '梯度平方的平均',
  'explain.step.next': '第 k + 1 步的权重',
  'explain.step.nextScaled': '第 k + 1 步的权重（缩放后）',
  'explain.step.before': '之前的损失',
  'explain.step.after': '之后的损失',
  'explain.step.pull': '这些权重处的 Δ',
  'explain.step.own': '每一边的数都取在它自己的权重处。',
  'explain.step.digits': '每个数都来自引擎；下一步的权重与运行中的逐位相同。',
  'explain.step.formula': ({ side }) => `${side}的更新及其数值`,
  'explain.step.samples': '逐个样本',
  'explain.step.thinned': ({ shown, n }) =>
    `列出 ${n} 个样本中均匀选取的 ${shown} 个；求和与计数针对全部样本。`,
  'explain.sample.row': '样本',
  'explain.sample.y': 'y',
  'explain.sample.z': 'z',
  'explain.sample.output': 'σ(z)',
  'explain.sample.residual': 'σ(z) − y',
  'explain.sample.slope': '对 z 的拉力',
  'explain.sample.on': '激活',
  'explain.sample.off': '未激活',

  'explain.walk.title': '逐步看一次更新',
  'explain.walk.start': '逐步看一次更新',
  'explain.walk.end': '结束',
  'explain.walk.previous': '上一段',
  'explain.walk.next': '下一段',
  'explain.walk.again': '走这一步',
  'explain.walk.keys': '左右方向键在各阶段间移动，Esc 键结束。',
  'explain.walk.stage': ({ at, of, name }) => `${at} / ${of}：${name}`,
  'explain.walk.forward': '前向',
  'explain.walk.residuals': '残差',
  'explain.walk.off': '哪些样本未激活',
  'explain.walk.gradient': '梯度',
  'explain.walk.step': '更新',

  'explain.sources.intro': '参考文献。点开链接之前不会加载任何内容。',
  'explain.sources.abstract': '我们只有摘要，没有全文，所以不引用其中的定理。',
  'explain.sources.newTab': '在新标签页中打开',
  'explain.source.relaxation':
    'T. Ergen and M. Pilanci: Convex Optimization for Shallow Neural Networks. 57th Allerton Conference on Communication, Control, and Computing, 2019.',
  'explain.source.glmtron':
    'S. M. Kakade, V. Kanade, O. Shamir and A. Kalai: Efficient Learning of Generalized Linear and Single Index Models with Isotonic Regression. NIPS 2011.',
  'explain.source.glmtron.say': '松弛的梯度步就是他们的 GLMtron 的更新，后者的步长为 1。',
  'explain.source.matching':
    'P. Auer, M. Herbster and M. K. Warmuth: Exponentially many local minima for single neurons. NIPS 1995, published 1996.',
  'explain.source.matching.say': '他们研究神经元的匹配损失；松弛就是 ReLU 的匹配损失。',
  'explain.source.program':
    'M. Pilanci and T. Ergen: Neural Networks are Convex Regularizers: Exact Polynomial-time Convex Optimization Formulations for Two-layer Networks. ICML 2020, arXiv 2002.10553.',
  'explain.source.program.say': '他们推导出两层网络的精确凸规划。',
  'explain.source.hinges':
    'T. Ergen and M. Pilanci: Convex Geometry and Duality of Over-parameterized Neural Networks. arXiv 2002.11219.',
  'explain.source.hinges.say': '只有一个特征时，凸规划是铰链函数上的 LASSO。',
  'explain.source.gated':
    'A. Mishkin, A. Sahiner and M. Pilanci: Fast Convex Optimization for Two-Layer ReLU Networks: Equivalent Model Classes and Cone Decompositions. ICML 2022, arXiv 2202.01331.',
  'explain.source.gated.say': '他们提出了抽样的模式、门控 ReLU 和锥分解；这里用于多于两列的情形。',
  'explain.source.outputs':
    'A. Sahiner, T. Ergen, B. Ozturkler, B. Bartan, J. Pauly, M. Mardani and M. Pilanci: Vector-output ReLU Neural Network Problems are Copositive Programs. ICLR 2021, arXiv 2012.13329.',
  'explain.source.outputs.say':
    '他们把多输出网络化为凸的协正规划。我们手头只有摘要和引言，所以不引用任何定理。',
  'explain.source.players':
    'Y. Balaji, M. Sajedi, N. M. Kalibhat, M. Ding, D. Stöger, M. Soltanolkotabi and S. Feizi: Understanding Over-parameterization in Generative Adversarial Networks. ICLR 2021, arXiv 2104.05605.',
  'explain.source.players.say':
    '他们研究过参数化对博弈中梯度下降–上升的作用。我们手头只有摘要，所以不引用任何定理。',
  'explain.source.clients':
    'B. Huang, X. Li, Z. Song and X. Yang: FL-NTK: A Neural Tangent Kernel-based Framework for Federated Learning Convergence Analysis. ICML 2021, arXiv 2105.05001.',
  'explain.source.widening':
    'L. Jian and D. Liu: Widening the Network Mitigates the Impact of Data Heterogeneity on FedAvg. ICML 2025, arXiv 2508.12576.',
  'explain.source.playground':
    'B. G. Shan, A. Z. Tan and H. Yu: Federated Learning Playground. arXiv 2602.19489.',
  'explain.source.penalty':
    'J. Lyu, S. Zhang, Y. Qi and J. Xin: AutoShuffleNet: Learning Permutation Matrices via an Exact Lipschitz Continuous Penalty in Deep Convolutional Neural Networks. KDD 2020.',
  'explain.source.projector':
    'X. Li, D. Sun and K.-C. Toh: On the Efficient Computation of a Generalized Jacobian of the Projector over the Birkhoff Polytope. Mathematical Programming, 2018.',
  'explain.source.isomorphism':
    'Y. Aflalo, A. Bronstein and R. Kimmel: On Convex Relaxation of Graph Isomorphism. PNAS 112(10), 2015.',
  'explain.source.learned':
    'M. Terris, A. Dabbech, C. Tang and Y. Wiaux: Image Reconstruction Algorithms in Radio Interferometry: from Handcrafted to Learned Regularization Denoisers. MNRAS 518(1), 2023. Code: github.com/basp-group.',
  'explain.source.posterior':
    'X. Xu, Y. Sun, J. Liu, B. Wohlberg and U. S. Kamilov: Provable Convergence of Plug-and-Play Priors with MMSE Denoisers. IEEE Signal Processing Letters, 2020.',
  'explain.source.beam':
    'J. A. Högbom: Aperture Synthesis with a Non-Regular Distribution of Interferometer Baselines (CLEAN). Astronomy and Astrophysics Supplement 15, 1974.',
  'explain.source.beam.say': '它提出了 CLEAN。',
  'explain.walk.side': ({ side, name }) => `${side}：${name}`,
  'explain.walk.batch': ({ rows }) => `这里的梯度取全部样本。更新只用小批次：样本 ${rows}。`,
  'explain.walk.some': ({ shown, n }) => `列出 ${n} 个中的 ${shown} 个。`,
  'explain.step.gradientNormAll': '整个梯度的长度',
};
