import { LANGUAGES } from '../../engine/scenario/languages.ts';
import { languageOf } from '../i18n/choose-language.ts';

/*
 * What is seen of the page before its script has come: the scene of the link's problem in its language and theme, as scripts/build/shell.ts has put
 * it into index.html, where this is a classic script, so that nothing else is painted before. With values of its own a link may say other
 * things of its panels, and they are left blank; of a lecture, an embed and in a browser that is too old nothing is shown.
 */

const shell = document.getElementById('shell')!;
const root = document.documentElement;
const link = new Map<string, string>();
try {
  for (const piece of decodeURIComponent(location.hash.slice(1)).split('&')) {
    const [key, value] = piece.split('=') as [string, string?];
    if (key !== '') link.set(key, value ?? '');
  }
} catch {
  // What cannot be read names nothing.
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
  // Files that are kept come at once.
  try {
    if (navigator.serviceWorker?.controller) root.dataset.letters = '';
  } catch {
    // A browser that refuses the look keeps nothing.
  }
  root.lang = LANGUAGES[language].tag;
  const silent = shell.dataset.silent!.split(' ');
  shell.toggleAttribute(
    'data-blank',
    [...link.keys()].some((key) => !silent.includes(key)),
  );
  // What is made behind it is not heard before it is seen.
  document.getElementById('root')!.ariaHidden = 'true';
  shell.replaceChildren(scene.content.cloneNode(true));
}
delete root.dataset.chooses;

/** Milliseconds after which nothing is waited for: what is not seen may never be painted. */
const LATEST = 500;

/** The scripts are asked for after the first paint, which they would hold up where they come fast. */
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
