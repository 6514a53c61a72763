import type { SideName } from '../../engine/contract.ts';
import type { Update } from '../../workers/protocol.ts';
import type { Translate } from '../messages/messages.ts';
import type { ExtraMarks, MarkName } from '../plot/extra-marks.ts';
import type { Session } from '../state/create-session.ts';
import { shownStep } from '../state/facts.ts';
import { planeMap } from '../state/in-plane.ts';
import { dataMarks } from './data-marks.ts';
import { mapMarks } from './map-marks.ts';
import type { Stage } from './stages.ts';

/** What the explanation has the pictures show. */
export interface Shown {
  readonly highlight: MarkName | null;
  readonly stage: Stage | null;
  readonly update: Update | null;
}

/** Binds it to the session: places are read when a picture is drawn, so that a halo follows its mark. */
export function createExtraMarks(session: Session, t: Translate, shown: Shown): ExtraMarks {
  const { highlight, stage, update } = shown;

  function iterate(side: SideName): Float64Array | null {
    const { iterates, dimension: d, count } = session.trajectories[side];
    const k = shownStep(session.store.getState(), side);
    return count > 0 ? iterates.subarray(k * d, k * d + d) : null;
  }

  return {
    onMap(side, plane, look) {
      const state = session.store.getState();
      const map = planeMap(state);
      const { opened, scenario } = state;
      if (!map || !opened) return [];
      const place = (w: ArrayLike<number> | null) => (w ? map.toPlane(w) : null);
      const blended = ((scenario.values.blend as number | undefined) ?? 1) < 1;
      const lift = scenario.problem === 'lift';
      const right = lift ? '−∇P' : blended ? '−∇f_b' : '−∇g';
      return mapMarks(
        {
          side,
          highlight,
          stage,
          update,
          head: place(iterate(side)),
          plant: place(opened.plant),
          start: place(opened.start),
          shared: !lift,
          toPlane: map.toPlane,
          words: {
            left: lift ? '−∇F' : '−∇f',
            right,
            difference: t('mark.arrow.difference'),
            next: t('explain.mark.next'),
          },
        },
        plane,
        look,
      );
    },
    onData(kind, plane, look) {
      const { opened, scenario } = session.store.getState();
      if (!opened || scenario.problem !== 'one-neuron') return [];
      return dataMarks(
        {
          highlight,
          stage,
          told: update?.told ?? null,
          terms: { left: update?.left?.samples ?? null, right: update?.right?.samples ?? null },
          curves: { left: iterate('left'), right: iterate('right'), plant: opened.plant },
          leak: scenario.values.leak as number,
          hasOnes: opened.samples.hasOnes,
        },
        kind,
        plane,
        look,
      );
    },
  };
}
