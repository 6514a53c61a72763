import type { SideName } from '../../../engine/contract.ts';
import type { PlaneStructure, References } from '../../../workers/protocol.ts';

interface Marks {
  readonly structure: PlaneStructure | null;
  readonly references: References | null;
}

/** What was known when a loss last changed, and the sides whose loss has changed since it was found. */
export interface Overtaken extends Marks {
  readonly sides: readonly SideName[];
}

interface Known extends Marks {
  readonly overtaken: Overtaken;
}

/** Whether what is known of a side belongs to an earlier loss: no mark may be drawn from it. */
export function isOvertaken(state: Known, what: keyof Marks, side: SideName): boolean {
  const { overtaken } = state;
  return state[what] !== null && overtaken[what] === state[what] && overtaken.sides.includes(side);
}

/** Marks what is known as belonging to an earlier loss on these sides, and on those where it already did. */
export function overtake(state: Known, sides: readonly SideName[]): Overtaken {
  const { structure, references } = state;
  const both = ['left', 'right'] as const;
  const before = (side: SideName) =>
    isOvertaken(state, 'structure', side) || isOvertaken(state, 'references', side);
  return { structure, references, sides: both.filter((side) => sides.includes(side) || before(side)) };
}
