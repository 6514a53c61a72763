import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'shuffle.idea.lead': '思路。',
  'shuffle.idea.edges':
    '两个排列之间，代价没有山丘。惩罚在每个排列处为 0，在其间为正：λ 增大时，它在走出代价最高的角的两条路上都抬起一座山丘。',
  'shuffle.idea.mixtures':
    '混合把每个节点分给几个对象。左边在混合上最小化代价，最后取整；右边加上只在排列处为 0 的惩罚。',
  'shuffle.idea.left': '沿两条边：代价',
  'shuffle.idea.right': '沿两条边：代价加惩罚',
  'shuffle.idea.cost': ({ cost }) => `代价 ${cost}`,
  'aria.shuffle.idea': ({ side }) => `沿代价最高的角的两条边的代价，${side}`,
};
