import { formatCount } from '../../../i18n/format.ts';
import type { Translated } from '../../../i18n/messages.ts';
import { dB } from '../words.zh.ts';
import type { BeyondTold, words as english, ImageStand } from './words.en.ts';

const at = ([row, column]: readonly [number, number]) =>
  `第 ${formatCount(row)} 行第 ${formatCount(column)} 列`;
const wave = ([row, column]: readonly [number, number]) => `(${row}, ${column})`.replaceAll('-', '−');

const best = ({ best, bestAt, isBest, bare }: ImageStand) => {
  if (best === '') return '';
  if (isBest) return bare ? '' : `迄今最好。`;
  return bare ? `最好 ${dB(best)}。` : `最好：第 ${formatCount(bestAt)} 轮 ${dB(best)}。`;
};

export const words: Translated<typeof english> = {
  'image.title.left': '无约束网络',
  'image.title.right': ({ firm }) => (firm ? '非扩张' : '未证明'),
  'image.about.left': '2,625 个权重，无约束训练。',
  'image.about.right': ({ right, rate, broken, bare }) => {
    if (right === 'handmade') return 'Haar 收缩，无速率';
    if (broken !== '') return `未通过：${broken}`;
    return [...(bare ? [] : ['784 个权重']), rate === '' ? '无速率' : `速率 ${rate}`].join('，');
  },
  'image.plain.left': '无约束训练。',
  'image.plain.right': ({ right, isFirm }) => {
    if (right === 'handmade') return '人工设计，未经训练。';
    return isFirm ? '从不把图像推开。' : '权重来自文件。';
  },
  'image.broken.gain': ({ found }) => `增益 ${found} > 1`,
  'image.broken.least-slope': ({ found }) => `斜率 ${found} < 0`,
  'image.broken.most-slope': ({ found }) => `斜率 ${found} > 1`,
  'image.idea': '一轮。',
  'image.idea.words':
    '先向望远镜测得的频率（绿色）走一步；再由去噪器去掉看似噪声的部分。两边只有去噪器不同。',
  'image.idea.mask': '图像的全部频率，最低的在中间。测得的为绿色。',
  'image.knob.weak': '弱',
  'image.knob.strong': '强',
  'image.knob.strength': 't',
  'image.knob.short': '短步',
  'image.knob.long': '长步',
  'image.knob.step': 'c',
  'image.tile.estimate': '估计 x',
  'image.tile.measured': '测得的图像',
  'image.tile.x': 'x',
  'image.tile.z': 'z，梯度步之后',
  'image.tile.denoised': 'D(z)',
  'image.tile.after': 'x⁺',
  'image.tile.error': '误差',
  'image.tile.dirty': () => '脏图',
  'image.tile.visibilities': () => '可见度',
  'image.tile.truth': '真值',
  'image.tile.clean': 'CLEAN',
  'image.decibels': ({ snr }) => dB(snr),
  'image.beyond': ({ above, below, most, bare }: BeyondTold) =>
    [
      ...(above > 0
        ? [bare ? `${formatCount(above)} 个大于 1` : `${formatCount(above)} 个像素大于 1，最大 ${most}`]
        : []),
      ...(below > 0 ? [`${formatCount(below)} 个小于 0`] : []),
    ].join('；'),
  'image.hint': ({ beyond, bare }) =>
    bare
      ? beyond > 0
        ? `${formatCount(beyond)} 个像素超出色标`
        : '亮度 √x；绿色：已测量'
      : beyond > 0
        ? `色标始终是 0 到 1：${formatCount(beyond)} 个像素超出。指向像素即可读数。`
        : '两边的颜色都表示 0 到 1 的 √x；绿色：已测量。指向像素或频率即可读数。',
  'image.read.pixel': ({ place, estimate, measured, truth, bare }) => {
    if (bare) return `(${place})：${estimate}${truth ? `，真值 ${truth[0]}` : ''}`;
    return `${at(place)}：${measured ? '测得' : '估计'} ${estimate}${truth ? `，真值 ${truth[0]}，误差 ${truth[1]}` : ''}。`;
  },
  'image.read.frequency': ({ wave: k, measured, now, data, bare }) => {
    if (bare) return `${wave(k)}，${measured ? '已' : '未'}测量：${now}`;
    return measured
      ? `频率 ${wave(k)}，已测量：|Fx| ${now}，|Y| ${data}。`
      : `频率 ${wave(k)}，未测量：|Fx| ${now}。这里只有 D 起作用。`;
  },
  'image.read.truth': ({ place, truth, clean, dirty }) =>
    `${at(place)}：${truth ? `真值 ${truth}，` : ''}CLEAN ${clean}，脏图 ${dirty}。`,
  'image.more': '第三幅图',
  'image.starts.title': '两个起点',
  'image.power.title': '各频率的功率',
  'image.proof.title': '证书',
  'skies.label': '许多天空',
  'image.truth.title': '真值与 CLEAN',
  'image.truth.hint': ({ known, bare }) =>
    known
      ? bare
        ? '模拟的天空：32 × 32 的玩具。'
        : '模拟的 32 × 32 天空，色标相同：可见度已网格化并含零间距，噪声为白噪声，没有 w 项。'
      : '这些可见度背后的真实天空未知。',
  'aria.image.truth': '真值，以及 CLEAN 恢复的图像',
  'aria.image.truth.surface': '真值与 CLEAN：32 × 32 的图像。方向键逐像素移动。',
  'aria.image.board': ({ side, shows }) =>
    `${side}：${{ all: '估计、误差、脏图和可见度', error: '估计及其误差', estimate: '估计和测得的图像', measured: '测得的图像' }[shows]}`,
  'aria.image.board.surface': ({ side, shows }) =>
    `${side}：32 × 32 的图像。方向键逐像素移动${shows === 'all' ? '，回车键在图像与频率之间切换' : ''}。`,
  'aria.image.board.vote': ({ side }) =>
    `${side}：32 × 32 的图像。方向键逐像素移动，Enter 为这一边投票，Backspace 撤销上一票。`,
  'alt.image.board': ({ title, measured, brightest, beyond, visibilities }) =>
    `${title}：32 × 32 像素的${measured ? '测得图像' : '估计'}，最亮的像素在${at(brightest.place)}，值 ${brightest.value}${beyond === '' ? '' : `；${beyond}`}。1,024 个频率中测量了 ${formatCount(visibilities)} 个。`,
  'alt.image.truth': ({ truth, clean, snr }) =>
    [
      ...(truth ? [`真值：最亮的像素在${at(truth.place)}，值 ${truth.value}。`] : []),
      ...(clean
        ? [
            `CLEAN：最亮的像素在${at(clean.place)}，值 ${clean.value}${snr === '' ? '' : `，信噪比 ${dB(snr)}`}。`,
          ]
        : []),
    ].join(''),
  'image.curve.snr': '信噪比（dB）',
  'image.curve.residual': '残差 ‖Φx − y‖',
  'image.curve.clean': 'CLEAN',
  'image.curve.dirty': ({ snr }) => `脏图 ${snr === '∞' ? dB(snr) : snr}`,
  'alt.image.clean': ({ snr, dirty }) => `CLEAN ${dB(snr)}；脏图 ${dB(dirty)}。空图像是 0 dB。`,
  'image.moving.free': (stand) => {
    if (stand.k === 0) return '就绪。';
    const known =
      stand.ratio === ''
        ? '没有任何证明。'
        : stand.bare
          ? `比值 ${stand.ratio} > 1。`
          : `不是非扩张的：比值 ${stand.ratio}。`;
    return `${known}${best(stand)}`;
  },
  'image.moving.asking': (stand) => best(stand) || '仍在变化。',
  'image.moving.certified': ({ radius, bare }) => {
    if (radius === '') return bare ? '极限唯一，已证明。' : '从任何起点出发，极限唯一（已证明）。';
    return bare ? `极限在 ${radius} 以内，已证明。` : `极限离此图不超过 ${radius}（已证明）。`;
  },
  'image.moving.rests': ({ bare }) =>
    bare ? '会停下（已证明）。' : '从任何起点都会停下（已证明），速率未知。',
  'end.image.settled': ({ radius, bare, k }) =>
    bare ? '已稳定，已证明。' : `第 ${formatCount(k)} 轮稳定：唯一的极限在 ${radius} 以内（已证明）。`,
  'end.image.stationary': ({ k, rests, bare }) => {
    const round = bare ? '' : `第 ${formatCount(k)} 轮`;
    return rests ? `${round}停下，如所证明。` : `${round}停下；没有任何证明。`;
  },
  'end.image.cycles': ({ period, bare }) =>
    bare
      ? `在 ${formatCount(period)} 幅图之间摆动。`
      : `在 ${formatCount(period)} 幅图像之间摆动：不会停下。`,
  'end.image.diverged': (stand) => `${stand.bare ? '' : `第 ${formatCount(stand.k)} 轮`}发散。${best(stand)}`,
  'image.settings': ({ strength, c }) => `强度 t ${strength}，步长 c ${c}`,
  'image.settings.threshold': ({ strength, c, threshold }) =>
    `阈值 ${threshold}，强度 t ${strength}，步长 c ${c}`,
  'image.why.free':
    '在没有测量的频率上，梯度步什么也不改变：一轮又一轮，只有 D 起作用。无约束训练的网络不作任何承诺。',
  'image.why.witness': ({ ratio, k }) =>
    `第 ${formatCount(k)} 轮，D 使两幅图像的距离变为 ${ratio} 倍。有这样一对图像，就证明 D 不是非扩张的。在没有测量的频率上，一轮又一轮只有 D 起作用。`,
  'image.why.rate': ({ rate, times }) =>
    `每一轮都使任何距离至少缩小到 ${rate} 倍（由权重证明），所以极限唯一，离所示图像不超过上一步的 速率/(1 − 速率) = ${times} 倍。这个界可靠但宽松：在各个示例中，真正的距离小得多。`,
  'image.why.rests':
    'D 是牢固非扩张的，且零频率已测量，所以当 0 < c < 2 时每次运行都会停下（已证明）。速率未知，离极限多远也未知。',
  'image.why.none': '关于它的去向，这里没有任何证明：步长、权重或掩模超出了证明的范围。',
  'image.why.broken': ({ broken }) => `证书由载入的权重算出，而这些权重通不过：${broken}。`,
  'image.why.settled': ({ share, rate }) =>
    `已证明的半径（速率 ${rate}，速率/(1 − 速率) 乘上一步的长度）不超过 ${share} ‖x‖。`,
  'image.why.stationary': ({ move }) =>
    `上一步不超过 ${move} max(1, ‖x‖)。这既不证明这里就是极限，也不证明极限唯一。`,
  'image.why.cycles': ({ period, near, move }) =>
    `x 离 ${formatCount(period)} 轮之前不超过 ${near} max(1, ‖x‖)，而上一步长于 ${move}。`,
  'image.why.diverged': '有像素超过 10⁶，或不再是数。所示是最后一幅有限的图像。',
};
