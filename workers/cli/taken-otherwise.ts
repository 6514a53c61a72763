import type { Instance } from '../../engine/contract.ts';
import { describePhrase } from '../../engine/phrase.ts';
import { describeNotice, describeRefusal } from '../../engine/scenario/describe-notice.ts';
import type { Notice, NoticeCode } from '../../engine/scenario/notice.ts';
import type { Stderr } from './surroundings.ts';

/** Notices of what was taken as it came, and yet has to be known. */
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

/** What of the data came to nothing. */
type Refused = Pick<Instance, 'refused' | 'refusedCount'>;

/** Sentences on what was not taken as it came, or has to be known: one a notice, and one a refused row. */
export function sentencesOf(notices: readonly Notice[], { refused, refusedCount }: Refused): string[] {
  const rows = refused.map(({ line, reason }) => `Line ${line} was skipped: ${describePhrase(reason)}.`);
  const more = refusedCount - refused.length;
  return [
    ...notices.map(describeNotice),
    ...rows,
    ...(more > 0 ? [`${more} more rows of the data were skipped.`] : []),
  ];
}

/** Why a strict run is refused, in one line; null where everything was taken as it came. */
export function strictRefusal(notices: readonly Notice[], { refused, refusedCount }: Refused): string | null {
  const reasons = [describeRefusal(notices.filter(({ code }) => !REMARKS.includes(code)))];
  if (refused[0]) {
    const got = describePhrase({ say: 'refusals', count: refusedCount, ...refused[0] });
    reasons.push(`Expected numbers in every row of the data; got ${got}.`);
  }
  return reasons.filter((reason) => reason !== '').join(' ') || null;
}

/** Prints sentences, each on a line of its own, whatever line breaks a cell brought along. */
export function tell(stderr: Stderr, command: string, sentences: Iterable<string>): void {
  for (const sentence of new Set(sentences)) stderr.write(`${command}: ${sentence.replace(/\s+/g, ' ')}\n`);
}
