import type { SideName } from '../../../engine/contract.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Line } from '../../session/explanation.ts';

/** Aligns formula rows, one per line. */
export const lines = (...rows: string[]) => `\\begin{aligned}${rows.join('\\\\ ')}\\end{aligned}`;

export const proved = (say: MessageKey, ...rows: string[]): Line => ({
  ...(rows.length > 0 && { tex: rows.length > 1 ? lines(...rows) : rows[0]! }),
  ...({ say, standing: 'proved' } as const),
});

/** Returns both sides with line prefixes, or one without if their keys agree. */
export function toldSides<Of>(of: (side: SideName) => Of, key: (of: Of) => string) {
  const [left, right] = [of('left'), of('right')];
  if (key(left) === key(right)) return [{ side: 'left' as SideName, label: '', of: left }];
  return [
    { side: 'left' as SideName, label: '\\text{@explain.tex.left}', of: left },
    { side: 'right' as SideName, label: '\\text{@explain.tex.right}', of: right },
  ];
}
