import { english } from '../../i18n/messages.ts';

export const words = english({
  'space.missing':
    'This browser gives the page no WebGL 2, which the view in space needs: here are the flat maps.',
  'space.lost':
    'The graphics card took its context back; the picture is the last one drawn. It goes on when the card is free.',
  'space.reset': 'Reset camera',
  'aria.space': ({ side }: { side: string }) =>
    `${side}: the landscape as a block in space; both blocks turn together. Arrow keys turn them, + and − zoom, Home goes back.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
