import './idea-words.en.ts';
import { useEffect, useMemo } from 'react';
import { shallow } from 'zustand/shallow';
import type { SideName } from '../../../engine/contract.ts';
import type { SampleReading, SideOfSample } from '../../../engine/problems/one-neuron/types.ts';
import { formatDistance } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { createPicture, type Picture } from '../../session/picture/picture.ts';
import type { Session } from '../../session/session.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { viewOf } from '../../session/view.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { SAMPLE } from './idea.ts';
import { drawSample } from './sample-plot.ts';

/** Keeps the sample's losses at the start up to date. Returns an unsubscribe function. */
function bindSample({ store, pictureEngine }: Session): () => void {
  let reading = false;
  let ended = false;
  const key = ({ opened, pictured }: AppState) => [opened?.sides, pictured];

  async function read(): Promise<void> {
    // While the knob moves each result is shown; the last belongs to its final value.
    if (reading) return;
    reading = true;
    for (let asked: readonly unknown[] = []; !ended && !shallow(asked, key(store.getState())); ) {
      const state = store.getState();
      asked = key(state);
      const { opened, pictured } = state;
      if (!opened) continue;
      const { left, right } = opened.sides;
      const starts = { left: left.start, right: right.start };
      // Without an answer, keep the picture: the run's engine reports the loss.
      const value = await pictureEngine.reading<SampleReading>('sample', starts).catch(() => undefined);
      if (ended || value === undefined) continue;
      SAMPLE.keep(store, 'sample', { landscape: pictured, step: null, value });
    }
    reading = false;
  }

  const update = () => void read();
  const unsubscribe = store.subscribe(key, update, { equalityFn: shallow });
  update();
  return () => {
    ended = true;
    unsubscribe();
  };
}

/** Words the sample: flat, pulling, or pulling only on the right. */
function noteOf(side: SideName, { z, slope }: SideOfSample, left: SideOfSample, t: Translate): string {
  if (slope === 0 && !(z > 0)) return t('idea.flat');
  const words = { slope: formatDistance(slope) };
  return t(side === 'right' && left.slope === 0 ? 'idea.pulls' : 'idea.slope', words);
}

function createSide(side: SideName): Picture {
  return createPicture({
    select({ store }, t) {
      const state = store.getState();
      return {
        told: SAMPLE.latest(state, 'sample'),
        title: t('idea.title', { side: viewOf(state).short(state, side, t) }),
      };
    },
    draw({ told, title }, { size, drawStyle, t }) {
      if (!told) return [];
      const { zs, left, right } = told;
      const words = { axis: 'z', inactive: t('idea.inactive') };
      return drawSample({
        ...size,
        ...drawStyle,
        ...words,
        title,
        side,
        zs,
        of: told[side],
        top: Math.max(...left.losses, ...right.losses),
        note: noteOf(side, told[side], left, t),
      });
    },
  });
}

function SamplePlate({ side }: { side: SideName }) {
  const t = useTranslate();
  const picture = useMemo(() => createSide(side), [side]);
  const label = useApp((state) => {
    const told = SAMPLE.latest(state, 'sample');
    const { z, slope } = told?.[side] ?? { z: Number.NaN, slope: Number.NaN };
    return t('idea.aria', {
      side: viewOf(state).title(state, side, t),
      label: formatDistance(told?.label ?? Number.NaN),
      z: formatDistance(z),
      slope: formatDistance(slope),
    });
  });
  return (
    <div className="curve" data-testid={`idea-${side}`}>
      <Drawing picture={picture} label={label} />
    </div>
  );
}

/** The loss of one sample on each side, which introduces the relaxation before a run. */
export function Idea() {
  const session = useSession();
  const t = useTranslate();
  useEffect(() => bindSample(session), [session]);
  const words = useApp(({ scenario: { values } }) => {
    if (values.blend === 0) return 'idea.none';
    return values.leak === 0 ? 'idea.lost' : 'idea.leaks';
  });
  const active = useApp((state) => SAMPLE.latest(state, 'sample')?.left.active);
  const n = useApp(({ opened }) => opened?.samples.count ?? 0);
  return (
    <>
      <SamplePlate side="left" />
      <SamplePlate side="right" />
      <div className="curve idea" data-testid="idea">
        <p>
          <b>{t('idea.lead')}</b> {t(words)}
          {/* With its space: a separate one would shift when the count arrives. */}
          {active !== undefined && ` ${t('idea.count', { active, n })}`}
        </p>
      </div>
    </>
  );
}
