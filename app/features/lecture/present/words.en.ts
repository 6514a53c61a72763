import { english, type Numbers, type Texts } from '../../../i18n/messages.ts';
import type { Plan } from './plan.ts';

export const words = english({
  'present.bar': ({ title }: { title: string }) => `Lecture: ${title}`,
  'present.previous': 'Previous scene',
  'present.next': 'Next scene',
  'present.of': ({ scene, scenes }: { scene: number; scenes: number }) => `${scene} of ${scenes}`,
  'present.scene': (of: Numbers<'scene' | 'scenes'> & Texts<'title' | 'sentence'>) =>
    `Scene ${of.scene} of ${of.scenes}: ${of.title}. ${of.sentence}`,
  'present.bookmark': ({ k }: { k: number }) => `Go to the bookmark at step ${k}`,
  'present.notes': 'Speaker notes',
  'present.laser': 'Laser pointer',
  'present.code': 'QR code of the scene',
  'present.codeOf': ({ number, question }: { number: number; question: string }) =>
    `Scene ${number}: ${question}`,
  'toast.noCode': 'This scene has too much data for a QR code.',
  'present.begin': 'Present',
  'present.end': 'End presenting',
  'present.leave': 'Leave the lecture',
  'toast.presenting': 'The toolbar is at the upper edge. Esc ends presenting.',
  'toast.notesBlocked': 'The browser blocked the speaker window. Allow pop-ups for this page.',
  'present.noMaps': 'Guessing needs a flat map or two images; this scene has none.',

  'notes.none': 'No notes for this scene.',
  'notes.close': 'Close the notes',
  'notes.say': 'Say',
  'notes.ask': 'Ask',
  'notes.do': 'Do',
  'notes.moment': 'Moment',
  'notes.scene': ({ scene, scenes }: { scene: number; scenes: number }) => `Scene ${scene} of ${scenes}`,
  'notes.step': ({ k, bookmark }: { k: number; bookmark: number | null }) =>
    bookmark === null ? `Step ${k}` : `Step ${k} (bookmark at ${bookmark})`,
  'notes.plan': ({ from, to, total }: Plan) => `Planned: minute ${from} to ${to} of ${total}`,
  'notes.back': 'Back',
  'notes.forward': 'Next',
  'notes.next': ({ title }: { title: string }) => `Next: ${title}`,
  'notes.last': 'This is the last scene.',
  'notes.elapsed': ({ time }: { time: string }) => `Presenting for ${time}`,
  'notes.notBegun': 'The clock starts when you press Present.',
  'notes.window': 'Open in a separate window',
  'notes.blocked':
    'The browser didn’t open a window: it may block pop-ups from this page. The notes stay here.',
  'key.pages': 'PgUp PgDn',
  'key.pageUp': 'PgUp',
  'key.pageDown': 'PgDn',
  'key.scene': 'previous or next scene, while a lecture is open',
  'key.clicker': '← ↑ → ↓',
  'key.walk': 'while presenting: previous or next scene (Shift: one step)',
  'key.dot': '.',
  'key.blankDot': 'while presenting: blank screen',
  'key.m': 'M',
  'key.bookmark': 'go to the scene’s bookmark',
  'key.q': 'Q',
  'key.code': 'QR code of the scene',
  'key.l': 'L',
  'key.laser': 'laser pointer',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
