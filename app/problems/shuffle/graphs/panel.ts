import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { MatrixTold, ShuffleInfo } from '../../../../engine/problems/shuffle/types.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import { createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import type { Panel } from '../../../session/view.ts';
import { picturePanel } from '../../kit/picture-panel.tsx';
import { permutationName } from '../permutation-names.ts';
import { SHUFFLE, shuffleOf } from '../shuffle-info.ts';
import { drawGraphs, type GraphsInput, type Matched, weightText } from './graphs-plot.ts';

interface GraphsState {
  readonly info: ShuffleInfo | null;
  readonly left: MatrixTold | null;
  readonly right: MatrixTold | null;
  readonly hidesTie: boolean;
}

/** A side stands on a permutation if it is this near. */
const THERE = 1e-9;

function matchedOf(told: MatrixTold | null, side: SideName, hidesTie: boolean, t: Translate): Matched {
  if (!told || (told.rounded.tie && hidesTie)) return { permutation: null, isThere: false, label: '' };
  const { tie, permutation } = told.rounded;
  const isThere = told.distance <= THERE;
  const name = tie ? '' : permutationName(permutation);
  return {
    permutation: tie ? null : permutation,
    isThere,
    label: t('shuffle.graphs.matched', { side, name, isThere }),
  };
}

const select = (state: AppState): GraphsState => ({
  info: shuffleOf(state),
  left: SHUFFLE.now(state, 'matrices')?.left ?? null,
  right: SHUFFLE.now(state, 'matrices')?.right ?? null,
  hidesTie: isAsking(state),
});

function createGraphs(): Picture<GraphsState> {
  return createPicture({
    select: ({ store }) => select(store.getState()),
    draw({ info, left, right, hidesTie }, { size, drawStyle, t }) {
      if (!info?.graphs) return [];
      const { a, b } = info.graphs;
      const input: GraphsInput = {
        ...size,
        ...drawStyle,
        n: info.n,
        graphs: [a, b],
        matched: {
          left: matchedOf(left, 'left', hidesTie, t),
          right: matchedOf(right, 'right', hidesTie, t),
        },
        names: ['A', 'B'],
        rule: t('shuffle.graphs.rule').split('\n'),
      };
      return drawGraphs(input);
    },
  });
}

const tell: Describe = (_, state, t) => {
  const { info, hidesTie, ...told } = select(state);
  if (!info?.graphs) return '';
  const { n, graphs } = info;
  const edgesOf = (graph: ArrayLike<number>) =>
    Array.from({ length: n * n }, (_, k) => [Math.floor(k / n), k % n] as const).flatMap(([i, j]) =>
      i <= j && graph[n * i + j] !== 0
        ? [t('alt.shuffle.edge', { from: i + 1, to: j + 1, weight: weightText(graph[n * i + j]!) })]
        : [],
    );
  return t('alt.shuffle.graphs', {
    a: edgesOf(graphs.a),
    b: edgesOf(graphs.b),
    matched: (['left', 'right'] as const)
      .map((side) => matchedOf(told[side], side, hidesTie, t).label)
      .filter((label) => label !== ''),
  });
};

/** Both graphs, and which nodes the sides match. */
export const GRAPHS: Panel = picturePanel({
  name: 'graphs',
  side: null,
  title: (_, t) => t('shuffle.graphs.title'),
  label: (_, t) => t('shuffle.graphs.title'),
  create: createGraphs,
  tell,
  narrow: () => 1,
});
