import { useState } from 'react';
import { useApp, useSession } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';

/** Returns the state for a dialog: during playback, the state when the dialog opened. */
export function useHeld(): AppState {
  const session = useSession();
  const [opened] = useState(() => session.store.getState());
  return useApp((now) => (now.playing ? opened : now));
}
