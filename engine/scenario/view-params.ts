import type { ControlPlace, Keeps, LinkPart, ParamSpecs, Values } from '../params.ts';
import { KEY_NAMES } from './key-names.ts';
import { LANGUAGE_NAMES } from './languages.ts';
import { PLANES } from './planes.ts';

/** Panels of an embedded page; if none is named, its size decides. */
export const EMBED_PANELS = ['maps', 'data', 'curves'] as const;

function showing<K extends Keeps, P extends LinkPart, C extends ControlPlace>(keeps: K, part: P, control: C) {
  return { group: 'view', keeps, part, control } as const;
}

/** Declaration of a map layer, drawn by `app/pictures/landscape/marks.ts`. */
const LAYER = showing('layers', 'map', 'layers');

const SHOWN = showing('run', 'map', 'layers');
const SCALE = showing('display', 'map', 'drawer');
const PAGE = showing('page', 'page', 'always');
const LIMITS = showing('limits', 'limits', 'none');
const EMBED = showing('page', 'none', 'none');

const byWeights = (values: Values) => values.plane === 'weights';

/** Display parameters, the same for every problem; they do not affect the computation. */
export const VIEW_PARAMS = {
  k: { kind: 'integer', default: 0, min: 0, max: 1_000_000, ...showing('run', 'run', 'none') },
  view: { kind: 'vector', default: null, min: -1e9, max: 1e9, maxLength: 4, ...SHOWN, control: 'none' },
  plane: { kind: 'choice', default: 'ends', options: PLANES, ...SHOWN },
  pair: { kind: 'vector', default: null, min: 1, max: 500, maxLength: 2, ...SHOWN, when: byWeights },
  /** Number of dots of "Let many go", and their rectangle of starts (like `view`). */
  crowd: { kind: 'integer', default: 0, min: 0, max: 2000, ...SHOWN },
  crowdbox: {
    kind: 'vector',
    default: null,
    min: -1e6,
    max: 1e6,
    maxLength: 4,
    ...SHOWN,
    when: (values) => values.crowd !== 0,
  },
  scale: { kind: 'choice', default: 'shared', options: ['shared', 'own'], ...SCALE },
  ground: { kind: 'choice', default: 'loss', options: ['loss', 'basins', 'pull'], ...LAYER },
  points: { kind: 'flag', default: true, ...LAYER },
  dead: { kind: 'flag', default: true, ...LAYER },
  rays: { kind: 'flag', default: false, ...LAYER },
  arrows: { kind: 'flag', default: false, ...LAYER },
  solid: { kind: 'flag', default: false, ...LAYER },
  axis: { kind: 'choice', default: 'steps', options: ['steps', 'evaluations'], ...SCALE },
  /** True if the page says before the end what the theory says of it. */
  forecast: { kind: 'flag', default: false, ...showing('page', 'page', 'none') },
  /** Pictures of the first screen, or all. */
  pictures: {
    kind: 'choice',
    default: 'first',
    options: ['first', 'all'],
    ...showing('page', 'page', 'none'),
  },
  speed: {
    kind: 'number',
    default: 20,
    min: 0.25,
    max: 1000,
    slider: 'log',
    ...showing('pace', 'run', 'drawer'),
    unit: 'unit.speed',
  },
  autostop: { kind: 'flag', default: true, ...showing('display', 'run', 'drawer') },
  keys: { kind: 'flag', default: true, ...showing('page', 'limits', 'always') },
  keysoff: { kind: 'names', default: '', maxCount: 20, maxLength: 10, options: KEY_NAMES, ...LIMITS },
  theme: { kind: 'choice', default: 'auto', options: ['auto', 'light', 'dark'], ...PAGE },
  profile: { kind: 'choice', default: 'desk', options: ['desk', 'projector'], ...PAGE, control: 'drawer' },
  hide: { kind: 'names', default: '', maxCount: 100, maxLength: 20, ...LIMITS },
  lock: { kind: 'names', default: '', maxCount: 100, maxLength: 20, ...LIMITS },
  lecture: { kind: 'text', default: '', maxLength: 60_000, ...showing('scene', 'lecture', 'none') },
  scene: { kind: 'integer', default: 1, min: 1, max: 200, ...showing('scene', 'lecture', 'none') },
  lang: { kind: 'choice', default: 'auto', options: ['auto', ...LANGUAGE_NAMES], ...PAGE },
  embed: { kind: 'flag', default: false, ...EMBED },
  panels: {
    kind: 'names',
    default: '',
    maxCount: 3,
    maxLength: 10,
    options: EMBED_PANELS,
    ...EMBED,
    when: (values) => values.embed === true,
  },
} as const satisfies ParamSpecs;
