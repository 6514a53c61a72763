import type { SideName } from '../../../../engine/contract.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import type { MessageKey } from '../../../i18n/messages.ts';
import { symbol } from '../../../i18n/tex.ts';
import type { Line } from '../../../session/explanation.ts';

/** Aligns formula rows, one per line. */
export const lines = (...rows: string[]) => `\\begin{aligned}${rows.join('\\\\ ')}\\end{aligned}`;

export const proved = (say: MessageKey, ...rows: string[]): Line => ({
  ...(rows.length > 0 && { tex: rows.length > 1 ? lines(...rows) : rows[0]! }),
  ...({ say, standing: 'proved' } as const),
});

const labelOf = (side: SideName) => `\\text{@explain.tex.${side}}`;

/** Returns both sides with line prefixes, or one without if their keys agree. */
export function toldSides<Of>(of: (side: SideName) => Of, key: (of: Of) => string) {
  const [left, right] = [of('left'), of('right')];
  if (key(left) === key(right)) return [{ side: 'left' as SideName, label: '', of: left }];
  return [
    { side: 'left' as SideName, label: labelOf('left'), of: left },
    { side: 'right' as SideName, label: labelOf('right'), of: right },
  ];
}

/** Returns the sides that have a value, each with its line prefix. */
export function labelled<Of>(of: (side: SideName) => Of | null) {
  return SIDES.flatMap((side) => {
    const own = of(side);
    return own ? [{ side, label: labelOf(side), of: own }] : [];
  });
}

/** Writes a symbol in TeX; it can be pointed at if the pictures contain its mark. */
export type SymbolWriter<Name extends string> = (mark: Name, tex: string) => string;

export const symbolWriter =
  <Name extends string>(marks: readonly Name[]): SymbolWriter<Name> =>
  (mark, tex) =>
    marks.includes(mark) ? symbol(mark, tex) : tex;
