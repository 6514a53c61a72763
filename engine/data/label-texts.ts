import { notice } from '../scenario/notice.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';

/** Maximum number of classes in a text column, and of groups. */
const MOST_CLASSES = 8;
const MOST_GROUPS = 16;

const LONGEST_CLASS = 40;

/** Row-major. */
interface Numbers {
  readonly names: readonly string[];
  readonly rows: number;
  readonly values: Float64Array;
}

/**
 * Follows the last column of a table with output columns. If one of its cells is not a number, all are class names, in order of first
 * appearance. With `groups` the column of that index, if it exists, always holds text.
 */
export function createLabelTexts(groups: number | null = null) {
  const most = groups === null ? MOST_CLASSES : MOST_GROUPS;
  const classes: string[] = [];
  /** Class of each row, as long as there are not too many. */
  const rows: number[] = [];
  let odd: string | null = null;

  return {
    /** True if this column, of `columns`, may hold text. */
    holds: (column: number, columns: number) => column === (groups ?? columns - 1),
    /** Takes the cell of the next accepted row; `value` is NaN if it is not a number. */
    add(cell: string, value: number): void {
      const text = cell.trim().slice(0, LONGEST_CLASS);
      if (Number.isNaN(value) || groups !== null) odd ??= text;
      if (classes.length > most) return;
      const known = classes.indexOf(text);
      rows.push(known < 0 ? classes.push(text) - 1 : known);
    },
    /** Replaces texts by the classes of the rows. Throws `ScenarioError` if there are too many. */
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
