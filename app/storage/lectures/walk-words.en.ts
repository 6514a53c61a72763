import { english } from '../../i18n/messages.ts';

export const words = english({
  'toast.firstScene': 'This is the first scene.',
  'toast.lastScene': 'This is the last scene.',
  'toast.bookmark': 'Paused at the bookmark.',
  'toast.noBookmark': 'This scene has no bookmark.',
  'present.bookmarkAt': ({ k }: { k: number }) => `Bookmark at step ${k}`,
  'guess.surface': ({ side }: { side: string }) =>
    `${side}: map. Arrow keys move the crosshair, Enter places your guess of where this side ends, Backspace undoes the last one.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
