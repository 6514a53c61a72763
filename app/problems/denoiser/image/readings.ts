import type { SideName } from '../../../../engine/contract.ts';
import type { CleanReading, ImagesReading } from '../../../../engine/problems/denoiser/types.ts';
import { shownIterate } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import { createReader } from '../../kit/state/reader.ts';
import { CHOSEN } from '../../kit/state/view-state.ts';
import { imageOf } from '../denoiser-info.ts';
import { boardShows, IMAGES } from './info.ts';

/** True if spectra, and if CLEAN is shown; read only then: it restarts at every step. */
const showsSpectra = (state: AppState): boolean => boardShows(state) === 'all';
const showsClean = (state: AppState): boolean => (CHOSEN.of(state) ?? 'truth') === 'truth';

export const IMAGE_READER = createReader(IMAGES, () => ({
  // Nothing is read for two pixels.
  key: (state) => [imageOf(state), state.k, showsSpectra(state), showsClean(state)],
  async ask(engine, snapshot, know) {
    const state = snapshot.store.getState();
    if (!imageOf(state) || !showsSpectra(state)) return;
    const { k } = state;
    const of = (side: SideName) => Float64Array.from(shownIterate(snapshot, side));
    const told = await engine.reading<ImagesReading>('images', { left: of('left'), right: of('right') });
    if (told) know('images', k, told);
    if (!showsClean(state)) return;
    const clean = await engine.reading<CleanReading>('clean', { steps: k });
    if (clean) know('clean', k, clean);
  },
}));
