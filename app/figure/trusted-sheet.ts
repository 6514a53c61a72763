import { trustedTypes } from '../ui/trust.ts';

/** What a picture of the page never holds: a script, a handler, an address that runs, markup of pages. */
const RUNS = /<\s*(?:script|foreignobject|iframe|style)|\son\w+\s*=|javascript:/i;

/**
 * The markup of a picture made by charts/write-svg.ts, checked, as the browser's Trusted Types want it. Words are escaped there; the
 * check is for the day on which they are not.
 * @throws where the markup holds something that could run.
 */
export function checkSheet(markup: string): string {
  // Words stand between the marks, where nothing runs.
  const marks = markup.match(/<[^>]*>/g)?.join('') ?? '';
  if (RUNS.test(marks)) throw new TypeError('expected a picture; got markup that could run');
  return markup;
}

const policy = trustedTypes?.createPolicy('print-sheet', { createHTML: checkSheet });

/** Puts a picture into an element. */
export function putSheet(element: HTMLElement, markup: string): void {
  element.innerHTML = policy ? policy.createHTML(markup) : checkSheet(markup);
}
