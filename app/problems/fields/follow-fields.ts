import { shallow } from 'zustand/shallow';
import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { FieldGround } from '../../../workers/protocol.ts';
import type { View } from '../../charts/geometry.ts';
import { during } from '../../session/busy.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import { FINEST, SIZES, settle } from '../../session/picture/pictures.ts';
import { hasCrowd } from '../../session/picture/shown-crowd.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { runNumber } from '../../session/run/run-number.ts';
import type { Session } from '../../session/session.ts';
import { type AppState, NO_FIELDS, shownView } from '../../session/store.ts';
import type { Follower } from '../kit/define-view.ts';

/** Streamlines across the window; fewer if a narrow page has both maps side by side. */
const across = () => (matchMedia('(max-width: 560px)').matches ? 12 : 20);

/** Margin of streamlines beyond each edge, as a share of the window, ready for panning. */
const BEYOND = 0.25;

type Grounds = AppState['fields'];

function grown({ x0, x1, y0, y1 }: View): View {
  const [dx, dy] = [BEYOND * (x1 - x0), BEYOND * (y1 - y0)];
  return { x0: x0 - dx, x1: x1 + dx, y0: y0 - dy, y1: y1 + dy };
}

/** Reads both grounds for the shown window; null without a map or if superseded. */
async function ask(engine: EngineClient, state: AppState, size: number): Promise<Grounds> {
  const view = shownView(state);
  const of = async (side: SideName): Promise<FieldGround | null> => {
    const [name, info] = fieldOf(state.opened, side) ?? ['', null];
    if (!info) return null;
    if (info.height) return engine.field(state.openedValues, side, name, view, size);
    if (!info.arrows) return null;
    return engine.field(state.openedValues, side, name, grown(view), across() * (1 + 2 * BEYOND));
  };
  const [left, right] = await Promise.all([of('left'), of('right')]);
  return { left, right };
}

/** True if the pictures' engine has opened the shown landscape. */
const isPictured = ({ pictured, landscape, opened, picturesFailed }: AppState) =>
  opened !== null && pictured === landscape && !picturesFailed;

/** Updates both maps, coarse to fine, and the point under the crosshair. Returns a stop function. */
function followFields({ store, pictureEngine: engine }: Pick<Session, 'store' | 'pictureEngine'>) {
  let wanted = 0;
  let isReading = false;

  const giveUp = () => store.setState({ picturesFailed: true });

  async function draw(isMoved: boolean): Promise<void> {
    const ticket = ++wanted;
    const isOld = () => ticket !== wanted || !isPictured(store.getState());
    const isFlow = (ground: FieldGround | null) => ground !== null && !ground.heights;
    if (isMoved && Object.values(store.getState().fields).some(isFlow)) await settle();
    for (const size of SIZES) {
      if (size !== SIZES[0]) await settle();
      if (isOld()) return;
      const come = await ask(engine, store.getState(), size);
      if (isOld()) return;
      const { left, right } = store.getState().fields;
      const fields = { left: come.left ?? left, right: come.right ?? right };
      store.setState({ fields, mapped: store.getState().landscape });
      if (!come.left?.heights && !come.right?.heights) return;
    }
  }

  /** Reads one point at a time; the latest wins. */
  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      for (;;) {
        const state = store.getState();
        const asked = pointOf(state);
        const of = (side: SideName) => {
          const field = fieldOf(state.opened, side);
          const at = state.crosshair;
          return at && field && isPictured(state)
            ? engine.fieldAt(state.openedValues, side, field[0], [at[0], at[1]])
            : null;
        };
        const [left, right] = await Promise.all([of('left'), of('right')]);
        store.setState({ fieldPoints: left || right ? { left, right } : NO_FIELDS });
        if (shallow(pointOf(store.getState()), asked)) return;
      }
    } finally {
      isReading = false;
    }
  }

  const runOf = (state: AppState) => isPictured(state) && runNumber(state);
  const pointOf = (state: AppState) => [runOf(state), state.crosshair] as const;
  const stops = [
    store.subscribe(
      (state) => [runOf(state), shownView(state)] as const,
      ([run], [before]) => {
        if (run !== false) during(draw(run === before).catch(giveUp));
      },
      { equalityFn: shallow },
    ),
    store.subscribe(pointOf, () => void during(read().catch(giveUp)), { equalityFn: shallow }),
  ];
  if (isPictured(store.getState())) during(draw(false).catch(giveUp));
  return () => {
    wanted++;
    for (const stop of stops) stop();
  };
}

/** Reads a snapshot's finest grounds and its dots. Rejects with EngineError. */
async function readFields(
  engine: EngineClient,
  { store }: Snapshot,
): Promise<Pick<AppState, 'fields' | 'crowd'>> {
  const state = store.getState();
  const isMissing = SIDES.some((side) => {
    const ground = state.fields[side];
    const info = fieldOf(state.opened, side)?.[1];
    if (!info?.height && !info?.arrows) return false;
    const view = shownView(state);
    if (!info.height) return !ground || !shallow(ground.view, grown(view));
    return !(ground?.heights && ground.size >= FINEST && shallow(ground.view, view));
  });
  const fields = isMissing ? await ask(engine, state, FINEST) : state.fields;
  const crowd = hasCrowd(state)
    ? await (await import('../../session/picture/crowd-follower.ts')).readCrowd(engine, state)
    : null;
  return { fields, crowd };
}

/** Follower of a problem whose panels are maps of fields. */
export const FIELDS: Follower = { bind: followFields, read: readFields };
