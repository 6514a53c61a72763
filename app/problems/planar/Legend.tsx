import { useCallback, useMemo } from 'react';
import { createRampTable } from '../../charts/loss-colour.ts';
import { legendDrawing, legendSides, legendWords, watchLegend } from '../../pictures/legend-drawing.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { Drawing, type Size } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';

const DESCRIBE = {
  left: async () => (await import('../../pictures/describe.ts')).leftLegend,
  right: async () => (await import('../../pictures/describe.ts')).rightLegend,
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
