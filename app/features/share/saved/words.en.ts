import { formatCount } from '../../../i18n/format.ts';
import { english } from '../../../i18n/messages.ts';
import type { StorageTrouble } from '../../../storage/browser-store.ts';
import { LIMITS } from './saved.ts';
import type { EntryProblem, FileProblem, RefusedEntry } from './saved-document.ts';
import type { SavedSaid } from './saved-scenarios.ts';

const named = (name: string) => `“${name}”`;

function troubleOf(trouble: StorageTrouble): string {
  const lost = 'What you save lasts only while this page is open. Export anything you want to keep.';
  return {
    missing: `This browser can’t store anything. ${lost}`,
    refused: `The browser doesn’t let this page store anything. ${lost}`,
    blocked: `Browser storage isn’t responding; another tab may be using it. ${lost}`,
    newer: `A newer version of this page wrote the browser storage. ${lost}`,
    full: `Browser storage is full: the last changes are not saved. ${lost}`,
    broken: `Browser storage failed. ${lost}`,
    unreadable: 'One saved item can’t be read and is hidden. It has not been deleted.',
  }[trouble];
}

function fileProblemOf({ code, got }: FileProblem): string {
  switch (code) {
    case 'too-large':
      return `The file is ${formatCount(Math.ceil(Number(got) / 1e6))} MB; the limit is 20 MB.`;
    case 'unreadable':
      return 'The file can’t be read: it was moved, changed or deleted.';
    case 'not-json':
      return `Expected saved scenarios as JSON; the file begins with ${named(got)}.`;
    case 'not-saved':
      return 'Expected saved scenarios of this page (its "format" is "twin-descent-saved"); got something else.';
    case 'newer-version':
      return `The file has version ${got}; this page reads version 1.`;
    case 'too-many':
      return `The file has ${formatCount(Number(got))} scenarios; the limit is ${formatCount(LIMITS.count)}.`;
  }
}

function entryProblemOf(problem: EntryProblem): string {
  switch (problem) {
    case 'not-an-entry':
      return 'is not a saved scenario';
    case 'no-name':
      return 'has no name';
    case 'name-too-long':
      return 'has a name of more than 120 characters';
    case 'no-link':
      return 'has no link to a scenario (#v=1&problem=…)';
    case 'link-too-long':
      return 'has a link of more than 80,000 characters';
    case 'newer-link':
      return 'has a link from a newer version of this page';
  }
}

function refusalOf({ name, place, problem }: RefusedEntry): string {
  return `Skipped: ${name === '' ? `entry ${formatCount(place)}` : named(name)} ${entryProblemOf(problem)}.`;
}

const countOf = (count: number) => `${formatCount(count)} ${count === 1 ? 'scenario' : 'scenarios'}`;

function messageOf(message: SavedSaid): string {
  switch (message.what) {
    case 'saved':
      return `${named(message.name)} saved.${message.withoutData ? ' Your data is too large and was left out: reopen your data file first when you open this scenario.' : ''}`;
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
      return `You can keep at most ${formatCount(message.most)} scenarios: export and delete some first.`;
  }
}

export const words = english({
  'saved.lead': 'Saved only in this browser; no account, no server. Export to move them.',
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
  'saved.unsaved': ({ names }: { names: readonly string[] }) => `Not saved: ${names.map(named).join(', ')}.`,
  'saved.takeAway': 'Download them as a file',
  'saved.said': messageOf,
  'saved.refusal': refusalOf,
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
