import '../matrix-words.en.ts';
import '../matrix.css';
import { useMemo, useRef, useState } from 'react';
import { isAsking } from '../../../session/guessing.ts';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import type { Panel } from '../../../session/view.ts';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { partForKey } from '../../kit/part-for-key.ts';
import { ReadPlate } from '../../kit/ReadPlate.tsx';
import { shuffleOf } from '../shuffle-info.ts';
import {
  binsOf,
  binWords,
  costsHint,
  costsInput,
  costsState,
  createCosts,
  describeCosts,
  factorial,
} from './costs-drawing.ts';
import { binAt } from './costs-plot.ts';
import { SortSwitch } from './SortSwitch.tsx';

const describe = async () => describeCosts;

/** The costs of all permutations: a pointer or the arrow keys read them, one after another. */
function CostsPlate() {
  const session = useSession();
  const t = useTranslate();
  const drawStyle = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const [asked, setPointed] = useState<number | null>(null);
  const [spoken, setSpoken] = useState(false);
  const info = useApp(shuffleOf);
  const asks = useApp(isAsking);
  const last = info ? binsOf(info).length - 1 : -1;
  // Of another instance there may be fewer.
  const pointed = asked !== null && asked <= last ? asked : null;
  const picture = useMemo(() => createCosts(pointed), [pointed]);
  if (!info) return null;

  function pointAt(event: React.PointerEvent): void {
    const { left, width, height } = box.current!.getBoundingClientRect();
    const canvas = { size: { width, height }, drawStyle, t };
    setSpoken(false);
    setPointed(binAt(costsInput(costsState(session), info!, null, canvas), event.clientX - left));
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const part = partForKey(event.key, pointed, last);
    if (!hasKeyboardFocus() || part === undefined) return;
    setPointed(part);
    setSpoken(true);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      name="costs"
      className="matrix-read read-under costs"
      box={box}
      surface={t('aria.shuffle.costs.surface')}
      label={t('aria.shuffle.costs')}
      picture={picture}
      describe={describe}
      words={pointed === null ? '' : binWords(info, pointed, asks, t)}
      hint={costsHint(info, asks, t)}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => setPointed(null)}
      onBlur={() => setPointed(null)}
      onKeyDown={onKeyDown}
    >
      <SortSwitch />
    </ReadPlate>
  );
}

/** All costs, beside both matrices. */
export const COSTS: Panel = {
  name: 'costs',
  side: null,
  title(state, t) {
    const info = shuffleOf(state);
    return info ? t('shuffle.costs.title', { n: factorial(info.n), listed: info.costs.length > 0 }) : '';
  },
  Body: CostsPlate,
  picture: {
    aspect: 1,
    narrow: () => 0.8,
    draw: (kit, snapshot, size) => kit.draw(createCosts, snapshot, size),
    tell: () => [describeCosts],
  },
};
