import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PointedMark } from '../../session/explanation.ts';
import type { MarkName } from '../../session/extra-marks.ts';
import { bringIntoView } from './bring-into-view.ts';
import type { Pointing } from './Symbols.tsx';

/** The panel that has a mark. */
function panelOf(mark: MarkName): 'left' | 'right' | 'data' {
  if (mark === 'samples' || mark === 'dead') return 'data';
  return mark === 'right' || mark === 'slope-right' ? 'right' : 'left';
}

/** The symbol that is pointed at, else the one that was kept lit. What has no mark any more goes out. */
export function usePointing(marks: readonly PointedMark[]): {
  highlight: MarkName | null;
  pointing: Pointing;
} {
  const [pointed, setPointed] = useState<MarkName | null>(null);
  const [kept, setKept] = useState<MarkName | null>(null);
  const keep = useCallback((mark: MarkName) => {
    setPointed(null);
    setKept((now) => (now === mark ? null : mark));
  }, []);
  useEffect(() => {
    if (kept) bringIntoView(panelOf(kept));
  }, [kept]);
  const pointing = useMemo(() => ({ kept, point: setPointed, keep }), [kept, keep]);
  const lit = pointed ?? kept;
  return { highlight: marks.some(({ name }) => name === lit) ? lit : null, pointing };
}
