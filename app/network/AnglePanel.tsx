import { useCallback } from 'react';
import { anglesTo, drawAngles, strongestOfEachSign } from '../plot/angle-plot.ts';
import type { DisplayList } from '../plot/display-list.ts';
import type { Session } from '../state/create-session.ts';
import type { AppState } from '../state/store.ts';
import { Drawing, type Size } from '../views/Drawing.tsx';
import { useApp, useSession, useTranslate } from '../views/session-context.tsx';
import { useThemeContext } from '../views/theme-context.ts';
import { neuronsAt, picturedStep } from './network-pictures.ts';

/** Places of a trail, and the neurons up to which trails are drawn. */
const TRAIL = 40;
const MOST_TRAILS = 60;

const DESCRIBE = {
  left: async () => (await import('./describe-network.ts')).leftAngles,
  right: async () => (await import('./describe-network.ts')).rightAngles,
};

const watch = (state: AppState) => [state.k, state.version, state.opened, state.network];

/** A side's neurons where their directions are no circle: how far each is turned from the teacher's, by its strength. */
export function AnglePanel({ side }: { side: 'left' | 'right' }) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const solved = useApp(({ opened }) => opened?.network?.solved ?? true);
  const right = solved ? t('side.right.program') : t('side.right.short');
  const hasTeacher = useApp(({ opened }) => opened?.network?.teacher != null);

  const draw = useCallback(
    ({ width, height }: Size): DisplayList => {
      const {
        opened,
        network: { reading },
      } = session.store.getState();
      if (!opened?.network) return [];
      const { teacher, columns } = opened.network;
      const targets = teacher ?? strongestOfRight(session, columns);
      const known = targets && anglesTo(targets, targets, columns).strengths;
      // Before anything is known nothing is missing.
      const positive = known?.some((strength) => strength > 0) ?? true;
      const negative = known?.some((strength) => strength < 0) ?? true;
      return drawAngles({
        width,
        height,
        scale,
        palette,
        side,
        neurons: targets && anglesTo(neuronsAt(session, side), targets, columns),
        dead: reading?.[side].dead ?? [],
        trails: side === 'left' && targets ? trailsOf(session, targets, columns) : [],
        teacher: teacher && known,
        // The same on both sides and at every step.
        unit: Math.max(0, ...(known ?? []).map(Math.abs)),
        beyond: positive && negative ? null : t('network.noSign', { positive, negative }),
        axes: {
          x: teacher ? t('network.angle') : t('network.angleRight', { right }),
          y: t('network.strength'),
        },
        names: {
          teacher: t('side.teacher'),
          positive: 'α > 0',
          negative: 'α < 0',
          dead: t('network.deadNeuron'),
        },
      });
    },
    [session, side, scale, palette, t, right],
  );

  const name = side === 'left' ? t('side.left.descent') : right;
  return (
    <div className="plate" data-testid={`angles-${side}`}>
      <Drawing
        draw={draw}
        watch={watch}
        label={t('aria.angles', { side: name, right: hasTeacher ? null : right })}
        describe={DESCRIBE[side]}
      />
    </div>
  );
}

/** The strongest neurons of what the right side has come to, whichever step is shown; null before it has any. */
function strongestOfRight(session: Session, columns: number): Float64Array<ArrayBuffer> | null {
  const { iterates, dimension, count } = session.trajectories.right;
  const { opened, sides } = session.store.getState();
  const last = iterates.subarray(Math.max(0, count - 1) * dimension, count * dimension);
  const strongest = strongestOfEachSign(opened?.network?.constant ? last.subarray(0, -1) : last, columns);
  return strongest.length === 0 && sides.right.status === 'moving' ? null : strongest;
}

/** Past places of each of descent's neurons, oldest first. */
function trailsOf(session: Session, targets: Float64Array, columns: number): number[][] {
  const state = session.store.getState();
  const m = state.opened?.network?.neurons ?? 0;
  if (m > MOST_TRAILS) return [];
  const { iterates, dimension } = session.trajectories.left;
  const last = picturedStep(session, 'left');
  // About a fifth of the way back, so that a trail tells the speed.
  const stride = Math.max(1, Math.ceil(Math.max(20, last / 5) / TRAIL));
  const trails: number[][] = Array.from({ length: m }, () => []);
  for (let back = Math.min(TRAIL, Math.floor(last / stride)); back > 0; back--) {
    const from = (last - back * stride) * dimension;
    const past = anglesTo(iterates.subarray(from, from + m * (columns + 1)), targets, columns);
    trails.forEach((trail, j) => {
      trail.push(past.angles[j]!, past.strengths[j]!);
    });
  }
  return trails;
}
