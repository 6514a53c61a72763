import type { Explanation, Topic } from '../../session/explanation.ts';

const GAME: Topic = {
  id: 'game',
  lines: [
    {
      tex: '\\begin{pmatrix}x\\\\y\\end{pmatrix}\\leftarrow\\begin{pmatrix}1&-1\\\\1&0\\end{pmatrix}\\begin{pmatrix}x\\\\y\\end{pmatrix}',
      say: 'explain.say.game.players',
      standing: 'proved',
    },
    {
      tex: 's\\leftarrow s+\\rho\\,\\bigl(\\tfrac13-s\\bigr)',
      say: 'explain.say.game.shares',
      standing: 'proved',
    },
  ],
};

/** No update rule moves a side, so there is no topic of rules. */
export const explanation: Partial<Explanation> = {
  topics: () => [GAME],
};
