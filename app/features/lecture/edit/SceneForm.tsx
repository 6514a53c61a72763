import './fact-words.en.ts';
import { Bookmark, Copy, RefreshCw, Trash2 } from 'lucide-react';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FACT_NAMES } from '../../../../engine/scenario/fact-names.ts';
import { VIEW_PARAMS } from '../../../../engine/scenario/view-params.ts';
import { FRAMES, type Scene } from '../../../session/lecture.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { wantedStep } from '../../../session/store.ts';
import { LIMITS, MOST_MINUTES } from '../../../storage/lectures/document.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { MARK_NAMES, markWord } from '../named-marks.ts';
import { useFacts } from '../use-filled-words.ts';
import { addScene, changeScene, type DraftScene, isFull } from './draft.ts';
import { factFaults } from './fact-faults.ts';
import { lectureEditor } from './lecture-editor.ts';
import { PartsField } from './PartsField.tsx';
import { takeScenario } from './take-scene.ts';

/** Longer texts, with rows if `field-sizing` is missing. */
const AREAS = { sentence: 3, after: 2, end: 2, notes: 5, moment: 2 } as const;

/** Texts that a scene may lack. */
const HINTS = {
  after: 'lecture.field.afterHint',
  end: 'lecture.field.endHint',
  moment: 'lecture.field.momentHint',
} as const;

type Field = 'title' | 'question' | 'sentence' | keyof typeof HINTS | 'notes';

export function SceneForm({
  item,
  index,
  locked,
  onRemove,
}: {
  item: DraftScene;
  index: number;
  /** True if read-only. */
  locked: boolean;
  onRemove: () => void;
}) {
  const session = useSession();
  const t = useTranslate();
  const step = useApp(wantedStep);
  const form = useRef<HTMLFieldSetElement>(null);
  /** Last edited text, which receives a chosen number. */
  const latest = useRef<Field>('sentence');
  const { key, scene } = item;
  const texts = [
    scene.title,
    scene.question,
    scene.sentence,
    scene.after ?? '',
    scene.end ?? '',
    scene.notes,
    scene.moment ?? '',
  ];
  const { facts, steps } = useFacts(texts, texts.some((text) => text.includes('{{')) ? scene : null);
  const faults = factFaults(texts, facts, steps, scene);

  function change(changes: Partial<Scene>, field?: string): void {
    lectureEditor.change((draft) => changeScene(draft, key, changes), field ? `${key} ${field}` : null);
  }

  function write(field: Field, text: string): void {
    change({ [field]: field in HINTS && text === '' ? undefined : text }, field);
  }

  function update(): void {
    const { scenario, withoutData } = takeScenario(session);
    change({ scenario });
    lectureEditor.say(withoutData ? { what: 'withoutData' } : { what: 'updated', title: scene.title });
  }

  function duplicate(): void {
    const draft = lectureEditor.store.getState().editing?.history.present;
    if (!draft) return;
    lectureEditor.change((now) => addScene(now, index + 1, scene));
    lectureEditor.say(isFull(draft) ? { what: 'full' } : { what: 'duplicated', title: scene.title });
  }

  function remember(event: FocusEvent<HTMLElement>): void {
    const { name } = event.target as HTMLInputElement;
    if (name) latest.current = name as Field;
  }

  function putIn(fact: string): void {
    const field = latest.current;
    const place = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${field}]`);
    if (!place) return;
    const written = `{{${fact}}}`;
    const { selectionStart, selectionEnd, value } = place;
    const start = selectionStart ?? value.length;
    const text = value.slice(0, start) + written + value.slice(selectionEnd ?? start);
    if (text.length > LIMITS[field]) return;
    lectureEditor.rest();
    flushSync(() => write(field, text));
    place.focus();
    place.setSelectionRange(start + written.length, start + written.length);
    lectureEditor.rest();
  }

  return (
    <fieldset
      ref={form}
      className="scene-form"
      disabled={locked}
      aria-describedby="lecture-elsewhere"
      aria-label={t('lecture.unfold', { number: index + 1 })}
      onFocus={remember}
      onBlur={lectureEditor.rest}
    >
      {(['title', 'question'] as const).map((field) => (
        <label key={field}>
          <span>{t(`lecture.field.${field}`)}</span>
          <input
            name={field}
            value={scene[field]}
            maxLength={LIMITS[field]}
            placeholder={field === 'question' ? t('lecture.field.questionHint') : undefined}
            onChange={(event) => write(field, event.target.value)}
          />
        </label>
      ))}
      {(['sentence', 'after', 'end', 'notes', 'moment'] as const).map((field) => (
        <label key={field}>
          <span>{t(`lecture.field.${field}`)}</span>
          <textarea
            name={field}
            value={scene[field] ?? ''}
            rows={AREAS[field]}
            maxLength={LIMITS[field]}
            placeholder={field in HINTS ? t(HINTS[field as keyof typeof HINTS]) : undefined}
            onChange={(event) => write(field, event.target.value)}
          />
        </label>
      ))}
      <div role="status" className="scene-unknown">
        {faults.map(({ fault, names }) => (
          <p key={fault}>{t('lecture.factFault', { fault, names: names.join(' ') })}</p>
        ))}
      </div>
      <FactNames onChoose={putIn} />
      <div className="scene-bookmark">
        <NumberField
          words={t('lecture.field.bookmark')}
          value={scene.bookmark}
          read={stepOf}
          onChange={(bookmark) => change({ bookmark }, 'bookmark')}
        />
        <Button
          onClick={() => change({ bookmark: step })}
          icon={Bookmark}
          words={t('lecture.takeStep', { step })}
        />
      </div>
      <NumberField
        words={t('lecture.field.last')}
        value={scene.last ?? null}
        read={stepOf}
        onChange={(last) => change({ last: last ?? undefined }, 'last')}
      />
      <NumberField
        words={t('lecture.field.minutes')}
        value={scene.minutes ?? null}
        read={minutesOf}
        onChange={(minutes) => change({ minutes: minutes ?? undefined }, 'minutes')}
      />
      <Select
        className=""
        label={t('lecture.field.frame')}
        value={scene.frame ?? ''}
        options={(['', ...FRAMES] as const).map((frame) => [frame, t('lecture.frame', { frame })])}
        onChoose={(frame) => change({ frame: frame || undefined })}
      />
      <PartsField scene={scene} onChange={(parts) => change({ parts })} />
      <label className="scene-flag">
        <input
          type="checkbox"
          checked={scene.guess}
          onChange={(event) => change({ guess: event.target.checked })}
        />
        <span>{t('lecture.field.guess')}</span>
      </label>
      <div className="lecture-actions">
        <Button onClick={update} icon={RefreshCw} words={t('lecture.update')} />
        <Button onClick={duplicate} icon={Copy} words={t('lecture.duplicateScene')} />
        <Button
          className="text-button danger"
          onClick={onRemove}
          icon={Trash2}
          words={t('lecture.deleteScene')}
        />
      </div>
    </fieldset>
  );
}

/** Lists available numbers; a click inserts one. */
function FactNames({ onChoose }: { onChoose: (name: string) => void }) {
  const t = useTranslate();
  return (
    <details className="fact-names">
      <summary>{t('lecture.facts')}</summary>
      <p className="lecture-hint">
        {t('lecture.factsHint', {
          name: '{{name}}',
          at: '{{name@40}}',
          control: '{{control:speed}}',
          mark: '{{mark:star}}',
        })}
      </p>
      <ul>
        {FACT_NAMES.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => onChoose(name)}>
              <code>{name}</code> <span>{t(`fact.${name}`)}</span>
            </button>
          </li>
        ))}
        {MARK_NAMES.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => onChoose(`mark:${name}`)}>
              <code>mark:{name}</code> <span>{markWord(name, t)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const { min, max } = VIEW_PARAMS.k;

/** Parses a step; null if empty, undefined if invalid. */
function stepOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const step = Number(text);
  return Number.isInteger(step) && step >= min && step <= max ? step : undefined;
}

/** Parses planned minutes; null if empty, undefined if invalid. */
function minutesOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const minutes = Number(text);
  return minutes > 0 && minutes <= MOST_MINUTES ? minutes : undefined;
}

/** Applies valid input at once; marks invalid input, drops it on blur. */
function NumberField({
  words,
  value,
  read,
  onChange,
}: {
  words: string;
  value: number | null;
  read: (text: string) => number | null | undefined;
  onChange: (value: number | null) => void;
}) {
  const t = useTranslate();
  const [text, setText] = useState(String(value ?? ''));
  // Follow changes by the page or undo.
  useEffect(() => setText((now) => (read(now) === value ? now : String(value ?? ''))), [read, value]);
  return (
    <label>
      <span>{words}</span>
      <input
        inputMode="decimal"
        value={text}
        placeholder={t('lecture.field.bookmarkHint')}
        aria-invalid={read(text) === undefined}
        onChange={(event) => {
          setText(event.target.value);
          const typed = read(event.target.value);
          if (typed !== undefined) onChange(typed);
        }}
        onBlur={() => setText(String(value ?? ''))}
      />
    </label>
  );
}
