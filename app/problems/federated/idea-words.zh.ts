import { formatCount } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './idea-words.en.ts';

export const words: Translated<typeof english> = {
  'fed.idea.alone': ({ client }) => `只有客户端 ${client}`,
  'fed.idea.average': ({ clients }) => (clients > 2 ? `全部 ${formatCount(clients)} 个的平均` : '两者的平均'),
  'fed.idea.lead': '第一轮。',
  'fed.idea.plane': ({ local, clients }) =>
    clients === 1
      ? `唯一的客户端在自己的山谷里往下走 ${formatCount(local)} 步。`
      : `每个客户端在自己的山谷里往下走 ${formatCount(local)} 步，看不见别人的山谷。下一轮从各自停下处的平均出发。`,
  'fed.idea.network': ({ local, clients }) =>
    clients === 1
      ? `唯一的客户端用 ${formatCount(local)} 步拟合自己的标签。`
      : `每个客户端用 ${formatCount(local)} 步拟合自己的标签（实心），看不见别人的。下一轮从它们的平均出发。`,
  'aria.fed.idea': ({ local, clients, names }) =>
    `第一轮：${formatCount(clients)} 个客户端各走 ${formatCount(local)} 步。图：${names.join('、')}。`,
};
