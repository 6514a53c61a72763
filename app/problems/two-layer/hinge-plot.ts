import { type DisplayList, type Mark, pathMark, penStroke } from '../../charts/display-list.ts';
import { axisText, clipped, type Drawing, type Frame } from '../../charts/frame.ts';
import { sideStyle } from '../../charts/marks/side-style.ts';
import { drawIdea } from '../kit/curve/idea-plot.ts';

/** A neuron over one input: zero before `kink` in the direction `towards`, of this slope after it. */
export interface Hinge {
  readonly kink: number;
  /** 1 if it is active for larger inputs, else -1. */
  readonly towards: 1 | -1;
  /** Output per unit of distance from the kink; any sign. */
  readonly slope: number;
}

export interface HingeInput extends Drawing {
  readonly hinges: readonly Hinge[];
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly axis: string;
}

/** Draws neurons as lines that bend at their ticks; a single one is thick. Non-finite hinges are left out. */
export const drawHinges = (input: HingeInput): DisplayList =>
  drawIdea(input, (frame) => hingeMarks(input, frame));

function hingeMarks(input: HingeInput, frame: Frame): Mark[] {
  const { scale, palette, from, to } = input;
  const { rect } = frame;
  const hinges = input.hinges.filter(({ kink, slope }) => Number.isFinite(kink + slope));
  const endOf = ({ towards }: Hinge) => (towards > 0 ? to : from);
  const valueAtEnd = (hinge: Hinge) => hinge.slope * Math.max(0, (endOf(hinge) - hinge.kink) * hinge.towards);
  const reach = Math.max(1e-9, ...hinges.map((hinge) => Math.abs(valueAtEnd(hinge))));
  const x = (at: number) => rect.x + ((at - from) / (to - from)) * rect.width;
  const y = (value: number) => rect.y + (0.5 - (0.46 * value) / reach) * rect.height;
  const { color } = sideStyle('left', input);
  const isOne = hinges.length === 1;
  const bent = hinges.map((hinge) => {
    const [end, start] = [endOf(hinge), hinge.towards > 0 ? from : to];
    const kink = Math.min(to, Math.max(from, hinge.kink));
    const atKink = hinge.slope * Math.max(0, (kink - hinge.kink) * hinge.towards);
    return [x(start), y(atKink), x(kink), y(atKink), x(end), y(valueAtEnd(hinge))];
  });
  const ticks = hinges
    .filter(({ kink }) => kink >= from && kink <= to)
    .map(({ kink }) => [x(kink), frame.bottom, x(kink), frame.bottom - 8 * scale]);
  const inside: Mark[] = [
    pathMark([[rect.x, y(0), frame.right, y(0)]], [penStroke(palette.hairline, scale)]),
    pathMark(bent, [penStroke(color, (isOne ? 2.6 : 1.2) * scale, { opacity: isOne ? 1 : 0.7 })], {
      role: 'curve-left',
    }),
    pathMark(ticks, [penStroke(color, 2 * scale, { cap: 'butt' })], { role: 'hinges-left' }),
  ];
  return [
    clipped(rect, inside),
    axisText(frame, input.axis, frame.right, frame.bottom + 12 * scale, 'end', { strong: true }),
  ];
}
