import { useMemo } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import { type Mark, pathMark } from '../../charts/display-list.ts';
import { axisText, clipped, type Frame } from '../../charts/frame.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { createPicture, type Picture } from '../../session/picture/picture.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { drawIdea } from '../kit/curve/idea-plot.ts';
import { FITS, levelOf, REACH } from './levels.ts';

function levelMarks(side: SideName, axes: { x: string; y: string }, frame: Frame): Mark[] {
  const { rect, scale } = frame;
  const x = (at: number) => rect.x + (at / REACH) * rect.width;
  const y = (at: number) => frame.bottom - (at / REACH) * rect.height;
  const lines = FITS.map((fit) => levelOf(side, fit).map((at, i) => (i % 2 === 0 ? x(at) : y(at))));
  const bold = { strong: true };
  return [
    clipped(rect, [pathMark(lines, [sideStyle(side, frame).line(2 * scale)], { role: `curve-${side}` })]),
    axisText(frame, axes.x, frame.right, frame.bottom + 12 * scale, 'end', bold),
    axisText(frame, axes.y, rect.x - 6 * scale, rect.y + 8 * scale, 'end', bold),
  ];
}

const createLevels = (side: SideName): Picture =>
  createPicture({
    select: () => ({}),
    draw(_, { size, drawStyle, t }) {
      const axes =
        side === 'left' ? { x: t('axis.u'), y: t('axis.alpha') } : { x: t('axis.v'), y: t('axis.w') };
      return drawIdea({ ...size, ...drawStyle, title: t(`lift.idea.${side}`) }, (frame) =>
        levelMarks(side, axes, frame),
      );
    },
  });

function Plate({ side }: { side: SideName }) {
  const t = useTranslate();
  const picture = useMemo(() => createLevels(side), [side]);
  return (
    <div className="curve" data-testid={`idea-${side}`}>
      <Drawing picture={picture} label={t(`lift.idea.${side}`)} />
    </div>
  );
}

/** Weights of equal fit: bent lines over the neuron's weights, straight ones once lifted. */
export function Idea() {
  const t = useTranslate();
  return (
    <>
      {SIDES.map((side) => (
        <Plate key={side} side={side} />
      ))}
      <div className="curve idea" data-testid="idea">
        <p>
          <b>{t('lift.idea')}</b> {t('lift.idea.words')}
        </p>
      </div>
    </>
  );
}
