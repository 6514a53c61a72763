import { useCallback, useRef, useState } from 'react';
import { CIRCLE_SIGNS, type CircleSign, drawCircleSign } from '../../pictures/circle-signs.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Drawing, type Size } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { MATCH } from './circle-facts.ts';

const watch = () => [];

/** What the marks on the circle are, in words: opened by a press, over the circle, so that it takes no room. */
export function CircleKey() {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const hasTeacher = useApp(({ opened }) => opened?.network?.teacher != null);
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);
  const right = solved ? t('side.right.program') : t('side.right.short');
  const signs = CIRCLE_SIGNS.filter((sign) => hasTeacher || !['teacher', 'match'].includes(sign));

  function wordsOf(sign: CircleSign): string {
    if (sign === 'match') return t('circle.match', MATCH);
    return sign === 'program' ? t('circle.program', { right }) : t(`circle.${sign}`);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    summary.current?.focus();
    event.preventDefault();
  }

  return (
    <details
      className="circle-key"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={onKeyDown}
    >
      <summary ref={summary}>{t('circle.how')}</summary>
      {open && (
        // Where the words are longer than the plate, keys scroll them.
        <dl tabIndex={0} data-arrows>
          {signs.map((sign) => (
            <div key={sign}>
              <dt>
                <Sign sign={sign} />
              </dt>
              <dd>{wordsOf(sign)}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}

function Sign({ sign }: { sign: CircleSign }) {
  const { palette, scale } = useThemeContext();
  const draw = useCallback(
    (size: Size) => drawCircleSign(sign, { ...size, scale, palette }),
    [sign, scale, palette],
  );
  return <Drawing draw={draw} watch={watch} />;
}
