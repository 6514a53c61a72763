import { english } from '../../i18n/messages.ts';

export const words = english({
  'game.players': 'Two players',
  'game.players.label': 'Both players’ moves, one on each axis, and their way so far',
  'game.shares': 'Three shares',
  'game.shares.label': 'The triangle of three shares, and their way so far',
  'game.value': 'Value',
  'game.readout': ({ value }: { value: string }) => `value ${value}`,
  'game.heard': ({ side }: { side: string }) => `Value, ${side}`,
  'end.game.moving': 'On the way.',
  'end.game.circles': ({ period }: { period: number }) =>
    `Goes round: back at the start after ${period} rounds.`,
  'end.game.centred': ({ k }: { k: number }) => `A third each after ${k} rounds.`,
  'game.told': ({ name, k, at }: { name: string; k: number; at: string }) =>
    `${name}: at ${at} after ${k} rounds.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
