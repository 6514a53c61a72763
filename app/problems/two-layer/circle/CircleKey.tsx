import { useMemo } from 'react';
import { stillPicture } from '../../../session/picture/picture.ts';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import { Drawing } from '../../../ui/Drawing.tsx';
import { EscapeDetails } from '../../kit/surface/EscapeDetails.tsx';
import { networkOf } from '../network-info.ts';
import { MATCH } from './facts.ts';
import { CIRCLE_SIGNS, type CircleSign, drawCircleSign } from './signs.ts';

/** Explains the circle's marks in an overlay, so it takes no room. */
export function CircleKey() {
  const t = useTranslate();
  const hasTeacher = useApp(({ opened }) => networkOf(opened)?.teacher != null);
  const solved = useApp(({ opened }) => networkOf(opened)?.solved ?? true);
  const right = solved ? t('side.right.program') : t('side.right.short');
  const signs = CIRCLE_SIGNS.filter((sign) => hasTeacher || !['teacher', 'match'].includes(sign));

  function wordsOf(sign: CircleSign): string {
    if (sign === 'match') return t('circle.match', MATCH);
    return sign === 'program' ? t('circle.program', { right }) : t(`circle.${sign}`);
  }

  return (
    <EscapeDetails className="circle-key" summary={t('circle.how')}>
      {() => (
        // Keys scroll overflowing words.
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
    </EscapeDetails>
  );
}

function Sign({ sign }: { sign: CircleSign }) {
  const picture = useMemo(
    () => stillPicture(({ size, drawStyle }) => drawCircleSign(sign, { ...size, ...drawStyle })),
    [sign],
  );
  return <Drawing picture={picture} />;
}
