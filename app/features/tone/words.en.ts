import { english } from '../../i18n/messages.ts';

export const words = english({
  'tone.toggle': 'Tone that follows the loss',
  'tone.mapping':
    'The left side sounds in the left ear, the right in the right, while the run plays. The larger excess loss of the two starts is 440 Hz (A); each tenfold less is a minor third lower, down to 110 Hz.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
