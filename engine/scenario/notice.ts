import type { ValueIssue } from '../params.ts';
import type { Phrase } from '../phrase.ts';

/**
 * What was changed or could not be used, as data (code, key, expected, got). `describe-notice.ts` says it in English, for the app and the
 * command line; other languages word the same data.
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

/** One thing that was changed or could not be used; `describeNotice` says it in English. */
export interface Notice {
  readonly code: NoticeCode;
  /** The link key or column it is about; empty where it is about the whole. */
  readonly key: string;
  readonly expected: Phrase;
  readonly got: Phrase;
  /** The value that was there before stays (a typed field); else the default takes its place (a link). */
  readonly kept?: true;
  /** Nothing is put in its place: what it came in was refused (a sweep). */
  readonly refused?: true;
}

export function notice(code: NoticeCode, key: string, expected: Phrase = '', got: Phrase = ''): Notice {
  return { code, key, expected, got };
}
