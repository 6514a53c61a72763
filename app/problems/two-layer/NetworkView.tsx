import './network.css';
import { useEffect, useRef } from 'react';
import { formatReadout } from '../../i18n/format.ts';
import { sideShort } from '../../pictures/side-words.ts';
import { useApp, useSession, useTransient, useTranslate } from '../../session/session-context.tsx';
import { LossReadout } from '../../ui/LossReadout.tsx';
import { AnglePanel } from './AnglePanel.tsx';
import { CirclePanel } from './CirclePanel.tsx';
import { NetworkCurves } from './NetworkCurves.tsx';
import { NetworkLive } from './NetworkLive.tsx';
import { NetworkVerdict } from './NetworkVerdict.tsx';
import { NeuronPanel } from './NeuronPanel.tsx';
import { objectiveOf } from './network-facts.ts';
import { networkTitle } from './network-names.ts';
import { bindNetworkPictures } from './network-pictures.ts';
import { OutputPanel } from './OutputPanel.tsx';
import { outputKind } from './output-drawing.ts';
import { SuccessRate } from './SuccessRate.tsx';

/** Two layers: a neuron's landscape, the circle of directions, the outputs; objective, gap and verdicts below. */
export function NetworkView() {
  const session = useSession();
  useEffect(() => bindNetworkPictures(session), [session]);
  const t = useTranslate();
  const network = useApp(({ opened }) => opened?.network ?? null);
  const left = useApp((state) => networkTitle(state, 'left', t));
  const right = useApp((state) => networkTitle(state, 'right', t));
  const output = useApp((state) => t(outputKind(state) === 'plane' ? 'network.residuals' : 'network.output'));
  if (!network) return null;
  const planar = network.columns === 2;
  return (
    <>
      <div className="plates networks">
        <section className="panel" aria-labelledby="title-left" data-testid="left">
          <div className="panel-head">
            <span className="sign left" aria-hidden />
            <h2 id="title-left">{left}</h2>
            <LossReadout side="left" />
          </div>
          {planar ? <NeuronPanel /> : <AnglePanel side="left" />}
          <NetworkVerdict side="left" />
        </section>
        <section className="panel" aria-labelledby="title-right" data-testid="right">
          <div className="panel-head">
            <span className="sign right" aria-hidden />
            <h2 id="title-right">{right}</h2>
            <ObjectiveReadout />
          </div>
          {planar ? <CirclePanel label={t('aria.circle')} /> : <AnglePanel side="right" />}
          <NetworkVerdict side="right" />
        </section>
        <section className="panel" aria-labelledby="title-output" data-testid="output">
          <div className="panel-head">
            <h2 id="title-output">{output}</h2>
          </div>
          <OutputPanel />
          <SuccessRate />
        </section>
      </div>
      <NetworkCurves />
      <NetworkLive />
    </>
  );
}

/** F of the right side, whatever it descends on. */
function ObjectiveReadout() {
  const session = useSession();
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  useTransient(
    (state) => `${state.k} ${state.version}`,
    () => {
      if (output.current)
        output.current.textContent = t('readout.loss', {
          loss: formatReadout(objectiveOf(session, 'right')),
        });
    },
  );
  const name = useApp((state) => t('aria.loss', { side: sideShort(state, 'right', t) }));
  return <output ref={output} aria-live="off" aria-label={name} data-testid="loss-right" />;
}
