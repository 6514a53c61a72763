import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './idea-words.en.ts';

export const words: Translated<typeof english> = {
  'gan.idea': '思路。',
  'gan.idea.turn': ({ name, how }) => `${name}：${how}`,
  'gan.idea.mixture': ({ name }) => `${name}：各列相加`,
  'gan.idea.rule.simultaneous': '双方同时移动',
  'gan.idea.rule.alternating': 'd 先动，w 后动',
  'gan.idea.rule.extragradient': '双方先向前看',
  'gan.idea.rule.optimistic': '双方回头看',
  'gan.idea.rule.best': 'd 应对，然后 w 动',
  'gan.idea.of.plane':
    '每一轮，w 沿损失 L 的斜坡往下走，d 往上走。阻尼 ρ 把 d 拉回 0。目标是鞍点：在那里 L 对双方都是平的。',
  'gan.idea.arcs': '细弧：这一轮之前到鞍点的距离。粗弧：之后的距离。',
  'gan.idea.of.network':
    '每个神经元拉伸自己的一列，从不使它反向。拉伸后的各列相加就是生成的均值。★ 是真实均值。',
  'gan.idea.of.two-weights':
    '每个神经元拉伸自己的箭头，从不使它反向。各箭头相加就是生成的均值。★ 是真实均值。',
  'aria.gan.idea': ({ name, turn }) =>
    turn ? `${name}：一轮中的两次移动，以及鞍点` : `${name}：各列相加成生成的均值`,
};
