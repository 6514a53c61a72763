import { useMemo } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { useApp } from '../../session/session-context.tsx';
import { Drawing } from '../../ui/Drawing.tsx';
import { createFirstMap } from './first-map.ts';

export function FirstMap({ side }: { side: SideName }) {
  const picture = useMemo(() => createFirstMap(side), [side]);
  return (
    <div className="plate">
      <Drawing picture={picture} />
    </div>
  );
}

/** Placeholders of the data's picture and its legend. */
export function FirstData() {
  const hasMaps = useApp(({ opened }) => (opened?.dimension ?? 2) > 1);
  return (
    <>
      <div className="plate" />
      {hasMaps && (
        <div className="legends">
          <div className="legend" />
        </div>
      )}
    </>
  );
}
