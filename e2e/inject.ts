import type { Page } from '@playwright/test';

/** What a worker can be told to suffer: see `FAULTY`. */
export type WorkerFault = 'throw' | 'hang' | 'end' | 'memory' | 'mend';

/** Milliseconds for which a worker hangs. */
export const HANG_MS = 3_000;

/** Put before the worker's own code: what is told to its name on a channel happens to it. */
const FAULTY = `{
  const Numbers = Float64Array;
  new BroadcastChannel('faults').onmessage = ({ data }) => {
    if (data.name !== self.name) return;
    if (data.fault === 'throw') setTimeout(() => { throw new Error('broken on purpose'); });
    if (data.fault === 'hang') for (const end = performance.now() + ${HANG_MS}; performance.now() < end; );
    if (data.fault === 'end') self.close();
    if (data.fault === 'memory')
      self.Float64Array = new Proxy(Numbers, {
        construct(made, args, target) {
          if (typeof args[0] === 'number' && args[0] >= 500) throw new RangeError('Array buffer allocation failed');
          return Reflect.construct(made, args, target);
        },
      });
    if (data.fault === 'mend') self.Float64Array = Numbers;
  };
}
`;

/** Names the page's workers in the order in which they start ("0" is the race's, "1" the pictures'), and makes each of them ready to fail. */
export async function makeFaulty(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Started = Worker;
    let count = 0;
    window.Worker = class extends Started {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, { ...options, name: String(count++) });
      }
    };
  });
  await page.route(/\/engine\.worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: FAULTY + (await response.text()) });
  });
}

/** Makes something happen to a worker. */
export async function inflict(page: Page, name: string, fault: WorkerFault): Promise<void> {
  await page.evaluate(([name, fault]) => new BroadcastChannel('faults').postMessage({ name, fault }), [
    name,
    fault,
  ] as const);
}

/** Makes the page's own large arrays of a kind refused from now on, or had again. */
export async function refuseMemory(
  page: Page,
  refused: boolean,
  kind: 'Float64Array' | 'Uint8ClampedArray' = 'Float64Array',
): Promise<void> {
  await page.evaluate(
    ([refuse, kind]) => {
      const place = window as unknown as Record<string, typeof Float64Array>;
      place[`had ${kind}`] ??= place[kind]!;
      const had = place[`had ${kind}`]!;
      place[kind] = !refuse
        ? had
        : new Proxy(had, {
            construct(made, args, target) {
              if (typeof args[0] === 'number' && args[0] >= 500)
                throw new RangeError('Array buffer allocation failed');
              return Reflect.construct(made, args, target);
            },
          });
    },
    [refused, kind] as const,
  );
}
