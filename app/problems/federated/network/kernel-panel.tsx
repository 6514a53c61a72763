import './words.en.ts';
import './network.css';
import { useMemo, useRef, useState } from 'react';
import { hasKeyboardFocus } from '../../../session/keys.ts';
import { useApp, useTranslate } from '../../../session/session-context.tsx';
import type { Panel } from '../../../session/view.ts';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { ReadPlate } from '../../kit/ReadPlate.tsx';
import { networkOf } from '../federated-info.ts';
import { describeKernel } from './describe-network.ts';
import { createKernel, kernelFacts, kernelWords } from './kernel-drawing.ts';
import { entryAt } from './kernel-plot.ts';

type Entry = readonly [row: number, column: number];

const describe = async () => describeKernel;

/** Draws the kernel. The pointer reads an entry; arrow keys move between entries. */
function KernelPlate() {
  const t = useTranslate();
  const { scale } = useThemeContext();
  const box = useRef<HTMLDivElement>(null);
  const info = useApp(networkOf);
  const [pointed, setPointed] = useState<Entry | null>(null);
  const [spoken, setSpoken] = useState(false);
  const n = info?.samples ?? 0;
  // Another instance may have fewer.
  const [row, column] = [pointed?.[0] ?? -1, pointed?.[1] ?? -1];
  const isThere = pointed !== null && row < n && column < n;
  const picture = useMemo(() => createKernel(isThere ? [row, column] : null), [isThere, row, column]);
  if (!info) return null;

  function read(next: Entry | null, aloud: boolean): void {
    setSpoken(aloud);
    if (next?.[0] !== pointed?.[0] || next?.[1] !== pointed?.[1]) setPointed(next);
  }

  function pointAt(event: React.PointerEvent): void {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    const at = { width, height, scale, image: { n } };
    read(entryAt(at, event.clientX - left, event.clientY - top), false);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const way = MOVES[event.key];
    const held = (at: number) => Math.max(0, Math.min(n - 1, at));
    if (way) read(isThere ? [held(row + way[0]), held(column + way[1])] : [0, 0], true);
    else if (event.key === 'Home') read([0, 0], true);
    else if (event.key === 'End') read([n - 1, n - 1], true);
    else if (event.key === 'Escape' && pointed) read(null, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ReadPlate
      name="kernel"
      className="read-below"
      box={box}
      surface={t('aria.fed.kernel.surface')}
      label={t('aria.fed.kernel')}
      picture={picture}
      describe={describe}
      words={isThere ? kernelWords(info, pointed, t) : ''}
      hint={t('fed.kernel.hint', kernelFacts(info))}
      spoken={spoken}
      onPointerMove={pointAt}
      onPointerDown={pointAt}
      onPointerLeave={() => read(null, false)}
      onBlur={() => read(null, false)}
      onKeyDown={onKeyDown}
    />
  );
}

const MOVES: Readonly<Record<string, Entry>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export const KERNEL: Panel = {
  name: 'kernel',
  side: null,
  title: (_, t) => t('fed.kernel.title'),
  Body: KernelPlate,
  picture: {
    aspect: 1,
    narrow: () => 1,
    draw: (kit, snapshot, size) => kit.draw(createKernel, snapshot, size),
    tell: () => [describeKernel],
  },
};
