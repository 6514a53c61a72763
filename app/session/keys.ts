import type { KeyName } from '../../engine/scenario/key-names.ts';
import { VIEW_PARAMS } from '../../engine/scenario/view-params.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { isKeyOn } from './controls.ts';
import { toggleCrowd } from './picture/crowd.ts';
import type { Session } from './session.ts';

export interface WindowActions {
  toggleFullScreen(): void;
  toggleBlank(): void;
  toggleHelp(): void;
  /** Closes the topmost layer; false without one. */
  close(): boolean;
}

interface KeyRow {
  readonly does: string;
  /** As `event.key` in lower case. */
  readonly keys: readonly string[];
  /** When the key works; of rows that share a key, the narrowest wins. */
  readonly when: 'always' | 'lecture' | 'presenting';
  /** Name by which a link switches it off. */
  readonly name: KeyName;
  /** The key's label in the help, and its action. */
  readonly cap: MessageKey;
  readonly words: MessageKey;
}

const ARROWS = ['arrowleft', 'arrowup', 'arrowright', 'arrowdown'];

/** All single keys, in the help's order. */
export const KEYS = [
  row('toggle', [' '], 'space', 'key.space', 'key.play'),
  row('step', ['arrowleft', 'arrowright'], 'arrows', 'key.arrows', 'key.step'),
  row('ends', ['home', 'end'], 'homeend', 'key.home', 'key.homeEnd'),
  row('reset', ['r'], 'r', 'key.r', 'key.reset'),
  row('dice', ['n'], 'n', 'key.n', 'key.newSeed'),
  row('speed', ['+', '=', '-'], 'speed', 'key.plusMinus', 'key.speed'),
  row('crowd', ['g'], 'g', 'key.g', 'key.crowd'),
  row('fullScreen', ['f'], 'f', 'key.f', 'key.fullScreen'),
  row('projector', ['p'], 'p', 'key.p', 'key.projector'),
  row('blank', ['b'], 'b', 'key.b', 'key.blank'),
  row('tone', ['t'], 't', 'key.t', 'key.tone'),
  row('laser', ['l'], 'l', 'key.l', 'key.laser'),
  row('pages', ['pageup', 'pagedown'], 'pages', 'key.pages', 'key.scene', 'lecture'),
  row('bookmark', ['m'], 'm', 'key.m', 'key.bookmark', 'lecture'),
  row('code', ['q'], 'q', 'key.q', 'key.code', 'lecture'),
  row('walk', ARROWS, 'arrows', 'key.clicker', 'key.walk', 'presenting'),
  row('dot', ['.'], 'dot', 'key.dot', 'key.blankDot', 'presenting'),
  row('help', ['?'], 'help', 'key.question', 'key.help'),
] as const satisfies readonly KeyRow[];

function row<Does extends string>(
  does: Does,
  keys: readonly string[],
  name: KeyName,
  cap: MessageKey,
  words: MessageKey,
  when: KeyRow['when'] = 'always',
) {
  return { does, keys, name, cap, words, when };
}

type Does = (typeof KEYS)[number]['does'];

/** Returns the row that a key triggers, or undefined. */
export function rowOf(key: string, now: { lecture: boolean; presenting: boolean }) {
  const rows = KEYS.filter(({ keys }) => keys.includes(key));
  return (
    rows.find(({ when }) => when === 'presenting' && now.presenting) ??
    rows.find(({ when }) => when === 'lecture' && now.lecture) ??
    rows.find(({ when }) => when === 'always')
  );
}

const SPEED_FACTOR = 2;

/** True for text fields, and for a select focused by keyboard. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLSelectElement) return hasKeyboardFocus();
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['range', 'checkbox', 'button'].includes(target.type);
}

let isFocusByPointer = false;

/**
 * True if the focus came by keyboard; after a click, Space and arrows belong to the page. Not `:focus-visible`: in Chromium any key
 * press makes it match.
 */
export function hasKeyboardFocus(): boolean {
  return !isFocusByPointer;
}

function ownsArrows(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    hasKeyboardFocus() &&
    target.dataset.scrub === undefined &&
    (target.dataset.arrows !== undefined || (target instanceof HTMLInputElement && target.type === 'range'))
  );
}

/** Focuses an element that keys have reached. */
export function focusByKeys(element: HTMLElement): void {
  isFocusByPointer = false;
  element.focus();
}

let holds = 0;

/** Keeps single keys from the page while a list is open; returns a function that ends this. */
export function holdKeys(): () => void {
  holds++;
  return () => {
    holds--;
  };
}

/** True if Space presses the element: not a slider, draggable handle or clicked element. */
function isPressable(target: EventTarget | null): boolean {
  if (!hasKeyboardFocus()) return false;
  if (target instanceof HTMLInputElement && target.type === 'range') return false;
  if (target instanceof HTMLElement && target.dataset.arrows !== undefined) return false;
  return target instanceof Element && target.closest('button, a, summary, input, [role="button"]') !== null;
}

/**
 * Binds the table's keys, Escape and Ctrl/Cmd+Z (undo). Single keys do nothing in a field or dialog, or behind an open list. Links can disable each (`keysoff=`)
 * or all (`keys=0`), a clicker's included; Alt+K and Alt+R always work. Returns a function that unbinds them.
 */
export function bindKeys(session: Session, actions: WindowActions): () => void {
  const now = () => session.store.getState();
  const values = () => now().scenario.values;

  function faster(factor: number): void {
    const { min, max } = VIEW_PARAMS.speed;
    session.change({ speed: Math.min(max, Math.max(min, values().speed * factor)) });
  }

  const way = ({ key }: KeyboardEvent) => (key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1);

  const does: Record<Does, (event: KeyboardEvent) => void> = {
    toggle: (event) => (event.shiftKey ? session.goOn() : session.toggle()),
    step: (event) => session.step(way(event) * (event.shiftKey ? 10 : 1)),
    ends: ({ key }) => session.seek(key === 'Home' ? 0 : now().frontier),
    reset: session.reset,
    dice: session.reseed,
    speed: ({ key }) => faster(key === '-' ? 1 / SPEED_FACTOR : SPEED_FACTOR),
    crowd: () => toggleCrowd(session),
    fullScreen: actions.toggleFullScreen,
    projector: () => session.change({ profile: values().profile === 'projector' ? 'desk' : 'projector' }),
    blank: actions.toggleBlank,
    dot: actions.toggleBlank,
    tone: session.toggleTone,
    laser: session.toggleLaser,
    pages: ({ key }) => session.nextScene(key === 'PageUp' ? -1 : 1),
    walk: (event) => (event.shiftKey ? session.step(way(event)) : session.nextScene(way(event))),
    bookmark: session.toBookmark,
    code: session.toggleCode,
    help: actions.toggleHelp,
  };

  /** Closes the topmost layer (blank screen, drawer), else the notes, else ends presenting. */
  function goBack(): boolean {
    if (actions.close()) return true;
    const { notes, presenting } = now();
    if (notes) session.setNotes(false);
    else if (presenting) session.present(false);
    return notes || presenting;
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      // By position, since Alt changes the letters of some layouts.
      const always = event.code === 'KeyK' ? session.toggle : event.code === 'KeyR' ? session.reset : null;
      if (always) {
        event.preventDefault();
        always();
      }
      return;
    }
    if ((event.ctrlKey || event.metaKey) && key === 'z' && !isField(event.target)) {
      event.preventDefault();
      session.undo();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    // An open dialog closes itself.
    if (key === 'escape' && event.target instanceof Element && event.target.closest('dialog')) return;
    if (key === 'escape') {
      letGo(event.target);
      if (goBack()) event.preventDefault();
      return;
    }
    if (isField(event.target) || holds > 0) return;
    const { lecture, presenting } = now();
    const found = rowOf(key, { lecture: lecture !== null, presenting });
    if (!found || !isKeyOn(now().scenario, found.name)) return;
    if (event.target instanceof Element && event.target.closest('dialog')) {
      if (key === '?') actions.toggleHelp();
      return;
    }
    if (key === ' ' && isPressable(event.target)) return;
    if ((key.startsWith('arrow') || key === 'home' || key === 'end') && ownsArrows(event.target)) return;
    event.preventDefault();
    // Firefox presses a clicked button when Space is released.
    if (key === ' ') letGo(event.target);
    does[found.does](event);
  }

  function onPointer(): void {
    isFocusByPointer = true;
  }

  /** A clicked element returns its keys to the page. */
  function letGo(target: EventTarget | null): void {
    if (!hasKeyboardFocus() && target instanceof HTMLElement) target.blur();
  }

  /** A select changed by pointer returns its keys to the page. */
  function onChange({ target }: Event): void {
    if (target instanceof HTMLSelectElement) letGo(target);
  }

  function onTab({ key }: KeyboardEvent): void {
    if (key === 'Tab') isFocusByPointer = false;
  }

  addEventListener('keydown', onKey);
  addEventListener('keydown', onTab, true);
  addEventListener('pointerdown', onPointer, true);
  addEventListener('change', onChange);
  return () => {
    removeEventListener('keydown', onKey);
    removeEventListener('keydown', onTab, true);
    removeEventListener('pointerdown', onPointer, true);
    removeEventListener('change', onChange);
  };
}
