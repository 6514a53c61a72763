import type { ValueIssue } from '../params.ts';
import type { Phrase } from '../phrase.ts';

/**
 * Changed or unusable input as data (code, key, expected, got). `describe-notice.ts` words it in English for app and command line; other
 * languages word the same data.
 */

export type NoticeCode =
  | ValueIssue['code']
  | 'unknown-key'
  | 'repeated-key'
  | 'unknown-problem'
  | 'newer-version'
  | 'unknown-lecture'
  | 'lost-lecture'
  | 'no-language'
  | 'not-a-link'
  | 'and-more'
  | 'too-long'
  | 'vector-length'
  | 'csv-without-data'
  | 'unknown-data'
  | 'broken-data'
  | 'unreadable-file'
  | 'no-row'
  | 'no-feature'
  | 'too-many-columns'
  | 'too-many-means'
  | 'too-many-outputs'
  | 'too-many-classes'
  | 'too-many-groups'
  | 'rows-cut'
  | 'header-is-numeric'
  | 'long-names'
  | 'repeated-column'
  | 'constant-column'
  | 'decimal-comma'
  | 'two-readings'
  | 'grouped-digits'
  | 'columns-left-out'
  | 'no-column'
  | 'maybe-degrees'
  | 'ones-column'
  | 'not-utf8'
  | 'not-a-table'
  | 'file-wanted'
  | 'data-not-in-link'
  | 'zero-features'
  | 'nothing-moves'
  | 'size'
  | 'label-size'
  | 'uneven-columns'
  | 'uneven-for-good'
  | 'not-with-infinite-n'
  | 'ones-added'
  | 'one-feature-only'
  | 'without-effect'
  | 'nothing-to-aim-at'
  | 'projected'
  | 'long-step'
  | 'symmetrised'
  | 'unproved'
  | 'mean-alone'
  | 'unusable'
  | 'supplied'
  | 'not-matrices'
  | 'gave-way';

/** One changed or unusable input; `describeNotice` words it in English. */
export interface Notice {
  readonly code: NoticeCode;
  /** Link key or column; empty if it concerns the whole. */
  readonly key: string;
  readonly expected: Phrase;
  readonly got: Phrase;
  /** True if the previous value stays (a typed field); else the default replaces it (a link). */
  readonly kept?: true;
  /** True if the whole input was rejected without a replacement (a sweep). */
  readonly refused?: true;
}

export function notice(code: NoticeCode, key: string, expected: Phrase = '', got: Phrase = ''): Notice {
  return { code, key, expected, got };
}
