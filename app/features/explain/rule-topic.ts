import type { SideName } from '../../../engine/contract.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { FormulaFacts, Line, Topic } from './formula-facts.ts';
import { iteratesOf, slopeName, symbol, texNumber } from './symbols.ts';

/** How the sides move, as it is set now. */
export function ruleTopic(facts: FormulaFacts): Topic {
  // The program of two layers is solved in rounds: only its left side moves by a rule.
  const one = facts.problem === 'two-layer' && facts.solved;
  const sides: readonly SideName[] = one ? ['left'] : ['left', 'right'];
  const lines: Line[] = [];
  for (const side of sides) lines.push({ tex: ruleTex(side, facts) });
  // Of infinitely many samples a mini-batch is the whole.
  const says = sides.map((side) => {
    const { rule } = facts.rules[side];
    return RULE_SAYS[facts.population && rule === 'sgd' ? 'gd' : (rule as keyof typeof RULE_SAYS)];
  });
  for (const say of new Set(says)) lines.push({ say });
  lines.push(...stepLines(facts, one));
  return { id: 'rule', lines };
}

const RULE_SAYS = {
  gd: 'explain.say.gd',
  heavyball: 'explain.say.heavyball',
  nesterov: 'explain.say.nesterov',
  adam: 'explain.say.adam',
  sgd: 'explain.say.sgd',
} as const satisfies Record<string, MessageKey>;

/** The rule of a side in its symbols. */
function ruleTex(side: SideName, facts: FormulaFacts): string {
  const name = iteratesOf(facts.problem)[side];
  const w = symbol(side, name('k'));
  const next = symbol(side, name('k+1'));
  const slope = slopeName(side, facts);
  const { rule } = facts.rules[side];
  const v = 'v_k';
  const { momentum, beta1, beta2, batch } = facts;
  const projected = (tex: string) =>
    facts.problem === 'lift' && side === 'right' ? `\\max\\bigl(${tex},\\,0\\bigr)` : tex;
  /** Iterates of two letters make a line too long for a drawer: what is subtracted from them stands on the next. */
  const broken = facts.problem === 'lift' ? '\\\\ &\\;' : '';
  if (rule === 'heavyball')
    return `\\begin{aligned}v_{k+1}&=${texNumber(momentum)}\\,${v}-\\eta\\,${slope}(${w})\\\\ ${next}&=${projected(`${w}+v_{k+1}`)}\\end{aligned}`;
  if (rule === 'nesterov')
    return `\\begin{aligned}v_{k+1}&=${texNumber(momentum)}\\,${v}${broken}-\\eta\\,${slope}\\bigl(${w}+${texNumber(momentum)}\\,${v}\\bigr)\\\\ ${next}&=${projected(`${w}+v_{k+1}`)}\\end{aligned}`;
  if (rule === 'adam')
    return `\\begin{aligned}m_{k+1}&=${texNumber(beta1)}\\,m_k+${texNumber(1 - beta1)}\\,${slope}(${w})\\\\ u_{k+1}&=${texNumber(beta2)}\\,u_k${broken}+${texNumber(1 - beta2)}\\,${slope}(${w})^2\\\\ ${next}&=${projected(`${w}${broken}-\\eta\\,\\frac{\\hat m_{k+1}}{\\sqrt{\\hat u_{k+1}}+10^{-8}}`)}\\end{aligned}`;
  if (rule === 'sgd' && !facts.population)
    return `\\begin{aligned}${next}&=${projected(`${w}${broken}-\\frac{\\eta}{\\lvert B_k\\rvert}\\sum_{i\\in B_k}${slope}_i(${w})`)},\\\\ &\\quad\\lvert B_k\\rvert\\le ${batch}\\end{aligned}`;
  if (facts.problem === 'lift' && side === 'right')
    return `\\begin{aligned}${next}&=${projected(`${w}${broken}-\\eta\\,${slope}(${w})`)}\\end{aligned}`;
  return `${next}=${w}-\\eta\\,${slope}(${w})`;
}

function stepLines(facts: FormulaFacts, one: boolean): Line[] {
  const { rules, smoothness, same, problem } = facts;
  const length = (side: SideName): string => {
    const { step, c, given } = rules[side];
    return given
      ? `\\eta=${texNumber(step)}\\;\\bigl(=${texNumber(c)}/L\\bigr)`
      : `\\eta=\\frac cL=\\frac{${texNumber(c)}}{${texNumber(smoothness)}}=${texNumber(step)}`;
  };
  const lines: Line[] =
    same || one
      ? [{ tex: length('left') }]
      : [
          { tex: `\\text{@explain.tex.left}${length('left')}` },
          { tex: `\\text{@explain.tex.right}${length('right')}` },
        ];
  if (problem === 'two-layer' || problem === 'lift') return [...lines, { say: 'explain.say.scale' }];
  if (problem !== 'one-neuron') return lines;
  lines.push({
    tex: facts.population ? 'L=1' : 'L=\\lambda_{\\mathrm{max}}(A^{\\top}A)/n',
    say: facts.population ? 'explain.say.smoothPopulation' : 'explain.say.smooth',
  });
  lines.push({ say: 'explain.say.safe', standing: 'proved' });
  return lines;
}
