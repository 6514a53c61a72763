import './idea-words.en.ts';
import type { NetworkInfo, PlaneInfo } from '../../../engine/problems/federated/types.ts';
import type { Translate } from '../../i18n/messages.ts';
import { createPicture } from '../../session/picture/picture.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { type AppState, shownView } from '../../session/store.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { letterOf } from './fed-marks.ts';
import { FED, networkOf, planeOf } from './federated-info.ts';
import { ALONE } from './idea-row.ts';
import { drawArcs } from './network/arc-plot.ts';
import { circleOf } from './network/circle-drawing.ts';
import { heightsOf } from './network/circle-ground.ts';
import { clientName } from './network/client-looks.ts';
import { drawValleys } from './plane/valley-plot.ts';

type Info = PlaneInfo | NetworkInfo;

const infoOf = (state: AppState): Info | null => planeOf(state) ?? networkOf(state);

const factsOf = (info: Info) =>
  info.level === 'plane'
    ? { local: info.sides.left.local, clients: info.sides.left.clients.count }
    : { local: info.local, clients: info.count };

function namesOf(info: Info, t: Translate) {
  const { clients } = factsOf(info);
  const nameOf = (c: number) => (info.level === 'plane' ? letterOf(c) : clientName(info, c));
  return {
    alone: Array.from({ length: Math.min(ALONE, clients) }, (_, c) =>
      t('fed.idea.alone', { client: nameOf(c) }),
    ),
    average: t('fed.idea.average', { clients }),
  };
}

/** Draws the latest round read, so that it moves while the knob does. */
export const IDEA = createPicture({
  select({ store }) {
    const state = store.getState();
    const [round, curves] = [FED.latest(state, 'round'), FED.latest(state, 'curves')];
    return { info: infoOf(state), round, curves, view: shownView(state) };
  },
  draw({ info, round, curves, view }, { size, drawStyle, t }) {
    if (!info) return [];
    const given = { ...size, ...drawStyle, names: namesOf(info, t) };
    if (info.level === 'plane')
      // The clients may just have changed.
      return round && round.left.paths.length === info.sides.left.clients.count
        ? drawValleys({ ...given, info, round: round.left, view })
        : [];
    if (curves?.right.outputs.length !== info.samples) return [];
    const heights = heightsOf(info.labels, [curves.right.locals]);
    return drawArcs({ ...given, info, told: curves.right, unrolled: circleOf(info), heights });
  },
});

/** One round before Play: each client alone, and the average. */
export function Idea() {
  const t = useTranslate();
  const label = useApp((state) => {
    const info = infoOf(state);
    if (!info) return '';
    const { alone, average } = namesOf(info, t);
    const facts = factsOf(info);
    return t('aria.fed.idea', { ...facts, names: facts.clients > 1 ? [...alone, average] : alone });
  });
  const words = useApp((state) => {
    const info = infoOf(state);
    return info ? t(`fed.idea.${info.level}`, factsOf(info)) : '';
  });
  return (
    <>
      <div className="curve fed-idea" data-testid="idea-round">
        <Drawing picture={IDEA} label={label} />
      </div>
      <div className="curve idea" data-testid="idea">
        <p>
          <b>{t('fed.idea.lead')}</b> {words}
        </p>
      </div>
    </>
  );
}
