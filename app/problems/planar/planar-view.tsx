import { useMemo } from 'react';
import { DATA_SETS } from '../../../engine/data/data-sets.ts';
import type { Translate } from '../../i18n/messages.ts';
import { excessOver } from '../../session/excess.ts';
import { verdictFacts } from '../../session/facts.ts';
import { numberAt } from '../../session/kept-steps.ts';
import { readIterates } from '../../session/read-iterates.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { hasCrowd } from '../../session/shown-crowd.ts';
import type { AppState } from '../../session/store.ts';
import { type MapFacts, type Panel, type ProblemView, viewOf } from '../../session/view.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { Coming, lazyView } from '../../ui/lazy-view.tsx';
import { PLAIN_VIEW } from '../plain-view.ts';
import { CURVES } from './curves.ts';
import { areDrawn, createData, inputsOf } from './data-drawing.ts';
import { LandscapePanel } from './LandscapePanel.tsx';
import { Legends } from './Legend.tsx';
import { haveHandles } from './movable.ts';
import { projectionWords } from './projection-words.ts';

const LEFT: Panel = {
  name: 'left',
  side: 'left',
  title: (state, t) => viewOf(state).title(state, 'left', t),
  Body: () => <LandscapePanel side="left" />,
};

const RIGHT: Panel = {
  name: 'right',
  side: 'right',
  title: (state, t) => viewOf(state).title(state, 'right', t),
  Body: () => <LandscapePanel side="right" />,
};

const COORDINATES: Panel = {
  name: 'coordinates',
  side: null,
  title: (_, t) => t('coordinates.title'),
  facts: ({ opened }, t) => t('coordinates.note', { d: opened?.dimension ?? 1 }),
  // Of one weight it stands in the place of the maps.
  className: ({ opened }) => ((opened?.dimension ?? 1) > 1 ? '' : 'coordinates'),
  Body: lazyView(() => import('./CoordinatesPanel.tsx'), 'CoordinatesPanel'),
};

const DATA: Panel = {
  name: 'data',
  side: null,
  title: (_, t) => t('data.title'),
  facts: (state, t) => {
    const samples = state.opened?.samples;
    if (!samples) return '';
    const noise = viewOf(state).maps?.noise(state, t) ?? '';
    return t('data.count', { n: samples.count, drawn: samples.labels.length, noise });
  },
  Body: DataPanel,
};

/** What noise the data has, or which data set it is. */
function noiseWords({ scenario }: AppState, t: Translate): string {
  const { features, data, noise: size, noisein } = scenario.values;
  if (features === 'csv')
    return Object.hasOwn(DATA_SETS, data as string) ? t('data.set', { name: data as string }) : t('data.own');
  if (size === undefined) return '';
  if (size === 0) return t('data.noNoise');
  return t(noisein ? 'data.noiseInside' : 'data.noiseOutside', { noise: size as number });
}

/** A map's facts of a problem that says no more. */
const PLAIN_MAPS: MapFacts = {
  axes({ opened, slice }, _, t) {
    if (slice && (opened?.dimension ?? 2) > 2) {
      const { p, q, along } = slice;
      return {
        x: t('axis.along', { to: along[0], j: p.indexOf(1) + 1 }),
        y: t('axis.along', { to: along[1], j: q.indexOf(1) + 1 }),
      };
    }
    return opened?.samples.hasOnes
      ? { x: t('axis.slope'), y: t('axis.bias') }
      : { x: t('axis.w1'), y: t('axis.w2') };
  },
  lowest: ({ references }, side, t) =>
    t('mark.left', { restarts: references && !references.certified[side] ? references.restarts : 0 }),
  gradient: ({ opened }) => (opened?.standardised ? 'curve.gradientScaled' : 'curve.gradient'),
  noise: noiseWords,
  fits: () => ({ left: null, right: null, planted: null }),
  isConvex: () => false,
  optimumKnown: false,
};

/** What differs from a problem without words of its own. */
interface Own
  extends Partial<
    Pick<ProblemView, 'title' | 'short' | 'help' | 'about' | 'knob' | 'runs' | 'explain' | 'Idea' | 'hasIdea'>
  > {
  readonly maps?: Partial<MapFacts>;
}

/** The shared view: both sides on maps of two weights, or of a slice through more, with the data and three curves. */
export function createPlanarView(own: Own = {}): ProblemView {
  return {
    ...PLAIN_VIEW,
    ...own,
    maps: { ...PLAIN_MAPS, ...own.maps },
    raster({ scenario }) {
      if (scenario.values.solid) return 'solid';
      return (scenario.values.ground ?? 'loss') === 'loss' ? null : 'raster';
    },
    panels(state) {
      const dimension = state.opened?.dimension ?? 2;
      const drawn = areDrawn(inputsOf(state));
      return [
        ...(dimension > 1 ? [LEFT, RIGHT] : []),
        ...(dimension === 1 || !drawn ? [COORDINATES] : []),
        ...(drawn ? [DATA] : []),
      ];
    },
    curves: CURVES,
    excess: ({ store, trajectories }, side, step) =>
      excessOver(store.getState(), side, numberAt(trajectories[side], 'loss', step)),
    verdict: ({ trajectories }, state, side, t) => t('verdict', verdictFacts(state, trajectories, side)),
    footing(snapshot, state, side, t) {
      const plain = PLAIN_VIEW.footing(snapshot, state, side, t);
      const facts = verdictFacts(state, snapshot.trajectories, side);
      const criterion = t('criterion', facts);
      return {
        // On a slice it is said how far it is off.
        below: state.slice || criterion !== '' ? '' : plain.below,
        why: criterion,
        ended: criterion !== '',
        overshoots: facts.growing || plain.overshoots,
      };
    },
    note: projectionWords,
    async read(engine, snapshot) {
      const state = snapshot.store.getState();
      const crowd = hasCrowd(state)
        ? await (await import('../../session/crowd-follower.ts')).readCrowd(engine, state)
        : null;
      const read = state.scenario.values.arrows || state.slice ? await readIterates(engine, snapshot) : {};
      return { ...read, crowd };
    },
  };
}

/** Rows are refused of a person's own data alone. */
const RefusedRows = lazyView(() => import('../../ui/RefusedRows.tsx'), 'RefusedRows');

const SampleHandles = lazyView(() => import('./SampleHandles.tsx'), 'SampleHandles');

const describe = async () => (await import('../../pictures/describe.ts')).data;

/** The data with both present fits: a scatter for one feature, the plane for two; nothing for more, or for none. */
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
      {/* Its room is there before the data are: else the curves below would move. */}
      {(opened?.dimension ?? 2) > 1 && <Legends />}
      {opened && opened.refused.length > 0 && (
        <Coming>
          <RefusedRows rows={opened.refused} count={opened.refusedCount} />
        </Coming>
      )}
    </>
  );
}
