import { useState } from 'react';
import { useApp, useSession } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';

/** The state that a dialog is about: while the run plays behind it that at which it was opened. */
export function useHeld(): AppState {
  const session = useSession();
  const [opened] = useState(() => session.store.getState());
  return useApp((now) => (now.playing ? opened : now));
}
