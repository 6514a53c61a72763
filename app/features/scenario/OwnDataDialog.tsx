import '../../ui/notices/notice-words.en.ts';
import './words.en.ts';
import '../../ui/fields/param-words.en.ts';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { CATALOG } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import type { Values } from '../../../engine/params.ts';
import type { describeNotice } from '../../../engine/scenario/describe-notice.ts';
import { choiceOf, choiceValues, NO_CHOICE, type TableChoice } from '../../../engine/scenario/file-choice.ts';
import { matrixValues } from '../../../engine/scenario/own-matrices.ts';
import { meanValues } from '../../../engine/scenario/own-means.ts';
import type { OwnSource, TableReport } from '../../../workers/protocol.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { openedBy } from '../../session/scenario/own-data.ts';
import { problemName } from '../../session/scenario/problem-name.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { Button } from '../../ui/fields/Button.tsx';
import { FileButton } from '../../ui/fields/FileButton.tsx';
import { RefusedRows } from '../../ui/notices/RefusedRows.tsx';
import { Modal } from '../../ui/windows/Modal.tsx';
import { OwnColumns } from './OwnColumns.tsx';

const MAX_BYTES = 50_000_000;

/** Longest text shown in the field; longer ones by name and size. */
const SHOWN_CHARACTERS = 20_000;

const KINDS = {
  ownColumns: 'Columns',
  ownMatrices: 'Matrices',
  ownMeans: 'Means',
  outputsKey: 'Outputs',
} as const;
type Kind = (typeof KINDS)[keyof typeof KINDS] | '';

/** Largest file read without progress bar. */
const AT_ONCE = 1_000_000;

const MEGABYTE = 1e6;

type Report = TableReport | { failure: Parameters<typeof describeNotice>[0] };

interface Reading {
  readonly name: string;
  readonly size: number;
  readonly bytes: number;
}

/** Decodes UTF-8; null for other bytes, which no field can show. */
function textOf(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads a pasted, dropped or opened CSV and reports before anything changes. If a link waits for its file, reports how it is read. */
export function OwnDataDialog({ file, onClose }: { file: File | null; onClose: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const opener = useRef<HTMLButtonElement>(null);
  const latest = useRef<OwnSource | null>(null);
  const [text, setText] = useState('');
  const [large, setLarge] = useState<File | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [found, setFound] = useState<{ own: OwnSource; report: Report } | null>(null);
  /** Latest report of this file; columns stay while it is reread. */
  const [columns, setColumns] = useState<TableReport | null>(null);
  const [problem, setProblem] = useState('');
  const [cancelled, setCancelled] = useState(false);
  /** True adds a column of ones; null until chosen: as suits the table. */
  const [wanted, setWanted] = useState<boolean | null>(null);
  const awaited = useApp((state) => state.awaited);
  const shown = useApp((state) => state.awaited ?? state.scenario);
  const target = openedBy(shown.problem);
  const card: ProblemCard = CATALOG[target];
  const { outputsKey, ownMeans, ownMatrices, ownColumns } = card;
  const member = Object.keys(KINDS).find((one) => card[one as keyof typeof KINDS]) as keyof typeof KINDS;
  const kind: Kind = member ? KINDS[member] : '';
  const [std, setStd] = useState(shown.values.std === true);
  const said = choiceOf(shown.values, card);
  const beginning = awaited ? said : { ...NO_CHOICE, outputs: said.outputs, named: said.named };

  function inspect(blob: Blob, name: string, choice: TableChoice = beginning): void {
    const own = session.nameOwn(blob, choice);
    if (blob !== latest.current?.blob) setColumns(null);
    const { size } = blob;
    latest.current = own;
    setProblem('');
    setCancelled(false);
    setReading(size > AT_ONCE ? { name, size, bytes: 0 } : null);
    if (size > AT_ONCE) setFound(null);
    session
      .inspect(own, (bytes) => {
        if (latest.current === own && size > AT_ONCE) setReading({ name, size, bytes });
      })
      .then(
        (report) => {
          if (latest.current !== own) return;
          setReading(null);
          setFound(report && { own, report });
          if (report && !('failure' in report)) setColumns(report);
        },
        () => {
          setReading(null);
          setProblem(t('fault.title', { what: 'engine', words: '', bytes: null }));
        },
      );
  }

  function stop(): void {
    latest.current = null;
    session.cancelInspect();
    setReading(null);
    setFound(null);
    setColumns(null);
  }

  function cancel(): void {
    stop();
    setLarge(null);
    setCancelled(true);
    opener.current?.focus();
  }

  function take(next: string): void {
    if (next.length > SHOWN_CHARACTERS) {
      void read(new File([next], 'pasted.csv'));
      return;
    }
    setText(next);
    setLarge(null);
    if (next.trim() !== '') inspect(new Blob([next]), '');
    else {
      stop();
      setProblem('');
    }
  }

  async function read(chosen: File): Promise<void> {
    if (chosen.size > MAX_BYTES) {
      stop();
      setLarge(null);
      setProblem(t('own.tooLarge', { megabytes: Math.ceil(chosen.size / MEGABYTE) }));
      return;
    }
    let shown: string | null = null;
    try {
      if (chosen.size <= SHOWN_CHARACTERS) shown = textOf(await chosen.arrayBuffer());
    } catch {
      setProblem(t('own.unreadable'));
      return;
    }
    if (shown !== null) {
      take(shown);
      return;
    }
    setText('');
    setLarge(chosen);
    inspect(chosen, chosen.name);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a dropped file is read once, when it comes.
  useEffect(() => {
    if (file) void read(file);
  }, [file]);

  useEffect(() => () => session.cancelInspect(), [session]);

  const view = useApp(viewOf);
  const report = found && !('failure' in found.report) ? found.report : null;
  const kept = !report?.means
    ? null
    : ownMatrices
      ? matrixValues(card.params, ownMatrices, report, report.numbers)
      : ownMeans
        ? meanValues(card.params, ownMeans, report.means)
        : null;
  const remarks = [...(report?.notices ?? []), ...(kept && 'values' in kept ? kept.notices : [])];
  const features = report?.features.length ?? 0;
  // Keep the link's values for own data.
  const usual = shown.values.bias === true || (view.ownBias?.(features) ?? true);
  const bias = wanted ?? report?.bias ?? usual;
  const note = view.ownNote?.(features + (bias ? 1 : 0)) ?? null;

  /** Returns the values to open; null if a link waits for its file and has them. */
  function meant(own: OwnSource, { packed, ones, used, outputs }: TableReport): Values | null {
    if (awaited) return null;
    if (kept) return 'values' in kept ? kept.values : {};
    const columns = ones === null ? own.choice.columns : used;
    return {
      data: packed,
      ...(ownColumns?.beside ?? {
        bias,
        ...('std' in card.params && { std }),
        ...(outputsKey !== undefined && { [outputsKey]: outputs!.length }),
      }),
      ...choiceValues(packed, { ...own.choice, columns }),
    };
  }

  async function use(): Promise<void> {
    if (!found || !report) return;
    const { own } = found;
    const values = meant(own, report);
    const file = values && kept ? null : own;
    const tried = await session.inspect(file, () => undefined, values).catch(() => null);
    if (own !== latest.current) return;
    if (tried && 'failure' in tried) return setProblem(t('notice', tried.failure));
    // The run reports the table's notices: here only the link's.
    const ofLink = report.notices.filter(({ code }) => code === 'data-not-in-link');
    if (values) session.openOwn(file, values, kept ? remarks : ofLink);
    else session.openAwaited(own);
    onClose();
  }

  const failure = kept && 'failure' in kept ? kept : null;
  const usable = found !== null && found.own === latest.current && features > 0 && !failure;
  return (
    <Modal title={t('own.title')} onClose={onClose}>
      <p>{t(awaited ? 'own.awaited' : (`own.lead${kind}` as const))}</p>
      {target !== shown.problem && <p>{t('own.elsewhere', { name: problemName(target, t) })}</p>}
      <div className="own-sources">
        <FileButton ref={opener} accept=".csv,.tsv,.txt,text/csv" onFile={(file) => void read(file)}>
          {t('own.open')}
        </FileButton>
        <span className="muted">{t('own.drop')}</span>
      </div>
      <label className="own-text">
        <span>{t('own.paste')}</span>
        <textarea
          value={text}
          rows={7}
          spellCheck={false}
          placeholder={'x,y\n4,2\n7,22'}
          onChange={(event) => take(event.target.value)}
        />
      </label>
      {large && <p>{t('own.file', { name: large.name, bytes: large.size })}</p>}
      {reading && <Progress reading={reading} onCancel={cancel} />}
      <div role="status" className="own-report">
        {reading && <p className="visually-hidden">{t('own.reading', { name: reading.name })}</p>}
        {cancelled && <p className="muted">{t('own.cancelled')}</p>}
        {problem !== '' && <p className="problem">{problem}</p>}
        {found && (
          <Found report={failure ?? (report ? { ...report, notices: remarks } : found.report)} kind={kind} />
        )}
      </div>
      {!awaited && (
        <>
          {columns && latest.current && (
            <OwnColumns
              report={columns}
              chosen={latest.current.choice}
              onChoose={(chosen) => {
                const { blob, choice } = latest.current!;
                inspect(blob, large?.name ?? '', { ...choice, ...chosen });
              }}
            />
          )}
          {'bias' in card.params && (
            <label className="control flag">
              <input type="checkbox" checked={bias} onChange={(event) => setWanted(event.target.checked)} />
              <span>{t('own.bias')}</span>
            </label>
          )}
          {'std' in card.params && (
            <label className="control flag">
              <input type="checkbox" checked={std} onChange={(event) => setStd(event.target.checked)} />
              <span>{t('own.std')}</span>
            </label>
          )}
          {note && <p className="note">{(t as (key: MessageKey) => string)(note)}</p>}
        </>
      )}
      <Button primary disabled={!usable} onClick={() => void use()} words={t('own.use')} />
    </Modal>
  );
}

/** Shows reading progress; button and Escape cancel. */
function Progress({ reading, onCancel }: { reading: Reading; onCancel: () => void }) {
  const t = useTranslate();
  const { name, size, bytes } = reading;
  // Bind before the bar is visible, so that no key is missed.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  });
  return (
    <div className="own-progress">
      <progress max={size} value={bytes} aria-label={t('own.reading', { name })} />
      <span>{t('own.progress', { bytes, size })}</span>
      <Button onClick={onCancel} words={t('own.cancel')} />
    </div>
  );
}

function Found({ report, kind }: { report: Report; kind: Kind }) {
  const t = useTranslate();
  if ('failure' in report) return <p className="problem">{t('notice', report.failure)}</p>;
  return (
    <>
      <p>{t(`own.took${kind}` as const, report)}</p>
      {report.notices.map((found) => (
        <p key={found.code + found.key}>{t('notice', found)}</p>
      ))}
      {report.refused.length === 0 ? (
        <p className="muted">{t('own.noneRefused')}</p>
      ) : (
        <RefusedRows rows={report.refused} count={report.refusedCount} />
      )}
    </>
  );
}
