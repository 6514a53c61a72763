import type { Values } from '../params.ts';

/** Whether a scenario is of a person's own data that its link leaves out, because they do not fit: then nobody can run it by the link alone. */
export function leavesDataOut({ values }: { readonly values: Values }): boolean {
  return values.features === 'csv' && values.data === '';
}
