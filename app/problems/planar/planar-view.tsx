import { useMemo } from 'react';
import { hasCrowd } from '../../session/picture/shown-crowd.ts';
import { readIterates } from '../../session/run/read-iterates.ts';
import { sceneName } from '../../session/scene-parts.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import type { ProblemView } from '../../session/view.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { Coming, lazyView } from '../../ui/lazy-view.tsx';
import { CURVES } from './curves.ts';
import { createData } from './data-drawing.ts';
import { type Bodies, createMapView, type Own } from './first-view.tsx';
import { haveHandles } from './hand/movable.ts';
import { LandscapePanel } from './LandscapePanel.tsx';
import { Legends } from './Legend.tsx';

const BODIES: Bodies = {
  left: () => <LandscapePanel side="left" />,
  right: () => <LandscapePanel side="right" />,
  data: DataPanel,
};

/** Creates the shared view: both sides on maps of two weights, or of a slice, with the data and three curves. */
export function createPlanarView(own: Own = {}): ProblemView {
  const view = createMapView(own, BODIES);
  return {
    ...view,
    title: sceneName(view.title),
    short: sceneName(view.short),
    curves: CURVES,
    async read(engine, snapshot) {
      const state = snapshot.store.getState();
      const crowd = hasCrowd(state)
        ? await (await import('../../session/picture/crowd-follower.ts')).readCrowd(engine, state)
        : null;
      const read = state.scenario.values.arrows || state.slice ? await readIterates(engine, snapshot) : {};
      return { ...read, crowd };
    },
  };
}

/** Only a user's own data can have refused rows. */
const RefusedRows = lazyView(() => import('../../ui/notices/RefusedRows.tsx'), 'RefusedRows');

const SampleHandles = lazyView(() => import('./hand/SampleHandles.tsx'), 'SampleHandles');

const describe = async () => (await import('../../pictures/describe.ts')).data;

/** Shows the data with both current fits; nothing for more than two features, or for none. */
function DataPanel() {
  const t = useTranslate();
  const opened = useApp((state) => state.opened);
  const hasHandles = useApp(haveHandles);
  const picture = useMemo(createData, []);

  return (
    <>
      <div className="plate">
        <Drawing picture={picture} label={t('aria.data')} describe={describe} />
        {hasHandles && (
          <Coming>
            <SampleHandles />
          </Coming>
        )}
      </div>
      {/* Reserves its room before the data arrive, so the curves below do not move. */}
      {(opened?.dimension ?? 2) > 1 && <Legends />}
      {opened && opened.refused.length > 0 && (
        <Coming>
          <RefusedRows rows={opened.refused} count={opened.refusedCount} />
        </Coming>
      )}
    </>
  );
}
