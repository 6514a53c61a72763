import { expose } from 'comlink';
import { createEngine } from './serve.ts';

/** WebKit runs this once more when a later file imports from it. A second engine would answer too, and first: that nothing is open. */
const worker: { hasEngine?: true } & object = self;
if (!worker.hasEngine) expose(createEngine());
worker.hasEngine = true;
