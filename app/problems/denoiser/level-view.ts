import type { Session } from '../../session/session.ts';
import type { Curve, ProblemView } from '../../session/view.ts';

/** The curves of both levels, each in the place of its name. */
export type CurveName = 'snr' | 'step' | 'ratio' | 'fit';

/** What of the view hangs on the level: `PIXELS` of two pixels, `IMAGE` of an image. */
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
  /** Keeps its readings up to date while its level is opened. */
  bind(session: Session): () => void;
}
