import type { Notice } from './notice.ts';

/** Says a notice in a sentence, once the code that can is there. */
let say: ((cause: Notice) => string) | null = null;

/** Lets messages of errors be whole sentences: `describe-notice.ts` does; a worker, which hands on the notice alone, does without its text. */
export function sayNotices(sentence: (cause: Notice) => string): void {
  say = sentence;
}

/** Thrown where a scenario cannot be met at all; its message is the notice's sentence (`sayNotices`), else its code. */
export class ScenarioError extends Error {
  readonly notice: Notice;
  constructor(cause: Notice) {
    super(say?.(cause) ?? cause.code);
    this.name = 'ScenarioError';
    this.notice = cause;
  }
}
