import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { ToldSamples } from '../../../workers/protocol.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { Mark, StrokeLayer } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { SampleSigns } from '../../session/explanation.ts';
import type { DataKind, MarkName, Stage } from '../../session/picture/extra-marks.ts';

/** Sizes in px at scale 1: mark, offset between sides, largest and zero residual in the plane, ring. */
const DOT = 9;
const APART = 5;
const LARGEST = 26;
const SMALL = 5;
const RING = 17;

export interface DataInput {
  readonly highlight: MarkName | null;
  readonly stage: Stage | null;
  readonly told: ToldSamples | null;
  readonly terms: Readonly<Record<SideName, SampleSigns | null>>;
  /** Weights of the curves, length d; null if absent. */
  readonly curves: Readonly<Record<SideName | 'plant', ArrayLike<number> | null>>;
  readonly leak: number;
  readonly hasOnes: boolean;
  /** Shown sides; default both. */
  readonly sides?: readonly SideName[];
}

export function dataMarks(input: DataInput, kind: DataKind, plane: Plane, drawStyle: DrawStyle): Mark[] {
  const { highlight, stage } = input;
  const marks: Mark[] = [];
  if (highlight === 'plant' || highlight === 'left' || highlight === 'right')
    marks.push(...curveMarks(input, highlight, kind, plane, drawStyle));
  if (highlight === 'dead' && (input.sides ?? SIDES).includes('left'))
    marks.push(...ringMarks(input, 'left', kind, plane, drawStyle));
  if (stage) marks.push(...stageMarks(input, stage, kind, plane, drawStyle));
  else if (highlight === 'samples') marks.push(...stageMarks(input, 'forward', kind, plane, drawStyle));
  return marks;
}

function placeOf({ features, labels, rows }: ToldSamples, i: number, kind: DataKind, plane: Plane) {
  const d = features.length / rows.length;
  return kind === 'scatter'
    ? plane.toPixel(features[i * d]!, labels[i]!)
    : plane.toPixel(features[i * d]!, features[i * d + 1]!);
}

/** Circles samples that are off on a side. */
function ringMarks(
  input: DataInput,
  side: SideName,
  kind: DataKind,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const terms = input.terms[side];
  if (!input.told || !terms) return [];
  const points: number[] = [];
  for (const [i, z] of terms.z.entries()) if (!(z > 0)) points.push(...placeOf(input.told, i, kind, plane));
  const { scale, palette } = drawStyle;
  return [
    {
      kind: 'symbols',
      shape: 'ring',
      points,
      size: RING * scale,
      strokes: [
        { color: palette.paper, width: 6 * scale },
        { color: palette.leftPath, width: 3 * scale },
      ],
    },
  ];
}

function colourOf(side: SideName, { palette }: DrawStyle): string {
  return side === 'left' ? palette.leftPath : palette.rightPath;
}

/** Draws a dot for the left, a square for the right; hollow if off. */
function signMark(side: SideName, points: number[], on: boolean, size: number, drawStyle: DrawStyle): Mark {
  const { scale, palette } = drawStyle;
  const strokes: StrokeLayer[] = [{ color: colourOf(side, drawStyle), width: (on ? 1 : 3) * scale }];
  return {
    kind: 'symbols',
    shape: side === 'left' ? 'dot' : 'square',
    points,
    size,
    fill: on ? colourOf(side, drawStyle) : palette.paper,
    strokes,
  };
}

function stageMarks(
  input: DataInput,
  stage: Stage,
  kind: DataKind,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const { told } = input;
  if (!told) return [];
  const marks: Mark[] = [];
  // All residuals and pulls share one scale.
  const largest = Math.max(
    ...SIDES.flatMap((side) => Array.from(input.terms[side]?.residuals ?? [], Math.abs)),
    Number.MIN_VALUE,
  );
  const sides = input.sides ?? SIDES;
  for (const side of sides) {
    const terms = input.terms[side];
    const isSceneReached = stage === 'residuals' || (stage === 'forward' && kind === 'scatter');
    if (!terms || (terms.plain && !isSceneReached)) continue;
    const shift = sides.length === 1 ? 0 : (side === 'left' ? -APART : APART) * drawStyle.scale;
    for (let i = 0; i < told.rows.length; i++) {
      const [x, y] = placeOf(told, i, kind, plane);
      const on = terms.z[i]! > 0;
      if (stage === 'off' && on) continue;
      const size = DOT * drawStyle.scale;
      if (kind === 'scatter') {
        const level = (value: number) => plane.toPixel(0, value)[1];
        const out = level(terms.outputs[i]!);
        const bar = stage === 'residuals' || (stage === 'off' && terms.slopes[i] !== 0);
        // A zero pull is a hollow sign without bar.
        if (bar)
          marks.push({
            kind: 'path',
            lines: [[x + shift, y, x + shift, out]],
            strokes: [
              { color: drawStyle.palette.paper, width: 6 * drawStyle.scale, cap: 'butt' },
              {
                color: colourOf(side, drawStyle),
                width: 3.4 * drawStyle.scale,
                cap: 'butt',
                ...(side === 'right' ? { dash: [6 * drawStyle.scale, 3 * drawStyle.scale] } : {}),
              },
            ],
          });
        marks.push(signMark(side, [x + shift, out], on, size, drawStyle));
      } else {
        const value = stage === 'residuals' ? terms.residuals[i]! : terms.slopes[i]!;
        // A zero value is the smallest.
        const told = Math.max(SMALL + 3, LARGEST * Math.sqrt(Math.abs(value) / largest));
        const scaled =
          (stage !== 'residuals' && stage !== 'off') || !Number.isFinite(told)
            ? DOT
            : value === 0
              ? SMALL
              : told;
        marks.push(signMark(side, [x + shift, y], on, scaled * drawStyle.scale, drawStyle));
      }
    }
  }
  return marks;
}

/** Draws a broad band along a curve or boundary. */
function curveMarks(
  { curves, leak, hasOnes }: DataInput,
  which: SideName | 'plant',
  kind: DataKind,
  plane: Plane,
  { scale, palette }: DrawStyle,
): Mark[] {
  const w = curves[which];
  if (!w || !Array.from(w).every(Number.isFinite)) return [];
  const { x0, x1 } = plane.view;
  let line: number[];
  if (kind === 'scatter') {
    const [slope, bias] = [w[0]!, hasOnes ? w[1]! : 0];
    const kink = -bias / slope;
    const at = (x: number) => {
      const z = slope * x + bias;
      return [...plane.toPixel(x, x === kink ? 0 : z > 0 ? z : leak * z)];
    };
    line = (kink > x0 && kink < x1 ? [x0, kink, x1] : [x0, x1]).flatMap(at);
  } else {
    if (hasOnes || (w[0] === 0 && w[1] === 0)) return [];
    const length = Math.hypot(w[0]!, w[1]!);
    const far = 4 * (x1 - x0);
    const [ux, uy] = [(far * w[0]!) / length, (far * w[1]!) / length];
    line = [...plane.toPixel(-uy, ux), ...plane.toPixel(uy, -ux)];
  }
  const color = { left: palette.leftPath, right: palette.rightPath, plant: palette.plant }[which];
  return [
    {
      kind: 'path',
      lines: [line],
      strokes: [
        { color: palette.ink, width: 10 * scale },
        { color: palette.paper, width: 8 * scale },
        { color, width: 5 * scale },
      ],
    },
  ];
}
