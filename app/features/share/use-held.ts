import { useState } from 'react';
import { useApp, useSession } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';

/** Returns a dialog's state; in playback, the state at its opening. */
export function useHeld(): AppState {
  const session = useSession();
  const [opened] = useState(() => session.store.getState());
  return useApp((now) => (now.playing ? opened : now));
}
