import type { SideName } from '../../../../engine/contract.ts';
import type { Update } from '../../../../workers/protocol.ts';
import { dynamicKey, type MessageKey, type Translate } from '../../../i18n/messages.ts';
import type {
  Cells,
  Explanation,
  PointedMark,
  SideStage,
  Subject,
  Topic,
} from '../../../session/explanation.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';
import { roundOf } from './round-of.ts';

/** A mark of the pictures; its words are `explain.mark.<words of the problem>.<words, else name>`. */
export type RoundMark = Omit<PointedMark, 'words'> & { readonly words?: string };

/** An explanation whose sides advance in rounds instead of by a descent rule. */
interface Rounds<Info extends object, Round> {
  /** Names its words: `explain.mark.<words>.<mark>` and `explain.walk.<words>.<stage>`. */
  readonly words: string;
  /** TeX of the state and of each side's slope. */
  readonly letters: { readonly state: string; readonly slopes: Readonly<Record<SideName, string>> };
  marks(info: Info): readonly RoundMark[];
  topics(info: Info, rounds: Readonly<Record<SideName, Round | null>>): readonly Topic[];
  /** Returns the inputs and parts of a round. Missing values keep their cells, so that the row order is fixed. */
  terms(round: Round, side: SideName): Cells;
  results(round: Round, side: SideName): Cells;
  note(info: Info): MessageKey;
  readonly stages: readonly Stage[];
  stage(round: Round, info: Info, side: SideName, stage: Stage, t: Translate): SideStage;
  /** Shown at a stage of a side without a round. */
  readonly ended: MessageKey;
}

export function roundExplanation<Info extends object, Round>({
  words,
  letters: { state, slopes },
  ...of
}: Rounds<Info, Round>): Partial<Explanation<Update<object, Round>>> {
  const infoOf = ({ opened }: Pick<Subject, 'opened'>) => opened.info as Info;
  const known = new WeakMap<Info, readonly PointedMark[]>();
  const marksOf = (info: Info) =>
    of.marks(info).map((mark) => ({
      ...mark,
      words: dynamicKey('explain.mark', words, mark.words ?? mark.name),
    }));
  return {
    topics: ({ update, ...from }) =>
      of.topics(infoOf(from), { left: roundOf(update, 'left'), right: roundOf(update, 'right') }),
    notation: () => ({
      iterates: { left: (k) => `${state}_{${k}}`, right: (k) => `${state}_{${k}}` },
      slopes,
      sides: [],
    }),
    // Kept per info, so that pins are drawn once.
    marks(from) {
      const info = infoOf(from);
      const marks = known.get(info) ?? marksOf(info);
      known.set(info, marks);
      return marks;
    },
    plane: () => null,
    isApart: true,
    terms(update, side) {
      const round = roundOf(update, side);
      return round ? of.terms(round, side) : {};
    },
    results(update, side) {
      const round = roundOf(update, side);
      return round ? of.results(round, side) : {};
    },
    note: (from) => of.note(infoOf(from)),
    walk: {
      stages: { of: words, names: of.stages },
      ofSide(from, side, stage, t) {
        const round = roundOf(from.update, side);
        if (!round) return { title: null, say: (t as (key: MessageKey) => string)(of.ended), table: null };
        return of.stage(round, infoOf(from), side, stage, t);
      },
    },
  };
}
