import { HOME, type Orbit } from './orbit.ts';

/** Where the page's camera was moved last: figures look from there too. */
let last: Orbit = HOME;

export function rememberOrbit(orbit: Orbit): void {
  last = orbit;
}

export function lastOrbit(): Orbit {
  return last;
}
