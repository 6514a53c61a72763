import { notice } from '../scenario/notice.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';

/** Most classes that a column of texts can name, and most groups. */
const MOST_CLASSES = 8;
const MOST_GROUPS = 16;

/** Characters of a class that are kept. */
const LONGEST_CLASS = 40;

/** A table of numbers, row-major. */
interface Numbers {
  readonly names: readonly string[];
  readonly rows: number;
  readonly values: Float64Array;
}

/**
 * Follows the last column of a table whose last columns are outputs. Where one of its cells is no number, all of them are texts, which name
 * classes in the order of first appearance. With `groups` the column of that index, where there is one, holds texts whatever they are.
 */
export function createLabelTexts(groups: number | null = null) {
  const most = groups === null ? MOST_CLASSES : MOST_GROUPS;
  const classes: string[] = [];
  /** The class of each row, as long as there are not too many. */
  const rows: number[] = [];
  let odd: string | null = null;

  return {
    /** Whether a column of so many may hold texts. */
    holds: (column: number, columns: number) => column === (groups ?? columns - 1),
    /** The cell of the next row that is taken; `value` is NaN where it is no number. */
    add(cell: string, value: number): void {
      const text = cell.trim().slice(0, LONGEST_CLASS);
      if (Number.isNaN(value) || groups !== null) odd ??= text;
      if (classes.length > most) return;
      const known = classes.indexOf(text);
      rows.push(known < 0 ? classes.push(text) - 1 : known);
    },
    /** The table with the classes of its rows in place of texts. Throws `ScenarioError` where there are too many. */
    resolve<T extends Numbers>(table: T): T & { readonly classes?: readonly string[] } {
      if (odd === null) return table;
      if (classes.length > most) {
        const code = groups === null ? 'too-many-classes' : 'too-many-groups';
        throw new ScenarioError(notice(code, table.names.at(-1)!, String(most), odd));
      }
      const width = table.names.length;
      const values = table.values.slice();
      for (let i = 0; i < table.rows; i++) values[(i + 1) * width - 1] = rows[i]!;
      return { ...table, values, classes };
    },
  };
}

export type LabelTexts = ReturnType<typeof createLabelTexts>;
