import type { SideName } from '../../engine/contract.ts';
import type { PlaneStructure, References } from '../../workers/protocol.ts';

interface Marks {
  readonly structure: PlaneStructure | null;
  readonly references: References | null;
}

/** What was known of the losses when they last changed, and the sides of which it is no longer true. */
export interface Overtaken extends Marks {
  readonly sides: readonly SideName[];
}

interface Known extends Marks {
  readonly overtaken: Overtaken;
}

/** Whether what is known of a side is of an earlier loss than the one that is opened: no mark may be made of it. */
export function isOvertaken(state: Known, what: keyof Marks, side: SideName): boolean {
  const { overtaken } = state;
  return state[what] !== null && overtaken[what] === state[what] && overtaken.sides.includes(side);
}

/** What is known is of an earlier loss from now on, on these sides beside those of which it was so already. */
export function overtake(state: Known, sides: readonly SideName[]): Overtaken {
  const { structure, references } = state;
  const both = ['left', 'right'] as const;
  const before = (side: SideName) =>
    isOvertaken(state, 'structure', side) || isOvertaken(state, 'references', side);
  return { structure, references, sides: both.filter((side) => sides.includes(side) || before(side)) };
}
