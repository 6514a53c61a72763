import type { Topic } from '../../../session/explanation.ts';
import { lines } from '../../kit/explain/told-sides.ts';

export const PROX: Topic = {
  id: 'dnProx',
  lines: [
    {
      tex: '\\operatorname{prox}_h(z)=\\arg\\min_u\\ h(u)+\\tfrac12\\lVert u-z\\rVert^2',
      say: 'explain.say.dnProx',
    },
    {
      tex: lines(
        '&p=\\operatorname{prox}_h(a)-\\operatorname{prox}_h(b)',
        '&\\lVert p\\rVert^2\\le\\langle p,a-b\\rangle\\ \\Rightarrow\\ \\lVert p\\rVert\\le\\lVert a-b\\rVert',
      ),
      say: 'explain.say.dnProxConvex',
      standing: 'proved',
    },
  ],
};

/**
 * Explains why firm nonexpansiveness suffices (sections 17.2 and 17.5), with or without a final max(0, .); `rest`: a rest point's symbol.
 */
export const whyTopic = (isPositive: boolean, rest: string): Topic => ({
  id: 'dnWhy',
  lines: [
    { say: 'explain.say.dnNotEnough', standing: 'proved' },
    {
      tex: lines(
        `&\\lVert x^+-${rest}\\rVert^2\\le\\lVert x-x_\\star\\rVert^2`,
        `&\\qquad-${isPositive ? '\\tfrac{2-c}{4-c}' : '\\bigl(1-\\tfrac c2\\bigr)'}\\,\\lVert x^+-x\\rVert^2`,
      ),
      say: isPositive ? 'explain.say.dnAveragedPositive' : 'explain.say.dnAveraged',
      standing: 'proved',
    },
    { say: 'explain.say.dnDieOut', standing: 'proved' },
  ],
});

export const PAPERS: Topic = {
  id: 'dnPapers',
  lines: [
    { say: 'explain.say.dnAiri', standing: 'abstract' },
    { say: 'explain.say.dnCode', standing: 'code' },
    { say: 'explain.say.dnTraining', standing: 'code' },
    { say: 'explain.say.dnOurs' },
    { say: 'explain.say.dnXu', standing: 'abstract' },
  ],
};
