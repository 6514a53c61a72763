import { useId, useState } from 'react';
import { formatSweep, sweepScenario } from '../../engine/ensemble/sweep.ts';
import { saveFile } from '../share/data/save-file.ts';
import { sourceOf } from '../share/data/take-away.ts';
import { useSession, useTranslate } from '../views/session-context.tsx';
import { failureWords } from './ensemble-words.ts';
import type { Job, JobName } from './ensembles.ts';
import { sharedEnsembles } from './use-ensembles.ts';

/** What is taken away of a job, and a file that is brought. */
export function FilesPart({ job, onOpened }: { job: Job | null; onOpened: (name: JobName) => void }) {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState('');
  const ensembles = sharedEnsembles(session);

  function save(blob: Blob, name: string): void {
    saveFile(blob, name);
    setSaid(t('ensemble.saved', { name }));
  }

  async function saveTable({ runs }: Job, format: 'csv' | 'json'): Promise<void> {
    const source = sourceOf(sweepScenario(runs.sweep));
    const file = await ensembles.clerk().ensemble('writeRuns', { runs, format, source });
    save(file, `twin-descent-${nameOf(runs.sweep.axes.length)}.${format}`);
  }

  async function saveFigure(job: Job): Promise<void> {
    const { ensembleFigure } = await import('./ensemble-figure.ts');
    const svg = await ensembleFigure(job, ensembles.clerk(), session.store.getState().language, t);
    save(
      new Blob([svg], { type: 'image/svg+xml' }),
      `twin-descent-${nameOf(job.runs.sweep.axes.length)}.svg`,
    );
  }

  async function openFile(file: File): Promise<void> {
    setSaid('');
    setRefused('');
    const read = await ensembles
      .clerk()
      .ensemble('readRuns', file)
      .catch((error: Error) => ({ trouble: error.message }));
    if ('sweep' in read) onOpened(ensembles.open(read));
    else setRefused(failureWords(read, t));
  }

  return (
    <section className="files" data-testid="ensemble-files">
      <h3>{t('ensemble.files')}</h3>
      {job && job.count > 0 && (
        <div className="buttons">
          <button type="button" onClick={() => void saveTable(job, 'csv')}>
            {t('ensemble.csv')}
          </button>
          <button type="button" onClick={() => void saveTable(job, 'json')}>
            {t('ensemble.json')}
          </button>
          <button type="button" onClick={() => void saveFigure(job)}>
            {t('ensemble.svg')}
          </button>
          <button
            type="button"
            onClick={() =>
              save(new Blob([formatSweep(job.runs.sweep)], { type: 'application/json' }), 'sweep.json')
            }
          >
            {t('ensemble.spec')}
          </button>
        </div>
      )}
      <div className="control">
        <label htmlFor={id}>{t('ensemble.openFile')}</label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file) void openFile(file);
          }}
        />
      </div>
      <p className="note" id={`${id}-hint`}>
        {t('ensemble.openFile.hint')}
      </p>
      <p role="status">{said}</p>
      {refused !== '' && <p role="alert">{t('ensemble.refused', { reason: refused })}</p>}
      <Stored />
    </section>
  );
}

function nameOf(axes: number): string {
  return axes > 0 ? 'diagram' : 'ensemble';
}

function Stored() {
  const t = useTranslate();
  const [kept, setKept] = useState(true);
  const ensembles = sharedEnsembles(useSession());
  void ensembles.kept().then(setKept);
  return <p className="note">{t(kept ? 'ensemble.stored' : 'ensemble.notStored')}</p>;
}
