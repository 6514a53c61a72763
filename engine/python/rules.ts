import { RULE_CLASSES } from '../optimizers/update-rules.ts';
import type { RunValues } from '../run/create-run.ts';
import type { RuleName } from '../run/run-params.ts';
import { pythonNumber } from './literals.ts';

/** Python names of settings, and notes for names that are not self-explanatory. */
const CALLED: Readonly<Record<string, string>> = { oseed: 'order_seed' };
const NOTES: Readonly<Record<string, string>> = { oseed: '  # of the order of the samples' };

/**
 * Writes the rules of both sides: lines of settings, and expressions of a new rule, given L. `solved`: the right side does not descend;
 * `infinite`: there is no batch to choose, and SGD is plain descent.
 */
export function rulePart(
  values: RunValues,
  { solved = false, infinite = false }: { readonly solved?: boolean; readonly infinite?: boolean },
) {
  const { rule, c, step, rrule, rc, rstep } = values;
  const unlocked = values.unlock && !solved;
  const plain = (name: RuleName): RuleName => (infinite && name === 'sgd' ? 'gd' : name);
  const classes = [plain(rule), ...(unlocked ? [plain(rrule)] : [])].map((name) => RULE_CLASSES[name]);
  const made = classes.map(([name, ...takes], side) => {
    const prefix = side === 0 ? '' : 'right_';
    const length = (side === 0 ? step : rstep) === null ? `step_length(${prefix}c, L)` : `${prefix}step`;
    return `${name}(${[length, ...takes.map((taken) => CALLED[taken] ?? taken)].join(', ')})`;
  });
  const taken = new Set(classes.flatMap(([, ...takes]) => takes));
  return {
    settings: [
      stepLine('', c, step, unlocked ? 'of the left side' : 'of both sides'),
      ...(unlocked ? [stepLine('right_', rc, rstep, 'of the right side')] : []),
      ...[...taken].map(
        (name) => `${CALLED[name] ?? name} = ${pythonNumber(values[name])}${NOTES[name] ?? ''}`,
      ),
    ],
    left: made[0]!,
    right: made.at(-1)!,
  };
}

function stepLine(prefix: string, c: number, step: number | null, whose: string): string {
  return step === null
    ? `${prefix}c = ${pythonNumber(c)}  # the step ${whose} is c/L`
    : `${prefix}step = ${pythonNumber(step)}  # the step ${whose}, absolute`;
}
