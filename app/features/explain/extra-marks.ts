import type { SideName } from '../../../engine/contract.ts';
import type { Update } from '../../../workers/protocol.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { ExtraMarks, Shown } from '../../session/extra-marks.ts';
import { planeMap } from '../../session/in-plane.ts';
import { shownIterate } from '../../session/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import { dataMarks, type SampleSigns } from './data-marks.ts';
import { type MapInput, mapMarks } from './map-marks.ts';
import { ofNeuron, toldNeuron } from './of-neuron.ts';
import { spaceMarks } from './space-marks.ts';

/** Binds it to the session: places are read when a picture is drawn, so that a halo follows its mark. */
export function createExtraMarks(session: Session, t: Translate, shown: Shown): ExtraMarks {
  const { highlight, stage, update } = shown;

  function iterate(side: SideName): Float64Array | null {
    return session.trajectories[side].count > 0 ? shownIterate(session, side) : null;
  }

  /** The neuron of a network that is told, from 0. */
  function neuron(): number {
    const { scenario } = session.store.getState();
    return update ? toldNeuron(update, scenario.values.neuron ?? 1) : 0;
  }

  /** What the marks on a landscape of weights are made of; null where there is none. */
  function mapInput(side: SideName): MapInput | null {
    const state = session.store.getState();
    const { opened, scenario } = state;
    if (!opened) return null;
    const lift = scenario.problem === 'lift';
    const blended = (scenario.values.blend ?? 1) < 1;
    const words = {
      left: opened.network || lift ? '−∇F' : '−∇f',
      right: lift ? '−∇P' : blended ? '−∇f_b' : '−∇g',
      difference: t('mark.arrow.difference'),
      next: t('explain.mark.next'),
    };
    const common = { side, highlight, stage, words };
    if (opened.network) {
      if (opened.network.columns !== 2) return null;
      // The landscape of one neuron: its two weights, the others where they stand.
      const j = neuron();
      const toPlane = (w: ArrayLike<number>) => [w[0]!, w[1]!] as const;
      const head = iterate('left')?.subarray(2 * j, 2 * j + 2);
      return {
        ...common,
        update: update && ofNeuron(update, j),
        head: head ? toPlane(head) : null,
        plant: null,
        start: null,
        shared: false,
        toPlane,
      };
    }
    const map = planeMap(state);
    if (!map) return null;
    const place = (w: ArrayLike<number> | null) => (w ? map.toPlane(w) : null);
    return {
      ...common,
      update,
      head: place(iterate(side)),
      plant: place(opened.plant),
      start: place(opened.start),
      shared: !lift,
      toPlane: map.toPlane,
    };
  }

  return {
    ...shown,
    onMap(side, plane, look) {
      const input = mapInput(side);
      return input ? mapMarks(input, plane, look) : [];
    },
    onSpace(side, space, look) {
      const input = mapInput(side);
      return input ? spaceMarks(input, space, look) : [];
    },
    onData(kind, plane, look, only) {
      const { opened, scenario } = session.store.getState();
      if (!opened) return [];
      const isNeuron = scenario.problem === 'one-neuron';
      return dataMarks(
        {
          highlight,
          stage,
          told: update?.told ?? null,
          terms: { left: signsOf(update, 'left', neuron()), right: signsOf(update, 'right', neuron()) },
          // Only one neuron is a curve by its weights.
          curves: isNeuron
            ? { left: iterate('left'), right: iterate('right'), plant: opened.plant }
            : { left: null, right: null, plant: null },
          leak: scenario.values.leak ?? 0,
          hasOnes: opened.samples.hasOnes,
          ...(only && { sides: [only] }),
        },
        kind,
        plane,
        look,
      );
    },
  };
}

/** What a side makes of the samples: a network by the neuron that is told, a program without any that are off. */
function signsOf(update: Update | null, side: SideName, j: number): SampleSigns | null {
  const own = update?.[side];
  if (!update?.told) return null;
  const whole = (outputs: Float64Array, residuals: Float64Array): SampleSigns => ({
    z: outputs.map(() => 1),
    outputs,
    residuals,
    slopes: residuals,
    plain: true,
  });
  if (!own) {
    const { round } = update;
    return side === 'right' && round ? whole(round.outputs, round.residuals) : null;
  }
  if (own.lift) return whole(Float64Array.of(own.lift.output), Float64Array.of(own.lift.residual));
  return own.network ? (ofNeuron(update, j)[side]!.samples ?? null) : (own.samples ?? null);
}
