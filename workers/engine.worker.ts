import { expose } from 'comlink';
import { createEngine } from './serve.ts';

/** WebKit reruns this file when a later one imports it. A second engine would also answer, and first, that nothing is open. */
const worker: { hasEngine?: true } & object = self;
if (!worker.hasEngine) expose(createEngine());
worker.hasEngine = true;
