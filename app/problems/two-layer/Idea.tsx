import { useMemo } from 'react';
import type { Opened } from '../../../workers/protocol.ts';
import { createPicture, type Picture } from '../../session/picture/picture.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { drawHinges, type Hinge } from './hinge-plot.ts';
import { networkOf } from './network-info.ts';
import { outputKind } from './output/drawing.ts';
import { outputWindow } from './output/plot.ts';

/** Returns the left's neurons at the start, over the feature, or along each one's weights. */
function hingesOf(opened: Opened, isLine: boolean): Hinge[] {
  const { columns, neurons } = networkOf(opened)!;
  const start = opened.sides.left.start;
  return Array.from({ length: neurons }, (_, j): Hinge => {
    const alpha = start[columns * neurons + j]!;
    const weights = Array.from({ length: columns }, (_, i) => start[columns * j + i]!);
    if (!isLine) return { kink: 0, towards: 1, slope: alpha * Math.hypot(...weights) };
    const [slope = 0, bias = 0] = weights;
    return { kink: -bias / slope, towards: slope < 0 ? -1 : 1, slope: alpha * Math.abs(slope) };
  });
}

function createHinges(of: 'one' | 'all'): Picture {
  return createPicture({
    select({ store }) {
      const state = store.getState();
      return { opened: state.opened, isLine: outputKind(state) === 'line' };
    },
    draw({ opened, isLine }, { size, drawStyle, t }) {
      if (!opened || !networkOf(opened)) return [];
      const { features, labels, names } = opened.samples;
      const { x0: from, x1: to } = isLine
        ? outputWindow(Array.from(labels, (y, i) => [features[2 * i]!, y]).flat())
        : { x0: -1, x1: 1 };
      const all = hingesOf(opened, isLine);
      // The one that bends most in view: others may be flat there.
      const isSeen = ({ kink }: Hinge) => kink > from && kink < to;
      const [one] = all.toSorted(
        (a, b) => Number(isSeen(b)) - Number(isSeen(a)) || Math.abs(b.slope) - Math.abs(a.slope),
      );
      return drawHinges({
        ...{ ...size, ...drawStyle, from, to },
        hinges: of === 'one' ? [one!] : all,
        title: of === 'one' ? t('network.idea.one') : t('network.idea.all', { neurons: all.length }),
        axis: isLine ? (names[0] ?? t('axis.x')) : t('network.idea.axis'),
      });
    },
  });
}

function Plate({ of }: { of: 'one' | 'all' }) {
  const t = useTranslate();
  const picture = useMemo(() => createHinges(of), [of]);
  const neurons = useApp(({ opened }) => networkOf(opened)?.neurons ?? 0);
  return (
    <div className="curve" data-testid={`idea-${of}`}>
      <Drawing picture={picture} label={t('aria.network.idea', { of, neurons })} />
    </div>
  );
}

/** One neuron bends the line once; a network is a sum of such bends. */
export function Idea() {
  const t = useTranslate();
  const isLine = useApp((state) => outputKind(state) === 'line');
  return (
    <>
      <Plate of="one" />
      <Plate of="all" />
      <div className="curve idea" data-testid="idea">
        <p>
          <b>{t('network.idea')}</b> {t(isLine ? 'network.idea.bends' : 'network.idea.cuts')}
        </p>
      </div>
    </>
  );
}
