import { expose } from 'comlink';
import { createEngine } from './serve.ts';

/**
 * WebKit runs what a worker begins with once more when a file that comes later imports from it. A second engine would answer every
 * question too: that nothing is open, and sooner than the first where that one works for long.
 */
const worker: { hasEngine?: true } & object = self;
if (!worker.hasEngine) {
  worker.hasEngine = true;
  expose(createEngine());
}
