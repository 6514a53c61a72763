import { english } from '../../i18n/messages.ts';

export const words = english({
  'explain.title': 'Explanation',
  'explain.parts': 'Parts of the explanation',
  'explain.part.mathematics': 'Mathematics',
  'explain.part.step': 'This step',
  'explain.part.sources': 'Sources',

  'explain.symbols': 'Show on the picture',
  'explain.symbols.note':
    'Hover over a symbol, here or in a formula, to highlight it in the picture. {{Press}} it to keep it highlighted.',
  'explain.symbols.note.touch':
    'Tap a symbol, here or in a formula, to highlight it in the picture. Tap it again to remove the highlight.',
  'explain.mark.left': 'the left side’s current weights: the head of its path',
  'explain.mark.right': 'the right side’s current weights: the head of its path',
  'explain.mark.plant': 'the star: the planted weights',
  'explain.mark.start': 'the start',
  'explain.mark.slope-left': 'gradient of the left loss, drawn downhill from both heads',
  'explain.mark.slope-right': 'gradient of the right loss, drawn downhill from both heads',
  'explain.mark.next': 'next',
  'explain.symbol.start': 'start',
  'explain.symbol.dead': 'off',

  'explain.standing.proved': 'proved',
  'explain.standing.measured': 'measured',
  'explain.standing.abstract': 'the paper’s abstract says',
  'explain.standing.code': 'the authors’ code has',

  'explain.topic.rule': 'The current update rule',
  'explain.topic.other': 'This problem',

  'explain.say.gd': 'Gradient descent subtracts the full gradient times the step size η.',
  'explain.say.heavyball':
    'Heavy ball (Polyak): the velocity v carries over from step to step and starts at 0.',
  'explain.say.nesterov':
    'Nesterov evaluates the gradient where the velocity v leads, not at the current weights; v starts at 0.',
  'explain.say.adam':
    'Adam keeps running means of the gradient and of its square for each weight; the hat corrects for their start at 0.',
  'explain.say.sgd':
    'Mini-batches B: each epoch visits every sample once, in a fresh random order. The two sides see the same batches.',
  'explain.say.other': 'No explanation of this problem yet. In brief:',

  'explain.tex.left': 'left: ',
  'explain.tex.right': 'right: ',
  'explain.tex.move': 'move',

  'explain.step.title': ({ k }: { k: string }) => `From step ${k} to the next`,
  'explain.step.coming': ({ k }: { k: string }) => `Recomputing the run up to step ${k}…`,
  'explain.step.lost': 'This step’s numbers are unavailable.',
  'explain.step.quantity': 'quantity',
  'explain.step.left': 'left',
  'explain.step.right': 'right',
  'explain.step.diverges': 'not finite: the side diverges',
  'explain.step.k': 'step k',
  'explain.step.weights': 'weights at step k',
  'explain.step.weightsScaled': 'weights at step k (scaled)',
  'explain.step.more': ({ count }: { count: string }) => `and ${count} more`,
  'explain.step.on': 'active samples',
  'explain.step.off': 'inactive samples',
  'explain.step.rms': 'root mean square residual',
  'explain.step.gradient': 'own gradient',
  'explain.step.gradientNorm': 'its length',
  'explain.step.eta': 'step size η',
  'explain.step.velocity': 'velocity before',
  'explain.step.velocityAfter': 'velocity after',
  'explain.step.ahead': 'gradient ahead',
  'explain.step.batch': 'batch (samples)',
  'explain.step.batchGradient': 'gradient of the batch',
  'explain.step.mean': 'mean of the gradient',
  'explain.step.square': 'mean of its square',
  'explain.step.next': 'weights at step k + 1',
  'explain.step.nextScaled': 'weights at step k + 1 (scaled)',
  'explain.step.before': 'loss before',
  'explain.step.after': 'loss after',
  'explain.step.pull': 'Δ at these weights',
  'explain.step.own': 'Each side’s numbers are computed at its own weights.',
  'explain.step.digits':
    'Every number comes from the engine; the next weights match the run, digit for digit.',
  'explain.step.formula': ({ side }: { side: string }) => `Update of the ${side} side with its numbers`,
  'explain.step.samples': 'Sample by sample',
  'explain.step.thinned': ({ shown, n }: { shown: string; n: string }) =>
    `${shown} of ${n} samples are shown, evenly spaced; sums and counts include all.`,
  'explain.sample.row': 'sample',
  'explain.sample.y': 'y',
  'explain.sample.z': 'z',
  'explain.sample.output': 'σ(z)',
  'explain.sample.residual': 'σ(z) − y',
  'explain.sample.slope': 'pull on z',
  'explain.sample.on': 'on',
  'explain.sample.off': 'off',

  'explain.walk.title': 'Walk one update',
  'explain.walk.start': 'Walk one update',
  'explain.walk.end': 'Leave the walkthrough',
  'explain.walk.previous': 'Back',
  'explain.walk.next': 'Next',
  'explain.walk.again': 'Take the step',
  'explain.walk.keys':
    'The left and right arrow keys move through the stages; Escape leaves the walkthrough.',
  'explain.walk.stage': ({ at, of, name }: { at: string; of: string; name: string }) =>
    `${at} of ${of}: ${name}`,
  'explain.walk.forward': 'forward',
  'explain.walk.residuals': 'residuals',
  'explain.walk.off': 'which samples are off',
  'explain.walk.gradient': 'gradient',
  'explain.walk.step': 'step',

  'explain.sources.intro': 'References. Nothing is loaded until you click a link.',
  'explain.sources.abstract': 'We had only the abstract, not the full text, so no theorem is quoted.',
  'explain.sources.newTab': 'opens in a new tab',
  'explain.source.relaxation':
    'T. Ergen and M. Pilanci: Convex Optimization for Shallow Neural Networks. 57th Allerton Conference on Communication, Control, and Computing, 2019.',
  'explain.source.glmtron':
    'S. M. Kakade, V. Kanade, O. Shamir and A. Kalai: Efficient Learning of Generalized Linear and Single Index Models with Isotonic Regression. NIPS 2011.',
  'explain.source.glmtron.say':
    'The relaxation’s gradient step is the update of their GLMtron, which uses step size 1.',
  'explain.source.matching':
    'P. Auer, M. Herbster and M. K. Warmuth: Exponentially many local minima for single neurons. NIPS 1995, published 1996.',
  'explain.source.matching.say':
    'They study the matching loss of a neuron; the relaxation is the matching loss of the ReLU.',
  'explain.source.program':
    'M. Pilanci and T. Ergen: Neural Networks are Convex Regularizers: Exact Polynomial-time Convex Optimization Formulations for Two-layer Networks. ICML 2020, arXiv 2002.10553.',
  'explain.source.program.say': 'They derive the exact convex program for two layers.',
  'explain.source.hinges':
    'T. Ergen and M. Pilanci: Convex Geometry and Duality of Over-parameterized Neural Networks. arXiv 2002.11219.',
  'explain.source.hinges.say': 'With one feature the program is a lasso over hinges.',
  'explain.source.gated':
    'A. Mishkin, A. Sahiner and M. Pilanci: Fast Convex Optimization for Two-Layer ReLU Networks: Equivalent Model Classes and Cone Decompositions. ICML 2022, arXiv 2202.01331.',
  'explain.source.gated.say':
    'They introduce sampled patterns, gated ReLUs and the cone decomposition, used here for more than two columns.',
  'explain.source.outputs':
    'A. Sahiner, T. Ergen, B. Ozturkler, B. Bartan, J. Pauly, M. Mardani and M. Pilanci: Vector-output ReLU Neural Network Problems are Copositive Programs. ICLR 2021, arXiv 2012.13329.',
  'explain.source.outputs.say':
    'They turn networks with several outputs into a convex, copositive program. Only the abstract and the introduction were at hand, so no theorem is quoted.',
  'explain.source.players':
    'Y. Balaji, M. Sajedi, N. M. Kalibhat, M. Ding, D. Stöger, M. Soltanolkotabi and S. Feizi: Understanding Over-parameterization in Generative Adversarial Networks. ICLR 2021, arXiv 2104.05605.',
  'explain.source.players.say':
    'They show what over-parameterisation does for gradient descent–ascent in games. Only the abstract was at hand, so no theorem is quoted.',
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
  'explain.source.beam.say': 'It introduces CLEAN.',
  'explain.walk.side': ({ side, name }: { side: string; name: string }) => `${side}: ${name}`,
  'explain.walk.batch': ({ rows }: { rows: string }) =>
    `This gradient includes all samples. The step uses only its mini-batch: ${rows.includes(',') ? 'samples' : 'sample'} ${rows}.`,
  'explain.walk.some': ({ shown, n }: { shown: string; n: string }) => `${shown} of ${n} are listed.`,
  'explain.step.gradientNormAll': 'length of the whole gradient',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
