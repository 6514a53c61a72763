import { SIDES } from '../../../engine/side-names.ts';
import './layer-words.en.ts';
import '../../ui/fields/param-words.en.ts';
import { useMemo } from 'react';
import { scenarioParams } from '../../../engine/catalog.ts';
import type { SideName } from '../../../engine/contract.ts';
import { LAYER_KEYS } from '../../../engine/scenario/page-keys.ts';
import { basinAreas } from '../../charts/basin-picture.ts';
import { formatShare } from '../../i18n/format.ts';
import { mapState } from '../../pictures/landscape/map-state.ts';
import { endColour, endWords } from '../../pictures/landscape/marks.ts';
import { canCrowd } from '../../session/picture/shown-crowd.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { ParamControl } from '../../ui/fields/ParamControl.tsx';
import { PullScale } from '../../ui/fields/PullScale.tsx';
import { Drawer } from '../../ui/windows/Drawer.tsx';
import { StationaryList } from './StationaryList.tsx';

/** Layers that only the plane of two weights has. */
const OF_THE_PLANE: readonly string[] = ['points', 'dead', 'rays'];

export function LayersDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { problem, values } = useApp((state) => state.scenario);
  const structure = useApp((state) => state.structure);
  const dimension = useApp((state) => state.opened?.dimension ?? 2);
  const isPossible = useApp(canCrowd);
  const specs = scenarioParams(problem);
  const knob = Object.entries(specs).find(([, spec]) => spec.knob);
  return (
    <Drawer id="layers-title" title={t('layers.title')} className="layers" onClose={onClose}>
      <section>
        <h3>{t('layers.show')}</h3>
        {dimension > 2 && (
          <>
            <ParamControl name="plane" spec={specs.plane!} />
            {values.plane === 'weights' && <ParamControl name="pair" spec={specs.pair!} />}
          </>
        )}
        {LAYER_KEYS.map((name) => (
          <ParamControl
            key={name}
            name={name}
            spec={specs[name]!}
            disabled={structure === null && OF_THE_PLANE.includes(name)}
          />
        ))}
        {isPossible && <ParamControl name="crowd" spec={specs.crowd!} />}
        {isPossible && values.crowd > 0 && <ParamControl name="crowdbox" spec={specs.crowdbox!} />}
        {values.rays === true && structure && structure.kinks.length < 2 * structure.lines && (
          <p className="note">
            {t('layers.rays', { shown: structure.kinks.length / 2, lines: structure.lines })}
          </p>
        )}
        {values.arrows === true && <p className="note">{t('layers.arrowsNote')}</p>}
      </section>
      {knob && (
        <section>
          <h3>{t('layers.blend')}</h3>
          <ParamControl name={knob[0]} spec={knob[1]} />
          <p className="note">{t('layers.blendNote')}</p>
        </section>
      )}
      {values.ground === 'basins' && (
        <section>
          <h3>{t('layers.shares')}</h3>
          {SIDES.map((side) => (
            <BasinShares key={side} side={side} />
          ))}
          <p className="note">{t(structure ? 'layers.sharesNote' : 'layers.none')}</p>
        </section>
      )}
      {values.ground === 'pull' && (
        <section>
          <h3>{t('layers.pull')}</h3>
          {dimension === 2 && <PullScale />}
          <p className="note">{t(dimension === 2 ? 'layers.pullNote' : 'layers.pullPlane')}</p>
        </section>
      )}
      <section>
        <h3>{t('layers.points')}</h3>
        {structure ? (
          <>
            {SIDES.map((side) => (
              <StationaryList key={side} side={side} />
            ))}
            <p className="note">
              {structure.left.certain && structure.right.certain
                ? t('layers.all', { lines: structure.lines })
                : t('layers.uncertain')}
            </p>
          </>
        ) : (
          <p className="note">{t('layers.none')}</p>
        )}
      </section>
    </Drawer>
  );
}

/** Lists basins by share, largest first. */
function BasinShares({ side }: { side: SideName }) {
  const t = useTranslate();
  const { store } = useSession();
  const basins = useApp((state) => state.basins);
  const areas = useMemo(
    () => (basins ? basinAreas({ view: basins.view, size: basins.size, labels: basins[side].labels }) : []),
    [basins, side],
  );
  if (!basins) return null;
  const state = store.getState();
  const map = mapState(state, side);
  const { ends } = basins[side];
  return (
    <>
      <h4>
        <span className={`sign ${side}`} aria-hidden /> {viewOf(state).title(state, side, t)}
      </h4>
      <ul className="shares" data-testid={`shares-${side}`}>
        {areas.map(({ end, told }) => (
          <li key={end}>
            <span className="swatch" style={{ background: endColour(map, ends[end]!) }} aria-hidden />
            <span>{endWords(map, ends[end]!, t)}</span>
            <b>{formatShare(told)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
