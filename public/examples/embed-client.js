/**
 * The few lines that a page needs to talk with an embed of Twin Descent (docs/embed.md of the repository). Copy them freely.
 */

const SOURCE = 'twin-descent';
const VERSION = 1;

/**
 * Talks with the embed in `frame`. Each handler is called with the whole message of its type; `origin` is where the embed is
 * served from, or 'null' where it runs in a sandbox without an origin. Returns what to ask it for.
 * @param {HTMLIFrameElement} frame
 * @param {{ ready?: (message: object) => void, state?: (message: object) => void, error?: (message: object) => void }} handlers
 * @param {string} origin
 */
export function connect(frame, handlers, origin = 'null') {
  addEventListener('message', (event) => {
    // Both: this very frame, and the origin that is expected in it.
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = event.data;
    if (message?.source !== SOURCE || message.version !== VERSION) return;
    if (message.type === 'height') frame.style.height = `${Number(message.height)}px`;
    handlers[message.type]?.(message);
  });

  // A sandboxed frame has no origin that could be named; what is sent holds nothing private.
  const send = (type, fields = {}) =>
    frame.contentWindow.postMessage(
      { source: SOURCE, version: VERSION, type, ...fields },
      origin === 'null' ? '*' : origin,
    );
  const embed = {
    play: () => send('play'),
    pause: () => send('pause'),
    step: (n) => send('step', { n }),
    set: (values) => send('set', { values }),
    load: (fragment) => send('load', { fragment }),
    report: () => send('report'),
  };
  // The frame may have been ready before this script was.
  embed.report();
  return embed;
}

const FORMAT = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** A number for reading; a dash for what is none. */
export function readable(value) {
  if (!Number.isFinite(value)) return '–';
  return value !== 0 && Math.abs(value) < 1e-3
    ? value.toExponential(2).replace('e-', 'e−')
    : FORMAT.format(value);
}

/** Each status in a few words; docs/embed.md lists the statuses of each problem. */
export const STATUS = {
  moving: 'moving',
  reached: 'arrived at the star',
  global: 'at a global minimum',
  dead: 'dead: no sample switches it on',
  stationary: 'at rest',
  unbounded: 'falling forever',
  optimal: 'optimal, proved',
  resists: 'at rest, the gap stays open',
  diverged: 'diverged',
  hovering: 'hovering: it moves, but falls no further',
  cycles: 'cycling',
  atFloor: 'as near as it can come, proved',
  deadEnd: 'stopped: its live neurons cannot reach the mean, proved',
  rest: 'at rest, proved',
  best: 'at a best permutation, proved',
  rounds: 'at rest; rounds to a permutation that is not known to be best',
  tie: 'at rest; permutations of different costs are equally near',
  permutation: 'at a permutation that is not known to be best',
  between: 'at rest, on no permutation',
  settled: 'settled, proved',
};

/** How a side stands, in a few words; its codes are those of docs/embed.md. */
export function standing({ status, place, endedAt }) {
  const at = endedAt === null ? '' : ` since step ${endedAt}`;
  const where =
    { spurious: ' at a spurious minimum', valley: ' in a valley', origin: ' at the origin' }[place] ?? '';
  return `${STATUS[status] ?? status}${where}${at}`;
}
