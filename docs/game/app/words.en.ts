import { english } from '../../i18n/messages.ts';

export const words = english({
  'game.players': 'Two players',
  'game.players.label': 'Both players’ moves, one on each axis, and their way so far',
  'game.orbit': ({ far, rounds }: { far: string; rounds: number }) =>
    `at most ${far} from the middle in ${rounds} rounds`,
  'game.shares': 'Three shares',
  'game.shares.label': 'The triangle of three shares, and their way so far',
  'game.value': 'Value',
  'game.readout': ({ value }: { value: string }) => `value ${value}`,
  'game.heard': ({ side }: { side: string }) => `Value, ${side}`,
  'end.game.moving': 'On the way.',
  'end.game.circles': ({ period }: { period: number }) =>
    `Goes round: back at the start after ${period} rounds.`,
  'end.game.centred': ({ k }: { k: number }) => `A third each after ${k} rounds.`,
  'explain.topic.game': 'Two players, three shares',
  'explain.say.game.players':
    'First the left player steps down in xy, then the right one steps up. Six rounds lead back to the start.',
  'explain.say.game.shares':
    'Each share goes a part ρ of its way to a third: the distance shrinks by 1 − ρ a round.',
  'game.told': ({ name, k, at }: { name: string; k: number; at: string }) =>
    `${name}: at ${at} after ${k} rounds.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
