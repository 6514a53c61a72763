import { formatCount } from '../../../i18n/format.ts';
import { english } from '../../../i18n/messages.ts';
import type { StorageTrouble } from '../../../storage/browser-store.ts';
import { LIMITS } from './saved.ts';
import type { EntryProblem, FileProblem, RefusedEntry } from './saved-document.ts';
import type { SavedSaid } from './saved-scenarios.ts';

const named = (name: string) => `“${name}”`;

function troubleOf(trouble: StorageTrouble): string {
  const lost = 'What you save stays as long as this page is open. Export what you want to keep.';
  return {
    missing: `This browser cannot store anything. ${lost}`,
    refused: `The browser does not let this page store anything. ${lost}`,
    blocked: `The browser’s store does not answer, perhaps because of another tab. ${lost}`,
    newer: `The browser’s store is of a newer version of this page. ${lost}`,
    full: `The browser’s store is full: the last changes are not stored. ${lost}`,
    broken: `The browser’s store has failed. ${lost}`,
    unreadable: 'Something that is stored cannot be read and is not shown. It stays stored.',
  }[trouble];
}

function fileProblemOf({ code, got }: FileProblem): string {
  switch (code) {
    case 'too-large':
      return `The file has ${formatCount(Math.ceil(Number(got) / 1e6))} MB; at most 20 MB are read.`;
    case 'unreadable':
      return 'The file cannot be read: it was moved, changed or deleted.';
    case 'not-json':
      return `Expected saved scenarios as JSON; what came begins with ${named(got)}.`;
    case 'not-saved':
      return 'Expected saved scenarios of this page (its "format" is "twin-descent-saved"); got something else.';
    case 'newer-version':
      return `The file is of version ${got}; this page reads version 1.`;
    case 'too-many':
      return `The file has ${formatCount(Number(got))} scenarios; at most ${formatCount(LIMITS.count)} are kept.`;
  }
}

function entryProblemOf(problem: EntryProblem): string {
  switch (problem) {
    case 'not-an-entry':
      return 'is no saved scenario';
    case 'no-name':
      return 'has no name';
    case 'name-too-long':
      return 'has a name of more than 120 characters';
    case 'no-link':
      return 'has no link of a scenario (#v=1&problem=…)';
    case 'link-too-long':
      return 'has a link of more than 80,000 characters';
    case 'newer-link':
      return 'has a link of a newer version of this page';
  }
}

function refusalOf({ name, place, problem }: RefusedEntry): string {
  return `Not taken: ${name === '' ? `entry ${formatCount(place)}` : named(name)} ${entryProblemOf(problem)}.`;
}

const countOf = (count: number) => `${formatCount(count)} ${count === 1 ? 'scenario' : 'scenarios'}`;

function messageOf(message: SavedSaid): string {
  switch (message.what) {
    case 'saved':
      return `${named(message.name)} saved.${message.withoutData ? ' Your data is too large and was left out: open your file again before you open it.' : ''}`;
    case 'deleted':
      return `${named(message.deleted.name)} deleted.`;
    case 'restored':
      return `${named(message.name)} is back.`;
    case 'renamed':
      return `Renamed to ${named(message.name)}.`;
    case 'exported':
      return `${countOf(message.count)} in ${message.file}.`;
    case 'imported':
      return `${countOf(message.count)} imported.`;
    case 'refused':
      return fileProblemOf(message.problem);
    case 'too-many':
      return `At most ${formatCount(message.most)} scenarios are kept: export and delete some first.`;
  }
}

/** The English words of the local savedScenarios: they come with the code that says them. */
export const words = english({
  'saved.lead':
    'Scenarios are stored in this browser alone: there is no account and no server. To take them elsewhere, export them.',
  'saved.name': 'Name',
  'saved.save': 'Save this scenario',
  'saved.nameAt': ({ name, k }: { name: string; k: number }) =>
    k === 0 ? name : `${name}, step ${formatCount(k)}`,
  'saved.list': 'Saved scenarios',
  'saved.none': 'Nothing saved yet.',
  'saved.open': ({ name }: { name: string }) => `Open ${named(name)}`,
  'saved.rename': 'Rename',
  'saved.renameOf': ({ name }: { name: string }) => `Rename ${named(name)}`,
  'saved.delete': 'Delete',
  'saved.deleteOf': ({ name }: { name: string }) => `Delete ${named(name)}`,
  'saved.undo': 'Undo',
  'saved.export': 'Export all',
  'saved.import': 'Import',
  'saved.trouble': troubleOf,
  'saved.unsaved': ({ names }: { names: readonly string[] }) => `Not stored: ${names.map(named).join(', ')}.`,
  'saved.takeAway': 'Take them away as a file',
  'saved.said': messageOf,
  'saved.refusal': refusalOf,
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
