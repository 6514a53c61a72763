import type { Page } from '@playwright/test';

/** Faults of a worker (`FAULTY`). */
export type WorkerFault = 'throw' | 'hang' | 'end' | 'memory' | 'mend';

/** Address that never answers a hanging worker. */
const NEVER = '/hang';

/** Precedes the worker's code: faults sent to its name happen after its pending answer. */
const FAULTY = `{
  const Numbers = Float64Array;
  const channel = new BroadcastChannel('faults');
  let latest = 0;
  channel.onmessage = ({ data }) => {
    if (data.name !== self.name || data.at === latest) return;
    latest = data.at;
    channel.postMessage({ heard: data.name });
    if (data.fault === 'throw') setTimeout(() => { throw new Error('broken on purpose'); });
    if (data.fault === 'hang') {
      const request = new XMLHttpRequest();
      request.open('GET', '${NEVER}', false);
      request.send();
    }
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

/** Names workers by start order ("0" is the race's, "1" the pictures') and makes them able to fail. */
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
    // The host closes connections idle for five seconds: retry.
    const response = await route.fetch({ maxRetries: 3 });
    await route.fulfill({ response, body: FAULTY + (await response.text()) });
  });
}

/**
 * Makes a fault happen before the worker handles later requests. Repeats the message until heard, because a new worker does not listen
 * yet; the fault happens once.
 */
export async function inflict(page: Page, name: string, fault: WorkerFault): Promise<void> {
  await page.evaluate(
    ([name, fault]) =>
      new Promise<void>((resolve) => {
        const channel = new BroadcastChannel('faults');
        const at = Math.random();
        const tell = () => channel.postMessage({ name, fault, at });
        const telling = setInterval(tell, 50);
        channel.onmessage = ({ data }) => {
          if (data.heard !== name) return;
          clearInterval(telling);
          channel.close();
          resolve();
        };
        tell();
      }),
    [name, fault] as const,
  );
}

/** Makes a worker hang until the returned function is called. */
export async function hang(page: Page, name: string): Promise<() => void> {
  let comeBack = () => {};
  const back = new Promise<void>((resolve) => {
    comeBack = resolve;
  });
  const hangs = new Promise<void>((resolve) =>
    page.route(`**${NEVER}`, async (route) => {
      resolve();
      await back;
      await route.fulfill({ body: '' });
    }),
  );
  await inflict(page, name, 'hang');
  await hangs;
  return comeBack;
}

/** Makes the page's large arrays of a kind fail, or work again. */
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

/** Records unanswered requests to engines in `questions`, from the next page on. */
export async function countQuestions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const questions = new Set<string>();
    Object.assign(window, { questions });
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
      const { id } = args[0] as { id?: string };
      if (id !== undefined) {
        questions.add(id);
        this.addEventListener('message', ({ data }) => void (data?.id === id && questions.delete(id)));
      }
      Reflect.apply(postMessage, this, args);
    } as typeof postMessage;
  });
}
