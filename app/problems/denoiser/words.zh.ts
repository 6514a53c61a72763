import { formatCount } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

/** Adds the unit to an SNR; “精确” if only rounding remains. */
export const dB = (snr: string) => (snr === '∞' ? '精确' : `${snr} dB`);

export const words: Translated<typeof english> = {
  'side.left.denoiser': '自由的去噪器',
  'side.right.denoiser': '非扩张去噪器',
  'help.denoiserStep':
    '测量值为 y = Φx 加噪声。每一轮先朝数据走一步梯度，再用去噪器：x⁺ = D(x − (c/L) Φᵀ(Φx − y))。这就是即插即用的前向后向迭代。',
  'help.denoiserSides':
    '左边：去噪器不受约束。右边：它是非扩张的，|D(a) − D(b)| ≤ |a − b|。两边的起点、步长 c 和数据都相同。',
  'help.denoiserPrice':
    'c < 2 时，这里的非扩张去噪器从任何起点出发都会停下；若一轮是压缩映射，已证明的半径说明极限最多有多远。保证有代价：去噪效果较差。没有哪一边总是赢。',
  'help.denoiserOurs':
    '这里的去噪器都不是 AIRI 的：两个像素用已知的先验，另两个小去噪器在 32 × 32 的模拟天空上训练。',
  'help.denoiserSource': 'arXiv 2202.12959（摘要）、2005.07685（摘要）',
  'denoiser.short.left': '自由',
  'denoiser.short.right': '非扩张',
  'denoiser.short.broken': '未证明',
  'denoiser.readout': ({ number }) => `SNR ${dB(number)}`,
  'denoiser.curve.snr': '相对真值的信噪比（dB）',
  'denoiser.curve.step': '步长 ‖xₖ − xₖ₋₁‖ 与已证明的半径',
  'denoiser.curve.ratio': '比值 ‖D(z) − D(z′)‖/‖z − z′‖，与 1 相比',
  'denoiser.figure.snr': '信噪比',
  'denoiser.figure.step': '步长与半径',
  'denoiser.figure.ratio': '比值',
  'denoiser.figure.fit': 'F 或残差',
  'denoiser.curve.radius': '已证明的半径',
  'denoiser.curve.witness': ({ k, ratio }) => `第 ${formatCount(k)} 轮：${ratio} > 1`,
  'alt.denoiser.radius': ({ side, radius }) => `${side}：极限离所示不超过 ${radius}（已证明）。`,
  'alt.denoiser.witness': ({ side, k, ratio }) =>
    `“${side}”：第 ${formatCount(k)} 轮的比值是 ${ratio}，大于 1：证明 D 不是非扩张的。`,
  'denoiser.column.radius': ({ side }) => `已证明的半径，${side}`,
  'aria.denoiser.curve': ({ title }) => `${title}：两边随轮次的变化`,
};
