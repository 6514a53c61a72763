import { useEffect, useRef, useState } from 'react';
import type { describeNotice } from '../../engine/scenario/notice.ts';
import type { TableReport } from '../../workers/protocol.ts';
import { Modal } from './Modal.tsx';
import { RefusedRows } from './RefusedRows.tsx';
import { useSession, useTranslate } from './session-context.tsx';

/** Largest file that is read into the page. */
const MAX_BYTES = 5_000_000;

type Report = TableReport | { failure: Parameters<typeof describeNotice>[0] };

/** Paste, drop or open a CSV: says what it took and what it refused before anything is changed. */
export function OwnDataDialog({ file, onClose }: { file: File | null; onClose: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [report, setReport] = useState<Report | null>(null);
  const [problem, setProblem] = useState('');
  const [bias, setBias] = useState(true);
  const [std, setStd] = useState(false);
  const asked = useRef(0);

  function take(next: string): void {
    setText(next);
    setProblem('');
    const ticket = ++asked.current;
    if (next.trim() === '') {
      setReport(null);
      return;
    }
    session.inspect(next).then(
      (found) => {
        if (ticket === asked.current) setReport(found);
      },
      () => setProblem(t('lost.title')),
    );
  }

  async function read(chosen: File): Promise<void> {
    if (chosen.size > MAX_BYTES) {
      setProblem(t('own.tooLarge', { megabytes: Math.ceil(chosen.size / 1e6) }));
      return;
    }
    try {
      take(await chosen.text());
    } catch {
      setProblem(t('own.unreadable'));
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a dropped file is read once, when it comes.
  useEffect(() => {
    if (file) void read(file);
  }, [file]);

  function use(): void {
    if (!report || 'failure' in report) return;
    // What the table itself has to say comes with the run; only the link's own notice is told here.
    const ofLink = report.notices.filter(({ code }) => code === 'data-not-in-link');
    session.openOwn({ text }, report.packed, { bias, std }, ofLink);
    onClose();
  }

  const usable = report !== null && !('failure' in report) && report.features.length > 0;
  return (
    <Modal title={t('own.title')} onClose={onClose}>
      <p>{t('own.lead')}</p>
      <div className="own-sources">
        <button type="button" className="text-button" onClick={() => picker.current?.click()}>
          {t('own.open')}
        </button>
        <span className="muted">{t('own.drop')}</span>
        <input
          ref={picker}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) void read(chosen);
            event.target.value = '';
          }}
        />
      </div>
      <label className="own-text">
        <span>{t('own.paste')}</span>
        <textarea
          value={text.length > 20_000 ? `${text.slice(0, 20_000)}…` : text}
          readOnly={text.length > 20_000}
          rows={7}
          spellCheck={false}
          placeholder={'x,y\n4,2\n7,22'}
          onChange={(event) => take(event.target.value)}
        />
      </label>
      <div role="status" className="own-report">
        {problem !== '' && <p className="problem">{problem}</p>}
        {report && <Found report={report} />}
      </div>
      <label className="control flag">
        <input type="checkbox" checked={bias} onChange={(event) => setBias(event.target.checked)} />
        <span>{t('own.bias')}</span>
      </label>
      <label className="control flag">
        <input type="checkbox" checked={std} onChange={(event) => setStd(event.target.checked)} />
        <span>{t('own.std')}</span>
      </label>
      <button type="button" className="primary" disabled={!usable} onClick={use}>
        {t('own.use')}
      </button>
    </Modal>
  );
}

function Found({ report }: { report: Report }) {
  const t = useTranslate();
  if ('failure' in report) return <p className="problem">{t('notice', report.failure)}</p>;
  const features = report.features.join(', ');
  return (
    <>
      <p>{t('own.took', { rows: report.rows, features, label: report.label })}</p>
      {report.notices.map((found) => (
        <p key={found.code + found.key}>{t('notice', found)}</p>
      ))}
      {report.refused.length === 0 ? (
        <p className="muted">{t('own.noneRefused')}</p>
      ) : (
        <RefusedRows rows={report.refused} />
      )}
    </>
  );
}
