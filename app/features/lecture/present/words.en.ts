import { english } from '../../../i18n/messages.ts';

export const words = english({
  'present.bar': ({ title }: { title: string }) => `Lecture: ${title}`,
  'present.previous': 'Previous scene',
  'present.next': 'Next scene',
  'present.of': ({ scene, scenes }: { scene: number; scenes: number }) => `${scene} of ${scenes}`,
  'present.scene': ({
    scene,
    scenes,
    title,
    sentence,
  }: {
    scene: number;
    scenes: number;
    title: string;
    sentence: string;
  }) => `Scene ${scene} of ${scenes}: ${title}. ${sentence}`,
  'present.bookmark': ({ k }: { k: number }) => `To the bookmark at step ${k}`,
  'present.notes': 'Speaker notes',
  'present.laser': 'Laser pointer',
  'present.begin': 'Present',
  'present.end': 'End presenting',
  'present.leave': 'Leave the lecture',
  'present.noMaps':
    'The room is asked to guess, but this scene has no maps to guess on: that takes two weights and flat maps.',

  'notes.none': 'No notes for this scene.',
  'notes.close': 'Close the notes',
  'notes.next': ({ title }: { title: string }) => `Next: ${title}`,
  'notes.last': 'This is the last scene.',
  'notes.elapsed': ({ time }: { time: string }) => `Presenting for ${time}`,
  'notes.notBegun': 'The time is told from “Present” on.',
  'notes.window': 'In a window of their own',
  'notes.blocked':
    'The browser did not open a window: it may block pop-ups from this page. The notes stay here.',
  'key.pages': 'PgUp PgDn',
  'key.pageUp': 'PgUp',
  'key.pageDown': 'PgDn',
  'key.scene': 'scene before or next, while a lecture is open',
  'key.clicker': '← ↑ → ↓',
  'key.walk': 'while presenting: scene before or next (Shift: one step)',
  'key.dot': '.',
  'key.blankDot': 'while presenting: blank screen',
  'key.m': 'M',
  'key.bookmark': 'to the bookmark of the scene',
  'key.l': 'L',
  'key.laser': 'laser pointer',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
