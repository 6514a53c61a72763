import type { Lecture } from './lecture.ts';
import { isShippedId, type ShippedId } from './shipped/ids.ts';

const SHIPPED: Readonly<Record<ShippedId, () => Promise<Lecture>>> = {
  stuck: async () => (await import('./shipped/stuck.ts')).stuck,
  always: async () => (await import('./shipped/always.ts')).always,
  optimal: async () => (await import('./shipped/optimal.ts')).optimal,
};

/** The lecture that a link carries: the id of one that ships, or a packed one. Null where it cannot be read. */
export async function findLecture(text: string): Promise<Lecture | null> {
  return isShippedId(text) ? SHIPPED[text]() : null;
}
