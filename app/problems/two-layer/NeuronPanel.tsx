import { useMemo, useRef, useState } from 'react';
import { containsPixel, createPlane } from '../../charts/geometry.ts';
import { createThinner } from '../../charts/thin.ts';
import { landscapeRect } from '../../pictures/landscape-frame.ts';
import { arrowMove, within } from '../../pictures/placing.ts';
import { hasKeyboardFocus } from '../../session/keys.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { useThemeContext } from '../../ui/theme-context.ts';
import { HeldNote } from './HeldNote.tsx';
import { NeuronProbe } from './NeuronProbe.tsx';
import { neuronGrid } from './network-facts.ts';
import { networkOf } from './network-info.ts';
import { neuronShown } from './network-pictures.ts';
import { createNeuronGround, createNeuronLegend, createNeuronRun } from './neuron-drawing.ts';

const describe = async () => (await import('./describe-network.ts')).neuron;

/** The objective over the weights of one of descent's neurons, the others where they stand. */
export function NeuronPanel() {
  const session = useSession();
  const t = useTranslate();
  const { scale } = useThemeContext();
  const thinner = useMemo(() => createThinner(), []);
  const neurons = useApp(({ opened }) => networkOf(opened)?.neurons ?? 1);
  const shown = useApp(neuronShown) + 1;
  const control = useControl('neuron');
  const title = useTitle(control, t('network.choose'));

  const surface = useRef<HTMLDivElement>(null);
  const [crosshair, setCrosshair] = useState<readonly [number, number] | null>(null);

  const ground = useMemo(createNeuronGround, []);
  const run = useMemo(() => createNeuronRun(thinner, crosshair), [thinner, crosshair]);
  const legend = useMemo(createNeuronLegend, []);

  /** The weights under a place on the screen; null beside the map. */
  function weightsAt(event: React.PointerEvent): readonly [number, number] | null {
    const view = neuronGrid(session.store.getState())?.view;
    const box = surface.current!.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const rect = landscapeRect(box.width, box.height, scale);
    return view && containsPixel(rect, x, y) ? createPlane(view, rect).toData(x, y) : null;
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (!hasKeyboardFocus()) return;
    const view = neuronGrid(session.store.getState())?.view;
    const move = view && arrowMove(event, view);
    if (!view || !move) return;
    const from = crosshair ?? [(view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2];
    setCrosshair(within([from[0] + move[0], from[1] + move[1]], view));
    event.preventDefault();
  }

  return (
    <div className="plate neuron" data-testid="neuron">
      {neurons > 1 && control === 'hidden' && (
        <span className="neuron-choice">
          {t('network.choose')} <b>{shown}</b>
        </span>
      )}
      {neurons > 1 && control !== 'hidden' && (
        <label className="neuron-choice" title={control === 'locked' ? title : undefined}>
          <span>{t('network.choose')}</span>
          <input
            type="number"
            min={1}
            max={neurons}
            disabled={control === 'locked'}
            value={shown}
            onChange={({ target }) => {
              const j = Math.round(Number(target.value));
              if (j >= 1 && j <= neurons) session.change({ neuron: j });
            }}
          />
        </label>
      )}
      <div className="neuron-map">
        <Drawing picture={ground} label={t('aria.neuron', { j: shown })} describe={describe} />
        <Drawing picture={run} />
        <div
          ref={surface}
          className="surface"
          data-arrows
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the crosshair moves here by keyboard.
          tabIndex={0}
          aria-label={t('aria.overNeuron', { j: shown })}
          onPointerMove={(event) => setCrosshair(weightsAt(event))}
          onPointerLeave={() => setCrosshair(null)}
          onKeyDown={onKeyDown}
          onBlur={() => setCrosshair(null)}
        />
        <NeuronProbe at={crosshair} />
        <HeldNote />
      </div>
      <div className="neuron-scale">
        <Drawing picture={legend} label={t('network.over', { j: shown })} />
      </div>
    </div>
  );
}
