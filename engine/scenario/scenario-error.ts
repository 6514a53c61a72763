import { describeNotice } from './describe-notice.ts';
import type { Notice } from './notice.ts';

/** Scenario that cannot be realised; its message is the notice's sentence (in the page's worker its code: `scripts/build/notice-codes.ts`). */
export class ScenarioError extends Error {
  readonly notice: Notice;
  constructor(cause: Notice) {
    super(describeNotice(cause));
    this.name = 'ScenarioError';
    this.notice = cause;
  }
}
