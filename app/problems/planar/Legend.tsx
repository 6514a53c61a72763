import { useMemo } from 'react';
import { shownGround } from '../../pictures/landscape/map-state.ts';
import { legendWords } from '../../pictures/side-words.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { Coming, lazyView } from '../../ui/lazy-view.tsx';
import { createLegend, legendSides } from './legend-drawing.ts';

const DESCRIBE = {
  left: async () => (await import('../../pictures/describe.ts')).leftLegend,
  right: async () => (await import('../../pictures/describe.ts')).rightLegend,
};

const PullLegend = lazyView(() => import('./PullLegend.tsx'), 'PullLegend');

/** Shows the shared colour scale, or each side's own, and the legend of what replaces the loss. */
export function Legends() {
  const left = useApp((state) => legendSides(state).includes('left'));
  const right = useApp((state) => legendSides(state).includes('right'));
  const pull = useApp((state) => shownGround(state) === 'pull' && state.pull !== null);
  return (
    <div className="legends">
      {left && <Legend side="left" />}
      {right && <Legend side="right" />}
      {pull && (
        <Coming>
          <PullLegend />
        </Coming>
      )}
    </div>
  );
}

/** Shows one side's colour scale with its label, which says if both share it. */
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
