import { defaultOf, formatParam, sameValue } from '../../params.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import { SHUFFLE, type ShuffleValues } from './card.ts';
import type { ShuffleInfo } from './types.ts';

/** Distance up to which a start is on the set. */
const ON_SET = 1e-9;

/** Returns notices on values without effect, a moved start, and steps too long to descend. */
export function noticesOf(values: ShuffleValues, { shape, start, moved, smoothness }: ShuffleInfo): Notice[] {
  const { loss, graphs, c } = values;
  const beside = loss === 'layers' ? 'loss=layers' : `loss=matching, graphs=${graphs}`;
  const notices = Object.entries(SHUFFLE.params).flatMap(([key, spec]) => {
    const value = values[key as keyof ShuffleValues];
    if (!('when' in spec) || spec.when(values) || sameValue(value, defaultOf(spec, values))) return [];
    return [notice('without-effect', key, beside, formatParam(value).slice(0, 40))];
  });
  if (values.start && values.start.length !== start.length)
    notices.push(notice('vector-length', 'start', String(start.length), String(values.start.length)));
  if (moved > ON_SET)
    notices.push(
      notice(
        'projected',
        'start',
        { say: shape === 'triangle' ? 'simplex' : 'doubly-stochastic' },
        String(Number(moved.toPrecision(3))),
      ),
    );
  if (c >= 2) notices.push(notice('long-step', 'c', '2', formatParam(c)));
  if (smoothness === 0) notices.push(notice('nothing-moves', ''));
  return notices;
}
