import './idea-words.en.ts';
import { useMemo } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import { isAsking } from '../../session/guessing.ts';
import { createPicture, type Picture } from '../../session/picture/picture.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { GAME, gameOf, generatorsOf, planeOf } from './game-info.ts';
import { drawMixture, drawTurn } from './idea-plots.ts';
import { sceneOf } from './network/cone-scene.ts';

function createIdea(side: SideName): Picture {
  return createPicture({
    select({ store }, t) {
      const state = store.getState();
      return {
        plane: planeOf(state)?.sides[side] ?? null,
        generators: generatorsOf(state),
        asks: isAsking(state),
        told: GAME.latest(state, 'players')?.[side] ?? null,
        name: viewOf(state).short(state, side, t),
      };
    },
    draw({ plane, generators, told, name, asks }, { size, drawStyle, t }) {
      const drawing = { ...size, ...drawStyle, side };
      if (plane) {
        const title = t('gan.idea.turn', { name, how: t(dynamicKey('gan.idea.rule', plane.rule)) });
        return drawTurn({
          ...{ ...drawing, turn: plane.turn, rule: plane.rule, rho: plane.rho, title, asks },
          ...{ names: ['w', 'd'], saddle: t('gan.mark.saddle') },
        });
      }
      if (!generators || !told) return [];
      const { columns, m, mean } = sceneOf(generators, side);
      // A game that has just been opened is not told yet.
      if (2 * told.hidden.length !== columns.length) return [];
      const title = t('gan.idea.mixture', { name });
      return drawMixture({ ...drawing, columns, hidden: told.hidden, mean, isLine: m === 1, title });
    },
  });
}

function Plate({ side }: { side: SideName }) {
  const t = useTranslate();
  const picture = useMemo(() => createIdea(side), [side]);
  const name = useApp((state) => viewOf(state).title(state, side, t));
  const isPlane = useApp((state) => planeOf(state) !== null);
  return (
    <div className="curve" data-testid={`idea-${side}`}>
      <Drawing picture={picture} label={t('aria.gan.idea', { name, turn: isPlane })} />
    </div>
  );
}

/** One round as its two moves; of generators, the mixture that the mean is. */
export function Idea() {
  const t = useTranslate();
  const level = useApp((state) => gameOf(state)?.level ?? 'plane');
  const asks = useApp(isAsking);
  return (
    <>
      <Plate side="left" />
      <Plate side="right" />
      <div className="curve idea" data-testid="idea">
        <p>
          <b>{t('gan.idea')}</b> {t(dynamicKey('gan.idea.of', level))}
          {level === 'plane' && !asks && ` ${t('gan.idea.arcs')}`}
        </p>
      </div>
    </>
  );
}
