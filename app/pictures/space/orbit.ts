/** Camera of both sides: angles in radians; `zoom` 1 shows the whole block. */
export interface Orbit {
  /** 0 looks along the second weight; positive is from the right. */
  readonly azimuth: number;
  /** 0 is level; a quarter turn looks straight down. */
  readonly elevation: number;
  readonly zoom: number;
}

const DEGREE = Math.PI / 180;

/** From above at the front right: shows plateau, both paths and the hole at the plant of the opening scene. */
export const HOME: Orbit = { azimuth: 38 * DEGREE, elevation: 50 * DEGREE, zoom: 1 };

/** Above the ground, neither too far nor too close. */
const LIMITS = { elevation: [10 * DEGREE, 89 * DEGREE], zoom: [0.7, 5] } as const;

const KEY_TURN = 7.5 * DEGREE;
const KEY_ZOOM = 1.2;

function within(value: number, [low, high]: readonly [number, number]): number {
  return Math.max(low, Math.min(high, value));
}

export function turned(orbit: Orbit, azimuth: number, elevation: number): Orbit {
  return {
    ...orbit,
    azimuth: (orbit.azimuth + azimuth) % (2 * Math.PI),
    elevation: within(orbit.elevation + elevation, LIMITS.elevation),
  };
}

/** Ignores a factor that is not positive and finite. */
export function zoomed(orbit: Orbit, factor: number): Orbit {
  return factor > 0 && factor < Infinity
    ? { ...orbit, zoom: within(orbit.zoom * factor, LIMITS.zoom) }
    : orbit;
}

/** Returns the orbit after a key: arrows turn, + and - zoom, Home and 0 reset; else null. */
export function orbitAfterKey(
  orbit: Orbit,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): Orbit | null {
  const turn = (shiftKey ? 3 : 1) * KEY_TURN;
  switch (key) {
    case 'ArrowLeft':
      return turned(orbit, -turn, 0);
    case 'ArrowRight':
      return turned(orbit, turn, 0);
    case 'ArrowUp':
      return turned(orbit, 0, turn);
    case 'ArrowDown':
      return turned(orbit, 0, -turn);
    case '+':
    case '=':
      return zoomed(orbit, KEY_ZOOM);
    case '-':
      return zoomed(orbit, 1 / KEY_ZOOM);
    case 'Home':
    case '0':
      return HOME;
    default:
      return null;
  }
}

export function eyeDirection({ azimuth, elevation }: Orbit): [number, number, number] {
  const level = Math.cos(elevation);
  return [level * Math.sin(azimuth), -level * Math.cos(azimuth), Math.sin(elevation)];
}
