import { useCallback, useMemo } from 'react';
import { createRampTable } from '../plot/loss-colour.ts';
import { Drawing, type Size } from './Drawing.tsx';
import { legendDrawing, legendSides, legendWords, watchLegend } from './legend-drawing.ts';
import { useApp, useSession, useTranslate } from './session-context.tsx';
import { useThemeContext } from './theme-context.ts';

const DESCRIBE = {
  left: async () => (await import('./describe.ts')).leftLegend,
  right: async () => (await import('./describe.ts')).rightLegend,
};

/** The scale of both sides, or of each where each has its own. */
export function Legends() {
  const left = useApp((state) => legendSides(state).includes('left'));
  const right = useApp((state) => legendSides(state).includes('right'));
  return (
    <div className="legends">
      {left && <Legend side="left" />}
      {right && <Legend side="right" />}
    </div>
  );
}

/** The colour scale of one side with what it is over, and whether both share it. */
function Legend({ side }: { side: 'left' | 'right' }) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const table = useMemo(() => createRampTable(palette.ramp), [palette]);
  const whole = useApp((state) => legendWords(state, side, t).whole);
  const draw = useCallback(
    (size: Size) => legendDrawing(session, side, size, { palette, scale, table }, t),
    [session, side, palette, scale, table, t],
  );
  return (
    <div className="legend" title={whole}>
      <Drawing draw={draw} watch={watchLegend} label={whole} describe={DESCRIBE[side]} />
    </div>
  );
}
