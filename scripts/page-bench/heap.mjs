/** Memory of a page and its workers by the browser (CDP). */

/**
 *
 * @param {import('@playwright/test').Page} page
 */
export async function openHeaps(page) {
  const session = await page.context().newCDPSession(page);
  const workers = await followWorkers(session);
  const ofPage = { send: (method, params) => session.send(method, params) };
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return {
    /** Returns, after three collections, megabytes of the page's heap and buffers, listeners, nodes, and megabytes per worker. */
    async measure() {
      await collect(ofPage);
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
      const inWorkers = [];
      for (const worker of workers()) {
        await collect(worker);
        inWorkers.push((await worker.send('Runtime.getHeapUsage')).usedSize / 1e6);
      }
      return {
        heap: of('JSHeapUsedSize') / 1e6,
        buffers: (await ofPage.send('Runtime.getHeapUsage')).backingStorageSize / 1e6,
        listeners: of('JSEventListeners'),
        nodes: of('Nodes'),
        inWorkers,
      };
    },
    /** Counts objects of these classes after a collection, in the page and each worker. */
    async count(names) {
      const counts = [];
      for (const heap of [ofPage, ...workers()]) {
        const of = {};
        for (const name of names) of[name] = await countInstances(heap, name);
        counts.push(of);
      }
      return counts;
    },
  };
}

async function collect({ send }) {
  for (let i = 0; i < 3; i++) await send('HeapProfiler.collectGarbage');
}

async function countInstances({ send }, name) {
  const objectGroup = 'counted';
  const prototype = await send('Runtime.evaluate', { expression: `${name}.prototype`, objectGroup });
  const { objects } = await send('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId,
    objectGroup,
  });
  const { result } = await send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await send('Runtime.releaseObjectGroup', { objectGroup });
  return result.value;
}

/** Attaches to workers through the page's session, which Playwright does not; returns a function that lists them. */
async function followWorkers(session) {
  const alive = new Map();
  const waiting = new Map();
  let last = 0;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'worker') return;
    alive.set(sessionId, {
      send: (method, params = {}) =>
        new Promise((resolve, reject) => {
          const id = ++last;
          waiting.set(id, { resolve, reject });
          session
            .send('Target.sendMessageToTarget', {
              sessionId,
              message: JSON.stringify({ id, method, params }),
            })
            .catch(reject);
        }),
    });
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => alive.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    // Events have no id.
    if (id === undefined) return;
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return () => [...alive.values()];
}
