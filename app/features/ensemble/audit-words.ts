import type { Sweep } from '../../../engine/ensemble/sweep.ts';
import type { EnsembleSummary } from '../../../workers/protocol.ts';
import { percent } from '../../i18n/format-tenth.ts';
import type { Translate } from '../../i18n/messages.ts';
import { lawWord } from './ensemble-words.ts';

/** What was measured of the claim, with its tolerance and the law of the starts. */
export function auditWords(
  { kept }: NonNullable<EnsembleSummary['audit']>,
  { ensemble: { startlaw, limit } }: Sweep,
  t: Translate,
): string {
  return t('ensemble.audit.measured', {
    kept: kept.runs,
    of: kept.of,
    share: percent(kept.runs / kept.of),
    ...kept.interval,
    law: lawWord(startlaw, t),
    limit,
  });
}
