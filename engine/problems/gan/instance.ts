import type { IteratingSide, SidedInstance, SideName } from '../../contract.ts';
import type { GameData } from './game-data.ts';
import type { Certificate, GameInfo } from './types.ts';

/** What a side with a generator is drawn as, and what is proved of its width. */
export interface Generator {
  readonly data: GameData;
  readonly certificate: Certificate;
}

/** A game at one scenario's values. */
export interface GameInstance extends SidedInstance {
  readonly info: GameInfo;
  /** Null on the plane. */
  readonly generators: Readonly<Record<SideName, Generator>> | null;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
}
