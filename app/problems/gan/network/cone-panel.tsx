import './cone-words.en.ts';
import { useMemo, useRef } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import type { Plane } from '../../../charts/geometry.ts';
import { formatDistance, formatPlace, formatReadout } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownNumber, shownRow } from '../../../session/run/kept-steps.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { type Panel, viewOf } from '../../../session/view.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { writeText } from '../../../ui/write-text.ts';
import { drawMapLayers } from '../../kit/picture-panel.tsx';
import { PlaneSurface, ResetView, usePlane } from '../../planar/hand/PlaneSurface.tsx';
import { floorOf, GAME, generatorsOf, offOf } from '../game-info.ts';
import { cloudOf, createCone } from './cone-drawing.ts';
import { readAt } from './cone-pick.ts';
import { shownScene } from './cone-scene.ts';
import { describeCone } from './describe-cone.ts';

function ConePlate({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const { surface, planeNow } = usePlane();
  const title = useApp((state) => viewOf(state).title(state, side, t));
  const { ground, run } = useMemo(() => createCone(side), [side]);
  const describe = useMemo(() => async () => describeCone(side), [side]);
  return (
    <div className="plate cone" data-testid={`cone-${side}`}>
      <Drawing picture={ground} />
      <Drawing picture={run} label={t('aria.gan.cone', { side: title })} describe={describe} />
      <PlaneSurface
        surface={surface}
        planeNow={planeNow}
        side={side}
        label={t('aria.gan.cone.surface', { side: title })}
        startAt={(x, y) => session.pointAt([x, y])}
      />
      <Readout side={side} planeNow={planeNow} />
      {side === 'left' && <ResetView surface={surface} />}
    </div>
  );
}

/** Reads out the crosshair, aloud if keys move it. */
function Readout({ side, planeNow }: { side: SideName; planeNow: () => Plane }) {
  const session = useSession();
  const t = useTranslate();
  const { scale } = useThemeContext();
  const output = useRef<HTMLOutputElement>(null);
  useTransient(
    (state) => (state.crosshair ? readWords(session, state, side, planeNow(), scale, t) : ''),
    (words) => {
      if (!output.current || output.current.textContent === words) return;
      output.current.setAttribute('aria-live', hasKeyboardFocus() ? 'polite' : 'off');
      writeText(output.current, words);
    },
  );
  return <output ref={output} aria-live="off" className="probe" data-testid={`probe-${side}`} />;
}

export function readWords(
  snapshot: Snapshot,
  state: AppState,
  side: SideName,
  plane: Plane,
  scale: number,
  t: Translate,
): string {
  const info = generatorsOf(state);
  if (!info || !state.crosshair) return '';
  const scene = shownScene(state, info, side);
  const asks = isAsking(state);
  const of = info.sides[side];
  const { certificate } = of;
  const told = GAME.now(state, 'players')?.[side];
  const { places } = snapshot.trajectories[side];
  const row = shownRow(snapshot, side);
  const g = [places[3 * row] ?? Number.NaN, places[3 * row + 1] ?? Number.NaN] as const;
  const cloud = told ? cloudOf(scene, told) : [];
  const read = readAt(plane, scene, { g, cloud }, state.crosshair, scale);
  const reachable = asks ? null : certificate.reachable;
  const short = (value: number | undefined) => formatDistance(value ?? Number.NaN);
  switch (read?.kind) {
    case 'mean':
      return t('gan.cone.read.mean', { at: formatPlace(info.mean), reachable });
    case 'nearest': {
      const at = info.mean.map((value, i) => value - certificate.d[i]!);
      return t('gan.cone.read.nearest', { at: formatPlace(at), floor: short(floorOf(state, side)) });
    }
    case 'g':
      return t('gan.cone.read.g', {
        at: formatPlace(told?.mean ?? g),
        mse: formatReadout(shownNumber(snapshot, side, 'loss')),
      });
    case 'sample': {
      const at = told!.cloud.subarray(read.at * scene.m, (read.at + 1) * scene.m);
      return t('gan.cone.read.sample', { i: read.at + 1, at: formatPlace(at) });
    }
    case 'column': {
      const pull = told?.pulls[read.at] ?? Number.NaN;
      // A neuron at its bound can only grow.
      const rests = offOf(of) === 'dead' || (of.kind === 'convex' && pull < 0);
      return t('gan.cone.read.column', {
        j: read.at + 1,
        h: short(told?.hidden[read.at]),
        // With several h there is no h*.
        target: reachable === false ? short(certificate.h[read.at]) : null,
        pull: short(pull),
        sign: told?.silent[read.at] && rests ? 0 : Math.sign(pull),
      });
    }
    default:
      return '';
  }
}

function conePanel(side: SideName): Panel {
  const told = describeCone(side);
  const draw = drawMapLayers([() => createCone(side, true).ground, () => createCone(side, true).run]);
  return {
    name: side,
    side,
    title: (state, t) => viewOf(state).title(state, side, t),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <ConePlate side={side} />,
    picture: { aspect: 1, narrow: () => 0.62, draw, tell: () => [told] },
  };
}

export const CONE: Readonly<Record<SideName, Panel>> = { left: conePanel('left'), right: conePanel('right') };
