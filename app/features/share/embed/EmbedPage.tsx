import './words.en.ts';
import './embed-page.css';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { namesOf } from '../../../../engine/params.ts';
import { formatLink } from '../../../../engine/scenario/scenario.ts';
import { dynamicKey, type MessageKey } from '../../../i18n/messages.ts';
import { useTranslate } from '../../../session/session-context.tsx';
import { wantedStep } from '../../../session/store.ts';
import { Select } from '../../../ui/fields/Select.tsx';
import { CopyField } from '../CopyField.tsx';
import { useHeld } from '../use-held.ts';
import {
  CONTROLS,
  type EmbedChoices,
  embedCode,
  embedValues,
  LIMITS,
  PRESETS,
  SANDBOX,
  SHOWS,
} from './embed-code.ts';

const THEMES = ['auto', 'light', 'dark'] as const;

const FIRST: EmbedChoices = {
  width: 800,
  height: 450,
  theme: 'auto',
  shows: 'auto',
  controls: 'all',
  from: 'step',
  fits: false,
};

export function EmbedPage() {
  const t = useTranslate();
  const plain = (key: MessageKey) => (t as (key: MessageKey) => string)(key);
  const [choices, setChoices] = useState(FIRST);
  const state = useHeld();
  const { scenario } = state;
  const k = wantedStep(state);
  const problem = plain(dynamicKey('problem', scenario.problem));

  const chosen = embedValues(choices, namesOf(scenario.values.hide));
  const fragment = formatLink({ ...scenario, values: { ...scenario.values, k, ...chosen } });
  const address = new URL(`./embed.html${fragment}`, location.href).href;
  const title = t('embed.frameTitle', { problem });
  const code = embedCode(address, title, choices);
  const size: string = `${choices.width}x${choices.height}`;

  const choose = (next: Partial<EmbedChoices>) => setChoices({ ...choices, ...next });
  const fromWords = (one: EmbedChoices['from']) =>
    one === 'step' ? t('embed.from.step', { k }) : t('embed.from.start');
  const choice = <Key extends 'shows' | 'controls' | 'theme' | 'from'>(
    key: Key,
    label: string,
    words: (one: EmbedChoices[Key]) => string,
    options: readonly EmbedChoices[Key][],
  ) => (
    <Select
      className="embed-choice"
      label={label}
      value={choices[key]}
      options={options.map((one) => [one, words(one)])}
      onChoose={(chosen) => choose({ [key]: chosen })}
    />
  );

  return (
    <div className="embed-page">
      <p>{t('embed.lead')}</p>
      <div className="embed-choices">
        <Select
          className="embed-choice"
          label={t('embed.size')}
          value={size}
          options={[
            ...PRESETS.map((preset) => [preset, preset.replace('x', ' × ')] as const),
            ...(PRESETS.some((preset) => preset === size) ? [] : [[size, t('embed.size.custom')] as const]),
          ]}
          onChoose={(chosen) => {
            const [width, height] = chosen.split('x').map(Number);
            choose({ width: width!, height: height! });
          }}
        />
        <div className="embed-size">
          {(['width', 'height'] as const).map((side) => (
            <Pixels
              key={side}
              label={t(side === 'width' ? 'embed.width' : 'embed.height')}
              value={choices[side]}
              limits={LIMITS[side]}
              onChange={(pixels) => choose({ [side]: pixels })}
            />
          ))}
        </div>
        {choice('shows', t('embed.shows'), (one) => plain(dynamicKey('embed.shows', one)), SHOWS)}
        {choice('controls', t('embed.controls'), (one) => plain(dynamicKey('embed.controls', one)), CONTROLS)}
        {choice('theme', t('embed.theme'), (one) => plain(dynamicKey('choice.theme', one)), THEMES)}
        {choice('from', t('embed.from'), fromWords, ['step', 'start'])}
        <label className="embed-fits">
          <input
            type="checkbox"
            checked={choices.fits}
            onChange={({ target }) => choose({ fits: target.checked })}
          />
          {t('embed.fits')}
        </label>
      </div>
      <CopyField
        {...{ className: 'embed', text: code }}
        label={t('embed.code')}
        rows={choices.fits ? 9 : 6}
        words={t('embed.copy')}
        copied={t('embed.copied')}
        refused={t('embed.notCopied')}
      />
      <EmbedPreview address={address} title={title} width={choices.width} height={choices.height} />
      <p className="embed-note">{t('embed.sandbox')}</p>
      <p className="embed-note">{t('embed.leavesOut')}</p>
      <p className="embed-note">
        {t('embed.examples')}{' '}
        <a href="./examples/article.html" target="_blank" rel="noopener">
          {t('embed.example.article')}
        </a>
        {' · '}
        <a href="./examples/lockstep.html" target="_blank" rel="noopener">
          {t('embed.example.lockstep')}
        </a>
      </p>
    </div>
  );
}

/** Applies valid px; otherwise keeps the last valid number and highlights the limits. */
function Pixels({
  label,
  value,
  limits,
  onChange,
}: {
  label: string;
  value: number;
  limits: { readonly least: number; readonly most: number };
  onChange: (pixels: number) => void;
}) {
  const t = useTranslate();
  const field = useId();
  const hint = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { least, most } = limits;
  const isGood = (text: string) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
  const refused = typed !== null && !isGood(typed);
  return (
    <div className="embed-choice">
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        type="text"
        inputMode="numeric"
        value={typed ?? String(value)}
        aria-invalid={refused}
        aria-describedby={hint}
        onChange={({ target }) => {
          setTyped(target.value);
          if (isGood(target.value)) onChange(Number(target.value));
        }}
        onBlur={() => setTyped(null)}
      />
      {/* Always present: appearing text would move the next target. */}
      <span id={hint} className={refused ? 'embed-hint problem' : 'embed-hint'}>
        {t('embed.sizeRange', limits)}
      </span>
    </div>
  );
}

/** Returns the preview's sandbox: the code's, plus the page's origin when offline, or the service worker would not serve embed.html. */
function sandboxNow(): string {
  return navigator.onLine ? SANDBOX : `${SANDBOX} allow-same-origin`;
}

/** Shows the frame, shrunk to fit the dialog. */
function EmbedPreview({
  address,
  title,
  width,
  height,
}: {
  address: string;
  title: string;
  width: number;
  height: number;
}) {
  const t = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry!.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scale = Math.min(1, room / width);
  return (
    <section aria-label={t('embed.preview')}>
      <h3 className="embed-preview-title">{t('embed.preview')}</h3>
      <div ref={place} className="embed-preview" style={{ height: height * scale }}>
        {room > 0 && (
          // A new frame per address: a new fragment would add history.
          <iframe
            key={address}
            src={address}
            title={title}
            width={width}
            height={height}
            sandbox={sandboxNow()}
            style={{ transform: `scale(${scale})` }}
          />
        )}
      </div>
    </section>
  );
}
