import { useMemo } from 'react';
import { legendWords } from '../../pictures/side-words.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { createLegend, legendSides } from './legend-drawing.ts';

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
  const t = useTranslate();
  const whole = useApp((state) => legendWords(state, side, t).whole);
  const picture = useMemo(() => createLegend(side), [side]);
  return (
    <div className="legend" title={whole}>
      <Drawing picture={picture} label={whole} describe={DESCRIBE[side]} />
    </div>
  );
}
