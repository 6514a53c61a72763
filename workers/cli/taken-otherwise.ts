import type { Instance } from '../../engine/contract.ts';
import { describePhrase } from '../../engine/phrase.ts';
import { describeNotice, describeRefusal } from '../../engine/scenario/describe-notice.ts';
import type { Notice, NoticeCode } from '../../engine/scenario/notice.ts';
import type { Stderr } from './surroundings.ts';

/** Notices about unchanged input. */
const REMARKS: readonly NoticeCode[] = [
  'data-not-in-link',
  'zero-features',
  'label-size',
  'uneven-columns',
  'uneven-for-good',
  'decimal-comma',
  'grouped-digits',
  'ones-column',
  'no-column',
  'maybe-degrees',
  'not-utf8',
  'supplied',
];

type Refused = Pick<Instance, 'refused' | 'refusedCount'>;

/** Words changed or notable input, a sentence per notice and refused row. */
export function sentencesOf(notices: readonly Notice[], { refused, refusedCount }: Refused): string[] {
  const rows = refused.map(({ line, reason }) => `Line ${line} was skipped: ${describePhrase(reason)}.`);
  const more = refusedCount - refused.length;
  return [
    ...notices.map(describeNotice),
    ...rows,
    ...(more > 0 ? [`${more} more rows of the data were skipped.`] : []),
  ];
}

/** Returns the reason for rejecting a strict run; null if all input was used unchanged. */
export function strictRefusal(notices: readonly Notice[], { refused, refusedCount }: Refused): string | null {
  const reasons = [describeRefusal(notices.filter(({ code }) => !REMARKS.includes(code)))];
  if (refused[0]) {
    const got = describePhrase({ say: 'refusals', count: refusedCount, ...refused[0] });
    reasons.push(`Expected numbers in every row of the data; got ${got}.`);
  }
  return reasons.filter((reason) => reason !== '').join(' ') || null;
}

/** Prints a line per sentence, despite line breaks in cells. */
export function tell(stderr: Stderr, command: string, sentences: Iterable<string>): void {
  for (const sentence of new Set(sentences)) stderr.write(`${command}: ${sentence.replace(/\s+/g, ' ')}\n`);
}
