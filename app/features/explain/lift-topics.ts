import type { FormulaFacts, Topic } from './formula-facts.ts';
import { ruleTopic } from './rule-topic.ts';

/** One datum: a network of one neuron beside its convex program. */
export function liftTopics(facts: FormulaFacts): Topic[] {
  return [liftTopic(), ruleTopic(facts)];
}

function liftTopic(): Topic {
  return {
    id: 'lift',
    lines: [
      {
        tex: '\\begin{aligned}F(u,\\alpha)=\\ &\\tfrac12\\bigl(\\alpha\\max(u,0)-y\\bigr)^2\\\\ &+\\tfrac\\beta2\\bigl(u^2+\\alpha^2\\bigr)\\end{aligned}',
        say: 'explain.say.liftLeft',
      },
      {
        tex: '\\begin{aligned}P(v,w)=\\ &\\tfrac12(v-w-y)^2+\\beta\\,(v+w),\\\\ &v,w\\ge0\\end{aligned}',
        say: 'explain.say.liftRight',
      },
      {
        tex: '\\min F=\\min P=\\begin{cases}\\beta y-\\tfrac12\\beta^2 & y>\\beta\\\\ \\tfrac12y^2 & y\\le\\beta\\end{cases}',
        say: 'explain.say.liftOptimum',
        standing: 'proved',
      },
    ],
  };
}
