import type { ComponentType } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { isSetName } from '../../../engine/data/set-names.ts';
import type { Translate } from '../../i18n/messages.ts';
import { shownGround } from '../../pictures/landscape/map-state.ts';
import { excessOver } from '../../session/excess.ts';
import { verdictFacts } from '../../session/facts.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import { hasPart, partState } from '../../session/scene-parts.ts';
import type { AppState } from '../../session/store.ts';
import { type MapFacts, type Panel, type ProblemView, viewOf } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { PLAIN_VIEW } from '../kit/plain-view.ts';
import { FirstData, FirstMap } from './FirstMap.tsx';
import { areDrawn, inputsOf } from './inputs.ts';
import { projectionWords } from './samples/projection-words.ts';

/** Contents of the panels of both maps and the data. */
export type Bodies = Readonly<Record<SideName | 'data', ComponentType>>;

const COORDINATES: Panel = {
  name: 'coordinates',
  side: null,
  title: (_, t) => t('coordinates.title'),
  facts: ({ opened }, t) => t('coordinates.note', { d: opened?.dimension ?? 1 }),
  // For one weight this panel replaces the maps.
  className: ({ opened }) => ((opened?.dimension ?? 1) > 1 ? '' : 'coordinates'),
  Body: lazyView(() => import('./samples/CoordinatesPanel.tsx'), 'CoordinatesPanel'),
};

/** Returns the name of what a map shows: where its colours are the pull, its loss is only the lines; with its letter where a scene asks. */
function headingOf(state: AppState, side: SideName, t: Translate): string {
  const view = viewOf(state);
  const title = view.title(state, side, t);
  if (!hasPart(state, 'titles')) return title;
  if (side === 'right' && shownGround(state) === 'pull' && state.pull !== null) return t('pull.title');
  const letter = partState(state, 'letters') === 'shown' && view.maps?.letter?.(state, side);
  return letter ? `${title} ${letter}` : title;
}

function panelsOf(bodies: Bodies): ProblemView['panels'] {
  const map = (side: SideName): Panel => ({
    name: side,
    side,
    title: (state, t) => headingOf(state, side, t),
    Body: bodies[side],
  });
  const data: Panel = {
    name: 'data',
    side: null,
    title: (_, t) => t('data.title'),
    facts: (state, t) => {
      const samples = state.opened?.samples;
      if (!samples) return '';
      const noise = viewOf(state).maps?.noise(state, t) ?? '';
      return t('data.count', { n: samples.count, drawn: samples.labels.length, noise });
    },
    Body: bodies.data,
  };
  const [left, right] = [map('left'), map('right')];
  return (state) => {
    const dimension = state.opened?.dimension ?? 2;
    const drawn = areDrawn(inputsOf(state));
    return [
      ...(dimension > 1 ? [left, right] : []),
      ...(dimension === 1 || !drawn ? [COORDINATES] : []),
      ...(drawn ? [data] : []),
    ];
  };
}

/** Returns the words for the data's noise, or the name of the data set. */
function noiseWords({ scenario }: AppState, t: Translate): string {
  const { features, data, noise: size, noisein } = scenario.values;
  if (features === 'csv') return isSetName(data) ? t('data.set', { name: data as string }) : t('data.own');
  if (size === undefined) return '';
  if (size === 0) return t('data.noNoise');
  return t(noisein ? 'data.noiseInside' : 'data.noiseOutside', { noise: size as number });
}

/** Default facts of a map. */
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

/** Differences from a problem without words of its own. */
export interface Own
  extends Partial<
    Pick<ProblemView, 'title' | 'short' | 'help' | 'about' | 'knob' | 'runs' | 'explain' | 'idea'>
  > {
  readonly maps?: Partial<MapFacts>;
}

/** Creates a view of maps with the given bodies, without curves and readings. */
export function createMapView(own: Own, bodies: Bodies): ProblemView {
  return {
    ...PLAIN_VIEW,
    ...own,
    maps: { ...PLAIN_MAPS, ...own.maps },
    raster({ scenario }) {
      if (scenario.values.solid) return 'solid';
      return (scenario.values.ground ?? 'loss') === 'loss' ? null : 'raster';
    },
    panels: panelsOf(bodies),
    excess: ({ store, trajectories }, side, step) =>
      excessOver(store.getState(), side, numberAt(trajectories[side], 'loss', step)),
    verdict: ({ trajectories }, state, side, t) => t('verdict', verdictFacts(state, trajectories, side)),
    footing(snapshot, state, side, t) {
      const plain = PLAIN_VIEW.footing(snapshot, state, side, t);
      const facts = verdictFacts(state, snapshot.trajectories, side);
      const criterion = t('criterion', facts);
      return {
        // On a slice this line says how far off the iterate is.
        below: state.slice || criterion !== '' ? '' : plain.below,
        why: criterion,
        ended: criterion !== '',
        overshoots: facts.growing || plain.overshoots,
      };
    },
    note: projectionWords,
  };
}

const FIRST_BODIES: Bodies = {
  left: () => <FirstMap side="left" />,
  right: () => <FirstMap side="right" />,
  data: FirstData,
};

/** Creates the part of the view that the first picture needs: map colours and runs. */
export function createFirstView(own: Own): ProblemView {
  return { ...createMapView(own, FIRST_BODIES), isFirst: true };
}
