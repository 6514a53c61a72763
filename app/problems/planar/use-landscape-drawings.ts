import { useCallback, useMemo, useRef } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { createRampTable } from '../../charts/loss-colour.ts';
import { createThinner } from '../../charts/thin.ts';
import {
  landscapeBase,
  landscapeOverlay,
  watchBase,
  watchOverlay,
} from '../../pictures/landscape-drawing.ts';
import { groundOf, groundParts } from '../../pictures/landscape-marks.ts';
import { useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Size } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';

/** The two pictures of a landscape panel and what each depends on. */
export function useLandscapeDrawings(side: SideName) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const table = useMemo(() => createRampTable(palette.ramp), [palette]);
  const thinner = useMemo(() => createThinner(), []);

  /** The ground is coloured anew only when it changed. */
  const groundNow = useMemo(() => {
    let of: readonly unknown[] = [];
    let made: ReturnType<typeof groundOf> = null;
    return (state: AppState) => {
      const key = groundParts(state);
      if (key.some((part, i) => part !== of[i])) {
        made = groundOf(state, side, t);
        // Only now: where there was no memory for it, it is made the next time.
        of = key;
      }
      return made;
    };
  }, [side, t]);

  const base = useRef<DisplayList>([]);
  const drawBase = useCallback(
    (size: Size): DisplayList => {
      const ground = groundNow(session.store.getState());
      base.current = landscapeBase(session, side, size, { palette, scale, table }, t, ground);
      return base.current;
    },
    [session, side, palette, scale, table, t, groundNow],
  );

  const drawOverlay = useCallback(
    (size: Size): DisplayList =>
      landscapeOverlay(session, side, size, { palette, scale }, t, thinner, base.current),
    [session, side, palette, scale, thinner, t],
  );
  const watch = useCallback((state: AppState) => watchOverlay(state, side), [side]);

  return { drawBase, watchBase, drawOverlay, watchOverlay: watch };
}
