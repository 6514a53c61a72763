import {
  AmbientLight,
  BackSide,
  BoxGeometry,
  Color,
  DirectionalLight,
  GreaterDepth,
  Group,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  type PerspectiveCamera,
  Scene,
  SphereGeometry,
  type Vector3,
} from 'three';
import type { SideName } from '../../../engine/contract.ts';
import type { Palette } from '../../charts/colour/palette.ts';
import { createRampTable } from '../../charts/colour/ramp-table.ts';
import { type Mark, penStroke, type StrokeLayer } from '../../charts/display-list.ts';
import type { View } from '../../charts/geometry.ts';
import { hatchLines } from '../../charts/paint/paint-canvas.ts';
import type { ThinnedPath } from '../../charts/thin.ts';
import { MARKS, type Target } from '../landscape/overlay.ts';
import { clipToConvex, drapeLines, drapePoints, groundPlane, isOnGround } from './drape.ts';
import { HEIGHT, type HeightField, heightAt } from './height-field.ts';
import { createLinePen, createSymbolPen } from './pens.ts';
import { createSurface, edgeProfiles, type Level, PLINTH } from './surface.ts';

export interface SideGround {
  readonly field: HeightField;
  readonly levels: readonly Level[];
  /** Flat polygon of weights, may be empty; `isDark`: on dark ground. */
  readonly deadZone: readonly number[];
  readonly isDark: boolean;
}

/** A side's run; points are weights, the path is on the ground plane. */
export interface SideRun {
  readonly path: ThinnedPath | null;
  readonly head: readonly [number, number] | null;
  readonly start: readonly [number, number] | null;
  readonly targets: readonly Target[];
}

/** Sizes in CSS pixels and colours. */
export interface SpaceStyle {
  readonly palette: Palette;
  readonly scale: number;
  readonly dpr: number;
}

export type Spot = readonly [number, number, number];

/** Height of a pin's star above the ground's highest point. */
const PIN = 0.16;

/**
 * Shifts towards the eye of lines, symbols and iterate. The iterate is wider than a plant's hole: it shows through a rim, and faintly
 * through a hill.
 */
const LIFTS = [0.02, 0.06, 0.45] as const;

/** CSS pixels of the iterate on its start. */
const AT_START = 7;

export function createSideScene(side: SideName) {
  const scene = new Scene();
  const surface = createSurface();
  const head = createHead(side);
  const edges = createLinePen(2);
  const hatch = createLinePen(3);
  const hiddenPath = createLinePen(4, 'hidden');
  const path = [createLinePen(5), createLinePen(6), createLinePen(7)] as const;
  const dots = createSymbolPen(8);
  const start = createSymbolPen(9);
  const rings = createSymbolPen(10);
  const crosses = createSymbolPen(10);
  const pin = [createLinePen(11), createLinePen(12)] as const;
  const stars = createSymbolPen(13);
  const pens = [edges, hatch, hiddenPath, ...path, dots, start, rings, crosses, ...pin, stars];

  const lifted = LIFTS.map(() => new Group());
  lifted[0]!.add(edges.object, hatch.object, hiddenPath.object, ...path.map(({ object }) => object));
  for (const { object } of [dots, start, rings, crosses, ...pin, stars]) lifted[1]!.add(object);
  lifted[2]!.add(head.object);
  const sun = new DirectionalLight('#ffffff', 2.2);
  scene.add(new AmbientLight('#ffffff', 1.2), sun, ...surface.parts, ...lifted);

  let drawStyle: SpaceStyle | null = null;
  let view: View | null = null;
  let ground: SideGround | null = null;
  let run: SideRun | null = null;
  let stems: number[] = [];
  let laid = new Float32Array();
  let headAt: Spot | null = null;
  let startAt: Spot | null = null;
  let targetsAt: (Spot | null)[] = [];
  let corners: Spot[] = [];

  /** Returns the surface point at weights; null outside the window. */
  function spot([x, y]: readonly [number, number]): Spot | null {
    if (!view || !ground) return null;
    const [gx, down] = groundPlane(view).toPixel(x, y);
    return isOnGround(gx, down) ? [gx, -down, heightAt(ground.field, gx, -down)] : null;
  }

  function inkHatch(): void {
    if (!drawStyle || !ground) return;
    const { palette, scale } = drawStyle;
    if (ground.isDark) hatch.setStyle(palette.mapPaper, scale, 0.35);
    else hatch.setStyle(palette.mapInk, scale, 0.22);
  }

  function lay(): void {
    if (!ground || !run) return;
    const { field } = ground;
    laid = drapeLines(run.path?.lines ?? [], field) as Float32Array<ArrayBuffer>;
    for (const pen of [hiddenPath, ...path]) pen.setSegments(laid);
    dots.setPlaces(drapePoints(run.path?.marks ?? [], field));
    headAt = run.head && spot(run.head);
    startAt = run.start && spot(run.start);
    start.setPlaces(Float32Array.from(startAt ?? []));
    const at = (kind: Target['kind']) =>
      run!.targets.flatMap((target) => (target.kind === kind ? (spot(target.at) ?? []) : []));
    const plants = at('plant');
    const top = topOf(field) + PIN;
    stems = [];
    const tips: number[] = [];
    for (let i = 0; i < plants.length; i += 3) {
      const [x, y, z] = plants.slice(i, i + 3) as [number, number, number];
      stems.push(x, y, z, x, y, top);
      tips.push(x, y, top);
    }
    for (const pen of pin) pen.setSegments(Float32Array.from(stems));
    stars.setPlaces(Float32Array.from(tips));
    rings.setPlaces(Float32Array.from(at('minimum')));
    crosses.setPlaces(Float32Array.from(at('saddle')));
    targetsAt = run.targets.map(({ kind, at: place }) => {
      const on = spot(place);
      return on && kind === 'plant' ? [on[0], on[1], top] : on;
    });
  }

  return {
    scene,
    setLook(next: SpaceStyle): void {
      drawStyle = next;
      const { palette, scale, dpr } = next;
      const color = side === 'left' ? palette.mapLeft : palette.mapRight;
      surface.setColours(palette, createRampTable(palette.ramp), scale * dpr);
      head.setColours(palette, 2.2 / (MARKS.head / 2));
      edges.setStyle(palette.frame, scale, 0.8);
      path[0].setStyle(palette.mapInk, 6.2 * scale, 0.5);
      path[1].setStyle(palette.mapPaper, 5.2 * scale);
      path[2].setStyle(color, 2.4 * scale);
      hiddenPath.setStyle(color, 2.4 * scale, 0.4);
      pin[0].setStyle(palette.mapPaper, 4 * scale);
      pin[1].setStyle(palette.mapInk, 1.8 * scale);
      const symbol = (
        pen: typeof dots,
        size: number,
        shape: 'dot' | 'square' | 'star' | 'ring' | 'cross',
        fill: string,
        strokes: StrokeLayer[],
      ) =>
        pen.setSymbol(
          (middle): Mark[] => [
            { kind: 'symbols', shape, points: [middle, middle], size: size * scale, fill, strokes },
          ],
          (size + 8) * scale,
          dpr,
        );
      const cased = [penStroke(palette.mapPaper, 5 * scale), penStroke(palette.mapInk, 2.5 * scale)];
      symbol(dots, MARKS.dot, side === 'left' ? 'dot' : 'square', color, [
        { color: palette.mapPaper, width: 2.4 * scale },
      ]);
      symbol(start, MARKS.start, 'dot', palette.mapPaper, cased);
      symbol(stars, MARKS.plant, 'star', palette.plant, [{ color: palette.mapInk, width: 2.8 * scale }]);
      symbol(rings, MARKS.minimum, 'ring', palette.plant, [
        penStroke(palette.mapInk, 5 * scale),
        penStroke(palette.plant, 2.6 * scale),
      ]);
      symbol(crosses, MARKS.saddle, 'cross', palette.mapInk, [
        penStroke(palette.mapPaper, 5 * scale),
        penStroke(palette.mapInk, 2.2 * scale),
      ]);
      inkHatch();
    },
    setGround(nextView: View, next: SideGround | null): void {
      view = nextView;
      ground = next;
      scene.visible = next !== null;
      if (!next) return;
      surface.setField(next.field, next.levels);
      const outline = onGround(next.deadZone, nextView);
      const laidOut = drapePoints(outline, next.field);
      corners = Array.from(
        { length: laidOut.length / 3 },
        (_, i): Spot => [laidOut[3 * i]!, laidOut[3 * i + 1]!, laidOut[3 * i + 2]!],
      );
      edges.setSegments(edgeSegments(next.field));
      hatch.setSegments(hatchSegments(outline, next.field));
      inkHatch();
      lay();
    },
    setRun(next: SideRun): void {
      run = next;
      lay();
    },
    /** Fits sizes and shifts to the camera; call before each rendering. */
    face(camera: PerspectiveCamera, eye: Vector3, pixel: number): void {
      LIFTS.forEach((lift, i) => {
        // Closer to the eye, at the same pixel.
        const share = 1 - lift / eye.length();
        lifted[i]!.scale.setScalar(share);
        lifted[i]!.position.copy(eye).multiplyScalar(1 - share);
      });
      sun.position.set(-0.55, 0.65, 0.7).applyQuaternion(camera.quaternion);
      head.object.visible = headAt !== null;
      if (!headAt || !drawStyle) return;
      // On its start, the head must not hide it.
      const atStart =
        startAt !== null && Math.hypot(headAt[0] - startAt[0], headAt[1] - startAt[1]) < 2 * pixel;
      const radius = 0.5 * (atStart ? AT_START : MARKS.head) * drawStyle.scale * pixel;
      head.object.scale.setScalar(radius);
      head.object.position.set(headAt[0], headAt[1], headAt[2] + radius);
    },
    place: spot,
    /** Returns the marks' points, null outside the window: targets in the run's order, a plant's at its star. */
    spots(): {
      readonly start: Spot | null;
      readonly targets: readonly (Spot | null)[];
      readonly head: Spot | null;
      /** Corners of the dead zone; empty for none. */
      readonly deadZone: readonly Spot[];
    } {
      return { start: startAt, targets: targetsAt, head: headAt, deadZone: corners };
    },
    /** Returns draped path and pins' stems as flat segments. */
    lines: () => [laid, stems],
    dispose(): void {
      surface.dispose();
      head.dispose();
      for (const pen of pens) pen.dispose();
    },
  };
}

export type SideScene = ReturnType<typeof createSideScene>;

/** Spacing of the dead zone's hatch. */
const HATCH = 0.055;

function topOf({ positions }: HeightField): number {
  let top = 0;
  for (const position of positions) if (position > top) top = position;
  return HEIGHT * top;
}

/** Returns the block's edges: surface, corners, foot. */
function edgeSegments(field: HeightField): Float32Array {
  const out: number[] = [];
  for (const profile of edgeProfiles(field)) {
    for (let i = 0; i + 5 < profile.length; i += 3) out.push(...profile.subarray(i, i + 6));
    const [x0, y0, z0] = profile;
    const [x1, y1] = profile.subarray(-3);
    out.push(x0!, y0!, z0!, x0!, y0!, -PLINTH, x0!, y0!, -PLINTH, x1!, y1!, -PLINTH);
  }
  return Float32Array.from(out);
}

/** Converts a flat polygon of weights to the ground, y downwards. */
function onGround(polygon: readonly number[], view: View): number[] {
  const plane = groundPlane(view);
  const out: number[] = [];
  for (let i = 0; i + 1 < polygon.length; i += 2) out.push(...plane.toPixel(polygon[i]!, polygon[i + 1]!));
  return out;
}

function hatchSegments(polygon: readonly number[], field: HeightField): Float32Array {
  const stroke = { color: '', width: 1 };
  const lines = hatchLines({ kind: 'hatch', polygon, spacing: HATCH, angle: 90, stroke });
  return drapeLines(
    lines.map((line) => clipToConvex(line, polygon) ?? []),
    field,
  );
}

/** Opacity of the iterate behind the ground. */
const HIDDEN = 0.45;

/** Creates the iterate, a sphere (left) or box (right) with paper and ink casing; its half width is 1. */
function createHead(side: SideName) {
  const body = side === 'left' ? new SphereGeometry(1, 32, 20) : new BoxGeometry(1.8, 1.8, 1.8);
  const fill = new MeshLambertMaterial();
  const paper = new MeshBasicMaterial({ side: BackSide });
  const ink = new MeshBasicMaterial({ side: BackSide });
  const ghost = new MeshBasicMaterial({
    transparent: true,
    opacity: HIDDEN,
    depthFunc: GreaterDepth,
    depthWrite: false,
  });
  // The casing hides its background, so the ghost is drawn first.
  const shapes = [ghost, fill, paper, ink].map((material) => new Mesh(body, material));
  const object = new Group();
  object.add(...shapes);
  object.visible = false;
  shapes.forEach((shape, i) => {
    shape.renderOrder = i === 0 ? 1 : 20 + i;
  });
  return {
    object,
    /** `casing`: its width relative to the half width. */
    setColours(palette: Palette, casing: number): void {
      const color = side === 'left' ? palette.mapLeft : palette.mapRight;
      fill.color.set(color);
      fill.emissive.copy(new Color(color)).multiplyScalar(0.35);
      ghost.color.set(color);
      paper.color.set(palette.mapPaper);
      ink.color.set(palette.mapInk);
      shapes[2]!.scale.setScalar(1 + casing);
      shapes[3]!.scale.setScalar(1 + 1.45 * casing);
    },
    dispose(): void {
      body.dispose();
      for (const { material } of shapes) material.dispose();
    },
  };
}
