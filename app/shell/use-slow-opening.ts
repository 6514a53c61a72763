import { useEffect, useState } from 'react';
import { useApp } from '../session/session-context.tsx';

/** Openings that are done sooner need no word. */
const SLOW_AFTER_MS = 300;

/** Whether a scenario has been opening for so long that a person wonders. */
export function useSlowOpening(): boolean {
  const opening = useApp((state) => state.phase === 'opening');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!opening) return;
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [opening]);
  return slow;
}
