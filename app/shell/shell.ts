import { LANGUAGES } from '../../engine/scenario/languages.ts';
import { languageOf } from '../i18n/choose-language.ts';

/* Shows the problem's scene in its language and theme before the page's script runs. scripts/build/shell.ts inlines it into index.html
   as a classic script: nothing else is painted first. A link's values may change the panels, which then stay blank. Lectures, embeds
   and old browsers get no shell. */

const shell = document.getElementById('shell')!;
const root = document.documentElement;
const link = new Map<string, string>();
try {
  for (const piece of decodeURIComponent(location.hash.slice(1)).split('&')) {
    const [key, value] = piece.split('=') as [string, string?];
    if (key !== '') link.set(key, value ?? '');
  }
} catch {
  // An unreadable link sets nothing.
}
const named = (key: string) => link.get(key) ?? '';
const isElsewhere = link.has('lecture') || link.has('embed') || self.origin === 'null';

if (isElsewhere || document.getElementById('too-old')) shell.remove();
else {
  const language = languageOf(Object.hasOwn(LANGUAGES, named('lang')) ? named('lang') : 'auto');
  const scenes = [...document.querySelectorAll<HTMLTemplateElement>(`template[lang=${language}]`)];
  const scene = scenes.find(({ dataset }) => dataset.problem === named('problem')) ?? scenes[0]!;
  const theme = named('profile') === 'projector' ? 'projector' : named('theme');
  if (['light', 'dark', 'projector'].includes(theme)) root.dataset.theme = theme;
  // Cached fonts are ready.
  try {
    if (navigator.serviceWorker?.controller) root.dataset.letters = '';
  } catch {
    // A browser that refuses caches nothing.
  }
  root.lang = LANGUAGES[language].tag;
  const silent = shell.dataset.silent!.split(' ');
  shell.toggleAttribute(
    'data-blank',
    [...link.keys()].some((key) => !silent.includes(key)),
  );
  // Hide the page from screen readers until visible.
  document.getElementById('root')!.ariaHidden = 'true';
  shell.replaceChildren(scene.content.cloneNode(true));
}
delete root.dataset.chooses;

/** Latest ms to start the scripts: a hidden page may never paint. */
const LATEST = 500;

/** Requests the scripts after the first paint, which they would delay. */
let isStarted = false;
function start(): void {
  if (isStarted) return;
  isStarted = true;
  const scripts = document.querySelector<HTMLTemplateElement>('#scripts')!;
  document.head.append(document.importNode(scripts.content, true));
}
if (document.hidden || !shell.isConnected) start();
else {
  new PerformanceObserver(start).observe({ type: 'paint', buffered: true });
  setTimeout(start, LATEST);
}
