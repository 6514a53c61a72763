/** Roles of a table's columns: indexes into its names. */
export interface Columns {
  readonly label: number;
  readonly features: readonly number[];
}

/** Takes the first column named y, else the last, as label; the others are features, in order. */
export function columnsOf(names: readonly string[]): Columns {
  const named = names.indexOf('y');
  const label = named >= 0 ? named : names.length - 1;
  return { label, features: names.map((_, j) => j).filter((j) => j !== label) };
}
