import type { JobName } from './job.ts';

/** Returns an id; ids sort by start time across tabs. */
export function newId(name: JobName, now = Date.now(), chance = Math.random()): string {
  return `${name} ${String(now).padStart(15, '0')} ${chance.toString(36).slice(2, 8)}`;
}

/** Returns a job's ids, newest first. An earlier version used plain names. */
export function idsOf(name: JobName, ids: readonly string[]): string[] {
  return ids
    .filter((id) => id.split(' ', 1)[0] === name)
    .sort()
    .reverse();
}

/** Ids of a tab's runs across reloads. */
export interface TabMemory {
  get(name: JobName): string | null;
  set(name: JobName, id: string | null): void;
}

const key = (name: JobName) => `twin-descent-${name}`;

/** Session storage; if refused, the tab remembers nothing. */
export const browserTab: TabMemory = {
  get(name) {
    try {
      return sessionStorage.getItem(key(name));
    } catch {
      return null;
    }
  },
  set(name, id) {
    try {
      if (id === null) sessionStorage.removeItem(key(name));
      else sessionStorage.setItem(key(name), id);
    } catch {
      // Refused: after a reload the newest runs are shown.
    }
  },
};
