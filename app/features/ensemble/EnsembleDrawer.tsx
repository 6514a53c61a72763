import './words.en.ts';
import '../../ui/fields/param-words.en.ts';

import './ensemble.css';
import { useState } from 'react';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { PartTabs } from '../../ui/fields/PartTabs.tsx';
import { Drawer } from '../../ui/windows/Drawer.tsx';
import { DiagramPart } from './diagram/DiagramPart.tsx';
import type { JobName } from './job/job.ts';
import { RunsPart } from './RunsPart.tsx';

const PARTS = ['runs', 'diagram'] as const;

/** Shows ensembles and phase diagrams. Runs continue after it is closed. */
export function EnsembleDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const hasAxes = useApp((state) => state.scenario.values.xkey !== '');
  const [part, setPart] = useState<JobName>(hasAxes ? 'diagram' : 'runs');
  const [cell, setCell] = useState<number | null>(null);

  return (
    <Drawer id="ensemble-title" title={t('ensemble.title')} className="ensemble" onClose={onClose}>
      <PartTabs of="ensemble" label={t('ensemble.parts')} parts={PARTS} part={part} onPart={setPart} />
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
