/** What a browser may tell of the connection; Firefox and Safari tell nothing. */
interface Connection {
  readonly saveData?: boolean;
}

/** What the service worker (workers/service-worker.ts) is asked to keep: these files, and some more. */
interface Ask {
  readonly urls: readonly string[];
  readonly some: boolean;
}

/**
 * Once the service worker has installed what the first screen and the lectures need, asks it for the rest, a few files at a time, each
 * time when nothing else is to do. Not where the person saves data: there a file is kept with its first use. Ends where the network
 * does; the next visit goes on.
 */
export async function keepRest(container: ServiceWorkerContainer): Promise<void> {
  await container.ready;
  const { connection } = navigator as { connection?: Connection };
  // What the page has loaded before the worker was in control is its first use too; the browser has it at hand.
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  if (connection?.saveData) {
    await ask(container, { urls: loaded, some: false });
    return;
  }
  for (let left = 1; left > 0; ) {
    await idle();
    left = await ask(container, { urls: [], some: true });
  }
}

/** How many files are left; 0 also where no more can be had. */
async function ask(container: ServiceWorkerContainer, what: Ask): Promise<number> {
  const { active } = await container.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    active?.postMessage({ type: 'KEEP', ...what }, [port2]);
  });
}

/** Safari has no idle callback. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
}
