import { PerspectiveCamera, Vector3, WebGLRenderer } from 'three';
import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { View } from '../../charts/geometry.ts';
import { paint } from '../../charts/paint/paint-canvas.ts';
import { createNextFrame } from '../../session/busy.ts';
import type { ExtraMarks, SpaceScene } from '../../session/picture/extra-marks.ts';
import { HEIGHT } from './height-field.ts';
import { drawNames, type Project } from './names.ts';
import { eyeDirection, HOME, type Orbit } from './orbit.ts';
import {
  createSideScene,
  type SideGround,
  type SideRun,
  type SideScene,
  type SpaceStyle,
} from './side-scene.ts';
import { PLINTH } from './surface.ts';

/** Both sides' window and surfaces; null for a side without a grid yet. */
export interface Ground {
  readonly view: View;
  readonly axes: Readonly<Record<SideName, { readonly x: string; readonly y: string }>>;
  readonly left: SideGround | null;
  readonly right: SideGround | null;
}

export interface Run {
  readonly startLabel: string;
  readonly deadZoneLabel: string;
  readonly left: SideRun;
  readonly right: SideRun;
}

/** Both landscapes in space with one camera. Changes appear at the next display frame. */
export interface Space {
  setDrawStyle(drawStyle: Omit<SpaceStyle, 'dpr'>): void;
  setGround(ground: Ground): void;
  setRun(run: Run): void;
  /** Marks of the explanation over the pictures. */
  setExtra(extra: ExtraMarks | null): void;
  orbit(): Orbit;
  setOrbit(orbit: Orbit): void;
  /** Draws without waiting for a frame. */
  drawNow(): void;
  /** Call after resizing a canvas or loading fonts. */
  resized(): void;
  dispose(): void;
}

export interface SpaceOptions {
  /** Visible canvases, for 2-D copies. */
  readonly canvases: Readonly<Record<SideName, HTMLCanvasElement>>;
  /** Called when the graphics context is lost (the last picture stays) or restored. */
  readonly onContext: (present: boolean) => void;
  readonly onOrbit?: (orbit: Orbit) => void;
}

/** Narrow, so parallel edges look parallel while the block has depth. */
const FIELD_OF_VIEW = 22;

/** Half the block's extent across and up at zoom 1, and CSS pixels around it. */
const ROOM = { across: 1.38, up: 1.28, margin: 22 } as const;

/** The camera's target: low, because the graduation is below the block. */
const MIDDLE = new Vector3(0, 0, 0.5 * HEIGHT - PLINTH - 0.13);

/** Largest pixel ratio worth its cost. */
const SHARPEST = 2;

interface Stage {
  readonly renderer: WebGLRenderer;
  readonly scenes: Readonly<Record<SideName, SideScene>>;
}

function createStage(canvas: HTMLCanvasElement, context: WebGL2RenderingContext): Stage {
  const renderer = new WebGLRenderer({ canvas, context });
  renderer.setClearColor(0x000000, 0);
  return { renderer, scenes: { left: createSideScene('left'), right: createSideScene('right') } };
}

/** Draws with one off-page WebGL context and copies the images to the visible canvases. Null without WebGL 2. */
export function createSpace({ canvases, onContext, onOrbit }: SpaceOptions): Space | null {
  const studio = document.createElement('canvas');
  const context = studio.getContext('webgl2', { alpha: true, antialias: true });
  if (!context) return null;
  const camera = new PerspectiveCamera(FIELD_OF_VIEW);
  camera.up.set(0, 0, 1);

  let drawStyle: Omit<SpaceStyle, 'dpr'> | null = null;
  let ground: Ground | null = null;
  let run: Run | null = null;
  let extra: ExtraMarks | null = null;
  let orbit = HOME;
  let dpr = 0;
  const frame = createNextFrame(draw);
  /** The context's objects; null while it is lost. */
  let stage: Stage | null = createStage(studio, context);

  function draw(): void {
    if (!drawStyle || !stage) return;
    const now = Math.min(SHARPEST, devicePixelRatio || 1);
    if (now !== dpr) {
      dpr = now;
      stage.renderer.setPixelRatio(dpr);
      for (const side of SIDES) stage.scenes[side].setLook({ ...drawStyle, dpr });
    }
    for (const side of SIDES) drawSide(side, stage, drawStyle);
  }

  function drawSide(
    side: SideName,
    { renderer, scenes }: Stage,
    { palette, scale }: Omit<SpaceStyle, 'dpr'>,
  ): void {
    const canvas = canvases[side];
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const paper = canvas.getContext('2d');
    if (!paper || width === 0 || height === 0) return;
    // Setting even an unchanged size creates new buffers.
    const [columns, rows] = [Math.floor(width * dpr), Math.floor(height * dpr)];
    if (studio.width !== columns || studio.height !== rows) renderer.setSize(width, height, false);
    if (canvas.width !== studio.width || canvas.height !== studio.height) {
      canvas.width = studio.width;
      canvas.height = studio.height;
    }
    const eye = aim(width, height, ROOM.margin * scale);
    const pixel = (2 * Math.tan((FIELD_OF_VIEW * Math.PI) / 360) * eye.distanceTo(MIDDLE)) / height;
    scenes[side].face(camera, eye, pixel);
    renderer.render(scenes[side].scene, camera);

    const at = new Vector3();
    const project: Project = (x, y, z) => {
      at.set(x, y, z).project(camera);
      return [((1 + at.x) / 2) * width, ((1 - at.y) / 2) * height];
    };
    const spots = scenes[side].spots();
    const list: DisplayList =
      ground?.[side] && run
        ? drawNames({
            width,
            height,
            scale,
            palette,
            view: ground.view,
            axes: ground.axes[side],
            eye: [eye.x, eye.y],
            named: [
              ...run[side].targets.map(({ label, kind }, i) => {
                const spot = spots.targets[i];
                return { at: spot ? project(...spot) : null, text: label, kind };
              }),
              {
                at: spots.start ? project(...spots.start) : null,
                text: run.startLabel,
                kind: 'start' as const,
              },
            ],
            lines: scenes[side].lines().map((line) => segmentPixels(line, project)),
            deadZone: run.deadZoneLabel
              ? { outline: spots.deadZone.flatMap((corner) => project(...corner)), text: run.deadZoneLabel }
              : null,
            head: spots.head && project(...spots.head),
            project,
          })
        : [];
    const over: DisplayList =
      extra && ground?.[side]
        ? extra.onSpace(side, spaceOf(side, ground.view, scenes[side], project, { width, height }), {
            palette,
            scale,
          })
        : [];
    paint(paper, [...list, ...over], { width, height, dpr });
    paper.globalCompositeOperation = 'destination-over';
    paper.setTransform(1, 0, 0, 1, 0, 0);
    paper.drawImage(studio, 0, 0);
    paper.globalCompositeOperation = 'source-over';
  }

  function spaceOf(
    side: SideName,
    view: View,
    scene: SideScene,
    project: Project,
    { width, height }: { readonly width: number; readonly height: number },
  ): SpaceScene {
    const plant = run?.[side].targets.findIndex(({ kind }) => kind === 'plant') ?? -1;
    const star = scene.spots().targets[plant] ?? null;
    return {
      view,
      toPixel(x, y) {
        const spot = scene.place([x, y]);
        return spot && project(...spot);
      },
      star: star && project(...star),
      rect: { x: 0, y: 0, width, height },
    };
  }

  /** Points the camera at the block; returns its position. */
  function aim(width: number, height: number, margin: number): Vector3 {
    const half = Math.tan((FIELD_OF_VIEW * Math.PI) / 360);
    const least = Math.max(
      (ROOM.across * height) / Math.max(1, width - 2 * margin),
      (ROOM.up * height) / Math.max(1, height - 2 * margin),
    );
    const distance = least / half / orbit.zoom;
    camera.aspect = width / height;
    camera.near = Math.max(0.05, distance - 2);
    camera.far = distance + 2.5;
    camera.position
      .set(...eyeDirection(orbit))
      .multiplyScalar(distance)
      .add(MIDDLE);
    camera.lookAt(MIDDLE);
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
    return camera.position;
  }

  function clear(): void {
    if (!stage) return;
    for (const side of SIDES) stage.scenes[side].dispose();
    stage.renderer.dispose();
    stage = null;
  }

  const lost = (event: Event): void => {
    // Without this the browser never restores it.
    event.preventDefault();
    clear();
    onContext(false);
  };
  const restored = (): void => {
    stage = createStage(studio, context);
    dpr = 0;
    for (const side of SIDES) {
      if (ground) stage.scenes[side].setGround(ground.view, ground[side]);
      if (run) stage.scenes[side].setRun(run[side]);
    }
    onContext(true);
    frame.ask();
  };
  studio.addEventListener('webglcontextlost', lost);
  studio.addEventListener('webglcontextrestored', restored);

  return {
    setDrawStyle(next) {
      drawStyle = next;
      dpr = 0;
      frame.ask();
    },
    setGround(next) {
      ground = next;
      for (const side of SIDES) stage?.scenes[side].setGround(next.view, next[side]);
      frame.ask();
    },
    setExtra(next) {
      extra = next;
      frame.ask();
    },
    setRun(next) {
      run = next;
      for (const side of SIDES) stage?.scenes[side].setRun(next[side]);
      frame.ask();
    },
    orbit: () => orbit,
    setOrbit(next) {
      orbit = next;
      onOrbit?.(next);
      frame.ask();
    },
    drawNow: draw,
    resized: frame.ask,
    dispose() {
      frame.cancel();
      studio.removeEventListener('webglcontextlost', lost);
      studio.removeEventListener('webglcontextrestored', restored);
      const gone = stage?.renderer;
      clear();
      gone?.forceContextLoss();
    },
  };
}

/** Projects flat segments [x, y, z, x, y, z, ...] to a flat pixel polyline. */
function segmentPixels(segments: ArrayLike<number>, project: Project): Float64Array {
  const out = new Float64Array((2 * segments.length) / 3);
  for (let i = 0; i + 2 < segments.length; i += 3)
    out.set(project(segments[i]!, segments[i + 1]!, segments[i + 2]!), (2 * i) / 3);
  return out;
}
