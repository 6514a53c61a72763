import { ScenarioError } from '../scenario/describe-notice.ts';
import { notice } from '../scenario/notice.ts';

/** Most classes that a column of texts can name. */
const MOST_CLASSES = 8;

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
 * classes in the order of first appearance.
 */
export function createLabelTexts() {
  const classes: string[] = [];
  /** The class of each row, as long as there are not too many. */
  const rows: number[] = [];
  let odd: string | null = null;

  return {
    /** The cell of the next row that is taken; `value` is NaN where it is no number. */
    add(cell: string, value: number): void {
      const text = cell.trim().slice(0, LONGEST_CLASS);
      if (Number.isNaN(value)) odd ??= text;
      if (classes.length > MOST_CLASSES) return;
      const known = classes.indexOf(text);
      rows.push(known < 0 ? classes.push(text) - 1 : known);
    },
    /** The table with the classes of its rows in place of texts. Throws `ScenarioError` where there are too many. */
    resolve<T extends Numbers>(table: T): T & { readonly classes?: readonly string[] } {
      if (odd === null) return table;
      if (classes.length > MOST_CLASSES)
        throw new ScenarioError(notice('too-many-classes', table.names.at(-1)!, String(MOST_CLASSES), odd));
      const width = table.names.length;
      const values = table.values.slice();
      for (let i = 0; i < table.rows; i++) values[(i + 1) * width - 1] = rows[i]!;
      return { ...table, values, classes };
    },
  };
}

export type LabelTexts = ReturnType<typeof createLabelTexts>;
