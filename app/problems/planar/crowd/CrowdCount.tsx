import './crowd.css';
import { Maximize, SquareDashedMousePointer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { crowdTold, crowdWords } from '../../../pictures/crowd-words.ts';
import { viewDigits } from '../../../session/scenario/scenario-loader.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../../session/session-context.tsx';
import { type AppState, shownView } from '../../../session/store.ts';
import { useControl } from '../../../session/use-control.ts';
import { writeText } from '../../../ui/write-text.ts';

/** Milliseconds without another step before the counts are announced, so that a moving slider stays silent. */
const REST = 400;

/** Shows how many dots have ended; the left side adds the control of their starts. */
export function CrowdCount({ side }: { side: SideName }) {
  const t = useTranslate();
  const count = useRef<HTMLElement>(null);
  const reached = useRef<HTMLSpanElement>(null);
  const rest = useRef<HTMLElement>(null);
  const isPast = useApp((state) => state.crowd?.isPast !== false);
  // Changes every frame, so it is written without rendering.
  useTransient(
    (state) => {
      const words = crowdWords(state, side, t);
      return words ? `${words.count}\n${words.reached}\n${words.rest}` : `\n${t('crowd.coming')}\n`;
    },
    (words) => {
      words.split('\n').forEach((part, at) => {
        writeText([count, reached, rest][at]!.current, part);
      });
    },
  );
  return (
    <div className={`crowd-count ${side}`} data-past={isPast || undefined}>
      <p data-testid={`crowd-${side}`}>
        <b ref={count} />
        <span ref={reached} />
      </p>
      <small ref={rest} />
      {side === 'left' && <Region />}
      {side === 'left' && <Told />}
    </div>
  );
}

/** Chooses the rectangle of the starts by a drag, or takes the shown window. */
function Region() {
  const session = useSession();
  const t = useTranslate();
  const brushing = useApp((state) => state.brushing);
  const isWindow = useApp((state) => {
    const window = viewDigits(shownView(state));
    return window.every((end, at) => end === state.scenario.values.crowdbox?.[at]);
  });
  const isFree = useControl('crowdbox') === 'shown';
  if (!isFree) return null;
  return (
    <span className="region">
      {!isWindow && (
        <button
          type="button"
          title={t('crowd.window')}
          aria-label={t('crowd.window')}
          onClick={() => session.change({ crowdbox: viewDigits(shownView(session.store.getState())) })}
        >
          <Maximize size={16} aria-hidden />
        </button>
      )}
      <button
        type="button"
        title={t('crowd.choose')}
        aria-label={t('crowd.choose')}
        aria-pressed={brushing}
        onClick={() => session.store.setState({ brushing: !brushing })}
      >
        <SquareDashedMousePointer size={16} aria-hidden />
      </button>
    </span>
  );
}

/** Announces both counts to screen readers when playback stops. */
function Told() {
  const { store } = useSession();
  const t = useTranslate();
  const region = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The page counts as idle while this timer waits.
    let timer: ReturnType<typeof setTimeout>;
    const tell = () => {
      const words = crowdTold(store.getState(), t);
      if (region.current && region.current.textContent !== words) region.current.textContent = words;
    };
    const told = ({ crowd, k, playing }: AppState) => (playing ? null : crowd?.frame.step === k && crowd);
    const unsubscribe = store.subscribe(
      told,
      (crowd) => {
        clearTimeout(timer);
        if (crowd) timer = setTimeout(tell, REST);
      },
      { fireImmediately: true },
    );
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, t]);
  return <p ref={region} className="visually-hidden" aria-live="polite" data-testid="crowd-told" />;
}
