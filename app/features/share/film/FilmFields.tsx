import type { HTMLAttributes } from 'react';
import type { ThemeName } from '../../../charts/palette.ts';
import { formatNumberShort } from '../../../i18n/format.ts';
import { useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { type FilmChoice, type FilmTrouble, RATES, SIZES } from './choice.ts';
import type { FilmForm } from './film-form.ts';
import { type FilmFormats, offeredFormats } from './formats.ts';

const CUSTOM = 'custom';
const THEMES = ['light', 'dark', 'projector'] as const satisfies ThemeName[];

/** The fields of a film. `hintId` names the sentence below them that says what it will be, or what is wrong. */
export function FilmFields({
  form,
  choice,
  formats,
  trouble,
  hintId,
  disabled,
  onChange,
  onEnd,
}: {
  form: FilmForm;
  choice: FilmChoice;
  formats: FilmFormats;
  trouble: FilmTrouble | null;
  hintId: string;
  disabled: boolean;
  onChange: (more: Partial<FilmForm>) => void;
  onEnd: () => void;
}) {
  const t = useTranslate();
  const { format } = choice;
  const size = form.isCustom ? CUSTOM : `${form.width}x${form.height}`;
  const text = (field: NumberField, label: string) => (
    <NumberBox
      label={label}
      value={form[field]}
      mode={field === 'seconds' || field.startsWith('hold') ? 'decimal' : 'numeric'}
      isWrong={
        trouble?.field === field || (trouble?.field === 'order' && (field === 'from' || field === 'to'))
      }
      hintId={hintId}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <fieldset className="film-fields" disabled={disabled}>
      <Missing formats={formats} />
      <Select
        className="film-field"
        label={t('share.film.format')}
        value={format}
        options={offeredFormats(formats).map((one) => [
          one,
          t('share.film.formatOf', { format: one, codec: one === 'gif' ? null : formats.codecs[one] }),
        ])}
        onChoose={(chosen) => onChange({ format: chosen })}
      />
      <Select
        className="film-field"
        label={t('share.film.size')}
        value={size}
        options={[
          ...SIZES.map((one) => [one, t('share.film.sizeOf', pixelsOf(one))] as const),
          [CUSTOM, t('share.film.custom')],
        ]}
        onChoose={(chosen) => {
          if (chosen === CUSTOM) return onChange({ isCustom: true });
          const { width, height } = pixelsOf(chosen);
          onChange({ isCustom: false, width: String(width), height: String(height) });
        }}
      />
      {form.isCustom && (
        <div className="film-pair">
          {text('width', t('share.film.width'))}
          {text('height', t('share.film.height'))}
        </div>
      )}
      <Select
        className="film-field"
        label={t('share.film.rate')}
        value={choice.rate}
        options={RATES[format].map((rate) => [rate, formatNumberShort(rate)])}
        onChoose={(rate) => onChange({ rate })}
      />
      <div className="film-pair">
        {text('from', t('share.film.from'))}
        {text('to', t('share.film.to'))}
      </div>
      <div className="film-end">
        <Button onClick={onEnd} words={t('share.film.toEnd')} />
      </div>
      <Select
        className="film-field"
        label={t('share.film.pace')}
        value={form.pace}
        options={[
          ['seconds', t('share.film.pace.seconds')],
          ['steps', t('share.film.pace.steps')],
        ]}
        onChoose={(pace) => onChange({ pace })}
      />
      {form.pace === 'seconds'
        ? text('seconds', t('share.film.seconds'))
        : text('stepsPerSecond', t('share.film.stepsPerSecond'))}
      <div className="film-pair">
        {text('holdFirst', t('share.film.holdFirst'))}
        {text('holdLast', t('share.film.holdLast'))}
      </div>
      <Select
        className="film-field"
        label={t('share.film.look')}
        value={form.theme}
        options={THEMES.map((theme) => [
          theme,
          theme === 'projector' ? t('choice.profile.projector') : t(`choice.theme.${theme}`),
        ])}
        onChoose={(theme) => onChange({ theme })}
      />
      <label className="film-flag">
        <input
          type="checkbox"
          checked={form.caption}
          onChange={({ target }) => onChange({ caption: target.checked })}
        />
        <span>{t('share.film.caption')}</span>
      </label>
      {format === 'gif' && <p className="film-note">{t('share.film.gifRates')}</p>}
    </fieldset>
  );
}

type NumberField =
  | 'width'
  | 'height'
  | 'from'
  | 'to'
  | 'seconds'
  | 'stepsPerSecond'
  | 'holdFirst'
  | 'holdLast';

function pixelsOf(size: string): { width: number; height: number } {
  const [width, height] = size.split('x').map(Number);
  return { width: width!, height: height! };
}

/** Which formats there are not, and why. */
function Missing({ formats }: { formats: FilmFormats }) {
  const t = useTranslate();
  const { noVideo, codecs } = formats;
  if (noVideo)
    return (
      <p className="film-note" data-testid="film-missing">
        {t('share.film.noVideo', { why: noVideo, formats: offeredFormats(formats) })}
      </p>
    );
  return (['mp4', 'webm'] as const)
    .filter((format) => codecs[format] === null)
    .map((format) => (
      <p key={format} className="film-note">
        {t('share.film.noCodec', { format })}
      </p>
    ));
}

function NumberBox({
  label,
  value,
  mode,
  isWrong,
  hintId,
  onChange,
}: {
  label: string;
  value: string;
  mode: NonNullable<HTMLAttributes<HTMLInputElement>['inputMode']>;
  isWrong: boolean;
  hintId: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className="film-field">
      <span>{label}</span>
      <input
        type="text"
        inputMode={mode}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={hintId}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
