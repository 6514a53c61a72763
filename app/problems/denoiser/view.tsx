import '../round-words.en.ts';
import './words.en.ts';
import './denoiser.css';
import type { AppState } from '../../session/store.ts';
import type { ProblemView } from '../../session/view.ts';
import { followFields, readFields } from '../fields/follow-fields.ts';
import { PLAIN_VIEW } from '../kit/plain-view.ts';
import { curvesOf } from './curves.ts';
import { denoiserOf, imageOf } from './denoiser-info.ts';
import { figureOf } from './figure.ts';
import { IMAGE } from './image/view.ts';
import type { LevelView } from './level-view.ts';
import { PIXELS } from './pixels/view.ts';
import { RUNS } from './run-words.ts';
import { TABLE_NAMES } from './tables/names.ts';

const LEVELS = [PIXELS, IMAGE] as const;

const levelOf = (state: Pick<AppState, 'opened' | 'openedProblem'>): LevelView =>
  denoiserOf(state)?.level === 'pixels' ? PIXELS : IMAGE;

const CURVES = curvesOf(LEVELS, levelOf);

export const DENOISER_VIEW: ProblemView = {
  ...PLAIN_VIEW,
  wordy: true,
  unit: 'round',
  className: 'denoiser',
  title: (state, ...of) => levelOf(state).title(state, ...of),
  short: (state, ...of) => levelOf(state).short(state, ...of),
  about: (state, ...of) => levelOf(state).about(state, ...of),
  knob: (state) => levelOf(state).knob(state),
  knobBeside: (state) => levelOf(state).knobBeside(state),
  help: {
    lines: ['help.denoiserStep', 'help.denoiserSides', 'help.denoiserPrice', 'help.denoiserOurs'],
    source: 'help.denoiserSource',
  },
  votes: (state) => (imageOf(state)?.truth ?? null) !== null,
  runs: RUNS,
  tables: TABLE_NAMES,
  panels: (state) => (denoiserOf(state) ? levelOf(state).panels(state) : []),
  raster: (state) => levelOf(state).raster(state),
  miniatures: (opened, ...of) =>
    levelOf({ opened, openedProblem: 'denoiser' } as AppState).miniatures(opened, ...of),
  figure: figureOf(CURVES),
  curves: CURVES,
  loss: (snapshot, side) => levelOf(snapshot.store.getState()).loss(snapshot, side),
  decimals: 2,
  readout: (number, t, state) => levelOf(state).readout(number, t, state),
  heard: (state, ...of) => levelOf(state).heard(state, ...of),
  excess: (snapshot, ...of) => levelOf(snapshot.store.getState()).excess(snapshot, ...of),
  verdict: (snapshot, state, ...of) => levelOf(state).verdict(snapshot, state, ...of),
  footing: (snapshot, state, ...of) => levelOf(state).footing(snapshot, state, ...of),
  note: (snapshot, ...of) => levelOf(snapshot.store.getState()).note(snapshot, ...of),
  bind(session) {
    const ends = [...LEVELS.map(({ bind }) => bind(session)), followFields(session)];
    return () => {
      for (const end of ends) end();
    };
  },
  read: async (engine, snapshot) => ({
    ...(await readFields(engine, snapshot)),
    ...(await levelOf(snapshot.store.getState()).read(engine, snapshot)),
  }),
  explain: () => import('./explanation.ts'),
};
