import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';
import type { OmittedPart } from './link/omitted-parts.ts';

function outOf(out: OmittedPart): string {
  switch (out.what) {
    case 'data':
      return 'Your data: it is too large for a link. Anyone who opens the link must also open your file, under “Your data”.';
    case 'stored-lecture':
      return 'Your lecture: only this browser has it. Elsewhere the link opens this scene without its text.';
    case 'map':
      return 'Zoom, slice and layers: they open at their defaults.';
    case 'page':
      return 'Theme, projector and language: each reader keeps their own.';
    case 'limits':
      return 'Hidden, locked and disabled controls: the reader can use everything.';
    case 'lecture':
      return 'The lecture: this scene opens without its text.';
    case 'steps':
      return `The ${formatCount(out.steps)} computed ${out.steps === 1 ? 'step' : 'steps'}: the reader’s browser computes them again, digit for digit.`;
    case 'undo':
      return `Undo history (${formatCount(out.changes)} ${out.changes === 1 ? 'change' : 'changes'}).`;
    case 'guess':
      return 'The audience’s guess.';
    case 'presenting':
      return 'Presenter mode (notes, pointer, bar).';
    case 'tone':
      return 'The sound.';
    case 'camera':
      return 'Your camera angle in 3-D.';
    case 'rest':
      return 'Open drawers, the crosshair, and anything this browser stores for you.';
  }
}

export const words = english({
  'share.title': 'Share and export',
  'share.tab.link': 'Link',
  'share.tab.embed': 'Embed',
  'share.tab.figure': 'Figure',
  'share.tab.saved': 'Saved',
  'share.tab.film': 'Film',
  'share.tab.data': 'Data',
  'share.tab.code': 'Code',

  'share.link': 'The link',
  'share.opens': 'Opens',
  'share.atStep': ({ k }: { k: number }) => `at this step (${formatCount(k)})`,
  'share.atStart': 'at the start',
  'share.carries': 'Includes',
  'share.part.map': 'zoom, slice and layers',
  'share.part.page': 'theme, projector and language',
  'share.part.limits': 'hidden, locked and disabled controls',
  'share.part.lecture': 'the scene of the lecture',
  'share.notes': 'The link includes your whole lecture, speaker notes too.',
  'share.copy': 'Copy link',
  'share.copied': ({ k, complete }: { k: number; complete: boolean }) =>
    `Link copied: it opens paused at step ${formatCount(k)}${complete ? ', with the same digits' : '. It does not include your data, so only this page has the numbers'}.`,
  'share.refused':
    'The browser blocked copying. The link is selected: copy it with Ctrl+C or Cmd+C, on a phone with a long press.',
  'share.characters': ({ characters }: { characters: number }) => `${formatCount(characters)} characters.`,
  'share.fate.some-cut':
    'Some chat and mail programs cut links longer than about 2,000 characters. Try yours, or send the link in a file.',
  'share.fate.most-cut':
    'Most chat programs cut or reject links longer than about 8,000 characters. Send it in a file, or save the scenario and export it (“Saved”).',
  'share.fate.unread': ({ characters, most }: { characters: number; most: number }) =>
    `Too long to open: the part after # is ${formatCount(characters)} characters; the limit is ${formatCount(most)}. Leave the lecture out, or make it shorter.`,

  'share.qr': 'QR code',
  'share.qr.room': 'Show large',
  'share.qr.atStep': ({ k }: { k: number }) => `The link opens paused at step ${formatCount(k)}.`,
  'share.qr.tooLong': ({ characters, most }: { characters: number; most: number }) =>
    `Too long for a QR code: the link is ${formatCount(characters)} characters; the limit is ${formatCount(most)}.`,
  'share.qr.data': ({ characters }: { characters: number }) =>
    `Your data takes up ${formatCount(characters)} of them: use fewer rows or columns, or copy the link.`,
  'share.qr.lecture': ({ characters }: { characters: number }) =>
    `The lecture takes up ${formatCount(characters)} of them: leave it out, or copy the link.`,
  'share.qr.other': 'Leave out what you don’t need, or copy the link.',
  'share.qr.dense': ({ size }: { size: number }) =>
    `A dense code (${formatCount(size)} × ${formatCount(size)}): hard to scan from the back row. A shorter link is easier.`,

  'share.out': 'Not included',
  'share.out.what': outOf,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
