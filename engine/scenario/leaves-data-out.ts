import type { Scenario } from './scenario.ts';

/** Whether a scenario is of a person's own data that its link leaves out, because they do not fit: then nobody can run it by the link alone. */
export function leavesDataOut({ values }: Pick<Scenario, 'values'>): boolean {
  return values.features === 'csv' && values.data === '';
}
