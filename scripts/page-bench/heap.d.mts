import type { Page } from '@playwright/test';

/** For e2e/held.all.spec.ts; described in heap.mjs. */
export function openHeaps(
  page: Page,
): Promise<{ count<Name extends string>(names: readonly Name[]): Promise<Record<Name, number>[]> }>;
