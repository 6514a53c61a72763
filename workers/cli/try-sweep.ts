/** For tests: `sweep` in this process. */

import { writeFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { runSweep, type SweepSurroundings } from './run-sweep.ts';
import type { SweepTask, SweepThread } from './sweep-pool.ts';
import { answerPieces } from './sweep-work.ts';
import { file, runHere } from './try-command.ts';

/** Returns a thread of `sweep` in this process, with cloned messages. Calls `heard` after each answer. */
export function openThread(task: SweepTask, heard = () => {}): SweepThread {
  const { port1, port2 } = new MessageChannel();
  const begun = answerPieces(structuredClone(task), port2);
  return {
    on(event: string, listener: (value: unknown) => void) {
      if (event === 'error') begun.catch(listener);
      else
        port1.on('message', (answer) => {
          listener(answer);
          heard();
        });
    },
    postMessage: (asked) => port1.postMessage(asked),
    terminate: () => begun.then(() => port1.close()),
  };
}

/** Stops a sweep after so many answers, like a signal. */
export function stopBehind(answers: number, reason: string): Partial<SweepSurroundings> {
  let left = answers;
  let stop = (_: string) => {};
  return {
    onStop(given) {
      stop = given;
    },
    openThread: (task) => openThread(task, () => --left === 0 && stop(reason)),
  };
}

/** Runs a `sweep` command line; only `more` can stop or redirect it. */
export function sweepWith(
  { out, ...more }: Partial<SweepSurroundings> & { readonly out?: string },
  ...args: readonly string[]
) {
  const own = { openThread, onStop: () => undefined, ...more };
  return runHere('sweep', (at) => runSweep(args, { ...at, ...own }), out);
}

export const sweep = (...args: readonly string[]) => sweepWith({}, ...args);

export function writeSpec(
  name: string,
  set: object,
  link = '#v=1&problem=one-neuron&d=2',
  more: object = {},
): void {
  writeFileSync(file(name), JSON.stringify({ format: 'twin-descent-sweep', version: 1, link, set, ...more }));
}
