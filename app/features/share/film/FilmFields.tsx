import type { ThemeName } from '../../../charts/colour/palette.ts';
import { formatNumberShort } from '../../../i18n/format.ts';
import { useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/fields/Button.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { type FilmChoice, type FilmTrouble, RATES, SIZES } from './choice.ts';
import type { FilmForm } from './film-form.ts';
import { type FilmFormats, offeredFormats } from './formats.ts';

const CUSTOM = 'custom';
const THEMES = ['light', 'dark', 'projector'] as const satisfies ThemeName[];

/** `hintId` is the id of description or error. */
export function FilmFields({
  form,
  choice: { format, rate },
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
  const size = form.isCustom ? CUSTOM : `${form.width}x${form.height}`;
  const isWrong = (field: NumberField) =>
    trouble?.field === field || (trouble?.field === 'order' && (field === 'from' || field === 'to'));
  const number = (field: NumberField) => (
    <label className="film-field">
      <span>{t(`share.film.${field}`)}</span>
      <input
        type="text"
        inputMode={field === 'seconds' || field.startsWith('hold') ? 'decimal' : 'numeric'}
        value={form[field]}
        aria-invalid={isWrong(field)}
        aria-describedby={hintId}
        onChange={({ target }) => onChange({ [field]: target.value })}
      />
    </label>
  );
  const choice = <Value extends string | number>(
    name: 'format' | 'size' | 'rate' | 'pace' | 'look',
    value: Value,
    options: readonly (readonly [Value, string])[],
    onChoose: (chosen: Value) => void,
  ) => (
    <Select
      className="film-field"
      label={t(`share.film.${name}`)}
      value={value}
      options={options}
      onChoose={onChoose}
    />
  );
  return (
    <fieldset className="film-fields" disabled={disabled}>
      <Missing formats={formats} />
      {choice(
        'format',
        format,
        offeredFormats(formats).map((one) => [
          one,
          t('share.film.formatOf', { format: one, codec: one === 'gif' ? null : formats.codecs[one] }),
        ]),
        (chosen) => onChange({ format: chosen }),
      )}
      {choice<string>(
        'size',
        size,
        [
          ...SIZES.map((one) => [one, t('share.film.sizeOf', pixelsOf(one))] as const),
          [CUSTOM, t('share.film.custom')],
        ],
        (chosen) => {
          if (chosen === CUSTOM) return onChange({ isCustom: true });
          const { width, height } = pixelsOf(chosen);
          onChange({ isCustom: false, width: String(width), height: String(height) });
        },
      )}
      {form.isCustom && (
        <div className="film-pair">
          {number('width')}
          {number('height')}
        </div>
      )}
      {choice(
        'rate',
        rate,
        RATES[format].map((one) => [one, formatNumberShort(one)]),
        (chosen) => onChange({ rate: chosen }),
      )}
      <div className="film-pair">
        {number('from')}
        {number('to')}
      </div>
      <div className="film-end">
        <Button onClick={onEnd} words={t('share.film.toEnd')} />
      </div>
      {choice(
        'pace',
        form.pace,
        (['seconds', 'steps'] as const).map((one) => [one, t(`share.film.pace.${one}`)]),
        (pace) => onChange({ pace }),
      )}
      {number(form.pace === 'seconds' ? 'seconds' : 'stepsPerSecond')}
      <div className="film-pair">
        {number('holdFirst')}
        {number('holdLast')}
      </div>
      {choice(
        'look',
        form.theme,
        THEMES.map((theme) => [
          theme,
          theme === 'projector' ? t('choice.profile.projector') : t(`choice.theme.${theme}`),
        ]),
        (theme) => onChange({ theme }),
      )}
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
