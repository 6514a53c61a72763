import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DataTexture,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { Palette } from '../../charts/colour/palette.ts';
import { HEIGHT, type HeightField } from './height-field.ts';

/** Depth of the block below the colour scale. */
export const PLINTH = 0.07;

const MOST_LEVELS = 32;

export interface Level {
  readonly t: number;
  readonly major: boolean;
}

const VERTEX = /* glsl */ `
varying float position01;
varying vec3 seenNormal;
void main() {
  position01 = position.z / ${HEIGHT.toFixed(6)};
  seenNormal = normalMatrix * normal;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

/**
 * Draws the height's ramp colour, slightly dimmed on surfaces turned from a light at the upper left, and iso-lines of constant width.
 * Outputs sRGB values unchanged.
 */
const FRAGMENT = /* glsl */ `
uniform sampler2D ramp;
uniform vec2 levels[${MOST_LEVELS}];
uniform int levelCount;
uniform float levelSpacing;
uniform vec3 lightInk;
uniform vec3 darkInk;
uniform float lineWidth;
varying float position01;
varying vec3 seenNormal;
void main() {
  vec3 color = texture2D(ramp, vec2((clamp(position01, 0.0, 1.0) * 255.0 + 0.5) / 256.0, 0.5)).rgb;
  float lambert = max(0.0, dot(normalize(seenNormal), normalize(vec3(-0.55, 0.65, 0.55))));
  color *= mix(0.78, 1.0, smoothstep(0.0, 0.9, lambert));
  int nearest = clamp(int(round((position01 - levels[0].x) / levelSpacing)), 0, max(0, levelCount - 1));
  vec2 level = levels[nearest];
  float away = abs(position01 - level.x) / max(fwidth(position01), 1e-6);
  float reach = 0.5 * lineWidth * (level.y > 0.5 ? 1.2 : 1.0);
  float cover = 1.0 - smoothstep(reach - 0.5, reach + 0.5, away);
  if (levelCount > 0)
    color = mix(color, level.x < 0.35 ? lightInk : darkInk, cover * (level.y > 0.5 ? 0.45 : 0.24));
  gl_FragColor = vec4(color, 1.0);
}`;

/** Creates a landscape block: its surface in the map's colours, cut vertically at the window. */
export function createSurface() {
  const ramp = new DataTexture(new Uint8Array(4 * 256), 256, 1);
  ramp.minFilter = LinearFilter;
  ramp.magFilter = LinearFilter;
  const top = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 1,
    uniforms: {
      ramp: { value: ramp },
      levels: { value: Array.from({ length: MOST_LEVELS }, () => new Vector2()) },
      levelCount: { value: 0 },
      levelSpacing: { value: 1 },
      lightInk: { value: [1, 1, 1] },
      darkInk: { value: [0, 0, 0] },
      lineWidth: { value: 1 },
    },
  });
  const sides = new MeshBasicMaterial({ vertexColors: true, polygonOffset: true, polygonOffsetFactor: 1 });
  const surface = new Mesh(new BufferGeometry(), top);
  const walls = new Mesh(new BufferGeometry(), sides);
  let field: HeightField | null = null;
  let wallColours: readonly [Color, Color] = [new Color(), new Color()];

  function buildWalls(): void {
    if (!field) return;
    walls.geometry.dispose();
    walls.geometry = wallGeometry(field, wallColours);
  }

  return {
    parts: [surface, walls],
    /** Levels ascend evenly on the colour scale, as from isoLevels. */
    setField(next: HeightField, levels: readonly Level[]): void {
      field = next;
      surface.geometry.dispose();
      surface.geometry = surfaceGeometry(next);
      buildWalls();
      const uniforms = top.uniforms;
      const kept = levels.slice(0, MOST_LEVELS);
      uniforms.levelCount!.value = kept.length;
      uniforms.levelSpacing!.value = kept.length > 1 ? (kept.at(-1)!.t - kept[0]!.t) / (kept.length - 1) : 1;
      kept.forEach(({ t, major }, i) => {
        uniforms.levels!.value[i].set(t, major ? 1 : 0);
      });
    },
    /** `table` as from createRampTable; width in device pixels. */
    setColours(palette: Palette, table: Uint8ClampedArray, lineWidth: number): void {
      const data = ramp.image.data as Uint8Array;
      for (let i = 0; i < 256; i++) {
        data.set(table.subarray(3 * i, 3 * i + 3), 4 * i);
        data[4 * i + 3] = 255;
      }
      ramp.needsUpdate = true;
      top.uniforms.lightInk!.value = plainColour(palette.mapPaper);
      top.uniforms.darkInk!.value = plainColour(palette.mapInk);
      top.uniforms.lineWidth!.value = lineWidth;
      const paper = new Color(palette.paper);
      const line = new Color(palette.hairline);
      wallColours = [paper.clone().lerp(line, 0.75), line];
      buildWalls();
    },
    dispose(): void {
      surface.geometry.dispose();
      walls.geometry.dispose();
      top.dispose();
      sides.dispose();
      ramp.dispose();
    },
  };
}

/** Returns unconverted channels from 0 to 1. */
function plainColour(hex: string): [number, number, number] {
  const { r, g, b } = new Color(hex).convertLinearToSRGB();
  return [r, g, b];
}

function surfaceGeometry({ size, positions }: HeightField): BufferGeometry {
  const places = new Float32Array(3 * size * size);
  const normals = new Float32Array(3 * size * size);
  const index = new Uint32Array(6 * (size - 1) * (size - 1));
  const cell = 2 / (size - 1);
  const z = (i: number, j: number): number => HEIGHT * positions[j * size + i]!;
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const at = 3 * (j * size + i);
      const [west, east] = [Math.max(0, i - 1), Math.min(size - 1, i + 1)];
      const [south, north] = [Math.max(0, j - 1), Math.min(size - 1, j + 1)];
      const nx = -(z(east, j) - z(west, j)) / ((east - west) * cell);
      const ny = -(z(i, north) - z(i, south)) / ((north - south) * cell);
      const length = Math.hypot(nx, ny, 1);
      places.set([-1 + i * cell, -1 + j * cell, z(i, j)], at);
      normals.set([nx / length, ny / length, 1 / length], at);
    }
  }
  let to = 0;
  for (let j = 0; j + 1 < size; j++) {
    for (let i = 0; i + 1 < size; i++) {
      const a = j * size + i;
      const d = a + size;
      // The diagonal closer to the surface keeps ridges and valleys sharp.
      const falling = Math.abs(positions[a + 1]! - positions[d]!);
      const rising = Math.abs(positions[a]! - positions[d + 1]!);
      index.set(rising < falling ? [a, a + 1, d + 1, a, d + 1, d] : [a, a + 1, d, a + 1, d + 1, d], to);
      to += 6;
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(places, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}

/** Returns a surface's four edges, counter-clockwise from the front left: flat [x, y, z, ...] each. */
export function edgeProfiles({ size, positions }: HeightField): Float32Array[] {
  const last = size - 1;
  const at = (i: number, j: number): [number, number, number] => [
    -1 + (2 * i) / last,
    -1 + (2 * j) / last,
    HEIGHT * positions[j * size + i]!,
  ];
  const walks = [
    (k: number) => at(k, 0),
    (k: number) => at(last, k),
    (k: number) => at(last - k, last),
    (k: number) => at(0, last - k),
  ];
  return walks.map((walk) => Float32Array.from(Array.from({ length: size }, (_, k) => walk(k)).flat()));
}

function wallGeometry(field: HeightField, [front, flank]: readonly [Color, Color]): BufferGeometry {
  const places: number[] = [];
  const colours: number[] = [];
  edgeProfiles(field).forEach((profile, side) => {
    const { r, g, b } = side % 2 === 0 ? front : flank;
    for (let i = 0; i + 5 < profile.length; i += 3) {
      const [x0, y0, z0, x1, y1, z1] = profile.subarray(i, i + 6) as unknown as number[];
      const low = -PLINTH;
      places.push(x0!, y0!, low, x1!, y1!, low, x1!, y1!, z1!, x0!, y0!, low, x1!, y1!, z1!, x0!, y0!, z0!);
      for (let k = 0; k < 6; k++) colours.push(r, g, b);
    }
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(places), 3));
  geometry.setAttribute('color', new BufferAttribute(Float32Array.from(colours), 3));
  return geometry;
}
