import type { IteratingSide, SidedInstance, SideName } from '../../contract.ts';
import type { GameData } from './game-data.ts';
import type { Certificate, GameInfo } from './types.ts';

export interface Generator {
  readonly data: GameData;
  readonly certificate: Certificate;
}

export interface GameInstance extends SidedInstance {
  readonly info: GameInfo;
  /** Null on the plane. */
  readonly generators: Readonly<Record<SideName, Generator>> | null;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
}
