import { addWords } from './words.ts';

/** The English words of the share dialog's frame and of its link page; the other pages bring their own. */
export const enShare = {
  'share.title': 'Share and take away',
  'share.tab.link': 'Link',
  'share.copy': 'Copy link',
} as const;

addWords('en', enShare);
