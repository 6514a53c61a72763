import type { SideName } from '../../../engine/contract.ts';
import type { CurvesReading, RoundReading } from '../../../engine/problems/federated/types.ts';
import { shownIterate } from '../../session/run/kept-steps.ts';
import { createReader } from '../kit/state/reader.ts';
import { FED, planeOf } from './federated-info.ts';

/** Number of angles, evenly spaced from 0, at which models are read. */
export const POINTS = 240;

/** Reads the rounds from the shown step, or the network's models and its clients' after that round. */
export const FED_READER = createReader(FED, () => ({
  async ask(engine, snapshot, know) {
    const state = snapshot.store.getState();
    const { k } = state;
    const of = (side: SideName) => Float64Array.from(shownIterate(snapshot, side));
    const states = { left: of('left'), right: of('right') };
    if (planeOf(state)) {
      const told = await engine.reading<RoundReading>('round', states);
      if (told) know('round', k, told);
    } else {
      const told = await engine.reading<CurvesReading>('curves', { ...states, points: POINTS });
      if (told) know('curves', k, told);
    }
  },
}));
