import { english } from '../../i18n/messages.ts';

export const words = english({
  'said.firstScene': 'This is the first scene.',
  'said.lastScene': 'This is the last scene.',
  'said.bookmark': 'Stopped at the bookmark.',
  'said.noBookmark': 'This scene has no bookmark.',
  'present.bookmarkAt': ({ k }: { k: number }) => `Bookmark at step ${k}`,
  'guess.surface': ({ side }: { side: string }) =>
    `${side}: landscape over both weights. Arrow keys move the crosshair, Enter places the guess of this side’s end there.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
