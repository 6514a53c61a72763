import { formatCount } from '../../i18n/format.ts';
import { english, type Texts } from '../../i18n/messages.ts';
import { type Entry, FRAMES, type Frame } from '../../session/lecture.ts';
import type { StorageTrouble } from '../../storage/browser-store.ts';
import type { LectureProblem } from '../../storage/lectures/document.ts';
import type { EditorMessage } from './edit/editor-message.ts';
import type { FactFault } from './edit/fact-faults.ts';

const MEGABYTE = 1e6;

/** Formats MB rounded up, so that a file over the limit does not look smaller. */
const megabytes = (bytes: number) => String(Math.ceil((10 * bytes) / MEGABYTE) / 10);

const scenesOf = (scenes: number) => `${formatCount(scenes)} scene${scenes === 1 ? '' : 's'}`;

const FAULT_NAMES: Readonly<Record<Exclude<FactFault, 'value'>, string>> = {
  name: 'Unknown number',
  mark: 'This needs a bookmark, but the scene has none',
  last: 'This needs a last step, but the scene has none',
  noStep: 'This number does not depend on the step, so it takes no @',
  step: 'Expected a step after @: a number, mark, now or last',
  format: 'Unknown format',
  control: 'This problem has no such control',
  thing: 'No picture has a mark of this name',
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

/** Parts with a name of their own (`parts-offered.ts`). */
type FixedPart =
  | 'gap'
  | 'floor'
  | 'labels'
  | 'marks'
  | 'ground'
  | 'letters'
  | 'knob'
  | 'titles'
  | 'readouts'
  | 'verdict'
  | 'terms';

const PART_NAMES: Readonly<Record<FixedPart, string>> = {
  gap: 'Bars of the gap',
  floor: 'Floor',
  labels: 'Names of marks',
  marks: 'Minima, valleys and dead zone',
  ground: 'Basins or pull as map colours',
  letters: 'Letters of both losses',
  knob: 'Main slider',
  titles: 'Names of both sides',
  readouts: 'Numbers of the panels',
  verdict: 'Verdicts',
  terms: 'Words of mathematics',
};

const PART_TIMES: Readonly<Record<Exclude<Entry, 'off'>, string>> = {
  on: 'from the start',
  bookmark: 'from the bookmark',
  end: 'at the end',
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
    case 'minutes':
      return `a number of minutes, above 0 and at most ${formatCount(limit)}`;
    case 'frame':
      return `the name of a panel to highlight (one of ${FRAMES.join(', ')})`;
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

function problemOf(problem: LectureProblem): string {
  const { code, scene, field, limit } = problem;
  const got = problem.got || 'nothing';
  const where = [scene === null ? '' : `Scene ${formatCount(scene)}`, field].filter(Boolean).join(', ');
  switch (code) {
    case 'too-large':
      return `The file is ${megabytes(Number(got))} MB; the limit is ${megabytes(limit)} MB.`;
    case 'unreadable':
      return 'The file can’t be read: it was moved, changed or deleted.';
    case 'not-json':
      return `Expected a lecture as JSON; the file begins with ${got}.`;
    case 'not-a-lecture':
      return `Expected a lecture (its "format" is "twin-descent-lecture"); got ${got}.`;
    case 'newer-version':
      return `The lecture has version ${got}; this page reads version ${limit}.`;
    case 'scene-count':
      return `Expected 1 to ${formatCount(limit)} scenes; got ${formatCount(Number(got))}.`;
    case 'too-long':
      return `${where}: expected at most ${formatCount(limit)} characters; got ${formatCount(Number(got))}.`;
    case 'not-a-link':
      return `${where}: expected a link to this page (#v=1&problem=…); got ${got}.`;
    case 'link-of-a-lecture':
      return `${where}: expected a link to a scenario; got a link to a lecture, ${got}.`;
    case 'wrong-type':
      return `${where}: expected ${expectedOf(problem)}; got ${got}.`;
  }
}

function troubleOf(trouble: StorageTrouble): string {
  const lost = 'Your lectures last only while this page is open. Export any you want to keep.';
  return {
    missing: `This browser can’t store lectures. ${lost}`,
    refused: `The browser doesn’t let this page store lectures. ${lost}`,
    blocked: `Browser storage isn’t responding; another tab may be using it. ${lost}`,
    newer: `A newer version of this page wrote the browser storage. ${lost}`,
    full: `Browser storage is full: the last changes are not saved. ${lost}`,
    broken: `Browser storage failed. ${lost}`,
    unreadable: 'One saved lecture can’t be read and is hidden. It has not been deleted.',
  }[trouble];
}

function messageOf(message: EditorMessage): string {
  switch (message.what) {
    case 'moved':
      return `${named(message.title)} is now scene ${formatCount(message.place)} of ${formatCount(message.scenes)}.`;
    case 'added':
      return `Scene ${named(message.title)} added.`;
    case 'updated':
      return `Scene ${named(message.title)} now holds the current view.`;
    case 'duplicated':
      return `${named(message.title)} duplicated.`;
    case 'removed':
      return `Scene ${named(message.title)} deleted.`;
    case 'withoutData':
      return 'Your data is too large for a link: the scene does not include it.';
    case 'undone':
      return 'Undone.';
    case 'redone':
      return 'Redone.';
    case 'lastScene':
      return 'A lecture needs at least one scene: this one stays.';
    case 'full':
      return 'A lecture can have at most 100 scenes.';
    case 'nothing':
      return 'Nothing more to undo or redo.';
    case 'deleted':
      return `${named(message.deleted.lecture.title)} deleted.`;
    case 'imported':
      return `${named(message.title)} imported.`;
    case 'refused':
      return problemOf(message.problem);
    case 'copied':
      return `Link copied: the whole lecture in ${formatCount(message.characters)} characters.`;
    case 'tooLong':
      return `The packed lecture is ${formatCount(message.characters)} characters; a link holds ${formatCount(message.limit)}. Export it as a file instead.`;
    case 'noCode':
      return `The link is ${formatCount(message.characters)} characters; a QR code holds ${formatCount(message.limit)}. While presenting, Q shows the code of a scene.`;
    case 'conflict':
      return `Another tab changed ${named(message.title)}. Both versions are kept: yours is now ${named(message.copy)}.`;
    case 'renewed':
      return `Another tab changed ${named(message.title)}; you now see the new version.`;
    case 'elsewhere':
      return `${named(message.title)} is open in another tab. Close it there first.`;
    case 'free':
      return `You can edit ${named(message.title)} here now.`;
    case 'gone':
      return `Another tab deleted ${named(message.title)}.`;
    case 'exported':
      return `Exported as ${message.name}.`;
  }
}

export const words = english({
  'lecture.title': 'Lectures',
  'lecture.shipped': 'Ready-made',
  'lecture.own': 'Your lectures',
  'lecture.none':
    'A lecture is a sequence of scenes: saved views of this page, each with your question and notes.',
  'lecture.length': ({ scenes, minutes }: { scenes: number; minutes: number }) =>
    minutes > 0
      ? `${scenesOf(scenes)}, about ${formatCount(minutes)} minute${minutes === 1 ? '' : 's'}`
      : scenesOf(scenes),
  'lecture.menuOwn': 'Your lectures, or build one…',
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
  'lecture.code': 'QR code',
  'lecture.codeOf': ({ title }: { title: string }) => `QR code of ${named(title)}`,
  'lecture.linkPrompt': 'The link of the lecture:',
  'lecture.delete': 'Delete',
  'lecture.untitled': 'Untitled',
  'lecture.undoDelete': 'Undo',
  'lecture.dismiss': 'Dismiss',
  'lecture.trouble': troubleOf,
  'lecture.unsaved': ({ titles }: { titles: readonly string[] }) =>
    `Not saved: ${titles.map(named).join(', ')}.`,
  'lecture.takeAway': ({ title }: { title: string }) => `Download ${named(title)}`,
  'lecture.message': messageOf,
  'lecture.noticedMore': ({ count }: { count: number }) => `And ${formatCount(count)} more.`,
  'lecture.noticed': ({ scene, words }: { scene: number; words: string }) =>
    `Scene ${formatCount(scene)}: ${words}`,

  'lecture.back': 'All lectures',
  'lecture.elsewhere':
    'This lecture is open in another tab, so it is read-only here. To edit it here, close it there or close that tab.',
  'lecture.editCopy': 'Edit a copy',
  'lecture.readOnly': 'Read-only',
  'lecture.saved': 'Saved',
  'lecture.saving': 'Saving…',
  'lecture.inMemory': 'Not saved',
  'lecture.undo': 'Undo',
  'lecture.redo': 'Redo',
  'lecture.add': 'Add current view as a scene',
  'lecture.list': 'Scenes',
  'lecture.orderHint': 'Drag or Alt+↑ ↓ to reorder; click a title to open its scene.',
  'lecture.sceneTitle': ({ number }: { number: number }) => `Scene ${formatCount(number)}`,
  'lecture.goTo': ({ number, title }: { number: number; title: string }) =>
    `Open scene ${formatCount(number)}, ${title || 'untitled'}`,
  'lecture.up': ({ number }: { number: number }) => `Move scene ${formatCount(number)} up`,
  'lecture.down': ({ number }: { number: number }) => `Move scene ${formatCount(number)} down`,
  'lecture.unfold': ({ number }: { number: number }) => `Edit scene ${formatCount(number)}`,
  'lecture.field.title': 'Title',
  'lecture.field.question': 'Question (large)',
  'lecture.field.questionHint': 'if empty, the title is shown',
  'lecture.field.sentence': 'Text beside the question',
  'lecture.field.after': 'Text after the bookmark or at the end',
  'lecture.field.afterHint': 'if empty, the sentence stays',
  'lecture.field.end': 'Line at the end (large)',
  'lecture.field.endHint': 'if empty, the question stays',
  'lecture.field.frame': 'Highlight a panel',
  'lecture.frame': ({ frame }: { frame: Frame | '' }) => FRAME_NAMES[frame],
  'lecture.parts': 'What this scene shows',
  'lecture.control': ({ title }: { title: string }) => `“${title}”`,
  'lecture.part': ({ part }: { part: FixedPart }) => PART_NAMES[part],
  'lecture.partEnters': ({ title }: { title: string }) => `When it appears: ${title}`,
  'lecture.partTime': ({ time }: { time: Exclude<Entry, 'off'> }) => PART_TIMES[time],
  'lecture.field.notes': 'Speaker notes (the audience doesn’t see them)',
  'lecture.field.moment': 'Moment, in the notes',
  'lecture.field.momentHint': 'one sentence that the audience will retell',
  'lecture.field.bookmark': 'Pause at step',
  'lecture.field.last': 'End at step (none: where both sides end)',
  'lecture.field.minutes': 'Planned minutes',
  'lecture.field.bookmarkHint': 'none',
  'lecture.takeStep': ({ step }: { step: number }) => `Use step ${formatCount(step)}`,
  'lecture.field.guess': 'Ask the audience to guess where each side ends',
  'lecture.facts': 'Computed numbers',
  // In plain messages double braces are placeholders.
  'lecture.factsHint': ({ name, at, control, mark }: Texts<'name' | 'at' | 'control' | 'mark'>) =>
    `Use ${name} in any text to insert a number computed for this scene; ${at} is its value at step 40, @mark at the bookmark, @now at the first step shown, @last at the last step. Click one to insert it. In the notes ${control} names a control by its key in links and puts it on the stage. ${mark} becomes the word for something drawn: the scene must show it when the text appears; ${mark.replace('}}', '|words}}')} keeps your own words.`,
  'lecture.factFault': ({ fault, names }: { fault: FactFault; names: string }) =>
    fault === 'value'
      ? `This scene has no such number, so “–” is shown; it may need a star, two weights or another problem: ${names}`
      : `${FAULT_NAMES[fault]}, so the text stays as written: ${names}`,
  'lecture.update': 'Replace with current view',
  'lecture.duplicateScene': 'Duplicate scene',
  'lecture.deleteScene': 'Delete scene',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
