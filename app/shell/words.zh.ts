import { formatCount } from '../i18n/format.ts';
import type { Translated } from '../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'app.problem': '问题',
  'problem.one-neuron': '一个神经元',
  'problem.two-layer': '两层网络',
  'problem.lift': '提升',
  'problem.vector-output': '多个输出',
  'problem.gan': '双人博弈',
  'problem.federated': '众多客户端',
  'problem.shuffle': '排列',
  'problem.denoiser': '学出来的一步',
  'question.ahead': '同样的数据、同样的起点、同样的步长：两边各会停在哪里？',
  'question.unlocked': '同样的数据、同样的起点、不同的更新规则：两边各会停在哪里？',
  'question.own': '一组数据、一个起点、没有已知答案：两边各会停在哪里？',
  'why.stoppingDistance':
    '两者都不同于普通最小二乘的 (3.9324, −17.5791)：时速 4 英里的两辆车落在折点以下，神经元在那里输出零。',

  'header.layers': '图层',
  'header.ensemble': '有多常见？',
  'header.lectures': '讲座',
  'header.explain': '讲解',
  'header.examples': '示例',
  'header.more': '更多',
  'header.menu': '菜单',
  'header.changed': '已改动',
  'header.changedFrom': ({ name }) => `${name}（已改动）`,
  'header.backTo': ({ name }) => `回到“${name}”`,
  'header.scenario': '设定',
  'header.data': '你的数据',
  'header.share': '分享',

  'header.projector': '投影',
  'header.help': '帮助',
  'header.undo': '撤销',
  'opening.own': '正在读取并准备你的数据……',
  'opening.made': ({ n }) => `正在准备 ${formatCount(n)} 个样本……`,

  'chip.forecast': '理论怎么说？',
  'chip.pictures': '更多图',
  'settings.unlocked': '两边用了不同的规则或步长：这不是公平的比赛。',
  'key.ctrlZ': 'Ctrl+Z',
  'aria.blank': '黑屏。按 B 键或{{press}}返回。',
  'control.open': '解除限制打开',
};
