import { formatDistance } from '../../../i18n/format.ts';
import { english } from '../../../i18n/messages.ts';
import { MOST_GUESSES } from '../../../session/store.ts';

/** Distances of the guesses from the end they are compared with. */
export interface GuessFacts {
  readonly how: 'ended' | 'paused' | 'falling' | 'diverged';
  /** Distance of a single flag; of several, `close` are within `within`. */
  readonly distance: number;
  readonly count: number;
  readonly close: number;
  readonly within: number;
  /** Step of the compared side. */
  readonly k: number;
}

export interface VoteFacts {
  readonly votes: number;
  /** Votes for both sides together. */
  readonly of: number;
  readonly order: 'better' | 'worse' | 'equal';
  /** Shown step while a side still moves; null if both have ended. */
  readonly k: number | null;
  readonly readout: string;
}

const ORDERS = {
  better: 'it is the better side',
  worse: 'it is the worse side',
  equal: 'it is as good as the other',
};

export const words = english({
  'guess.ask': '{{Press}} your guess.',
  'guess.askAll': 'Where will each side end up? {{Press}} your guess on each map.',
  'guess.placed': ({ at, count }: { at: string; count: number }) =>
    count === 1
      ? `Guess ${at}`
      : count < MOST_GUESSES
        ? `${count} flags`
        : `${count} flags: a map holds no more`,
  'guess.vote.ask': '{{Press}} the side that ends better.',
  'guess.vote.askAll': 'Which side ends better? {{Press}} it.',
  'guess.vote.count': ({ votes }: { votes: number }) => `${votes} ${votes === 1 ? 'vote' : 'votes'}`,
  'guess.vote.told': ({ votes, of, order, k, readout }: VoteFacts) =>
    `${k === null ? 'In the end' : `At step ${k}`} ${ORDERS[order]}: ${readout}. ${votes} of ${of} voted for it.`,
  'guess.takeBack': 'Undo the last guess',
  'guess.mark': 'guess',
  'guess.markAway': ({ distance }: { distance: string }) => `guess, ${distance} away`,
  'guess.of': ({ side, words }: { side: string; words: string }) => `${side}: ${words}`,
  'guess.distance': ({ how, distance, k, count, close, within }: GuessFacts) => {
    const away = formatDistance(distance);
    const share = `${close} of ${count} within ${formatDistance(within)}`;
    switch (how) {
      case 'ended':
        return count > 1 ? `${share} of its end.` : `It ended ${away} from the guess.`;
      case 'paused':
        return count > 1 ? `At step ${k}: ${share}.` : `At step ${k} it is ${away} from the guess.`;
      case 'falling':
        return count > 1
          ? `This loss has no minimum. At step ${k}: ${share}.`
          : `This loss has no minimum. At step ${k} it was ${away} from the guess.`;
      case 'diverged':
        return count > 1
          ? `It diverged. At step ${k}: ${share}.`
          : `It diverged. At step ${k} it was ${away} from the guess.`;
    }
  },
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
