import { connect, readable, standing } from './embed-client.js';

const byId = (id) => document.getElementById(id);
const NAMES = ['short', 'long'];

/** The latest state of each embed; null before it is ready. */
const states = { short: null, long: null };

/** Steps that both were asked for; nothing more is asked until both are there, so that neither runs ahead. */
let asked = 0;
let playing = false;
let timer;

/** Time between two steps while both play, in milliseconds: what the embeds' own states allow. */
const PACE = 150;

const embeds = Object.fromEntries(
  NAMES.map((name) => [
    name,
    connect(byId(name), {
      state(state) {
        states[name] = state;
        show(name, state);
        if (together()) goOn();
      },
    }),
  ]),
);

function show(name, state) {
  byId(`${name}-step`).textContent = String(state.step);
  for (const side of ['left', 'right']) {
    byId(`${name}-${side}`).textContent = readable(state[side].distance);
    byId(`${name}-${side}-standing`).textContent = standing(state[side]);
  }
  if (NAMES.every((other) => states[other]))
    for (const control of document.querySelectorAll('.drive :disabled')) control.disabled = false;
}

/** Whether both show the step that was asked for. */
function together() {
  return NAMES.every((name) => states[name]?.phase === 'ready' && states[name].step === asked);
}

/** Both to a step; a reader who moved one of them by hand finds both there again. */
function goTo(step) {
  asked = Math.max(0, step);
  for (const name of NAMES) embeds[name].set({ k: asked });
}

/** The next step, where both play and one of the four runs still moves. */
function goOn() {
  clearTimeout(timer);
  if (!playing) return;
  const moves = NAMES.some(
    (name) => states[name].left.endedAt === null || states[name].right.endedAt === null,
  );
  if (moves) timer = setTimeout(() => goTo(asked + 1), PACE);
  else setPlaying(false);
}

function setPlaying(on) {
  playing = on;
  byId('play').textContent = on ? 'Pause both' : 'Play both';
  if (on) goTo(asked + 1);
  else clearTimeout(timer);
}

byId('play').addEventListener('click', () => setPlaying(!playing));
for (const button of document.querySelectorAll('[data-by]'))
  button.addEventListener('click', () => {
    setPlaying(false);
    goTo(asked + Number(button.dataset.by));
  });
byId('start').addEventListener('click', () => {
  setPlaying(false);
  goTo(0);
});
byId('seed').addEventListener('change', ({ target }) => {
  setPlaying(false);
  asked = 0;
  for (const name of NAMES) embeds[name].set({ seed: target.value, pseed: target.value, k: 0 });
});
