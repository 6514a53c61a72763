import { formatDistance } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';

/** How far a guess was from what it is held against. */
export interface GuessFacts {
  readonly how: 'ended' | 'paused' | 'falling' | 'diverged';
  readonly distance: number;
  /** Step of the side that is compared. */
  readonly k: number;
}

export const words = english({
  'guess.ask': 'Where will it end up? {{Press}} your guess.',
  'guess.askAll': 'Where will each side end up? {{Press}} your guess on each map.',
  'guess.placed': ({ at }: { at: string }) => `Guess ${at}`,
  'guess.takeBack': 'Undo the guess',
  'guess.mark': 'guess',
  'guess.markAway': ({ distance }: { distance: string }) => `guess, ${distance} away`,
  'guess.of': ({ side, words }: { side: string; words: string }) => `${side}: ${words}`,
  'guess.distance': ({ how, distance, k }: GuessFacts) => {
    const away = formatDistance(distance);
    switch (how) {
      case 'ended':
        return `It ended ${away} from the guess.`;
      case 'paused':
        return `At step ${k} it is ${away} from the guess.`;
      case 'falling':
        return `It never ends; it falls forever. At step ${k} it was ${away} from the guess.`;
      case 'diverged':
        return `It diverged. At step ${k} it was ${away} from the guess.`;
    }
  },
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
