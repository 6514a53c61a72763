import type { SideName } from '../../../../engine/contract.ts';
import { formatFixed, formatReadout } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { AppState } from '../../../session/store.ts';
import { FED, networkOf } from '../federated-info.ts';
import { ANGLE, circleOf } from './circle-drawing.ts';
import { nearestPoint, valueAt, wrap } from './circle-geometry.ts';
import { clientName } from './client-looks.ts';

/** Most listed clients; for more, only the range. */
const MOST = 4;

/** Values from this size on are written like read-outs. */
const LARGE = 1e4;

/** Describes a side's models at the angle being read; empty for none, or before they are known. */
export function circleWords(state: AppState, side: SideName, t: Translate): string {
  const info = networkOf(state);
  const told = FED.now(state, 'curves')?.[side];
  const angle = ANGLE.of(state);
  if (!info || !told || angle === null) return '';
  const i = circleOf(info).angles.indexOf(angle);
  const points = told.curve.length;
  const at = (curve: ArrayLike<number>) =>
    i < 0 ? curve[nearestPoint(angle, points)]! : valueAt(curve, angle);
  const f = i < 0 ? at(told.curve) : told.outputs[i]!;
  const locals = Array.from({ length: info.count }, (_, c) => ({
    name: clientName(info, c),
    value: at(told.locals.subarray(c * points, (c + 1) * points)),
  }));
  const values = locals.map(({ value }) => value);
  const said = (value: number, digits = 3) =>
    Math.abs(value) < LARGE ? formatFixed(value, digits) : formatReadout(value);
  return t('fed.circle.read', {
    angle: formatFixed(wrap(angle, 0), 2),
    f: said(f),
    sample:
      i < 0 ? null : { i: i + 1, client: clientName(info, info.owners[i]!), label: said(info.labels[i]!) },
    local: info.local,
    locals: locals.length > MOST ? null : locals.map(({ name, value }) => ({ name, value: said(value, 2) })),
    range: [said(Math.min(...values), 2), said(Math.max(...values), 2)],
  });
}
