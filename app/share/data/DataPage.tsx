import '../../messages/en-take-away.ts';
import '../take-away.css';
import { useEffect, useId, useState } from 'react';
import {
  GRID_SIZES,
  MOST_BASIN_SIZE,
  MOST_NUMBERS,
  MOST_STEPS,
  type SheetFormat,
  type SheetKind,
  sheetKinds,
  sheetSize,
} from '../../../engine/export/kinds.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { dynamicKey } from '../../messages/messages.ts';
import { wantedStep } from '../../state/store.ts';
import { useApp, useSession, useTranslate } from '../../views/session-context.tsx';
import { saveFile } from './save-file.ts';
import { askEngine, factsOf, scenarioOf, sourceOf, windowOf } from './take-away.ts';

/** Directions of a dual curve. */
const DIRECTIONS = 512;

/** A file that is being made. */
interface Making {
  readonly engine: EngineClient;
  readonly rows: number;
}

const WITH_STEPS: readonly SheetKind[] = ['trajectories', 'curves'];
const WITH_ONE_STEP: readonly SheetKind[] = ['neurons', 'dual'];
const WITH_SIZE: readonly SheetKind[] = ['grid', 'basins'];

/** Every table behind the pictures, in full precision, to be saved as CSV or JSON. */
export function DataPage() {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  // While the run plays behind the dialog the step stays that at which it was opened.
  const [first] = useState(() => session.store.getState());
  const state = useApp((now) => (now.playing ? first : now));
  const shown = wantedStep(state);
  const [wanted, setWanted] = useState<SheetKind>('trajectories');
  const [last, setLast] = useState<string>(() => String(Math.max(shown, state.frontier, 1)));
  const [every, setEvery] = useState('1');
  const [size, setSize] = useState(128);
  const [making, setMaking] = useState<Making | null>(null);
  const [said, setSaid] = useState('');
  const engine = making?.engine;
  // Closing the dialog ends what is under way.
  useEffect(() => () => engine?.dispose(), [engine]);

  const { opened } = state;
  if (!opened) return <p>{t('take.waiting')}</p>;
  const facts = factsOf(opened, state.scenario);
  const view = windowOf(state);
  const kinds = sheetKinds(facts).filter((kind) => view || !WITH_SIZE.includes(kind));
  const kind = kinds.includes(wanted) ? wanted : kinds[0]!;
  const isOneStep = WITH_ONE_STEP.includes(kind);
  const takesSteps = WITH_STEPS.includes(kind);
  const sizes = GRID_SIZES.filter((cells) => kind !== 'basins' || cells <= MOST_BASIN_SIZE);
  const cells = Math.min(size, sizes.at(-1)!);
  const request = {
    kind,
    last: isOneStep ? shown : Number(last),
    every: takesSteps ? Number(every) : 1,
    view: view ?? ([-1, 1, -1, 1] as const),
    size: WITH_SIZE.includes(kind) ? cells : DIRECTIONS / 4,
  };
  const wrong = takesSteps ? wrongStep(last, every) : null;
  const extent = wrong ? null : sheetSize(facts, request);
  const tooLarge = extent !== null && extent.numbers > MOST_NUMBERS;
  const isExact =
    kind !== 'stationary' &&
    kind !== 'bound' &&
    kind !== 'neurons' &&
    !(facts.network && kind === 'trajectories');

  function stop(words: string): void {
    setMaking(null);
    setSaid(words);
  }

  async function save(format: SheetFormat): Promise<void> {
    const scenario = scenarioOf(state);
    const own = session.startEngine();
    setMaking({ engine: own, rows: 0 });
    setSaid('');
    const note = (rows: number) => setMaking((now) => (now?.engine === own ? { engine: own, rows } : now));
    let words = t('take.failed');
    try {
      const blob = await askEngine(own, scenario, state.own, () =>
        own.exportSheet(scenario, request, format, sourceOf(scenario), note),
      );
      if (blob) {
        const name = `twin-descent-${kind}.${format}`;
        saveFile(blob, name);
        words = t('take.saved', { name, kilobytes: blob.size / 1000 });
      }
    } catch {
      // It was cancelled, or its worker was lost.
      words = '';
    }
    setMaking((now) => {
      if (now?.engine !== own) return now;
      setSaid(words);
      return null;
    });
  }

  const choose = (change: () => void) => {
    change();
    setSaid('');
  };

  return (
    <section className="take">
      <p>{t('take.data.intro')}</p>
      <div className="take-fields">
        <label>
          {t('take.table')}
          <select
            value={kind}
            disabled={making !== null}
            aria-describedby={`${id}-about`}
            onChange={({ target }) => choose(() => setWanted(target.value as SheetKind))}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(dynamicKey('take.kind', nameOf(each, facts.network !== null)))}
              </option>
            ))}
          </select>
        </label>
        {takesSteps && (
          <>
            <label>
              {t('take.last')}
              <input
                inputMode="numeric"
                value={last}
                disabled={making !== null}
                aria-invalid={wrong === 'last'}
                aria-describedby={`${id}-size`}
                onChange={({ target }) => choose(() => setLast(target.value))}
              />
            </label>
            <label>
              {t('take.every')}
              <input
                inputMode="numeric"
                value={every}
                disabled={making !== null}
                aria-invalid={wrong === 'every'}
                aria-describedby={`${id}-size`}
                onChange={({ target }) => choose(() => setEvery(target.value))}
              />
            </label>
          </>
        )}
        {WITH_SIZE.includes(kind) && (
          <label>
            {t('take.size')}
            <select
              value={cells}
              disabled={making !== null}
              onChange={({ target }) => choose(() => setSize(Number(target.value)))}
            >
              {sizes.map((each) => (
                <option key={each} value={each}>
                  {t('take.cells', { cells: each })}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p id={`${id}-about`}>
        {t(dynamicKey('take.about', nameOf(kind, facts.network !== null)))}
        {isOneStep && ` ${t('take.atStep', { k: shown })}`}
      </p>
      <p id={`${id}-size`} className="take-size">
        {wrong && t(`take.wrong.${wrong}`, { most: MOST_STEPS })}
        {extent &&
          t('take.extent', {
            rows: extent.rows,
            columns: extent.columns,
            kilobytes: extent.characters / 1000,
            isExact,
          })}
        {tooLarge && ` ${t('take.tooLarge', { numbers: extent.numbers, most: MOST_NUMBERS })}`}
      </p>
      <div className="take-actions">
        {making ? (
          <>
            <progress
              max={extent?.rows ?? 1}
              value={Math.min(making.rows, extent?.rows ?? 1)}
              aria-label={t('take.making')}
            />
            <button type="button" onClick={() => stop(t('take.cancelled'))}>
              {t('take.cancel')}
            </button>
          </>
        ) : (
          (['csv', 'json'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className={format === 'csv' ? 'primary' : 'text-button'}
              disabled={wrong !== null || tooLarge}
              onClick={() => void save(format)}
            >
              {t(`take.save.${format}`)}
            </button>
          ))
        )}
        <p role="status">{said}</p>
      </div>
      <h3>{t('take.reading')}</h3>
      <pre className="take-code" dir="ltr">
        {READING.join('\n')}
      </pre>
      <p className="muted">{t('take.readingNote')}</p>
    </section>
  );
}

const READING = [
  "t = numpy.genfromtxt('file.csv', delimiter=',', comments='#', names=True)",
  "t = pandas.read_csv('file.csv', comment='#')",
];

/** Two layers have other words for the same tables. */
function nameOf(kind: SheetKind, isNetwork: boolean): string {
  if (!isNetwork) return kind;
  return kind === 'trajectories' ? 'networks' : kind === 'curves' ? 'objectives' : kind;
}

/** The field that holds no step, or null. */
function wrongStep(last: string, every: string): 'last' | 'every' | null {
  const whole = (text: string, least: number) =>
    /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= MOST_STEPS;
  if (!whole(last, 0)) return 'last';
  return whole(every, 1) ? null : 'every';
}
