import { defineCard } from '../../define-problem.ts';
import { shaping } from '../../params.ts';

/** Two players who step by turns, beside three shares that even out: sides of different length that move by themselves. */
export const GAME = defineCard({
  id: 'game',
  params: {
    evening: {
      kind: 'number',
      default: 0.5,
      min: 0.05,
      max: 1,
      slider: 'linear',
      ...shaping('descent'),
    },
  },
  presets: [
    { id: 'game-half', values: {} },
    { id: 'game-slow', values: { evening: 0.1 } },
  ],
  series: { value: { scale: 'linear', better: null, signed: true } },
  ends: {
    circles: { criterion: { rounds: 6 }, stops: false, certified: true, arrived: false, carries: ['period'] },
    centred: { criterion: { off: 1e-3 }, stops: true, certified: true, arrived: true },
  },
  words: {
    'problem.game': 'the game',
    'question.game': 'Two players step by turns, three shares even out. Which of them comes to rest?',
    'side.left.game': 'Two players',
    'side.left.game.short': 'players',
    'side.right.game': 'Three shares',
    'side.right.game.short': 'shares',
    'param.evening': 'How fast the shares even out',
    'preset.game-half.title': 'By halves',
    'preset.game-half.sentence': 'The players go round and round; the shares meet in the middle.',
    'preset.game-slow.title': 'By tenths',
    'preset.game-slow.sentence': 'The shares take their time.',
  },
});
