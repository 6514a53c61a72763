import type { NetworkInfo } from '../../../../engine/problems/two-layer/types.ts';
import type { MessageKey } from '../../../i18n/messages.ts';
import { symbol } from '../../../i18n/tex.ts';
import type { Topic } from '../../../session/explanation.ts';

export type NetworkFacts = Pick<NetworkInfo, 'solved' | 'trained' | 'constant' | 'program'>;

const ALPHA = symbol('left', '\\alpha_j');
const WEIGHT = symbol('left', 'w_j');
const BAND = symbol('band', '\\beta');
const V = symbol('right', 'v_i');
const U = symbol('right', 'u_i');

/** Returns the topics: network, exact program with certificate, relaxation of every neuron. */
export function networkTopics(facts: NetworkFacts): (Topic | 'rule')[] {
  const network: Topic = {
    id: 'network',
    lines: [
      {
        tex: `\\operatorname{net}(x)=\\sum_{j=1}^{m}${ALPHA}\\,\\max(${WEIGHT}^{\\top}x,0)${facts.constant ? '+b_0' : ''}`,
      },
      {
        tex: facts.constant
          ? '\\begin{aligned}F=\\ &\\frac1{2n}\\lVert \\operatorname{net}(A)-y\\rVert^2\\\\ &+\\frac\\beta2\\sum_{j=1}^{m}\\bigl(u_j^2+\\alpha_j^2\\bigr)\\end{aligned}'
          : '\\begin{aligned}F=\\ &\\frac1{2n}\\lVert \\max(AW,0)\\,\\alpha-y\\rVert^2\\\\ &+\\frac\\beta2\\bigl(\\lVert W\\rVert^2+\\lVert\\alpha\\rVert^2\\bigr)\\end{aligned}',
        say: facts.constant
          ? 'explain.say.freeBias'
          : facts.trained
            ? 'explain.say.network'
            : 'explain.say.networkKept',
      },
    ],
  };
  const collapse: Topic = {
    id: 'collapse',
    lines: [
      {
        tex: 'F_b=F+\\frac bn\\sum_{j=1}^{m}\\alpha_j\\,y^{\\top}\\max(-Aw_j,0)',
        say: 'explain.say.collapse',
        standing: 'proved',
      },
      { say: 'explain.say.unchecked' },
    ],
  };
  const program: Topic = {
    id: 'program',
    lines: [
      facts.program === 'hinges'
        ? {
            tex: '\\begin{aligned}P=\\min\\ &\\frac1{2n}\\Bigl\\lVert \\sum_i h_i\\,c_i+b_0-y\\Bigr\\rVert^2\\\\ &+\\beta\\sum_i\\lvert c_i\\rvert\\end{aligned}',
            say: 'explain.say.hinges',
            standing: 'proved',
          }
        : {
            tex: `\\begin{aligned}P=\\min\\ &\\frac1{2n}\\Bigl\\lVert\\sum_i D_iA(${V}-${U})-y\\Bigr\\rVert^2\\\\ &+\\beta\\sum_i\\bigl(\\lVert v_i\\rVert+\\lVert u_i\\rVert\\bigr)\\\\ &(2D_i-I)Av_i\\ge0,\\\\ &(2D_i-I)Au_i\\ge0\\end{aligned}`,
            say: facts.program === 'sampled' ? 'explain.say.sampled' : 'explain.say.program',
            ...(facts.program === 'sampled' ? {} : { standing: 'proved' as const }),
          },
    ],
  };
  const condition =
    facts.program === 'hinges'
      ? `\\bigl\\lvert\\lambda^{\\top}h_i\\bigr\\rvert\\le${BAND},\\quad\\textstyle\\sum_k\\lambda_k=0`
      : `\\bigl\\lvert\\lambda^{\\top}\\max(Au,0)\\bigr\\rvert\\le${BAND}\\ \\ \\text{@explain.tex.forAll}\\lVert u\\rVert=1`;
  const certificate: Topic = {
    id: 'certificate',
    lines: [
      {
        tex: `\\begin{aligned}&\\max_\\lambda\\ -\\frac n2\\lVert\\lambda\\rVert^2+\\lambda^{\\top}y\\quad\\text{@explain.tex.with}\\\\ &${condition}\\end{aligned}`,
        say: {
          exact: 'explain.say.certificate',
          hinges: 'explain.say.certificateHinges',
          sampled: 'explain.say.notCertified',
        }[facts.program] as MessageKey,
        ...(facts.program === 'sampled' ? {} : { standing: 'proved' as const }),
      },
    ],
  };
  return facts.solved
    ? [network, 'rule', program, certificate, collapse]
    : [network, collapse, 'rule', program, certificate];
}
