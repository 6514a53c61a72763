import { english } from '../../i18n/messages.ts';

export const words = english({
  'space.missing': 'The 3-D view needs WebGL 2, which this browser doesn’t offer. Showing the flat maps.',
  'space.lost': 'The graphics card was reset. This is the last image; it resumes when the card is available.',
  'space.reset': 'Reset camera',
  'aria.space': ({ side }: { side: string }) =>
    `${side}: the landscape in 3-D; the two views turn together. Arrow keys rotate, + and − zoom, Home resets.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
