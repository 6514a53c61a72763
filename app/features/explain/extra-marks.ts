import type { SideName } from '../../../engine/contract.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Explanation } from '../../session/explanation.ts';
import type { ExtraMarks, Shown } from '../../session/picture/extra-marks.ts';
import { planeMap } from '../../session/picture/in-plane.ts';
import { shownIterate } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import { dataMarks } from './data-marks.ts';
import { type MapInput, mapMarks } from './map-marks.ts';
import { spaceMarks } from './space-marks.ts';

/** Converts TeX's `\\nabla` to a plain-text downhill gradient. */
const downhill = (tex: string) => tex.replace('\\nabla ', '−∇');

/** Binds the marks to the session. Reads positions at each drawing, so that halos follow. */
export function createExtraMarks(
  session: Session,
  t: Translate,
  explanation: Explanation,
  shown: Shown,
): ExtraMarks {
  const { highlight, stage, update } = shown;

  function iterate(side: SideName): Float64Array | null {
    return session.trajectories[side].count > 0 ? shownIterate(session, side) : null;
  }

  /** Returns the problem and the explained weights; null while a problem loads. */
  function told() {
    const state = session.store.getState();
    const { opened, scenario, openedProblem } = state;
    if (!opened || openedProblem !== scenario.problem) return null;
    const of = { opened, scenario, update };
    const part = explanation.part?.(of) ?? null;
    const own = part ? part.update : update;
    const samples = (side: SideName) => (own?.told && explanation.samples?.(own, side)) ?? null;
    return { state, of, opened, scenario, part, update: own, samples };
  }

  /** Returns the input for a map; null without one. */
  function mapInput(side: SideName): MapInput | null {
    const now = told();
    if (!now) return null;
    const { state, of, opened, part } = now;
    const toPlane = explanation.plane ? explanation.plane(state) : planeMap(state)?.toPlane;
    if (!toPlane) return null;
    const place = (w: ArrayLike<number> | null) => w && toPlane(part ? part.of(w) : w);
    const { slopes } = explanation.notation(of);
    const words = {
      left: downhill(slopes.left),
      right: downhill(slopes.right),
      difference: t('mark.arrow.difference'),
      next: t('explain.mark.next'),
    };
    return {
      side,
      highlight,
      stage,
      words,
      update: now.update,
      samples: now.samples(side),
      head: place(iterate(side)),
      plant: place(opened.plant),
      start: place(opened.sides.left.start),
      shared: !explanation.isApart,
      toPlane,
    };
  }

  return {
    ...shown,
    onMap(side, plane, drawStyle) {
      const input = mapInput(side);
      return input ? mapMarks(input, plane, drawStyle) : [];
    },
    onSpace(side, space, drawStyle) {
      const input = mapInput(side);
      return input ? spaceMarks(input, space, drawStyle) : [];
    },
    onData(kind, plane, drawStyle, only) {
      const now = told();
      if (!now) return [];
      const { opened, scenario } = now;
      const { leak } = explanation;
      return dataMarks(
        {
          highlight,
          stage,
          told: update?.told ?? null,
          terms: { left: now.samples('left'), right: now.samples('right') },
          curves: leak
            ? { left: iterate('left'), right: iterate('right'), plant: opened.plant }
            : { left: null, right: null, plant: null },
          leak: leak?.(scenario) ?? 0,
          hasOnes: opened.samples.hasOnes,
          ...(only && { sides: [only] }),
        },
        kind,
        plane,
        drawStyle,
      );
    },
  };
}
