import { dynamicKey } from '../../i18n/messages.ts';
import type { MarkName } from '../../session/extra-marks.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Inline } from './Formula.tsx';
import { symbolTex } from './symbols.ts';

/** How a symbol is pointed at: the pointer or the focus comes and goes, a press keeps it. */
export interface Pointing {
  readonly kept: MarkName | null;
  point(mark: MarkName | null): void;
  keep(mark: MarkName): void;
}

/** Every symbol that has a mark, as buttons: what the pointer finds in the formulae, for keys, touch and screen readers. */
export function Symbols({ marks, pointing }: { marks: readonly MarkName[]; pointing: Pointing }) {
  const t = useTranslate();
  const problem = useApp((state) => state.scenario.problem);
  const blended = useApp(({ scenario }) => (scenario.values.blend ?? 1) < 1);
  const networks = problem === 'two-layer';
  const relaxed = useApp(({ opened }) => opened?.network?.solved === false);
  if (marks.length === 0) return null;
  return (
    <section className="symbols" aria-label={t('explain.symbols')}>
      <p className="note" id="explain-symbols-note">
        {t('explain.symbols.note')}
      </p>
      <ul>
        {marks.map((mark) => {
          const tex = symbolTex(mark, problem, blended, relaxed);
          const words = t(dynamicKey(`explain.mark${networks ? '.network' : ''}`, mark));
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
