import {
  type PointerEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useShallow } from 'zustand/react/shallow';
import { openScene } from '../../session/guessing.ts';
import { hasPart, partState } from '../../session/scene-parts.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { type Panel, showsAll, viewOf } from '../../session/view.ts';
import { LossReadout } from '../../ui/LossReadout.tsx';
import { Coming, lazyView, Missing } from '../../ui/lazy-view.tsx';
import { useMedia } from '../../ui/look/theme.ts';
import { Verdict } from '../../ui/Verdict.tsx';
import { framedPanel, leadState, useSceneParts } from './use-scene-parts.ts';

const CurvePanel = lazyView(() => import('./curve/CurvePanel.tsx'), 'CurvePanel');
const EnlargeButton = lazyView(() => import('./EnlargeButton.tsx'), 'EnlargeButton');

const PLACES = [0, 1, 2].map((place) => <div key={place} className="curve" />);

/** Part that compares both sides' excess. */
const GAP = 'gap';

/** Largest finger movement of a tap, in pixels. */
const TAP = 6;

/**
 * Panels and curves of the opened view. `space` replaces both maps and receives them as a fallback; `children` are among the panels. If
 * `embedded`, only pictures are shown, because the surrounding page describes them.
 */
export function ProblemPage({
  busy,
  embedded = false,
  space,
  children,
}: {
  busy?: boolean | undefined;
  embedded?: boolean;
  space?: ((maps: ReactNode) => ReactNode) | undefined;
  children?: ReactNode;
}) {
  const session = useSession();
  // The opened problem may differ from the one now requested.
  const isOther = useApp(({ scenario, openedProblem }) => scenario.problem !== openedProblem);
  const { view, panels } = useView();
  useEffect(() => (isOther ? undefined : view.bind?.(session)), [session, view, isOther]);
  // A scene about a curve shows the curve at step 0, too.
  const Idea = useApp((state) =>
    state.k === 0 &&
    !state.playing &&
    !state.presenting &&
    !embedded &&
    hasPart(state, 'terms') &&
    !openScene(state)?.frame?.startsWith('curve')
      ? (viewOf(state).idea?.(state) ?? null)
      : null,
  );
  // Without a forecast or an explanation the main curve has nothing to show yet.
  const isBlank = useApp((state) => !showsAll(state) && !state.scenario.values.forecast);
  const frame = useApp((state) => openScene(state)?.frame);
  const below = [...view.curves.map(({ name }) => name), ...(view.Meter ? [GAP] : [])];
  const Lead = embedded ? undefined : view.Lead;
  const first = Lead ? 1 : 0;
  const parts = useSceneParts(
    panels.map(({ name }) => name),
    below,
    first,
  );
  const isFree = useApp(({ lecture }) => lecture === null);
  const readouts = useApp((state) => partState(state, 'readouts'));
  // Narrow screens show both pictures small and side by side (narrow.css).
  const isUpright = useMedia('(max-width: 560px)');
  const isSmall = isUpright && !embedded;
  const [large, setLarge] = useState('');
  if (isOther)
    return (
      <div className="plates" aria-busy>
        {children}
      </div>
    );
  if (view.isMissing && panels.length === 0) return <Missing />;
  const { Meter } = view;
  // The lead shows the first curve or the last panel; it is there for either.
  const lead = Lead && leadState(parts, [view.curves[0]!.name, panels.at(-1)?.name ?? '']);
  const listed = Lead ? panels.slice(0, -1) : panels;
  const places = listed.filter(({ name }) => parts[name] !== 'absent');
  const row = below.slice(first).filter((name) => parts[name] !== 'absent');
  const isMap = ({ side }: Panel) => view.maps !== null && side !== null;
  const sections = (these: readonly Panel[]) =>
    these.map((panel) =>
      parts[panel.name] === 'waits' ? (
        <section key={panel.name} className={`panel ${panel.side ? 'of-side' : 'of-both'}`} />
      ) : (
        <Section
          key={panel.name}
          panel={panel}
          embedded={embedded}
          isLarge={isSmall && panel.name === large}
          onEnlarge={isSmall && panel.side ? setLarge : undefined}
        />
      ),
    );
  const maps = places.filter(isMap);
  const others = places.filter((panel) => !isMap(panel));
  const hasLead = lead !== undefined && lead !== 'absent';
  const isPair = !Lead && places.length === 2;
  // The idea takes the lead's place until there is a curve.
  const isIdeaLead = Idea !== null && lead === 'shown' && isBlank;
  const isBeside = lead === 'shown' && row.every((name) => name === GAP) && isFree;
  const isThird = hasLead || others.some(({ side }) => !side);
  const columns = places.length + (hasLead || (row.length > 0 && !isThird) ? 1 : 0);
  return (
    <>
      {view.isMissing && <Missing />}
      <div
        className={`plates ${view.className} ${isPair ? 'pair' : isBeside ? 'beside' : ''}`.trim()}
        aria-busy={busy}
        data-coming={view.isFirst ? '' : undefined}
        data-columns={columns < panels.length ? columns : undefined}
        data-readouts={readouts}
        data-framed={framedPanel(frame, listed, places, hasLead)}
      >
        {children}
        {space && maps.length > 1 ? space(sections(maps)) : sections(maps)}
        {sections(others)}
        {Lead && lead === 'shown' && !isIdeaLead && <Lead />}
        {isIdeaLead && (
          <div className="panel of-both lead">
            <Coming>
              <Idea />
            </Coming>
          </div>
        )}
        {lead === 'waits' && <section className="panel of-both lead" />}
      </div>
      <div
        className={Lead ? 'curves rest' : 'curves'}
        data-count={!Idea && row.length < below.length - first ? row.length : undefined}
        data-framed={
          frame?.startsWith('curve') ? row.indexOf(below[Number(frame.at(-1)) - 1]!) + 1 : undefined
        }
      >
        {isIdeaLead ? null : Idea && !isBeside ? (
          <Coming>
            <Idea />
          </Coming>
        ) : (
          row.map((name) => {
            const curve = view.curves.find((one) => one.name === name);
            if (!curve) return null;
            if (parts[name] === 'waits') return <div key={name} className="curve" />;
            return (
              <Coming key={name} fallback={<div className="curve" />}>
                <CurvePanel curve={curve} />
              </Coming>
            );
          })
        )}
        {view.isFirst && !Idea && PLACES}
        {Meter && parts[GAP] === 'shown' && <Meter />}
      </div>
    </>
  );
}

/** Replaces a first part by its full view in a deferred, interruptible render. */
function useView() {
  const problem = useApp(({ openedProblem }) => openedProblem);
  const view = useApp(viewOf);
  const panels = useApp(useShallow((state) => viewOf(state).panels(state)));
  const late = useDeferredValue(useMemo(() => ({ problem, view, panels }), [problem, view, panels]));
  return late.view.isFirst && late.problem === problem ? late : { view, panels };
}

/** Enlarges if small and tapped; a large panel handles taps as usual. */
function Section({
  panel,
  embedded,
  isLarge,
  onEnlarge,
}: {
  panel: Panel;
  embedded: boolean;
  isLarge: boolean;
  onEnlarge: ((name: string) => void) | undefined;
}) {
  const { name, side, Body } = panel;
  const pressed = useRef({ x: 0, y: 0 });
  const t = useTranslate();
  const title = useApp((state) => panel.title(state, t));
  const facts = useApp((state) => panel.facts?.(state, t) ?? '');
  const className = useApp((state) => panel.className?.(state) ?? '');
  const hasReadouts = useApp((state) => hasPart(state, 'readouts'));
  const verdict = useApp((state) => partState(state, 'verdict'));
  // A lecture explains the panel in its own words.
  const about = useApp((state) =>
    embedded || state.lecture ? null : (viewOf(state).about?.(state, name, t) ?? null),
  );
  const enlargedByTap = {
    onPointerDownCapture: ({ clientX, clientY }: PointerEvent) => {
      pressed.current = { x: clientX, y: clientY };
    },
    onClickCapture: (event: React.MouseEvent) => {
      const { x, y } = pressed.current;
      // Dragging the start or a rectangle does not enlarge the picture.
      const isTap = Math.hypot(event.clientX - x, event.clientY - y) <= TAP;
      if (!isTap || !(event.target as Element).closest('.plate')) return;
      event.stopPropagation();
      onEnlarge?.(name);
    },
  };
  return (
    <section
      className={`panel ${side ? 'of-side' : 'of-both'} ${isLarge ? 'large' : ''} ${className}`.trim()}
      aria-labelledby={`title-${name}`}
      data-testid={name}
      {...(onEnlarge && !isLarge && enlargedByTap)}
    >
      <div className="panel-head">
        {side && <span className={`sign ${side}`} aria-hidden />}
        <h2 id={`title-${name}`}>{title}</h2>
        {side && hasReadouts && <LossReadout side={side} />}
        {facts !== '' && <span className="facts">{facts}</span>}
      </div>
      {about !== null && (
        <div className="about">
          <p>{about}</p>
        </div>
      )}
      <Coming>
        <Body />
      </Coming>
      {onEnlarge && (
        <Coming>
          <EnlargeButton title={title} isLarge={isLarge} onToggle={() => onEnlarge(isLarge ? '' : name)} />
        </Coming>
      )}
      {side && (verdict === 'unlisted' || verdict === 'shown') && <Verdict side={side} />}
      {side && verdict === 'waits' && <p className={`verdict ${side}`} />}
    </section>
  );
}
