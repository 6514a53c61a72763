import { formatCount } from '../../../i18n/format.ts';
import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './cone-words.en.ts';

const pulled = (sign: number) => (sign > 0 ? '增大' : sign < 0 ? '减小' : '不动');

const OFF = { dead: '死亡', silent: '沉默', zero: '为零' };

export const words: Translated<typeof english> = {
  'gan.cone.axis.first': '第一个分量',
  'gan.cone.axis.second': '第二个分量',
  'gan.cone.axis.along': '沿 x 方向',
  'gan.cone.axis.across': '横向',
  'gan.cone.axis.certificate': '垂直于 x，朝 d*',
  'gan.cone.axis.start': '垂直于 x，朝起点',
  'gan.cone.axis.g': '生成的均值 g',
  'gan.cone.axis.d': '判别器 d',
  'gan.cone.mean': '真实均值 x',
  'gan.cone.nearest': ({ floor }) => `最近点：均方误差 ${floor}`,
  'gan.cone.least': ({ floor }) => `均方误差 ≥ ${floor}`,
  'gan.cone.name': ({ k }) => `${formatCount(k)} 列能到之处`,
  'gan.cone.all': ({ k }) => `${formatCount(k)} 列能到任何均值`,
  'gan.cone.certificate': ({ k }) => `d*：宽度 ${formatCount(k)} 够不着`,
  'gan.cone.unanswerable': 'd*：够不着',
  'gan.cone.note': '匹配的只是均值；线性判别器看不到更多。',
  'gan.cone.convex': '在 h 上进行时没有点云，只有均值 g。',
  'gan.cone.projected': ({ m }) => `${formatCount(m)} 个分量，投影显示：锥不涂色。`,
  'gan.cone.one': '横轴 g，纵轴 d。涂色处是能到的所有 g。',
  'gan.cone.read.column': ({ j, h, target, pull, sign }) =>
    [`第 ${formatCount(j)} 列：h ${h}`, target === null ? '' : `h* ${target}`, `v·d ${pull}，${pulled(sign)}`]
      .filter((part) => part !== '')
      .join('，'),
  'gan.cone.read.mean': ({ at, reachable }) =>
    `x = ${at}，真实数据的均值${reachable === null ? '' : `：在锥${reachable ? '内' : '外'}`}`,
  'gan.cone.read.nearest': ({ at, floor }) => `V h* = ${at}，锥上离 x 最近的点：均方误差 ${floor}，已证明`,
  'gan.cone.read.g': ({ at, mse }) => `g = ${at}，生成的均值：均方误差 ${mse}`,
  'gan.cone.read.sample': ({ i, at }) => `第 ${formatCount(i)} 个噪声样本变成 ${at}`,
  'aria.gan.cone': ({ side }) => `${side}：各列以及生成的均值`,
  'aria.gan.cone.surface': ({ side }) => `${side}：输出平面。方向键移动十字线，读出最近的列、点或样本。`,
  'alt.gan.cone': ({ width, reachable, floor, mean, g, mse, far, near, isMany }) => {
    if (reachable === null) return `x = ${mean}。生成的均值是 ${g}：均方误差 ${mse}。`;
    const where = reachable
      ? `x = ${mean} 在 ${formatCount(width)} 列的锥内。`
      : `x = ${mean} 在 ${formatCount(width)} 列的锥外：任何混合的均方误差都不低于 ${floor}，由 d* 证明。`;
    const word = { on: reachable ? '就在 x 处' : '就在最近点', near: '很近', far: '还远' }[near];
    const rest = reachable
      ? isMany
        ? `是起点均方误差的 ${far} 倍`
        : `还剩起点均方误差的 ${far}`
      : isMany
        ? `是下界的 ${far} 倍`
        : `比下界高 ${far}`;
    return `${where}生成的均值是 ${g}，${word}：均方误差 ${mse}，${rest}。`;
  },
  'gan.neurons.title': '神经元',
  'gan.neurons.out': '增大',
  'gan.neurons.in': '减小',
  'gan.neurons.off': ({ kinds }) => [...new Set(kinds)].map((kind) => OFF[kind]).join(' / '),
  'gan.neurons.noise': '噪声样本',
  'gan.neurons.unit': '‖w‖ = 1',
  'gan.neurons.hidden': 'hⱼ',
  'gan.neurons.target': 'h*，离 x 最近',
  'gan.neurons.hint': '指向一个神经元，看哪些噪声样本激活它。',
  'gan.neurons.hintBars': '指向一根柱，读出它的神经元。',
  'gan.neurons.read': ({ side, j, h, target, pull, sign, off, planar }) => {
    const samples = off === 'zero' ? '' : `：${off === 'silent' ? '目前' : ''}在所有样本上都关闭`;
    const state = off ? `${OFF[off]}${samples}` : pulled(sign);
    const where = planar
      ? `，‖w‖ ${planar.length}，方向 ${planar.degrees}°，在 ${formatCount(planar.n)} 个样本中的 ${formatCount(planar.on)} 个上激活`
      : '';
    return `${side}，第 ${formatCount(j)} 个神经元：${state}${where}\nh ${h}${target === null ? '' : `，h* ${target}`}，v·d ${pull}`;
  },
  'aria.gan.neurons': '两边的神经元',
  'aria.gan.neurons.surface': '两边的神经元。方向键从一个神经元走到下一个。',
  'alt.gan.neurons': ({ side, width, out, in: inwards, none, off }) =>
    `${side}：${formatCount(width)} 个神经元，${formatCount(out)} 个增大，${formatCount(inwards)} 个减小，${formatCount(none)} 个${OFF[off]}。`,
};
