import { useEffect } from 'react';
import { useApp, useSession } from '../../../session/session-context.tsx';
import { useMedia } from '../../../ui/look/theme.ts';

/** Windows with room for a stage. */
export const STAGE_ROOM = '(min-width: 761px) and (min-height: 501px)';

/**
 * Presents on a stage if there is room; returns true then. A stage looks like the projector, which P changes; leaving restores the previous
 * look.
 */
export function useStage(): boolean {
  const session = useSession();
  const presenting = useApp((state) => state.presenting);
  const stage = useMedia(STAGE_ROOM) && presenting;
  useEffect(() => {
    if (!stage) return;
    const { profile } = session.store.getState().scenario.values;
    const measure = () => session.store.setState({ stage: Math.min(innerHeight, 0.75 * innerWidth) });
    measure();
    session.change({ profile: 'projector' });
    addEventListener('resize', measure);
    return () => {
      removeEventListener('resize', measure);
      session.store.setState({ stage: 0 });
      session.change({ profile });
    };
  }, [session, stage]);
  return stage;
}
