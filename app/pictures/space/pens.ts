import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  type DepthModes,
  GreaterDepth,
  LessEqualDepth,
  LinearFilter,
  Points,
  PointsMaterial,
  SRGBColorSpace,
} from 'three';
import { LineMaterial } from 'three/examples/jsm/lines/LineMaterial.js';
import { LineSegments2 } from 'three/examples/jsm/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/examples/jsm/lines/LineSegmentsGeometry.js';
import type { DisplayList } from '../../charts/display-list.ts';
import { paint } from '../../charts/paint/paint-canvas.ts';

/** Depth test of a pen: visible parts, or those behind the surface (fainter). */
export type Sight = 'seen' | 'hidden';

function depthOf(sight: Sight): DepthModes {
  return sight === 'seen' ? LessEqualDepth : GreaterDepth;
}

/** Creates segments of constant pixel width, drawn after lower `order`s. */
export function createLinePen(order: number, sight: Sight = 'seen') {
  const material = new LineMaterial({ transparent: true, depthWrite: false, depthFunc: depthOf(sight) });
  const object = new LineSegments2(new LineSegmentsGeometry(), material);
  object.renderOrder = order;
  object.frustumCulled = false;
  object.visible = false;
  return {
    object,
    /** Flat [x, y, z, x, y, z, ...] segments. */
    setSegments(segments: Float32Array): void {
      object.geometry.dispose();
      object.visible = segments.length > 0;
      if (!object.visible) return;
      object.geometry = new LineSegmentsGeometry().setPositions(segments);
    },
    setStyle(color: string, width: number, opacity = 1): void {
      material.color.set(color);
      material.linewidth = width;
      material.opacity = opacity;
    },
    dispose(): void {
      object.geometry.dispose();
      material.dispose();
    },
  };
}

/** Texels per device pixel and side, because symbols lie between pixels. */
const OVERSAMPLING = 2;

/** Creates copies of a flat map's symbol, of the same size and facing the eye. */
export function createSymbolPen(order: number) {
  const material = new PointsMaterial({
    sizeAttenuation: false,
    transparent: true,
    premultipliedAlpha: true,
    depthWrite: false,
  });
  const object = new Points(new BufferGeometry(), material);
  object.renderOrder = order;
  object.frustumCulled = false;
  object.visible = false;
  return {
    object,
    /** Flat [x, y, z, ...]. */
    setPlaces(places: Float32Array): void {
      object.geometry.dispose();
      object.geometry = new BufferGeometry();
      object.geometry.setAttribute('position', new BufferAttribute(places, 3));
      object.visible = places.length > 0;
    },
    /** Draws the symbol about the middle of a square of `size` CSS pixels. */
    setSymbol(marks: (middle: number) => DisplayList, size: number, dpr: number): void {
      material.map?.dispose();
      const canvas = document.createElement('canvas');
      const density = OVERSAMPLING * dpr;
      canvas.width = canvas.height = Math.ceil(size * density);
      const whole = canvas.width / density;
      const context = canvas.getContext('2d');
      if (context) paint(context, marks(whole / 2), { width: whole, height: whole, dpr: density });
      const texture = new CanvasTexture(canvas);
      texture.colorSpace = SRGBColorSpace;
      texture.premultiplyAlpha = true;
      texture.generateMipmaps = false;
      texture.minFilter = LinearFilter;
      material.map = texture;
      material.size = whole;
      material.needsUpdate = true;
    },
    dispose(): void {
      object.geometry.dispose();
      material.map?.dispose();
      material.dispose();
    },
  };
}
