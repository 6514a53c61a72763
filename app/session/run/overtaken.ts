import type { SideName } from '../../../engine/contract.ts';
import type { PlaneStructure, References } from '../../../workers/protocol.ts';

interface Marks {
  readonly structure: PlaneStructure | null;
  readonly references: References | null;
}

/** Marks from before the latest change of a loss, and the sides whose loss has changed. */
export interface Overtaken extends Marks {
  readonly sides: readonly SideName[];
}

interface Known extends Marks {
  readonly overtaken: Overtaken;
}

/** True if a side's marks belong to an earlier loss; such marks are not drawn. */
export function isOvertaken(state: Known, what: keyof Marks, side: SideName): boolean {
  const { overtaken } = state;
  return state[what] !== null && overtaken[what] === state[what] && overtaken.sides.includes(side);
}

/** Marks the known points as outdated on these sides and those already outdated. */
export function overtake(state: Known, sides: readonly SideName[]): Overtaken {
  const { structure, references } = state;
  const both = ['left', 'right'] as const;
  const before = (side: SideName) =>
    isOvertaken(state, 'structure', side) || isOvertaken(state, 'references', side);
  return { structure, references, sides: both.filter((side) => sides.includes(side) || before(side)) };
}
