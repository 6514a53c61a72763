import './words.en.ts';
import { useMemo } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { formatDistance } from '../../../i18n/format.ts';
import { createPicture, type Picture } from '../../../session/picture/picture.ts';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import { Drawing } from '../../../ui/Drawing.tsx';
import { triangleOf } from '../shuffle-info.ts';
import { drawEdges } from './edge-plot.ts';

function createEdges(side: SideName): Picture {
  return createPicture({
    select: ({ store }) => ({ info: triangleOf(store.getState()) }),
    draw({ info }, { size, drawStyle, t }) {
      if (!info) return [];
      const { edges } = info.triangle;
      const own = edges[side];
      const costOf = (corner: number) =>
        t('shuffle.idea.cost', { cost: formatDistance(info.thresholds[corner]!.cost) });
      return drawEdges({
        ...{ ...size, ...drawStyle, side, edges: own },
        top: Math.max(...SIDES.flatMap((one) => edges[one].values.flatMap((values) => Array.from(values)))),
        title: t(`shuffle.idea.${side}`),
        names: [costOf(own.others[0]), costOf(own.corner), costOf(own.others[1])],
      });
    },
  });
}

function Plate({ side }: { side: SideName }) {
  const t = useTranslate();
  const picture = useMemo(() => createEdges(side), [side]);
  return (
    <div className="curve" data-testid={`idea-${side}`}>
      <Drawing picture={picture} label={t('aria.shuffle.idea', { side: t(`shuffle.short.${side}`) })} />
    </div>
  );
}

/** The cost along both edges of the dearest corner, which a penalty can turn into a trap. */
export function Idea() {
  const t = useTranslate();
  const isTriangle = useApp((state) => triangleOf(state) !== null);
  return (
    <>
      {isTriangle && SIDES.map((side) => <Plate key={side} side={side} />)}
      <div className="curve idea" data-testid="idea">
        <p>
          <b>{t('shuffle.idea.lead')}</b> {t(isTriangle ? 'shuffle.idea.edges' : 'shuffle.idea.mixtures')}
        </p>
      </div>
    </>
  );
}
