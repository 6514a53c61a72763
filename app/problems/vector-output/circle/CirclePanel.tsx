import { useEffect, useMemo, useRef, useState } from 'react';
import type {
  NetworksTold,
  SectorReading,
  SectorTold,
} from '../../../../engine/problems/vector-output/types.ts';
import { formatFixed, formatNumberShort } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import type { AppState } from '../../../session/store.ts';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { networkAt } from '../../kit/pictured.ts';
import { ReadPlate } from '../../kit/surface/ReadPlate.tsx';
import { OUTPUTS } from '../outputs-facts.ts';
import { neuronsOf, outputsOf } from '../outputs-info.ts';
import { createCircle } from './drawing.ts';
import { circleIn } from './geometry.ts';
import { nearestOf, outputAt } from './input.ts';

type Direction = readonly [x: number, y: number];

/** Degrees per arrow key, and with Shift; radius in pixels of the centre, which has no direction. */
const TURN = { arrow: 1, shift: 15 };
const CENTRE = 8;

/** Share of beta^2 that counts as zero. */
const ROUNDING = 1e-9;

const describe = async () => (await import('../describe-outputs.ts')).circle;

const degreesOf = ([x, y]: Direction) => ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
const directionOf = (degrees: number): Direction => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180),
];

/**
 * Shows the circle of directions. A pointer reads, a press keeps, arrow keys turn a direction; its sector's copositive test is an
 * ellipse and three numbers.
 */
export function CirclePanel() {
  const session = useSession();
  const t = useTranslate();
  const { scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<Direction | null>(null);
  const [kept, setKept] = useState<Direction | null>(null);
  const [spoken, setSpoken] = useState(false);
  const [sector, setSector] = useState<SectorTold | null>(null);
  const direction = hovered ?? kept;
  const isRead = direction !== null;
  // An audience cannot point.
  const isOnStage = useApp(({ stage }) => stage > 0);
  const told = useApp((state) => (isRead ? OUTPUTS.now(state, 'networks') : null));
  const info = useApp((state) => outputsOf(state.opened));
  const picture = useMemo(() => createCircle(direction && { direction, sector }), [direction, sector]);

  useEffect(() => {
    if (!direction || !info || !told) {
      setSector(null);
      return;
    }
    let isLate = false;
    const network = neuronsOf(networkAt(session, 'right'), 'right', info).flat;
    session.pictureEngine.reading<SectorReading>('sector', { network, direction }).then(
      // A newer request supersedes this answer.
      (answer) => !isLate && answer && setSector(answer),
      () => undefined,
    );
    return () => {
      isLate = true;
    };
  }, [session, direction, told, info]);

  function at(event: React.PointerEvent): Direction | null {
    const bounds = box.current!.getBoundingClientRect();
    const { cx, cy } = circleIn(bounds.width, bounds.height, scale);
    const [x, y] = [event.clientX - bounds.left - cx, cy - (event.clientY - bounds.top)];
    const length = Math.hypot(x, y);
    return length < CENTRE ? null : [x / length, y / length];
  }

  function turnTo(degrees: number): void {
    setSpoken(true);
    setHovered(null);
    setKept(directionOf(((degrees % 360) + 360) % 360));
  }

  /** Turns counter-clockwise for left and up. Not the kit's parts: a press keeps the direction that a pointer leaves. */
  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const way = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 }[event.key];
    const now = direction ? Math.round(degreesOf(direction)) : 0;
    if (way) turnTo(direction ? now + way * (event.shiftKey ? TURN.shift : TURN.arrow) : 0);
    else if (event.key === 'Home') turnTo(0);
    else if (event.key === 'End') turnTo(highest(session.store.getState()));
    else if (event.key === 'Escape' && direction) {
      setKept(null);
      setHovered(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const words = direction && info && told ? readWords(direction, sector, info, told, t) : '';
  return (
    <ReadPlate
      name="directions"
      className="directions"
      box={box}
      surface={t('aria.outputs.directions')}
      label={t('aria.outputs.circle')}
      picture={picture}
      describe={describe}
      words={words}
      hint={isOnStage ? '' : t('outputs.hint')}
      spoken={spoken}
      onPointerDown={(event) => {
        setSpoken(false);
        setKept(at(event));
      }}
      onPointerMove={(event) => {
        setSpoken(false);
        setHovered(at(event));
        if (event.buttons > 0) setKept(at(event));
      }}
      onPointerLeave={() => setHovered(null)}
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible') && !kept) turnTo(0);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** Returns the angle of the right's largest eta in degrees; 0 until known. */
function highest(state: AppState): number {
  const curve = OUTPUTS.now(state, 'networks')?.right.curve;
  if (!curve || curve.heights.length === 0) return 0;
  let most = 0;
  for (let k = 1; k < curve.heights.length; k++) if (curve.heights[k]! > curve.heights[most]!) most = k;
  return degreesOf([curve.directions[2 * most]!, curve.directions[2 * most + 1]!]);
}

function readWords(
  direction: Direction,
  sector: SectorTold | null,
  { beta }: { readonly beta: number },
  { right: { curve } }: NetworksTold,
  t: Translate,
): string {
  if (!curve) return '';
  const k = nearestOf(curve, ...direction);
  if (k < 0) return '';
  const output = Array.from(outputAt(curve, k), (value) => formatFixed(value, 2)).join(', ');
  const first = t('outputs.read', {
    degrees: formatFixed(degreesOf(direction), 1),
    share: formatFixed(curve.heights[k]! / beta, 3),
    output: `(${output})`,
  });
  return sector ? `${first}\n${sectorWords(sector, beta, t)}` : first;
}

/** Reports the copositive test's three numbers in units of beta^2. */
function sectorWords({ a, b, c, active }: SectorTold, beta: number, t: Translate): string {
  const square = beta * beta;
  const share = (value: number) => (Math.abs(value / square) < ROUNDING ? 0 : value / square);
  const root = b + Math.sqrt(Math.max(0, a) * Math.max(0, c));
  const three = [a, c, root].map(share);
  const said = (value: number) =>
    `${formatNumberShort(Number(value.toPrecision(3)))} ${value >= 0 ? '≥ 0' : '< 0'}`;
  return t('outputs.sector', {
    active,
    a: said(three[0]!),
    c: said(three[1]!),
    root: said(three[2]!),
    holds: three.every((value) => value >= 0),
  });
}
