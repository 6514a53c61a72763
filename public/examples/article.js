import { connect, readable, standing } from './embed-client.js';

const byId = (id) => document.getElementById(id);
const frame = byId('race');
const play = byId('play');
const rate = byId('rate');
const problems = byId('problems');

let playing = false;

const embed = connect(frame, {
  state(state) {
    playing = state.playing;
    play.textContent = playing ? 'Pause' : 'Play';
    byId('step').textContent = String(state.step);
    for (const side of ['left', 'right']) {
      byId(`${side}-loss`).textContent = readable(state[side].loss);
      byId(`${side}-distance`).textContent = readable(state[side].distance);
      byId(`${side}-standing`).textContent = standing(state[side]);
    }
    // What the embed opens on a page of its own: its address with the link of this very state.
    byId('link').textContent = state.link;
    byId('link').href = `../index.html${state.link}`;
    problems.textContent = state.notices.map(({ words }) => words).join(' ');
    for (const control of document.querySelectorAll('.drive :disabled')) control.disabled = false;
  },
  error({ words }) {
    problems.textContent = words;
  },
});

play.addEventListener('click', () => (playing ? embed.pause() : embed.play()));
for (const button of document.querySelectorAll('[data-step]'))
  button.addEventListener('click', () => embed.step(Number(button.dataset.step)));
for (const button of document.querySelectorAll('[data-load]'))
  button.addEventListener('click', () => {
    embed.load(button.dataset.load);
    rate.value = '1';
    byId('rate-value').textContent = '1';
  });
byId('start').addEventListener('click', () => embed.set({ k: 0 }));
rate.addEventListener('input', () => {
  byId('rate-value').textContent = rate.value;
  embed.set({ c: Number(rate.value) });
});
