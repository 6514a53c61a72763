import type { Session } from '../../session/session.ts';
import type { Curve, ProblemView } from '../../session/view.ts';

export type CurveName = 'snr' | 'step' | 'ratio' | 'fit';

/** Level-dependent part of the view: `PIXELS` for two pixels, `IMAGE` for an image. */
export interface LevelView
  extends Required<
    Pick<
      ProblemView,
      | 'title'
      | 'short'
      | 'about'
      | 'knob'
      | 'knobBeside'
      | 'panels'
      | 'raster'
      | 'miniatures'
      | 'loss'
      | 'readout'
      | 'heard'
      | 'excess'
      | 'verdict'
      | 'footing'
      | 'note'
      | 'read'
    >
  > {
  readonly curves: Readonly<Record<CurveName, Curve>>;
  bind(session: Session): () => void;
}
