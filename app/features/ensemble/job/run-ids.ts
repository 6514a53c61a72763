import type { JobName } from './job.ts';

/** Where runs of a name stand: the later the id the later they were begun, in whichever tab. */
export function newId(name: JobName, now = Date.now(), chance = Math.random()): string {
  return `${name} ${String(now).padStart(15, '0')} ${chance.toString(36).slice(2, 8)}`;
}

/** The ids of a name, the newest first. Of an earlier version of the page the name alone was the id. */
export function idsOf(name: JobName, ids: readonly string[]): string[] {
  return ids
    .filter((id) => id.split(' ', 1)[0] === name)
    .sort()
    .reverse();
}

/** What a tab remembers of itself over a reload: which runs it had. */
export interface TabMemory {
  get(name: JobName): string | null;
  set(name: JobName, id: string | null): void;
}

const key = (name: JobName) => `twin-descent-${name}`;

/** The tab's memory in the browser; where it is refused the tab remembers nothing. */
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
