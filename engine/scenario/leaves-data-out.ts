import type { Values } from '../params.ts';

/** True if a scenario uses own data that do not fit into its link, so that the link alone cannot reproduce it. */
export function leavesDataOut({ values }: { readonly values: Values }): boolean {
  return values.features === 'csv' && values.data === '';
}
