import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';
import { FRAMES, type Frame } from '../../session/lecture.ts';
import type { StorageTrouble } from '../../storage/browser-store.ts';
import type { LectureProblem } from '../../storage/lectures/document.ts';
import type { EditorMessage } from './edit/editor-message.ts';
import type { FactFault } from './edit/fact-faults.ts';

const MEGABYTE = 1e6;

/** Bytes as 2 or 2.4, in MB; rounded up, so that what is too large never looks as if it were not. */
const megabytes = (bytes: number) => String(Math.ceil((10 * bytes) / MEGABYTE) / 10);

const scenesOf = (scenes: number) => `${formatCount(scenes)} scene${scenes === 1 ? '' : 's'}`;

const FAULT_NAMES: Readonly<Record<Exclude<FactFault, 'value'>, string>> = {
  name: 'No number has this name',
  mark: 'This needs a bookmark, and the scene has none',
  noStep: 'This number is not read at a step, it takes no @',
  step: 'Behind @ a step is expected: a number, mark or now',
  format: 'No format has this name',
};

const FRAME_NAMES: Readonly<Record<Frame | '', string>> = {
  '': 'nothing',
  left: 'left panel',
  right: 'right panel',
  third: 'third panel',
  curve1: 'first curve',
  curve2: 'second curve',
  curve3: 'third curve',
};

const named = (title: string) => `“${title || 'Untitled'}”`;

function expectedOf({ expected, limit }: LectureProblem): string {
  switch (expected) {
    case 'text':
      return 'text';
    case 'flag':
      return 'true or false';
    case 'step':
      return `a whole number from 0 to ${formatCount(limit)}, or null`;
    case 'frame':
      return `the name of a part that is framed (one of ${FRAMES.join(', ')})`;
    case 'list':
      return 'a list of scenes';
    case 'object':
      return 'a scene, in braces';
    case 'version':
      return 'the number of the version';
    case 'format':
      return 'the name of the format';
  }
}

/** What is said where a text is no lecture: what was expected, what came, and in which scene. */
function problemOf(problem: LectureProblem): string {
  const { code, scene, field, limit } = problem;
  const got = problem.got || 'nothing';
  const where = [scene === null ? '' : `Scene ${formatCount(scene)}`, field].filter(Boolean).join(', ');
  switch (code) {
    case 'too-large':
      return `The file has ${megabytes(Number(got))} MB; at most ${megabytes(limit)} MB are read.`;
    case 'unreadable':
      return 'The file cannot be read: it was moved, changed or deleted.';
    case 'not-json':
      return `Expected a lecture as JSON; what came begins with ${got}.`;
    case 'not-a-lecture':
      return `Expected a lecture (its "format" is "twin-descent-lecture"); got ${got}.`;
    case 'newer-version':
      return `The lecture is of version ${got}; this page reads version ${limit}.`;
    case 'scene-count':
      return `Expected 1 to ${formatCount(limit)} scenes; got ${formatCount(Number(got))}.`;
    case 'too-long':
      return `${where}: expected at most ${formatCount(limit)} characters; got ${formatCount(Number(got))}.`;
    case 'not-a-link':
      return `${where}: expected a link of this page (#v=1&problem=…); got ${got}.`;
    case 'link-of-a-lecture':
      return `${where}: expected the link of a scenario; got that of a lecture, ${got}.`;
    case 'wrong-type':
      return `${where}: expected ${expectedOf(problem)}; got ${got}.`;
  }
}

function troubleOf(trouble: StorageTrouble): string {
  const lost = 'Your lectures stay as long as this page is open. Export what you want to keep.';
  return {
    missing: `This browser cannot store lectures. ${lost}`,
    refused: `The browser does not let this page store lectures. ${lost}`,
    blocked: `The browser’s store does not answer, perhaps because of another tab. ${lost}`,
    newer: `The browser’s store is of a newer version of this page. ${lost}`,
    full: `The browser’s store is full: the last changes are not stored. ${lost}`,
    broken: `The browser’s store has failed. ${lost}`,
    unreadable: 'One stored lecture cannot be read and is not shown. It stays stored.',
  }[trouble];
}

function messageOf(message: EditorMessage): string {
  switch (message.what) {
    case 'moved':
      return `${named(message.title)} is now scene ${formatCount(message.place)} of ${formatCount(message.scenes)}.`;
    case 'added':
      return `Scene ${named(message.title)} added.`;
    case 'updated':
      return `Scene ${named(message.title)} now shows what the page shows.`;
    case 'duplicated':
      return `${named(message.title)} duplicated.`;
    case 'removed':
      return `Scene ${named(message.title)} deleted.`;
    case 'withoutData':
      return 'Your data is too large for a link: the scene leaves it out.';
    case 'undone':
      return 'Taken back.';
    case 'redone':
      return 'Done again.';
    case 'lastScene':
      return 'A lecture has at least one scene: this one stays.';
    case 'full':
      return 'A lecture has at most 100 scenes.';
    case 'nothing':
      return 'There is nothing more to take back or do again.';
    case 'deleted':
      return `${named(message.deleted.lecture.title)} deleted.`;
    case 'imported':
      return `${named(message.title)} imported.`;
    case 'refused':
      return problemOf(message.problem);
    case 'copied':
      return `Link copied: the whole lecture in ${formatCount(message.characters)} characters.`;
    case 'tooLong':
      return `The lecture takes ${formatCount(message.characters)} characters packed; a link carries ${formatCount(message.limit)}. It is too long for a link; export it as a file instead.`;
    case 'conflict':
      return `${named(message.title)} was changed in another tab. Both are kept: yours is now ${named(message.copy)}.`;
    case 'renewed':
      return `${named(message.title)} was changed in another tab; this is what it is now.`;
    case 'elsewhere':
      return `${named(message.title)} is open in another tab. Close it there first.`;
    case 'free':
      return `You can edit ${named(message.title)} here now.`;
    case 'gone':
      return `${named(message.title)} was deleted in another tab.`;
    case 'exported':
      return `Exported as ${message.name}.`;
  }
}

/** The English words of the drawer of lectures: they come with the code that says them. */
export const words = english({
  'lecture.title': 'Lectures',
  'lecture.close': 'Close',
  'lecture.shipped': 'Ready to give',
  'lecture.own': 'Your lectures',
  'lecture.none':
    'A lecture is a row of scenes: states of this page, each with what you say and ask about it.',
  'lecture.scenes': ({ scenes }: { scenes: number }) => scenesOf(scenes),
  'lecture.meta': ({ scenes, changed }: { scenes: number; changed: string }) =>
    `${scenesOf(scenes)} · ${changed}`,
  'lecture.new': 'New lecture',
  'lecture.newTitle': 'Untitled lecture',
  'lecture.import': 'Import a file…',
  'lecture.drop': 'or drop it here',
  'lecture.dropHere': 'Drop the file to import its lecture',
  'lecture.open': 'Open',
  'lecture.openOf': ({ title }: { title: string }) => `Open ${named(title)}`,
  'lecture.edit': 'Edit',
  'lecture.editOf': ({ title }: { title: string }) => `Edit ${named(title)}`,
  'lecture.more': ({ title }: { title: string }) => `More for ${named(title)}`,
  'lecture.rename': 'Rename',
  'lecture.name': 'Name of the lecture',
  'lecture.duplicate': 'Duplicate',
  'lecture.duplicateToEditOf': ({ title }: { title: string }) => `Duplicate ${named(title)} to edit`,
  'lecture.copyTitle': ({ title }: { title: string }) => `${title} (copy)`,
  'lecture.export': 'Export file',
  'lecture.link': 'Copy link',
  'lecture.linkPrompt': 'The link of the lecture:',
  'lecture.delete': 'Delete',
  'lecture.untitled': 'Untitled',
  'lecture.undoDelete': 'Undo',
  'lecture.dismiss': 'Dismiss',
  'lecture.trouble': troubleOf,
  'lecture.unsaved': ({ titles }: { titles: readonly string[] }) =>
    `Not stored: ${titles.map(named).join(', ')}.`,
  'lecture.takeAway': ({ title }: { title: string }) => `Take ${named(title)} away as a file`,
  'lecture.message': messageOf,
  'lecture.noticedMore': ({ count }: { count: number }) => `And ${formatCount(count)} more.`,
  'lecture.noticed': ({ scene, words }: { scene: number; words: string }) =>
    `Scene ${formatCount(scene)}: ${words}`,

  'lecture.back': 'All lectures',
  'lecture.elsewhere':
    'This lecture is open in another tab, so it is read-only here. You can edit it here as soon as you close it there, or close that tab.',
  'lecture.editCopy': 'Edit a copy',
  'lecture.readOnly': 'Read-only',
  'lecture.saved': 'Saved',
  'lecture.saving': 'Saving…',
  'lecture.inMemory': 'Not stored',
  'lecture.undo': 'Undo',
  'lecture.redo': 'Redo',
  'lecture.add': 'Add what the page shows',
  'lecture.list': 'Scenes',
  'lecture.orderHint': 'Drag or Alt+↑ ↓ to reorder; a title opens its scene.',
  'lecture.sceneTitle': ({ number }: { number: number }) => `Scene ${formatCount(number)}`,
  'lecture.goTo': ({ number, title }: { number: number; title: string }) =>
    `Open scene ${formatCount(number)}, ${title || 'untitled'}`,
  'lecture.up': ({ number }: { number: number }) => `Move scene ${formatCount(number)} up`,
  'lecture.down': ({ number }: { number: number }) => `Move scene ${formatCount(number)} down`,
  'lecture.unfold': ({ number }: { number: number }) => `Edit scene ${formatCount(number)}`,
  'lecture.field.title': 'Title',
  'lecture.field.question': 'Question, in large letters',
  'lecture.field.questionHint': 'empty: the title stands there',
  'lecture.field.sentence': 'Sentence beside it',
  'lecture.field.after': 'Sentence at the bookmark, or at the end',
  'lecture.field.afterHint': 'empty: the sentence stays',
  'lecture.field.frame': 'Framed, so that the room looks there',
  'lecture.frame': ({ frame }: { frame: Frame | '' }) => FRAME_NAMES[frame],
  'lecture.field.notes': 'Speaker notes, not shown to the room',
  'lecture.field.bookmark': 'Bookmark: step where Play first stops',
  'lecture.field.bookmarkHint': 'none',
  'lecture.takeStep': ({ step }: { step: number }) => `Take step ${formatCount(step)}`,
  'lecture.field.guess': 'Ask the room to guess both ends',
  'lecture.facts': 'Computed numbers',
  // The examples come as facts: double braces in plain words are places for facts.
  'lecture.factsHint': ({ name, at }: { name: string; at: string }) =>
    `In any of these texts ${name} becomes a number that the engine computes for this scene; ${at} is read at step 40, @mark at the bookmark, @now at the step shown first. Choose one to put it in.`,
  'lecture.factFault': ({ fault, names }: { fault: FactFault; names: string }) =>
    fault === 'value'
      ? `This scene has no such number, so “–” stands there; it may need a plant, two weights or another problem: ${names}`
      : `${FAULT_NAMES[fault]}, so it stays as it is written: ${names}`,
  'lecture.update': 'Update from the page',
  'lecture.duplicateScene': 'Duplicate scene',
  'lecture.deleteScene': 'Delete scene',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
