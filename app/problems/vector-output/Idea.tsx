import { useMemo } from 'react';
import { createPicture, type Picture } from '../../session/picture/picture.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { isPlanar, neuronsOf, outputsOf, pictureKind } from './outputs-info.ts';
import { drawWedges } from './wedge-plot.ts';

function createWedges(of: 'one' | 'all'): Picture {
  return createPicture({
    select: ({ store }) => ({ opened: store.getState().opened }),
    draw({ opened }, { size, drawStyle, t }) {
      const info = outputsOf(opened);
      if (!opened || !info?.points || !info.classes) return [];
      const { flat, count } = neuronsOf(opened.sides.left.start, 'left', info);
      const stride = info.columns + info.outputs;
      const wedges = Array.from({ length: of === 'one' ? Math.min(1, count) : count }, (_, j) => {
        const own = flat.subarray(j * stride, (j + 1) * stride);
        const adds = own.subarray(info.columns);
        return { x: own[0]!, y: own[1]!, raises: adds.indexOf(Math.max(...adds)) };
      });
      return drawWedges({
        ...{ ...size, ...drawStyle, wedges, points: info.points, classes: info.classes },
        title: of === 'one' ? t('outputs.idea.one') : t('outputs.idea.all', { neurons: count }),
      });
    },
  });
}

function Plate({ of }: { of: 'one' | 'all' }) {
  const t = useTranslate();
  const picture = useMemo(() => createWedges(of), [of]);
  const neurons = useApp(({ opened }) => outputsOf(opened)?.neurons ?? 0);
  return (
    <div className="curve" data-testid={`idea-${of}`}>
      <Drawing picture={picture} label={t('aria.outputs.idea', { of, neurons })} />
    </div>
  );
}

/** A neuron adds to every output at once, in a half of the plane. */
export function Idea() {
  const t = useTranslate();
  const isWedge = useApp(({ opened }) => {
    const info = outputsOf(opened);
    return info !== null && pictureKind(info) === 'regions' && isPlanar(info);
  });
  return (
    <>
      {isWedge && <Plate of="one" />}
      {isWedge && <Plate of="all" />}
      <div className="curve idea" data-testid="idea">
        <p>
          <b>{t('outputs.idea')}</b> {t(isWedge ? 'outputs.idea.wedge' : 'outputs.idea.other')}
        </p>
      </div>
    </>
  );
}
