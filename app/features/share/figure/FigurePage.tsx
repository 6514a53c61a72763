import '../../../figure/words.en.ts';
import './figure.css';
import { useEffect, useState } from 'react';
import { LANGUAGES } from '../../../../engine/scenario/languages.ts';
import type { createBlockTaker } from '../../../figure/block-images.ts';
import { SCALES, WIDTHS, type WidthName } from '../../../figure/draw-style.ts';
import { FORMAT_NAMES, FORMATS, type Format } from '../../../figure/formats.ts';
import { createFigureMaker, type FigureChoice } from '../../../figure/make-figure.ts';
import { type FigurePart, partsOf, partTitle } from '../../../figure/parts.ts';
import type { ReadyFigure } from '../../../figure/write-figure.ts';
import { formatFixed } from '../../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { during } from '../../../session/busy.ts';
import { snapshotAt } from '../../../session/picture/snapshot-at.ts';
import { presentLink } from '../../../session/scenario/bind-link.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { viewOf } from '../../../session/view.ts';
import { Button } from '../../../ui/fields/Button.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { followShown } from './follow-shown.ts';

const WIDTH_NAMES = Object.keys(WIDTHS) as WidthName[];
const BACKGROUNDS = ['white', 'transparent'] as const;

const canCopy = () => typeof ClipboardItem !== 'undefined' && navigator.clipboard?.write !== undefined;

/** Makes and previews a figure of the view with chosen panel, format, size and background. */
export function FigurePage() {
  const session = useSession();
  const t = useTranslate();
  const lang = useApp((state) => LANGUAGES[state.language].tag);
  const parts = useApp((state) => partsOf(state).join());
  const [wanted, setWanted] = useState<FigurePart>('view');
  const [format, setFormat] = useState<Format>('svg');
  const [dots, setDots] = useState<number>(4);
  const [width, setWidth] = useState<WidthName>('double');
  const [background, setBackground] = useState<(typeof BACKGROUNDS)[number]>('white');
  const [caption, setCaption] = useState(true);
  const [status, setStatus] = useState('');
  const shown = parts.split(',') as FigurePart[];
  // A part missing here falls back to the whole view.
  const part = shown.includes(wanted) ? wanted : 'view';
  const figure = useFigure({ part, width, background, caption }, lang, t);
  const file = figure ? `${figure.name}.${format}` : '';
  const raster = useApp((state) => viewOf(state).raster(state));

  const { pixels, write } = FORMATS[format];

  /** Reports failures, usually of too large a canvas. */
  async function attempt(act: (ready: ReadyFigure) => Promise<string>): Promise<void> {
    if (!figure) return;
    try {
      setStatus(await act(figure));
    } catch {
      setStatus(t('figure.failed'));
    }
  }

  async function download(ready: ReadyFigure): Promise<string> {
    saveFile(await write(ready, dots), file);
    return t('figure.saved', { file });
  }

  async function copy(ready: ReadyFigure): Promise<string> {
    if (!canCopy()) return t('figure.noCopy');
    // Pass the promise: some browsers write only within the click.
    const image = ready.png(dots);
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
      return t('figure.copied');
    } catch {
      // Report a failed picture instead.
      await image;
      return t('figure.noCopy');
    }
  }

  const scaleWords = (scale: number) =>
    t('figure.scaleOf', { scale, dpi: Math.round(scale * (figure?.dotsPerInch ?? 96)) });
  const choice = <Value extends string | number>(
    label: string,
    value: Value,
    all: readonly Value[],
    words: (one: Value) => string,
    onChoose: (chosen: Value) => void,
  ) => (
    <Select
      className="figure-choice"
      label={label}
      value={value}
      options={all.map((one) => [one, words(one)])}
      onChoose={onChoose}
    />
  );

  return (
    <section className="figure-page">
      <div className="figure-choices">
        {choice(
          t('figure.part'),
          part,
          shown,
          (one) => partTitle(session.store.getState(), one, t),
          setWanted,
        )}
        {choice(
          t('figure.format'),
          format,
          FORMAT_NAMES,
          (one) => t(dynamicKey('figure.format', one)),
          setFormat,
        )}
        {choice(t('figure.width'), width, WIDTH_NAMES, (one) => t(`figure.width.${one}`), setWidth)}
        {pixels && choice(t('figure.scale'), dots, SCALES, scaleWords, setDots)}
        {choice(
          t('figure.background'),
          background,
          BACKGROUNDS,
          (one) => t(`figure.background.${one}`),
          setBackground,
        )}
        <label className="flag">
          <input type="checkbox" checked={caption} onChange={({ target }) => setCaption(target.checked)} />
          <span>{t('figure.caption')}</span>
        </label>
      </div>
      <Preview figure={figure} format={format} dots={dots} />
      {figure && (
        <p className="figure-facts" data-testid="figure-size">
          {t('figure.size', sizeOf(figure, width, pixels ? dots : 1))}
          {isTall(figure, width) && ` · ${t('figure.tall')}`}
          {raster && !pixels && ` · ${t(raster === 'solid' ? 'figure.solid' : 'figure.raster')}`}
        </p>
      )}
      <div className="figure-actions">
        <Button
          primary
          disabled={!figure}
          onClick={() => void attempt(download)}
          words={t('figure.download', { file })}
        />
        <button type="button" disabled={!figure} onClick={() => void attempt(copy)}>
          {t('figure.copy')}
        </button>
        <button type="button" title={t('figure.printNote')} onClick={() => print()}>
          {t('figure.print')}
        </button>
      </div>
      <p role="status" className="figure-status">
        {status}
      </p>
      <p className="figure-facts">{t('figure.printNote')}</p>
      {!pixels && <p className="figure-facts">{t('figure.fonts')}</p>}
    </section>
  );
}

/** Text height of a journal page in mm. */
const PAGE = 240;

function isTall(figure: ReadyFigure, name: WidthName): boolean {
  const { mm } = WIDTHS[name];
  return mm !== null && (figure.height * mm) / figure.width > PAGE;
}

function sizeOf(figure: ReadyFigure, name: WidthName, dots: number) {
  const { mm } = WIDTHS[name];
  return {
    width: figure.width * dots,
    height: figure.height * dots,
    mm: mm === null ? null : `${mm} × ${formatFixed((figure.height * mm) / figure.width, 0)}`,
  };
}

function Preview({ figure, format, dots }: { figure: ReadyFigure | null; format: Format; dots: number }) {
  const t = useTranslate();
  const [shown, setShown] = useState<{ figure: ReadyFigure; url: string } | null>(null);
  useEffect(() => {
    if (!figure) return;
    let made: string | null = null;
    let ended = false;
    const show = (blob: Blob) => {
      if (ended) return;
      made = URL.createObjectURL(blob);
      setShown({ figure, url: made });
    };
    // Report errors on demand.
    during(FORMATS[format].write(figure, dots)).then(show, () => setShown(null));
    return () => {
      ended = true;
      const url = made;
      // The image may still be loading it.
      if (url) setTimeout(() => URL.revokeObjectURL(url), 10_000);
    };
  }, [figure, format, dots]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a tall figure is scrolled by keys.
    <figure className="figure-preview" tabIndex={0} aria-label={t('figure.preview')} data-arrows>
      {/* Earlier figures' URLs are revoked. */}
      {figure && shown?.figure === figure ? (
        <img src={shown.url} width={figure.width} alt={figure.description} data-testid="figure-preview" />
      ) : (
        <figcaption>{t('figure.waiting')}</figcaption>
      )}
    </figure>
  );
}

/** Returns the figure of the present view and choice; null before the first. */
function useFigure(choice: FigureChoice, lang: string, t: Translate): ReadyFigure | null {
  const session = useSession();
  const { part, width, background, caption } = choice;
  const solid = useApp((state) => state.scenario.values.solid === true && viewOf(state).maps !== null);
  const [blocks, setBlocks] = useState<{ readonly make: typeof createBlockTaker } | null>(null);
  const [figure, setFigure] = useState<ReadyFigure | null>(null);
  useEffect(() => {
    if (!solid) return;
    // If loading fails, the figure shows the maps.
    during(import('../../../figure/block-images.ts')).then(
      ({ createBlockTaker }) => setBlocks({ make: createBlockTaker }),
      () => undefined,
    );
  }, [solid]);
  useEffect(() => {
    const taker = solid ? (blocks?.make ?? null) : null;
    const makeFigure = createFigureMaker({ part, width, background, caption }, { lang, t, blocks: taker });
    const make = () => {
      const state = session.store.getState();
      if (!state.opened) return;
      const link = new URL(presentLink(session), location.href).href;
      setFigure(makeFigure(snapshotAt(session, state.k), link));
    };
    make();
    return followShown(session.store, make);
  }, [session, part, width, background, caption, lang, t, solid, blocks]);
  return figure;
}
