import './param-words.en.ts';
import { useEffect, useState } from 'react';
import { startLength } from '../../../engine/catalog.ts';
import {
  formatParam,
  type ParamSpec,
  type ParamValue,
  parseParam,
  shapesRun,
} from '../../../engine/params.ts';
import { LANGUAGES, type Language } from '../../../engine/scenario/languages.ts';
import type { Notice } from '../../../engine/scenario/notice.ts';
import { valueAt } from '../../../engine/scenario/scenario.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import type { SliderWay } from '../../session/run/slider-way.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';
import { WaySlider } from './WaySlider.tsx';

/** A parameter's control by its declaration; only its value if a link hides it. */
export function ParamControl({
  name,
  spec,
  instead = {},
  disabled: idle = false,
}: {
  name: string;
  spec: ParamSpec;
  /** Actions that replace setting an option. */
  instead?: Readonly<Record<string, () => void>>;
  /** Flags and choices: true if it has no visible effect. */
  disabled?: boolean;
}) {
  const session = useSession();
  const t = useTranslate();
  const value = useApp((state) => valueAt(state.scenario, name)!);
  const label = t(dynamicKey('param', spec.called ?? name));
  const control = useControl(name);
  const disabled = idle || control === 'locked';
  const locked = useTitle(control, label);
  const title = control === 'locked' ? locked : undefined;
  const set = (next: ParamValue, gesture?: string) =>
    session.change({ [name]: next }, gesture === undefined ? {} : { gesture });

  if (control === 'hidden')
    return (
      <p className="control readout" data-testid={`readout-${name}`}>
        <span>{label}</span>
        <b>
          {valueWords(name, spec, value, t)}
          {spec.unit ? <small> {t(dynamicKey(spec.unit))}</small> : null}
        </b>
      </p>
    );

  switch (spec.kind) {
    case 'flag':
      return (
        <label className="control flag" title={title}>
          <input
            type="checkbox"
            disabled={disabled}
            checked={value as boolean}
            onChange={(event) => set(event.target.checked)}
          />
          <span>{label}</span>
        </label>
      );
    case 'choice':
      return (
        <label className="control" title={title}>
          <span>{label}</span>
          <select
            disabled={disabled}
            value={value as string}
            onChange={(event) => (instead[event.target.value] ?? (() => set(event.target.value)))()}
          >
            {spec.options.map((option) => (
              <option key={option} value={option} lang={name === 'lang' ? tagOf(option) : undefined}>
                {t(choiceKey(name, spec, option))}
              </option>
            ))}
          </select>
        </label>
      );
    case 'number':
      return (
        <div className="control slider" title={title}>
          <TextValue {...{ name, spec, value, label, set, disabled }} />
          <Slider {...{ name, spec, label, set, disabled }} value={value as number} />
        </div>
      );
    default:
      return (
        <div className="control" title={title}>
          <TextValue {...{ name, spec, value, label, set, disabled }} />
        </div>
      );
  }
}

/** Returns a language option's tag; undefined for `auto`. */
function tagOf(option: string): string | undefined {
  return option in LANGUAGES ? LANGUAGES[option as Language].tag : undefined;
}

/** Returns an option's message, common to both sides' rules. */
export function choiceKey(name: string, { called = name }: ParamSpec, option: string) {
  return dynamicKey('choice', name === 'rrule' ? 'rule' : called, option);
}

/** True if the seed draws it by default (a start, a plant; not a region of the maps). */
const isDrawn = (spec: ParamSpec) => spec.kind === 'vector' && spec.default === null && shapesRun(spec);

function valueWords(name: string, spec: ParamSpec, value: ParamValue, t: Translate): string {
  if (spec.kind === 'choice') return t(choiceKey(name, spec, value as string));
  if (spec.kind === 'flag') return t(value ? 'class.on' : 'class.off');
  if (value === null) return t(isDrawn(spec) ? 'drawer.seeded' : 'class.none');
  return formatParam(value) || t('class.none');
}

interface FieldProps {
  name: string;
  spec: ParamSpec;
  value: ParamValue;
  label: string;
  set: (value: ParamValue, gesture?: string) => void;
  disabled: boolean;
}

/** A text field, applied on Enter or blur; an out-of-range value is reported and corrected. */
function TextValue({ name, spec, value, label, set, disabled }: FieldProps) {
  const session = useSession();
  const t = useTranslate();
  const shown = formatParam(value);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);

  function take(): void {
    if (text === shown) return;
    const optional = spec.default === null;
    if (optional && text.trim() === '') {
      set(null);
      return;
    }
    const { value: next, issue } = parseParam(spec, text.replace(/\s/g, ''));
    const { opened, phase, scenario } = session.store.getState();
    const isOfWeights = (name === 'start' || name === 'plant') && Array.isArray(next);
    // An opening's number of weights is unknown.
    const d =
      isOfWeights && phase === 'ready' && opened
        ? (startLength(scenario.problem, scenario.values, {
            columns: opened.samples.dimension,
            hasOnes: opened.samples.hasOnes,
          }) ?? opened.sides.left.dimension)
        : null;
    const wrong: Omit<Notice, 'key'> | undefined =
      isOfWeights && d !== null && d !== next.length
        ? { code: 'vector-length', expected: `${d}`, got: `${next.length}` }
        : issue;
    const isRefused = wrong !== undefined && wrong.code !== 'clamped';
    if (wrong) session.notify([{ ...wrong, key: name, ...(isRefused ? { kept: true as const } : {}) }]);
    if (isRefused) setText(shown);
    else {
      set(next);
      setText(formatParam(next));
    }
  }

  const isVector = spec.kind === 'vector';
  return (
    <label className="typed">
      <span>
        {label}
        {spec.unit ? <small> {t(dynamicKey(spec.unit))}</small> : null}
      </span>
      <input
        type="text"
        disabled={disabled}
        inputMode={isVector || (spec.kind === 'integer' && spec.infinite) ? 'text' : 'decimal'}
        value={text}
        placeholder={isDrawn(spec) ? t('drawer.seeded') : ''}
        title={isVector ? t(isDrawn(spec) ? 'drawer.vectorHint' : 'drawer.boxHint') : undefined}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
    </label>
  );
}

/** Slider positions over a range; hundredths for a range of one. */
const NOTCHES = 400;
const NOTCHES_OF_ONE = 100;

/** Largest logarithmic range; the link's bounds are wider than a hand can set. */
const LOG_RANGE = { low: 0.01, high: 100 };
const LOG_RANGE_OF: Readonly<Record<string, { low: number; high: number }>> = {
  within: { low: 1e-8, high: 1 },
};

function Slider({ name, spec, value, label, set, disabled }: FieldProps & { value: number }) {
  if (spec.kind !== 'number') return null;
  const log = spec.slider === 'log';
  const range = LOG_RANGE_OF[name] ?? LOG_RANGE;
  const from = Math.max(spec.min, range.low);
  // A parameter that may be 0 is 0 at the left end.
  const way: SliderWay = log
    ? {
        low: spec.min === 0 ? 0 : from,
        high: name === 'speed' ? spec.max : Math.min(spec.max, range.high),
        decadesFrom: from,
      }
    : { low: Math.max(spec.min, -10), high: Math.min(spec.max, 10) };
  const notches = !log && way.high - way.low <= 1 ? NOTCHES_OF_ONE : NOTCHES;
  return <WaySlider {...{ name, way, notches, value, label, disabled, turn: set }} />;
}
