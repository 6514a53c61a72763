import type { EnsembleSummary } from '../../../workers/protocol.ts';
import { formatDistance } from '../../i18n/format.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { auditWords } from './audit-words.ts';
import type { Job } from './job.ts';
import { RunList } from './RunList.tsx';

/** What the abstract claims, what is proved, what was measured: each by its name. */
export function AuditPart({
  job,
  cell,
  summary,
  onOpen,
}: {
  job: Job;
  cell: number;
  summary: EnsembleSummary;
  onOpen: (run: number) => void;
}) {
  const t = useTranslate();
  const { sweep, columns } = job.runs;
  const { runs } = sweep.ensemble;
  const { audit } = summary;
  return (
    <section className="audit" data-testid="ensemble-audit">
      <h3>{t('ensemble.audit')}</h3>
      <p>{t('ensemble.audit.abstract')}</p>
      <p>{t('ensemble.audit.proved')}</p>
      {audit ? (
        <>
          <p>
            <b>{auditWords(audit, sweep, t)}</b>
          </p>
          {audit.medianFirst !== null && (
            <p>
              {t('ensemble.audit.first', { median: audit.medianFirst, most: formatDistance(audit.most) })}
            </p>
          )}
          <p role={audit.failures > 0 ? 'alert' : undefined}>
            {audit.points > 0
              ? t('ensemble.audit.points', { points: audit.points, failures: audit.failures })
              : t('ensemble.audit.noPoints')}
          </p>
          {audit.broken.length > 0 && (
            <RunList
              title={t('ensemble.audit.broken')}
              runs={Array.from(audit.broken)}
              words={(run) =>
                t('ensemble.behind', { by: formatDistance(columns.audit.behindBy[cell * runs + run]!) })
              }
              onOpen={onOpen}
            />
          )}
        </>
      ) : (
        <p className="note">{t('ensemble.audit.off')}</p>
      )}
    </section>
  );
}
