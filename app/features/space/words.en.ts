import { english } from '../../i18n/messages.ts';

export const words = english({
  'solid.missing':
    'This browser gives the page no WebGL 2, which the view in space needs: here are the flat maps.',
  'solid.lost':
    'The graphics card took its context back; the picture is the last one drawn. It goes on when the card is free.',
  'solid.reset': 'Reset camera',
  'aria.solid': ({ side }: { side: string }) =>
    `${side}: the landscape as a block in space; both blocks turn together. Arrow keys turn them, + and − zoom, Home goes back.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
