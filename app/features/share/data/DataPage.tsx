import '../take-away-words.en.ts';
import '../take-away.css';
import { useEffect, useId, useRef, useState } from 'react';
import {
  GRID_SIZES,
  MOST_BASIN_SIZE,
  MOST_NUMBERS,
  MOST_STEPS,
  TABLE_FORMATS,
  type TableFormat,
  type TableKind,
  type TableRequest,
  tableKinds,
  tableSize,
} from '../../../../engine/export/kinds.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { useSession, useTranslate } from '../../../session/session-context.tsx';
import { type AppState, wantedStep } from '../../../session/store.ts';
import { viewOf } from '../../../session/view.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { askEngine, factsOf, scenarioOf, sourceOf, windowOf } from '../../../ui/take-away.ts';
import { useHeld } from '../use-held.ts';

const WITH_STEPS: readonly TableKind[] = ['trajectories', 'curves'];
const OF_WINDOW: readonly TableKind[] = ['grid', 'basins'];
/** Cells of a problem's own table; dual curves have four directions each. */
const OWN_SIZE = 128;

const READING = [
  "t = numpy.genfromtxt('file.csv', delimiter=',', comments='#', names=True)",
  "t = pandas.read_csv('file.csv', comment='#', float_precision='round_trip')",
];

/** Saves the pictures' numbers as CSV or JSON in full precision. */
export function DataPage() {
  const state = useHeld();
  const t = useTranslate();
  return state.opened ? <Tables state={state} opened={state.opened} /> : <p>{t('take.waiting')}</p>;
}

function Tables({ state, opened }: { state: AppState; opened: NonNullable<AppState['opened']> }) {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const shown = wantedStep(state);
  const [wanted, setWanted] = useState<TableKind>('trajectories');
  const [last, setLast] = useState(() => String(Math.min(MOST_STEPS, Math.max(shown, state.frontier, 1))));
  const [every, setEvery] = useState('1');
  const [size, setSize] = useState(128);
  const file = useFile();
  const actions = useRef<HTMLDivElement>(null);

  const facts = factsOf(opened, state.scenario);
  const { tables } = viewOf(state);
  const view = windowOf(state);
  const kinds = tableKinds(facts).filter((kind) => view || !OF_WINDOW.includes(kind));
  const kind = kinds.includes(wanted) ? wanted : kinds[0]!;
  const own = facts.own[kind];
  const takesSteps = own ? own.steps === 'asked' : WITH_STEPS.includes(kind);
  const sizes = GRID_SIZES.filter((cells) => kind !== 'basins' || cells <= MOST_BASIN_SIZE);
  const cells = Math.min(size, sizes.at(-1)!);
  const request: TableRequest = {
    kind,
    last: takesSteps ? Number(last) : shown,
    every: takesSteps ? Number(every) : 1,
    view: view ?? [-1, 1, -1, 1],
    size: OF_WINDOW.includes(kind) ? cells : OWN_SIZE,
  };
  const wrong = takesSteps ? wrongField(last, every) : null;
  const extent = wrong ? null : tableSize(facts, request);
  const isTooLarge = extent !== null && extent.numbers > MOST_NUMBERS;
  const isMaking = file.rows !== null;

  // Another button replaces the pressed one.
  const wasMaking = useRef(false);
  useEffect(() => {
    if (isMaking !== wasMaking.current) actions.current?.querySelector('button')?.focus();
    wasMaking.current = isMaking;
  }, [isMaking]);

  function save(format: TableFormat): void {
    const scenario = scenarioOf(state);
    const engine = session.startEngine();
    const ask = (note: (rows: number) => void) =>
      askEngine(engine, scenario, state.own, () =>
        engine.exportTable(scenario, request, format, sourceOf(scenario), note),
      );
    void file.make(engine, ask, `twin-descent-${kind}.${format}`, saveFile);
  }

  function said(outcome: Outcome): string {
    if (outcome.what !== 'saved') return t(`take.${outcome.what}`);
    return t('take.saved', { name: outcome.name, kilobytes: outcome.bytes / 1000 });
  }

  const field = (key: 'last' | 'every', value: string, set: (text: string) => void) => (
    <label>
      {t(`take.${key}`)}
      <input
        inputMode="numeric"
        value={value}
        disabled={isMaking}
        aria-invalid={wrong === key}
        aria-describedby={`${id}-size`}
        onChange={({ target }) => {
          set(target.value);
          file.forget();
        }}
      />
    </label>
  );

  return (
    <section className="take">
      <p>{t('take.data.intro')}</p>
      <div className="take-fields">
        <Select
          className=""
          label={t('take.table')}
          value={kind}
          options={kinds.map((each) => [each, t(dynamicKey('take.kind', tables[each] ?? each))])}
          disabled={isMaking}
          aria-describedby={`${id}-about`}
          onChoose={(chosen) => {
            setWanted(chosen);
            file.forget();
          }}
        />
        {takesSteps && field('last', last, setLast)}
        {takesSteps && field('every', every, setEvery)}
        {OF_WINDOW.includes(kind) && (
          <Select
            className=""
            label={t('take.size')}
            value={cells}
            options={sizes.map((each) => [each, t('take.cells', { cells: each })])}
            disabled={isMaking}
            onChoose={(chosen) => {
              setSize(chosen);
              file.forget();
            }}
          />
        )}
      </div>
      <p id={`${id}-about`}>
        {t(dynamicKey('take.about', tables[kind] ?? kind))}
        {own?.steps === 'shown' && ` ${t('take.atStep', { k: shown })}`}
      </p>
      <p id={`${id}-size`}>
        {wrong && t(`take.wrong.${wrong}`, { most: MOST_STEPS })}
        {extent &&
          t('take.extent', {
            rows: extent.rows,
            columns: extent.columns,
            kilobytes: extent.characters / 1000,
            // Unknown for stationary points until they are found.
            isKnown: own ? !own.isEstimate : kind !== 'stationary',
          })}
        {isTooLarge && ` ${t('take.tooLarge', { numbers: extent.numbers, most: MOST_NUMBERS })}`}
      </p>
      <div className="take-actions" ref={actions}>
        {isMaking ? (
          <>
            <Button onClick={file.cancel} words={t('take.cancel')} />
            <progress
              max={extent?.rows ?? 1}
              value={Math.min(file.rows ?? 0, extent?.rows ?? 1)}
              aria-label={t('take.making')}
            />
          </>
        ) : (
          TABLE_FORMATS.map((format) => (
            <Button
              key={format}
              className={format === 'csv' ? 'primary' : 'text-button'}
              disabled={wrong !== null || isTooLarge}
              onClick={() => save(format)}
              words={t(`take.save.${format}`)}
            />
          ))
        )}
        <p role="status">{file.outcome && said(file.outcome)}</p>
      </div>
      <h3>{t('take.reading')}</h3>
      <section
        className="take-code"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard.
        tabIndex={0}
        aria-label={t('take.reading')}
      >
        <pre dir="ltr">{READING.join('\n')}</pre>
      </section>
      <p className="muted">{t('take.readingNote')}</p>
    </section>
  );
}

/** Returns the field with an invalid step, or null. */
function wrongField(last: string, every: string): 'last' | 'every' | null {
  const isStep = (text: string, least: number) =>
    /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= MOST_STEPS;
  if (!isStep(last, 0)) return 'last';
  return isStep(every, 1) ? null : 'every';
}

type Outcome =
  | { readonly what: 'saved'; readonly name: string; readonly bytes: number }
  | { readonly what: 'cancelled' | 'failed' };

/** Makes one file at a time on its own engine. */
function useFile() {
  const [rows, setRows] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const current = useRef<EngineClient | null>(null);

  function end(next: Outcome): void {
    current.current?.dispose();
    current.current = null;
    setRows(null);
    setOutcome(next);
  }

  // Closing the dialog cancels the file.
  useEffect(
    () => () => {
      current.current?.dispose();
      current.current = null;
    },
    [],
  );

  return {
    /** Rows written; null when idle. */
    rows,
    /** Last result; null before, and while a file is made. */
    outcome,
    /** Passes a file to `save`; `ask` gets a callback for rows written. */
    async make(
      engine: EngineClient,
      ask: (note: (rows: number) => void) => Promise<Blob | null>,
      name: string,
      save: (blob: Blob, name: string) => void,
    ): Promise<void> {
      current.current = engine;
      setRows(0);
      setOutcome(null);
      const blob = await ask((written) => {
        if (current.current === engine) setRows(written);
      }).catch(() => null);
      if (current.current !== engine) return;
      if (blob) save(blob, name);
      end(blob ? { what: 'saved', name, bytes: blob.size } : { what: 'failed' });
    },
    cancel: () => end({ what: 'cancelled' }),
    forget: () => setOutcome(null),
  };
}
