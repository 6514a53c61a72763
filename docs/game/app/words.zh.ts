import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'game.players': '两名玩家',
  'game.players.label': '两名玩家的走法，各占一条坐标轴，以及走过的路',
  'game.orbit': ({ far, rounds }) => `${rounds} 轮内离中心至多 ${far}`,
  'game.shares': '三个份额',
  'game.shares.label': '三个份额的三角形，以及走过的路',
  'game.value': '值',
  'game.readout': ({ value }) => `值 ${value}`,
  'game.heard': ({ side }) => `值，${side}`,
  'end.game.moving': '移动中。',
  'end.game.circles': ({ period }) => `绕圈：${period} 轮后回到起点。`,
  'end.game.centred': ({ k }) => `${k} 轮后各占三分之一。`,
  'explain.topic.game': '两名玩家，三个份额',
  'explain.say.game.players': '左边的玩家先沿 xy 下降一步，右边的玩家再上升一步。六轮后回到起点。',
  'explain.say.game.shares': '每个份额向三分之一走其路程的 ρ：每轮距离缩小为 1 − ρ 倍。',
  'game.told': ({ name, k, at }) => `${name}：${k} 轮后位于 ${at}。`,
};
