import '../../figure/words.en.ts';
import { useEffect, useId, useRef, useState } from 'react';
import { formatSweep, type Sweep, sweepScenario } from '../../../engine/ensemble/sweep.ts';
import { leavesDataOut } from '../../../engine/scenario/leaves-data-out.ts';
import { dotsPerInch, SCALES } from '../../figure/draw-style.ts';
import { useSession, useTranslate } from '../../session/session-context.tsx';
import { FileButton } from '../../ui/fields/FileButton.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { sourceOf } from '../../ui/take-away.ts';
import { failureWords } from './ensemble-words.ts';
import { areCounted, cellRuns, finishedPrefix } from './job/finished-prefix.ts';
import type { Job, JobName } from './job/job.ts';
import { sharedEnsembles } from './use-ensembles.ts';

const FORMATS = [
  ['csv', 'ensemble.csv'],
  ['json', 'ensemble.json'],
  ['svg', 'ensemble.svg'],
  ['png', 'ensemble.png'],
] as const;

type NoDataKey = `ensemble.noData.${'table' | 'figure' | 'spec'}`;

/** Saves files of a job or cell, and reads files. `sweep` is null without a valid spec. */
export function FilesPart({
  job,
  cell = null,
  sweep,
  onOpened,
}: {
  job: Job | null;
  cell?: number | null;
  sweep: Sweep | null;
  onOpened: (name: JobName) => void;
}) {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState('');
  const [dots, setDots] = useState<number>(4);
  const ensembles = sharedEnsembles(session);
  const isCounted = job !== null && areCounted(job.runs);
  const count = !job ? 0 : cell === null ? job.count : finishedPrefix(job, cell).count;

  function save(blob: Blob, name: string, of: Sweep, noData: NoDataKey): void {
    saveFile(blob, name);
    const saved = t('ensemble.saved', { name });
    setSaid(leavesDataOut(of.scenario) ? `${saved} ${t(noData)}` : saved);
  }

  /** Makes a file with the query engine; reports a lost engine. */
  function make(file: (of: Job) => Promise<void>): void {
    if (!job) return;
    setRefused('');
    file(cell === null ? job : { ...job, runs: cellRuns(job.runs, cell), count }).catch((error: Error) => {
      ensembles.dropQueryEngine();
      setRefused(t('ensemble.failed', { reason: error.message }));
    });
  }

  async function saveAs(of: Job, format: 'csv' | 'json' | 'svg' | 'png'): Promise<void> {
    const { runs } = of;
    const engine = ensembles.queryEngine();
    if (!areCounted(runs) && (format === 'csv' || format === 'json')) {
      const file = await engine.ensemble.writeRuns({
        runs,
        format,
        source: sourceOf(sweepScenario(runs.sweep)),
      });
      const part = runs.sweep.axes.length > 0 ? 'diagram' : 'ensemble';
      save(file, `twin-descent-${part}.${format}`, runs.sweep, 'ensemble.noData.table');
      return;
    }
    const { ensembleFigure } = await import('./ensemble-figure.ts');
    const figure = await ensembleFigure(of, engine, session.store.getState().language, t);
    const file =
      format === 'png' ? await figure.png(dots) : new Blob([figure.svg()], { type: 'image/svg+xml' });
    save(file, `${figure.name}.${format}`, runs.sweep, 'ensemble.noData.figure');
  }

  // Files dropped on the drawer contain results; elsewhere, own data.
  useEffect(() => {
    const drawer = section.current!.closest<HTMLElement>('.drawer')!;
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      void openFile(file);
    };
    drawer.addEventListener('drop', drop);
    return () => drawer.removeEventListener('drop', drop);
  });

  async function openFile(file: File): Promise<void> {
    setSaid('');
    setRefused('');
    const read = await ensembles
      .queryEngine()
      .ensemble.readRuns(file)
      .catch((error: Error) => ({ trouble: error.message }));
    if ('sweep' in read) onOpened(ensembles.open(read));
    else setRefused(t('ensemble.refused', { reason: failureWords(read, t) }));
  }

  return (
    <section className="files" data-testid="ensemble-files" ref={section}>
      <h3>{t('ensemble.files')}</h3>
      <div className="buttons">
        {count > 0 &&
          FORMATS.filter(([format]) => !isCounted || format === 'svg' || format === 'png').map(
            ([format, words]) => (
              <button key={format} type="button" onClick={() => make((of) => saveAs(of, format))}>
                {t(words)}
              </button>
            ),
          )}
        <button
          type="button"
          disabled={!sweep}
          onClick={() => {
            const type = 'application/json';
            if (sweep)
              save(new Blob([formatSweep(sweep)], { type }), 'sweep.json', sweep, 'ensemble.noData.spec');
          }}
        >
          {t('ensemble.spec')}
        </button>
      </div>
      {count > 0 && (
        <Select
          label={t('ensemble.png.scale')}
          value={dots}
          options={SCALES.map((scale) => [
            scale,
            t('figure.scaleOf', { scale, dpi: Math.round(scale * dotsPerInch('double')) }),
          ])}
          onChoose={setDots}
        />
      )}
      <div className="buttons">
        <FileButton
          accept=".csv,.json,text/csv,application/json"
          className=""
          testId="ensemble-file"
          aria-describedby={`${id}-hint`}
          onFile={(file) => void openFile(file)}
        >
          {t('ensemble.openFile')}
        </FileButton>
      </div>
      <p className="note" id={`${id}-hint`}>
        {t('ensemble.openFile.hint')}
      </p>
      {isCounted && <p className="note">{t('ensemble.counted')}</p>}
      <p role="status">{said}</p>
      {refused !== '' && <p role="alert">{refused}</p>}
      <Stored />
    </section>
  );
}

function Stored() {
  const t = useTranslate();
  const [kept, setKept] = useState(true);
  const ensembles = sharedEnsembles(useSession());
  // Checked on every render, because a save may fail.
  useEffect(() => {
    void ensembles.kept().then(setKept);
  });
  return <p className="note">{t(kept ? 'ensemble.stored' : 'ensemble.notStored')}</p>;
}
