import { useCallback } from 'react';
import type { DisplayList } from '../../charts/display-list.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { Drawing, type Size } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { angleDrawing } from './angle-drawing.ts';
import { networkName } from './network-names.ts';

const DESCRIBE = {
  left: async () => (await import('./describe-network.ts')).leftAngles,
  right: async () => (await import('./describe-network.ts')).rightAngles,
};

const watch = (state: AppState) => [state.k, state.version, state.opened, state.network];

/** A side's neurons where their directions are no circle: how far each is turned from the teacher's, by its strength. */
export function AnglePanel({ side }: { side: 'left' | 'right' }) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const right = useApp((state) => networkName(state, 'right', t));
  const hasTeacher = useApp(({ opened }) => opened?.network?.teacher != null);

  const draw = useCallback(
    (size: Size): DisplayList => angleDrawing(session, side, size, { palette, scale }, t),
    [session, side, scale, palette, t],
  );

  const name = side === 'left' ? t('side.left.descent') : right;
  return (
    <div className="plate" data-testid={`angles-${side}`}>
      <Drawing
        draw={draw}
        watch={watch}
        label={t('aria.angles', { side: name, right: hasTeacher ? null : right })}
        describe={DESCRIBE[side]}
      />
    </div>
  );
}
