import { useMemo } from 'react';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { createAngles } from './angle-drawing.ts';
import { networkOf } from './network-info.ts';
import { networkName } from './network-names.ts';

const DESCRIBE = {
  left: async () => (await import('./describe-network.ts')).leftAngles,
  right: async () => (await import('./describe-network.ts')).rightAngles,
};

/** A side's neurons where their directions are no circle: how far each is turned from the teacher's, by its strength. */
export function AnglePanel({ side }: { side: 'left' | 'right' }) {
  const t = useTranslate();
  const right = useApp((state) => networkName(state, 'right', t));
  const hasTeacher = useApp(({ opened }) => networkOf(opened)?.teacher != null);

  const picture = useMemo(() => createAngles(side), [side]);

  const name = side === 'left' ? t('side.left.descent') : right;
  return (
    <div className="plate" data-testid={`angles-${side}`}>
      <Drawing
        picture={picture}
        label={t('aria.angles', { side: name, right: hasTeacher ? null : right })}
        describe={DESCRIBE[side]}
      />
    </div>
  );
}
