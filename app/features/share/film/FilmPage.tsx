import './words.en.ts';
import './film.css';
import { useEffect, useId, useRef, useState } from 'react';
import { MAX_STEPS } from '../../../session/run/batch-steps.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { viewOf } from '../../../session/view.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { useTheme } from '../../../ui/look/theme.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { estimateBytes, filmTrouble, isFilmSide } from './choice.ts';
import { FilmFields } from './FilmFields.tsx';
import { FilmMeter } from './FilmMeter.tsx';
import { FilmPreview } from './FilmPreview.tsx';
import { choiceOf, type FilmForm, firstForm } from './film-form.ts';
import { askFormats, type FilmFormats, offeredFormats } from './formats.ts';
import type { Film } from './make-film.ts';
import { createSchedule } from './schedule.ts';
import { useFilmJob } from './use-film-job.ts';

export function FilmPage() {
  const { store } = useSession();
  const t = useTranslate();
  const isOpen = useApp((state) => state.opened !== null && state.phase === 'ready');
  const { name: theme } = useTheme();
  const [form, setForm] = useState<FilmForm>(() => firstForm(store.getState(), theme));
  const formats = useFormats(Number(form.width), Number(form.height));
  if (!isOpen || !formats) return <p role="status">{t('share.film.waiting')}</p>;
  return (
    <FilmMaker form={form} formats={formats} onChange={(more) => setForm((now) => ({ ...now, ...more }))} />
  );
}

function FilmMaker({
  form,
  formats,
  onChange,
}: {
  form: FilmForm;
  formats: FilmFormats;
  onChange: (more: Partial<FilmForm>) => void;
}) {
  const t = useTranslate();
  const id = useId();
  const job = useFilmJob(t);
  const frontier = useApp((state) => state.frontier);
  const isSolid = useApp((state) => state.scenario.values.solid === true && viewOf(state).maps !== null);
  const mapsChange = useApp((state) => viewOf(state).maps === null);
  const offered = offeredFormats(formats);
  const choice = choiceOf(form, offered);
  const trouble = filmTrouble(choice, MAX_STEPS, mapsChange);
  const { making, film, said } = job;
  const again = useRef<HTMLButtonElement>(null);
  const wasMaking = useRef(false);
  // Another button replaces the pressed one.
  useEffect(() => {
    if (wasMaking.current && !making) again.current?.focus();
    wasMaking.current = making !== null;
  }, [making]);

  async function toEnd(): Promise<void> {
    const found = await job.findEnd();
    if (found) onChange({ to: String(found.end) });
  }

  if (film)
    return (
      <section className="film-page">
        <FilmResult film={film} onAnother={job.drop} />
        <p role="status" className="film-status">
          {said}
        </p>
      </section>
    );

  return (
    <section className="film-page">
      <p>{t('share.film.intro')}</p>
      <FilmFields
        form={form}
        choice={choice}
        formats={formats}
        trouble={trouble}
        hintId={`${id}-will`}
        disabled={making !== null}
        onChange={(more) => {
          job.say('');
          onChange(more);
        }}
        onEnd={() => void toEnd()}
      />
      <FilmPreview choice={trouble ? null : choice} paused={making !== null} />
      <p id={`${id}-will`} className={trouble ? 'film-facts problem' : 'film-facts'} data-testid="film-will">
        {trouble
          ? t('share.film.trouble', trouble)
          : t('share.film.will', {
              ...createSchedule(choice),
              ...choice,
              bytes: estimateBytes(choice, mapsChange),
            })}
        {!trouble && choice.to > frontier && ` ${t('share.film.first', { k: choice.to, frontier })}`}
        {!trouble && isSolid && ` ${t('share.film.flat')}`}
      </p>
      <div className="film-actions">
        {making ? (
          <>
            <Button ref={again} onClick={job.cancel} words={t('share.film.cancel')} />
            <FilmMeter {...making} />
          </>
        ) : (
          <Button
            ref={again}
            primary
            disabled={trouble !== null}
            onClick={() => {
              const codec = choice.format === 'gif' ? null : formats.codecs[choice.format];
              void job.make(
                async () => ({ choice, codec }),
                t('share.film.failed', { format: choice.format }),
              );
            }}
            words={t('share.film.make')}
          />
        )}
      </div>
      {making && <p className="film-facts">{t('share.film.stay')}</p>}
      <p role="status" className="film-status">
        {said}
      </p>
    </section>
  );
}

/** Returns a size's formats; for an invalid size the last answer, null before the first. */
function useFormats(width: number, height: number): FilmFormats | null {
  const [formats, setFormats] = useState<FilmFormats | null>(null);
  const isSize = isFilmSide('width', width) && isFilmSide('height', height);
  useEffect(() => {
    if (!isSize) return;
    let ended = false;
    void askFormats(width, height).then((found) => {
      if (!ended) setFormats(found);
    });
    return () => {
      ended = true;
    };
  }, [isSize, width, height]);
  return formats;
}

function FilmResult({ film, onAnother }: { film: Film; onAnother: () => void }) {
  const t = useTranslate();
  const { blob, name, choice } = film;
  const [url, setUrl] = useState<string | null>(null);
  const [saved, setSaved] = useState('');
  const save = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    save.current?.focus();
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  const label = t('share.film.result', { name });
  const size = { width: choice.width, height: choice.height };
  return (
    <>
      <div className="film-preview">
        {url && choice.format === 'gif' && <img src={url} alt={label} {...size} data-testid="film" />}
        {url && choice.format !== 'gif' && (
          <video src={url} aria-label={label} controls loop muted playsInline {...size} data-testid="film" />
        )}
      </div>
      <div className="film-actions">
        <Button
          ref={save}
          primary
          onClick={() => {
            saveFile(blob, name);
            setSaved(t('share.film.saved', { name }));
          }}
          words={t('share.film.save', { name })}
        />
        <Button onClick={onAnother} words={t('share.film.another')} />
        <p role="status">{saved}</p>
      </div>
    </>
  );
}
