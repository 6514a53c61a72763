import type { SideName } from '../../../engine/contract.ts';
import {
  RULE_FORMULAE,
  type RuleSettings,
  type RuleSymbols,
} from '../../../engine/optimizers/update-rules.ts';
import type { RuleName } from '../../../engine/run/run-params.ts';
import { dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import { symbol, texNumber } from '../../i18n/tex.ts';
import { addWords } from '../../i18n/words.ts';
import type { Line, Notation, Subject, Topic } from '../../session/explanation.ts';

export interface SideRule {
  readonly rule: RuleName;
  /** `step`: absolute length. `c`: multiple of 1/L. `given`: set as an absolute length. */
  readonly step: number;
  readonly c: number;
  readonly given: boolean;
  /** L */
  readonly stepUnit: number;
}

export interface RuleFacts extends Omit<RuleSettings, 'step' | 'oseed'> {
  readonly rules: Readonly<Record<SideName, SideRule>>;
  /** True for infinitely many samples. */
  readonly population: boolean;
}

export function ruleFacts({ opened, scenario: { values } }: Subject): RuleFacts {
  const ruleOf = (side: SideName): SideRule => {
    const { rule, step, stepUnit } = opened.sides[side];
    const given = (side === 'right' && values.unlock ? values.rstep : values.step) !== null;
    return { rule, step, c: Number((step * (stepUnit || 1)).toPrecision(12)), given, stepUnit };
  };
  const { momentum = Number.NaN, beta1 = Number.NaN, beta2 = Number.NaN, batch = Number.NaN } = values;
  const rules = { left: ruleOf('left'), right: ruleOf('right') };
  return { rules, momentum, beta1, beta2, batch, population: opened.samples.count === Infinity };
}

export function ruleTopic(facts: RuleFacts, notation: Notation): Topic {
  const sides = notation.sides ?? (['left', 'right'] as const);
  const lines: Line[] = [];
  for (const side of sides) lines.push({ tex: ruleTex(side, facts, notation) });
  for (const say of new Set(sides.map((side) => sayOf(ruleOf(side, facts))))) lines.push({ say });
  lines.push(...stepLines(facts, sides), ...(notation.lines ?? []));
  return { id: 'rule', lines };
}

/** Returns a side's rule; a population's SGD is gradient descent. */
function ruleOf(side: SideName, { rules, population }: RuleFacts): RuleName {
  const { rule } = rules[side];
  return population && rule === 'sgd' ? 'gd' : rule;
}

function sayOf(rule: RuleName): MessageKey {
  const { say } = RULE_FORMULAE[rule];
  if (typeof say === 'string') return dynamicKey(say);
  const key = dynamicKey('explain.say', rule);
  for (const [lang, word] of Object.entries(say)) addWords(lang, { [key]: word });
  return key;
}

function ruleTex(side: SideName, facts: RuleFacts, { iterates, slopes, ...notation }: Notation): string {
  const projects = notation.projects === side;
  const symbols: RuleSymbols = {
    w: symbol(side, iterates[side]('k')),
    next: symbol(side, iterates[side]('k+1')),
    slope: symbol(`slope-${side}`, slopes[side]),
    projects,
    projected: (tex) => (projects ? `\\max\\bigl(${tex},\\,0\\bigr)` : tex),
    broken: notation.isLong ? '\\\\ &\\;' : '',
    number: texNumber,
  };
  return RULE_FORMULAE[ruleOf(side, facts)].tex(symbols, facts);
}

function stepLines({ rules }: RuleFacts, sides: readonly SideName[]): Line[] {
  const length = (side: SideName): string => {
    const { step, c, given, stepUnit } = rules[side];
    return given
      ? `\\eta=${texNumber(step)}\\;\\bigl(=${texNumber(c)}/L\\bigr)`
      : `\\eta=\\frac cL=\\frac{${texNumber(c)}}{${texNumber(stepUnit)}}=${texNumber(step)}`;
  };
  const { left, right } = rules;
  if (sides.length === 1 || (left.rule === right.rule && left.step === right.step))
    return [{ tex: length(sides[0]!) }];
  return sides.map((side) => ({ tex: `\\text{@explain.tex.${side}}${length(side)}` }));
}
