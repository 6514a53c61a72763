import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';
import type { OmittedPart } from './link/omitted-parts.ts';

function outOf(out: OmittedPart): string {
  switch (out.what) {
    case 'data':
      return 'Your data: it is too large for a link. Whoever opens the link needs your file too, by “Own data”.';
    case 'stored-lecture':
      return 'Your lecture: only this browser has it. Elsewhere the link opens this scene without its words.';
    case 'map':
      return 'Zoom, plane and layers: they open as they are at first.';
    case 'page':
      return 'Theme, projector and language: each page keeps its own.';
    case 'limits':
      return 'What is hidden, locked or switched off: everything can be used.';
    case 'lecture':
      return 'The lecture: this scene opens without its words.';
    case 'steps':
      return `The ${formatCount(out.steps)} computed ${out.steps === 1 ? 'step' : 'steps'}: whoever opens the link computes them anew, with the same digits.`;
    case 'undo':
      return `What can be undone (${formatCount(out.changes)} ${out.changes === 1 ? 'change' : 'changes'}).`;
    case 'guess':
      return 'The guess of the room.';
    case 'presenting':
      return 'That you are presenting: notes, pointer, presenter’s bar.';
    case 'tone':
      return 'The tone.';
    case 'camera':
      return 'The angle that you look from in 3-D.';
    case 'rest':
      return 'Open drawers, the crosshair, and what this browser stores for you.';
  }
}

/** The English words of the share dialog's frame and of its link page; the other pages bring their own. */
export const words = english({
  'share.title': 'Share and take away',
  'share.tab.link': 'Link',
  'share.tab.embed': 'Embed',
  'share.tab.figure': 'Figure',
  'share.tab.saved': 'Saved',
  'share.tab.film': 'Film',
  'share.tab.data': 'Data',
  'share.tab.code': 'Code',

  'share.link': 'The link',
  'share.opens': 'It opens',
  'share.atStep': ({ k }: { k: number }) => `at this step (${formatCount(k)})`,
  'share.atStart': 'from the start',
  'share.carries': 'It carries',
  'share.part.map': 'zoom, plane and layers',
  'share.part.page': 'theme, projector and language',
  'share.part.limits': 'what is hidden, locked or switched off',
  'share.part.lecture': 'the scene of the lecture',
  'share.notes': 'It carries your whole lecture, the speaker notes too.',
  'share.copy': 'Copy link',
  'share.copied': ({ k, complete }: { k: number; complete: boolean }) =>
    `Link copied: it opens paused at step ${formatCount(k)}${complete ? ', with the same digits' : '. It leaves your data out, so only this page has the numbers'}.`,
  'share.refused':
    'The browser does not let the page copy. The link is selected: copy it with Ctrl+C or Cmd+C, on a phone by a long touch.',
  'share.characters': ({ characters }: { characters: number }) => `${formatCount(characters)} characters.`,
  'share.fate.some-cut':
    'Some chat and mail programs cut links that are longer than about 2,000 characters. Try yours, or send the link in a file.',
  'share.fate.most-cut':
    'Most chat programs cut or refuse links that are longer than about 8,000 characters. Send it in a file, or save the scenario and export it (“Saved”).',
  'share.fate.unread': ({ characters, most }: { characters: number; most: number }) =>
    `Too long to be opened: the part behind # has ${formatCount(characters)} characters, and at most ${formatCount(most)} are read. Leave the lecture out, or make it shorter.`,

  'share.qr': 'QR code',
  'share.qr.label': 'QR code of the link',
  'share.qr.room': 'Show large',
  'share.qr.close': 'Close',
  'share.qr.atStep': ({ k }: { k: number }) => `Opens paused at step ${formatCount(k)}.`,
  'share.qr.tooLong': ({ characters, most }: { characters: number; most: number }) =>
    `Too long for a QR code: it holds at most ${formatCount(most)} characters, and the link has ${formatCount(characters)}.`,
  'share.qr.data': ({ characters }: { characters: number }) =>
    `Your data takes ${formatCount(characters)} of them: fewer rows or columns would fit. Or copy the link.`,
  'share.qr.lecture': ({ characters }: { characters: number }) =>
    `The lecture takes ${formatCount(characters)} of them: leave it out, or copy the link.`,
  'share.qr.other': 'Leave out what it need not carry, or copy the link.',
  'share.qr.dense': ({ size }: { size: number }) =>
    `A dense code, ${formatCount(size)} modules a side: hard to scan from the back of a room. A shorter link is easier.`,

  'share.out': 'The link leaves out',
  'share.out.what': outOf,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
