import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'examples.title': '示例',
  'examples.problems': '问题',
  'examples.of': ({ name }) => `示例：${name}`,
  'tile.one-neuron': '一个 ReLU 神经元：左边用通常的损失，右边用一个最优解相同的凸损失。',
  'tile.two-layer': '左边用梯度下降训练一个小网络，右边是最好的网络。',
  'tile.lift': '一个神经元、一个样本：左边用原来的权重，右边用凸的权重。',
  'tile.vector-output': '左边用梯度下降训练有多个输出的网络，右边是精确解。',
  'tile.gan': '生成器与判别器对局两次：一次没有阻尼，一次有阻尼。',
  'tile.federated': '左边两个客户端只是偶尔取平均，右边是普通的梯度下降。',
  'tile.shuffle': '三样东西的三种配对：左边先混合再取整，右边对混合加惩罚。',
  'tile.denoiser': '带噪声的两个像素：左边的学习步骤不受限制，右边的有保证。',
};
