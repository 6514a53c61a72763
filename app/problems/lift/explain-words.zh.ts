import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './explain-words.en.ts';

export const words: Translated<typeof english> = {
  'explain.topic.lift': '一个数据点的提升',
  'explain.say.liftLeft': '一个神经元 u 以输出权重 α 拟合一个数据点 x = 1。这个损失不是凸的。',
  'explain.say.liftRight': 'v 代表输出权重为正的神经元的两个权重之积，w 代表输出权重为负的。这个损失是凸的。',
  'explain.say.liftOptimum': '乘积给定时，两个权重相等时惩罚最小，所以两个问题的最小值相同。',
  'explain.walk.lifted.forward': '输出',
  'explain.walk.lifted.say.forward': '凸规划的输出是 v − w，没有激活与未激活之分。',
  'explain.walk.lifted.residuals': '残差',
  'explain.walk.lifted.say.residuals': '残差是输出减标签。',
  'explain.walk.lifted.off': '哪些变量在边界上',
  'explain.walk.lifted.say.off': 'v 和 w 不能小于 0。若变量已为 0，而斜率要使它继续减小，它就停在 0。',
  'explain.walk.lifted.gradient': '梯度',
  'explain.walk.lifted.say.gradient':
    'v 的斜率是 残差 + β，w 的斜率是 −残差 + β。投影梯度与之相同，但停在边界上的变量为 0。',
  'explain.walk.lifted.step': '更新与投影',
  'explain.walk.lifted.say.step': '规则同时更新两者。被推到 0 以下的变量取 0，即最近的可行点。',
  'explain.offRow.weight': '在边界上',
  'explain.column.beta': 'β',
  'explain.column.v': 'v',
  'explain.column.w': 'w',
  'explain.column.value': '值',
  'explain.column.plusMinus': '±残差',
  'explain.column.raw': '斜率',
  'explain.column.unprojected': '按规则',
  'explain.column.projected': '投影后',
};
