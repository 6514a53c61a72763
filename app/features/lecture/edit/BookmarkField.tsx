import { useEffect, useState } from 'react';
import { VIEW_PARAMS } from '../../../../engine/scenario/view-params.ts';
import { useTranslate } from '../../../session/session-context.tsx';

const { min, max } = VIEW_PARAMS.k;

/** The number that a text is, null for an empty one; undefined where it is no step. */
function stepOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const step = Number(text);
  return Number.isInteger(step) && step >= min && step <= max ? step : undefined;
}

/** A step as a number, or none. What is typed counts as soon as it is a step; what is none is marked, and goes on leaving. */
export function BookmarkField({
  step,
  onChange,
}: {
  step: number | null;
  onChange: (step: number | null) => void;
}) {
  const t = useTranslate();
  const [text, setText] = useState(String(step ?? ''));
  // The step may be changed elsewhere: taken from the page, or taken back.
  useEffect(() => setText((now) => (stepOf(now) === step ? now : String(step ?? ''))), [step]);
  return (
    <label>
      <span>{t('lecture.field.bookmark')}</span>
      <input
        inputMode="numeric"
        value={text}
        placeholder={t('lecture.field.bookmarkHint')}
        aria-invalid={stepOf(text) === undefined}
        onChange={(event) => {
          setText(event.target.value);
          const typed = stepOf(event.target.value);
          if (typed !== undefined) onChange(typed);
        }}
        onBlur={() => setText(String(step ?? ''))}
      />
    </label>
  );
}
