import { dynamicKey } from '../../i18n/messages.ts';
import type { PointedMark } from '../../session/explanation.ts';
import type { MarkName } from '../../session/extra-marks.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Inline } from './Formula.tsx';

/** How a symbol is pointed at: the pointer or the focus comes and goes, a press keeps it. */
export interface Pointing {
  readonly kept: MarkName | null;
  point(mark: MarkName | null): void;
  keep(mark: MarkName): void;
}

/** Every symbol that has a mark, as buttons: what the pointer finds in the formulae, for keys, touch and screen readers. */
export function Symbols({ marks, pointing }: { marks: readonly PointedMark[]; pointing: Pointing }) {
  const t = useTranslate();
  if (marks.length === 0) return null;
  return (
    <section className="symbols" aria-label={t('explain.symbols')}>
      <p className="note" id="explain-symbols-note">
        {t('explain.symbols.note')}
      </p>
      <ul>
        {marks.map(({ name: mark, tex, words: key }) => {
          const words = t(key ?? dynamicKey('explain.mark', mark));
          return (
            <li key={mark}>
              <button
                type="button"
                className={`chip ${mark}`}
                data-testid={`symbol-${mark}`}
                aria-pressed={pointing.kept === mark}
                title={words}
                onPointerEnter={(event) => event.pointerType === 'mouse' && pointing.point(mark)}
                onPointerLeave={() => pointing.point(null)}
                onFocus={(event) => event.target.matches(':focus-visible') && pointing.point(mark)}
                onBlur={() => pointing.point(null)}
                onClick={() => pointing.keep(mark)}
              >
                <span className={`pin ${mark}`} aria-hidden />
                {tex ? <Inline tex={tex} /> : t(dynamicKey('explain.symbol', mark))}
                <span className="visually-hidden">: {words}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
