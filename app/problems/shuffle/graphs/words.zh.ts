import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'shuffle.graphs.title': '图 A 与图 B 的配对',
  'shuffle.graphs.rule': '代价：配对后的权重之差平方，\n再求和；每条边算两次。',
  'shuffle.graphs.matched': ({ side, name, isThere }) =>
    `${side === 'left' ? '左边' : '右边'}：${name === '' ? '几个排列一样近' : isThere ? name : `最近的是 ${name}`}`,
  'alt.shuffle.edge': ({ from, to, weight }) =>
    from === to ? `节点 ${from} 自身 ${weight}` : `${from} 到 ${to} ${weight}`,
  'alt.shuffle.graphs': ({ a, b, matched }) =>
    [
      `图 A 的权重：${a.join('，') || '无'}。图 B 的权重：${b.join('，') || '无'}。`,
      ...(matched.length > 0 ? [`配对：${matched.join('；')}。`] : []),
    ].join(''),
};
