import { useEffect } from 'react';
import { useApp, useSession } from '../../../session/session-context.tsx';
import { useMedia } from '../../../ui/look/theme.ts';

/** Where presenting is a stage; on a phone it is the page with the presenter's bar. */
export const STAGE_ROOM = '(min-width: 761px) and (min-height: 501px)';

/**
 * Makes presenting a stage as high as the window, where there is room for one, and says whether it is. A stage has the projector's look,
 * which P changes; who leaves it has the look from before.
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
