import type { Iteration, SidedInstance } from '../../contract.ts';
import { defineProblem } from '../../define-problem.ts';
import type { Field } from '../../field.ts';
import { GAME } from './card.ts';

/** Both players of x y step by turns, from (1, 0): their way is an ellipse, and closes after six rounds. A round may pause between the two. */
function createPlayers(): Iteration {
  let state = { x: 1, y: 0, k: 0, half: false };
  return {
    dimension: 2,
    read: (into) => into.set([state.x, state.y]),
    record: () => ({ value: state.x * state.y, distance: Math.sqrt(state.x ** 2 + state.y ** 2) }),
    get status() {
      return state.k >= GAME.ends.circles.criterion.rounds ? 'circles' : 'moving';
    },
    ended: false,
    carried: { period: GAME.ends.circles.criterion.rounds },
    step(pause) {
      if (!state.half) state = { ...state, x: state.x - state.y, half: true };
      if (pause?.()) return 'paused';
      state = { x: state.x, y: state.y + state.x, k: state.k + 1, half: false };
      return 'done';
    },
    memory: {
      save: () => ({ ...state }),
      restore: (saved) => {
        state = { ...(saved as typeof state) };
      },
    },
  };
}

/** Three shares from (1, 0, 0), each of which goes a part of its way to a third. */
function createShares(evening: number): Iteration {
  let state = Float64Array.of(1, 0, 0);
  const off = () => Math.max(...state.map((share) => Math.abs(share - 1 / 3)));
  const ended = () => off() <= GAME.ends.centred.criterion.off;
  return {
    dimension: 3,
    read: (into) => into.set(state),
    record: () => ({ value: state[0]! - state[1]!, bound: 0, distance: off() }),
    get status() {
      return ended() ? 'centred' : 'moving';
    },
    get ended() {
      return ended();
    },
    step() {
      state = state.map((share) => share + evening * (1 / 3 - share));
      return 'done';
    },
    memory: {
      save: () => state.slice(),
      restore: (saved) => {
        state = (saved as Float64Array<ArrayBuffer>).slice();
      },
    },
  };
}

/** How far shares are from a third each, squared. */
const TRIANGLE: Field = {
  domain: { kind: 'triangle', corners: ['a', 'b', 'c'] },
  place: ([, x, y]) => [{ x: x!, y: y!, weight: 1, role: 'shares', off: 0 }],
  height: (x, y) => (x >= 0 && y >= 0 && x + y <= 1 ? (x - 1 / 3) ** 2 + (y - 1 / 3) ** 2 : Number.NaN),
};

/** Left the players, right the shares. */
export const problem = defineProblem<typeof GAME.params, null, SidedInstance>(GAME, {
  isPrepared: () => false,
  prepareData: () => null,
  makeInstance: (_, { evening }) => ({
    sides: {
      left: { dimension: 2, stepUnit: 1, evaluationsPerStep: 1, iterate: createPlayers },
      right: {
        dimension: 3,
        stepUnit: 1,
        evaluationsPerStep: 1,
        iterate: () => createShares(evening),
        fields: { triangle: TRIANGLE },
      },
    },
    aim: () => ({ name: 'distance', measure: (_, distance) => distance }),
  }),
});
