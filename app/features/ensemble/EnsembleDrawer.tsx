import './words.en.ts';
import '../../ui/param-words.en.ts';

import './ensemble.css';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslate } from '../../session/session-context.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { DiagramPart } from './DiagramPart.tsx';
import type { JobName } from './job.ts';
import { RunsPart } from './RunsPart.tsx';

const PARTS = ['runs', 'diagram'] as const;

/** How often is it so: ensembles and phase diagrams beside the page, which goes on. Closing it lets a run go on. */
export function EnsembleDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const [part, setPart] = useState<JobName>('runs');
  const [cell, setCell] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (PARTS.indexOf(part) + by + PARTS.length) % PARTS.length;
    setPart(PARTS[next]!);
    list.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <Drawer
      id="ensemble-title"
      title={t('ensemble.title')}
      close={t('ensemble.close')}
      className="ensemble"
      onClose={onClose}
    >
      <p className="note">{t('ensemble.lead')}</p>
      <div className="parts" role="tablist" aria-label={t('ensemble.parts')} ref={list} onKeyDown={onKeyDown}>
        {PARTS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`ensemble-tab-${name}`}
            aria-selected={part === name}
            aria-controls="ensemble-part"
            tabIndex={part === name ? 0 : -1}
            onClick={() => setPart(name)}
          >
            {t(`ensemble.part.${name}`)}
          </button>
        ))}
      </div>
      <div id="ensemble-part" role="tabpanel" aria-labelledby={`ensemble-tab-${part}`}>
        {part === 'runs' ? (
          <RunsPart
            cell={cell}
            onPart={setPart}
            onLeaveCell={() => {
              setCell(null);
              setPart('diagram');
            }}
            onOwn={() => setCell(null)}
            onClose={onClose}
          />
        ) : (
          <DiagramPart
            onPart={(name) => {
              setCell(null);
              setPart(name);
            }}
            onCell={(chosen) => {
              setCell(chosen);
              setPart('runs');
            }}
          />
        )}
      </div>
    </Drawer>
  );
}
