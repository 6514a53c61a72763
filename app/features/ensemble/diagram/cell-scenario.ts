import { type Sweep, sweepScenario, sweepValues } from '../../../../engine/ensemble/sweep.ts';
import { type Scenario, withValues } from '../../../../engine/scenario/scenario.ts';

/** Returns a cell's scenario as an ensemble without axes. */
export function cellScenario(sweep: Sweep, cell: number): Scenario {
  const whole = sweepScenario({ ...sweep, scenario: withValues(sweep.scenario, sweepValues(sweep, cell)) });
  return withValues(whole, { xkey: '', xat: null, ykey: '', yat: null });
}
