import '../../pictures/alt-words.en.ts';
import './words.en.ts';
import { formatPlace, formatDistance as short } from '../../i18n/format.ts';
import { crowdSentence } from '../../pictures/crowd-words.ts';
import { isAsking } from '../../session/guessing.ts';
import { fieldOf, startOnMap } from '../../session/picture/in-plane.ts';
import type { Describe } from '../../session/picture/picture.ts';
import { shownRow, shownStep } from '../../session/run/kept-steps.ts';
import { toldPlace } from '../../session/run/told-place.ts';
import { shownView } from '../../session/store.ts';
import { viewOf } from '../../session/view.ts';
import { type FieldMap, hasBeneath, hasRegions, markedOn } from './field-map.ts';

const MOST_MARKS = 6;

/** Share of the window below which a coordinate or distance is zero to rounding. */
const ROUNDING = 1e-12;

export function describeField(map: FieldMap): Describe {
  const { side, axes, overlay, regions, unit = 'round' } = map;
  return (session, state, t) => {
    const title = viewOf(state).title(state, side, t);
    const info = fieldOf(state.opened, side)?.[1];
    if (!info) return title;
    const asks = isAsking(state);
    const { x0, x1, y0, y1 } = shownView(state);
    const { places } = session.trajectories[side];
    const row = shownRow(session, side);
    const head = [places[3 * row] ?? Number.NaN, places[3 * row + 1] ?? Number.NaN] as const;
    const start = startOnMap(state.opened, side);
    const least = ROUNDING * Math.max(x1 - x0, y1 - y0);
    const rounded = (value: number) => (Math.abs(value) < least ? 0 : value);
    const placed = (at: ArrayLike<number>) => formatPlace(toldPlace(state.opened, side, at).map(rounded));
    const cells = hasRegions(map, state) ? regions!.select(session, t) : null;
    const own = overlay?.tell?.(session, state, t) ?? '';
    const marks = markedOn(map, { ...state, asks }, t).targets.filter(({ label }) => label !== '');
    const parts = [
      t('alt.field', {
        title,
        corners:
          info.domain.kind === 'triangle'
            ? (map.corners?.(state, t, false) ?? info.domain.corners).map((name) =>
                name.replaceAll('\n', ', '),
              )
            : null,
        x: '',
        y: '',
        ...axes?.(state, t),
        window: [x0, x1, y0, y1].map(short) as [string, string, string, string],
        ground: cells ? 'plain' : info.height ? 'height' : info.arrows && !asks ? 'arrows' : 'plain',
        unit,
        under: info.height && info.under && hasBeneath(map, state) ? (map.under?.(t) ?? '') : null,
      }),
      ...(cells
        ? [t('alt.ground', { ground: regions!.name(t), names: cells.names.filter((name) => name !== '') })]
        : []),
      ...(start && Number.isFinite(head[0] + head[1])
        ? [
            t('alt.fieldPlace', {
              k: shownStep(state, side),
              unit,
              start: placed(start),
              at: placed(head),
            }),
          ]
        : []),
      ...marks.slice(0, MOST_MARKS).map(({ label, at }) =>
        t('alt.fieldMark', {
          name: label,
          at: placed(at),
          away: short(rounded(Math.hypot(head[0] - at[0], head[1] - at[1]))),
        }),
      ),
      own,
      viewOf(state).verdict(session, state, side, t),
      crowdSentence(state, side, t),
    ].filter((words) => words !== '');
    return t('alt.whole', { parts });
  };
}
