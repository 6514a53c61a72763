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
  'guess.ask': 'Where will it end? {{Press}} the map.',
  'guess.askAll': 'Where will each side end? {{Press}} each map.',
  'guess.placed': ({ at }: { at: string }) => `Guess ${at}`,
  'guess.takeBack': 'Take back the guess',
  'guess.mark': 'guess',
  'guess.markAway': ({ distance }: { distance: string }) => `guess, ${distance} away`,
  'guess.of': ({ side, words }: { side: string; words: string }) => `${side}: ${words}`,
  'guess.distance': ({ how, distance, k }: GuessFacts) => {
    const away = formatDistance(distance);
    switch (how) {
      case 'ended':
        return `The guess was ${away} from where it ended.`;
      case 'paused':
        return `The guess is ${away} from where it stands at step ${k}.`;
      case 'falling':
        return `It has no end, it falls for ever: at step ${k} it was ${away} from the guess.`;
      case 'diverged':
        return `It has no end, it diverged: at step ${k} it was ${away} from the guess.`;
    }
  },
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
