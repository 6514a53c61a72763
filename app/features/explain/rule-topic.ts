import type { SideName } from '../../../engine/contract.ts';
import type { RuleName } from '../../../engine/run/run-params.ts';
import type { Language } from '../../../engine/scenario/languages.ts';
import { dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import { addWords } from '../../i18n/words.ts';
import type { FormulaFacts, Line, Topic } from './formula-facts.ts';
import { iteratesOf, slopeName, symbol, texNumber } from './symbols.ts';

/** How the sides move, as it is set now. */
export function ruleTopic(facts: FormulaFacts): Topic {
  // The program of two layers is solved in rounds: only its left side moves by a rule.
  const one = facts.problem === 'two-layer' && facts.solved;
  const sides: readonly SideName[] = one ? ['left'] : ['left', 'right'];
  const lines: Line[] = [];
  for (const side of sides) lines.push({ tex: ruleTex(side, facts) });
  for (const say of new Set(sides.map((side) => sayOf(ruleOf(side, facts))))) lines.push({ say });
  lines.push(...stepLines(facts, one));
  return { id: 'rule', lines };
}

/** What the formula of a rule is written with. */
interface RuleSymbols {
  /** w_k, w_(k+1) of the side, and its slope. */
  readonly w: string;
  readonly next: string;
  readonly slope: string;
  /** Whether the side has a region; a new point is brought back into it. */
  readonly projects: boolean;
  readonly projected: (tex: string) => string;
  /** Iterates of two letters make a line too long for a drawer: what is subtracted from them stands on the next. */
  readonly broken: string;
}

interface Explained {
  /** What is said below the formula: a key of the words, or the words themselves. */
  readonly say: MessageKey | Readonly<Record<Language, string>>;
  readonly tex: (symbols: RuleSymbols, facts: FormulaFacts) => string;
}

/** Every update rule, explained: a rule without its own lines here does not compile. */
const RULES: Readonly<Record<RuleName, Explained>> = {
  gd: {
    say: 'explain.say.gd',
    tex: ({ w, next, slope, projects, projected, broken }) =>
      projects
        ? `\\begin{aligned}${next}&=${projected(`${w}${broken}-\\eta\\,${slope}(${w})`)}\\end{aligned}`
        : `${next}=${w}-\\eta\\,${slope}(${w})`,
  },
  heavyball: {
    say: 'explain.say.heavyball',
    tex: ({ w, next, slope, projected }, { momentum }) =>
      `\\begin{aligned}v_{k+1}&=${texNumber(momentum)}\\,v_k-\\eta\\,${slope}(${w})\\\\ ${next}&=${projected(`${w}+v_{k+1}`)}\\end{aligned}`,
  },
  nesterov: {
    say: 'explain.say.nesterov',
    tex: ({ w, next, slope, projected, broken }, { momentum }) =>
      `\\begin{aligned}v_{k+1}&=${texNumber(momentum)}\\,v_k${broken}-\\eta\\,${slope}\\bigl(${w}+${texNumber(momentum)}\\,v_k\\bigr)\\\\ ${next}&=${projected(`${w}+v_{k+1}`)}\\end{aligned}`,
  },
  adam: {
    say: 'explain.say.adam',
    tex: ({ w, next, slope, projected, broken }, { beta1, beta2 }) =>
      `\\begin{aligned}m_{k+1}&=${texNumber(beta1)}\\,m_k+${texNumber(1 - beta1)}\\,${slope}(${w})\\\\ u_{k+1}&=${texNumber(beta2)}\\,u_k${broken}+${texNumber(1 - beta2)}\\,${slope}(${w})^2\\\\ ${next}&=${projected(`${w}${broken}-\\eta\\,\\frac{\\hat m_{k+1}}{\\sqrt{\\hat u_{k+1}}+10^{-8}}`)}\\end{aligned}`,
  },
  sgd: {
    say: 'explain.say.sgd',
    tex: ({ w, next, slope, projected, broken }, { batch }) =>
      `\\begin{aligned}${next}&=${projected(`${w}${broken}-\\frac{\\eta}{\\lvert B_k\\rvert}\\sum_{i\\in B_k}${slope}_i(${w})`)},\\\\ &\\quad\\lvert B_k\\rvert\\le ${batch}\\end{aligned}`,
  },
};

/** The rule that a side moves by; of infinitely many samples a mini-batch is the whole. */
function ruleOf(side: SideName, { rules, population }: FormulaFacts): RuleName {
  const { rule } = rules[side];
  return population && rule === 'sgd' ? 'gd' : rule;
}

function sayOf(rule: RuleName): MessageKey {
  const { say } = RULES[rule];
  if (typeof say === 'string') return say;
  const key = dynamicKey('explain.say', rule);
  for (const [lang, word] of Object.entries(say)) addWords(lang, { [key]: word });
  return key;
}

/** The rule of a side in its symbols. */
function ruleTex(side: SideName, facts: FormulaFacts): string {
  const name = iteratesOf(facts.problem)[side];
  const isLift = facts.problem === 'lift';
  const projects = isLift && side === 'right';
  const symbols: RuleSymbols = {
    w: symbol(side, name('k')),
    next: symbol(side, name('k+1')),
    slope: slopeName(side, facts),
    projects,
    projected: (tex) => (projects ? `\\max\\bigl(${tex},\\,0\\bigr)` : tex),
    broken: isLift ? '\\\\ &\\;' : '',
  };
  return RULES[ruleOf(side, facts)].tex(symbols, facts);
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
