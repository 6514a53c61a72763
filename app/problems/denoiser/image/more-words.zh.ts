import { formatCount } from '../../../i18n/format.ts';
import type { Translated } from '../../../i18n/messages.ts';
import { dB } from '../words.zh.ts';
import type { words as english } from './more-words.en.ts';

const wave = ([row, column]: readonly [number, number]) => `(${row}, ${column})`.replaceAll('-', '−');

export const words: Translated<typeof english> = {
  'image.starts.distance': '两次运行的距离 ‖x − x′‖',
  'image.starts.bound': '上界（已证明）',
  'image.starts.zero': ({ snr }) => (snr === '' ? '从 0 出发' : `从 0：${dB(snr)}`),
  'image.starts.noise': ({ snr }) => (snr === '' ? '从噪声出发' : `噪声：${dB(snr)}`),
  'image.starts.run': '出发两次',
  'image.starts.again': '再来一次',
  'image.starts.stop': '停止',
  'image.starts.table': '距离表',
  'image.starts.progress': ({ done, of }) => `${formatCount(done)} / ${formatCount(of)} 轮`,
  'image.starts.ask': ({ rounds }) =>
    `数据相同，两边各从 0 和从噪声出发运行 ${formatCount(rounds)} 轮。每一边两次都得到同一幅图像吗？`,
  'image.starts.hint': ({ rounds, left, right, diverged, hasRightDiverged, isRateKnown, name }) => {
    const free =
      diverged === null
        ? `自由一边的两次运行相距 ${left}`
        : `自由一边有一次发散（第 ${formatCount(diverged)} 轮时相距 ${left}）`;
    return `${formatCount(rounds)} 轮之后，${free}，${hasRightDiverged ? '右边有一次发散' : `${name}一边相距 ${right}`}${isRateKnown ? '：极限唯一（已证明）' : ''}。`;
  },
  'image.starts.read': ({ k, left, right, bound, name }) =>
    `第 ${formatCount(k)} 轮：${left === '' ? '自由一边已发散' : `自由 ${left}`}，${name} ${right}${bound === '' ? '' : `，不超过 ${bound}（已证明）`}。`,
  'image.power.axis': '每个频率的平均功率',
  'image.power.estimate': '估计',
  'image.power.error': '误差',
  'image.power.group': ({ measured, count }) => `${measured ? '已测量' : '未测量'}：${formatCount(count)} 个`,
  'image.power.read': ({ measured, error, left, right, name }) =>
    `${measured ? '已测量' : '未测量'}，${error ? '误差' : '估计'}：自由 ${left}，${name} ${right}（每个频率）。`,
  'image.power.hint': '测量过的频率上，数据约束着估计；没有测量的频率上，一轮又一轮只由 D 决定。',
  'aria.image.power.surface': '已测量与未测量频率的平均功率。方向键逐行移动。',
  'image.proof.gains': ({ bare }) => (bare ? 'G(k)' : 'G(k)，零频率居中'),
  'image.proof.slopeAxis': 'φ 的斜率',
  'image.proof.gain': ({ gain, holds }) => `1. max G(k) = ${gain} ${holds ? '≤' : '>'} 1`,
  'image.proof.gain.text': 'G 是 WᵀW 的谱，由 16 个滤波器的傅里叶变换算出：在此网格上，W 不拉长任何图像。',
  'image.proof.slopes': ({ least, largest }) => `2. φ 的斜率都在 [${least}, ${largest}] 中`,
  'image.proof.firm': '所以 D 的雅可比矩阵对称，介于 0 与 1 之间：D 牢固非扩张，是某个凸函数的近端映射。',
  'image.proof.broken': '两条定律必须都成立。有一条不成立，所以这些权重没有证书。',
  'image.proof.rate': ({ rate }) => `3. 每一轮都缩小距离：速率 ${rate}`,
  'image.proof.rate.text': ({ least, times }) =>
    `max |1 − c M(k)| √(1 − ${least} G(k)) < 1：从任何起点出发，极限唯一，在上一步的 ${times} 倍以内。`,
  'image.proof.noContraction': '3. 没有小于 1 的速率',
  'image.proof.noContraction.text': ({ firm }) =>
    firm ? '在此步长 c 下，速率不小于 1：没有已证明的半径。' : '没有上面的定律，什么也推不出来。',
  'image.proof.frame': '1. 等距：WᵀW = I',
  'image.proof.frame.text': '三层平移 Haar 滤波器构成紧框架：W 保持所有长度。',
  'image.proof.shrink': '2. 收缩函数的斜率是 0 或 1',
  'image.proof.rests': ({ rests }) => (rests ? '3. 每次运行都会停下' : '3. 不能证明会停下'),
  'image.proof.noRate':
    '斜率可以是 0，所以收缩给不出小于 1 的速率。当 0 < c < 2 且零频率已测量时，每次运行都有极限。',
  'image.proof.read': ({ wave: k, gain }) => `频率 ${wave(k)}：G = ${gain}。`,
  'image.proof.hint': '由载入的权重算出，适用于 32 × 32 的图像。指向 G 即可读数。',
  'aria.image.proof.surface': '频率平面上的 G(k)。方向键逐频率移动。',
};
