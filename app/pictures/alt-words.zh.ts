import { formatCount } from '../i18n/format.ts';
import type { Translated } from '../i18n/messages.ts';
import type { words as english } from './alt-words.en.ts';

export const words: Translated<typeof english> = {
  'alt.whole': ({ parts }) =>
    parts
      .filter(Boolean)
      .map((part) => (/[。？！…]$/.test(part) ? part : `${part}。`))
      .join(''),
  'alt.map': ({ title, x, y, window: [x0, x1, y0, y1] }) =>
    `${title}：${x} 从 ${x0} 到 ${x1}、${y} 从 ${y0} 到 ${y1} 的地图。`,
  'alt.ground': ({ ground, names }) => `着色：${[ground, names.join('；')].filter(Boolean).join('：')}。`,
  'alt.place': ({ k, start, at, loss }) =>
    k === 0
      ? `在起点 ${start}，损失 ${loss}。`
      : `起点 ${start}；${formatCount(k)} 步后在 ${at}，损失 ${loss}。`,
  'alt.deadZone': ({ from, to, where }) =>
    `死区，其中没有样本被激活，梯度为零：从方向 ${from} 逆时针到 ${to}。${
      { in: '权重在其中。', edge: '权重在它的边缘。', out: '权重在它之外。' }[where]
    }`,
  'alt.marks': ({ marks, more }) =>
    `标出：${marks.join('；')}${more > 0 ? `；还有 ${formatCount(more)} 个` : ''}。`,
  'alt.weights': ({ told, count }) => `${told}，${formatCount(count)} 个权重中的前几个`,
  'alt.data': ({ n, drawn }) =>
    n === Number.POSITIVE_INFINITY
      ? '无穷多个样本：没有画出。'
      : `${formatCount(n)} 个样本，${drawn < n ? `显示其中 ${formatCount(drawn)} 个，` : ''}以及两边的拟合。`,
  'alt.step': ({ k }) => `第 ${formatCount(k)} 步。`,
  'alt.steps': ({ k, last }) => `第 ${formatCount(k)} 步，共计算了 ${formatCount(last)} 步`,
  'alt.fit': ({ side, w }) => `${side}：w = ${w}。`,
  'alt.series': ({ side, first, now }) => `${side}：起点处 ${first}，现在 ${now}`,
  'alt.legend': ({ low, high }) => `颜色最深处最低；这个窗口中从 ${low} 到 ${high}`,
  'alt.neurons': ({ side, kept, directions, dead }) =>
    `${side}：${formatCount(kept)} 个神经元，${formatCount(directions)} 个方向${dead > 0 ? `，${formatCount(dead)} 个死亡` : ''}。`,
  'alt.neuron': ({ k, at, output, objective }) =>
    `第 ${formatCount(k)} 步：权重 ${at}，输出权重 ${output}，目标函数 ${objective}。`,
  'alt.misfit': ({ side, mean, largest }) => `${side}：与标签的均方根偏差为 ${mean}，最大偏差为 ${largest}。`,
  'alt.bound': ({ bound }) => `已证明的下界 ${bound}`,
};
