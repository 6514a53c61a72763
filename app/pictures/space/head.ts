import {
  BackSide,
  BoxGeometry,
  Color,
  GreaterDepth,
  Group,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  SphereGeometry,
} from 'three';
import type { SideName } from '../../../engine/contract.ts';
import type { Palette } from '../../charts/palette.ts';

/** Share of its colour that the present iterate shows through the ground that hides it. */
const HIDDEN = 0.45;

/** The present iterate: a sphere on the left, a box on the right, cased in paper and ink; its half width is 1. */
export interface Head {
  readonly object: Group;
  /** `casing` is the width of its casing against its half width. */
  setColours(palette: Palette, casing: number): void;
  dispose(): void;
}

export function createHead(side: SideName): Head {
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
  // What lies behind the casing is hidden by the casing itself, so the ghost comes before the others.
  const shapes = [ghost, fill, paper, ink].map((material) => new Mesh(body, material));
  const object = new Group();
  object.add(...shapes);
  object.visible = false;
  shapes.forEach((shape, i) => {
    shape.renderOrder = i === 0 ? 1 : 20 + i;
  });
  return {
    object,
    setColours(palette, casing) {
      const color = side === 'left' ? palette.mapLeft : palette.mapRight;
      fill.color.set(color);
      fill.emissive.copy(new Color(color)).multiplyScalar(0.35);
      ghost.color.set(color);
      paper.color.set(palette.mapPaper);
      ink.color.set(palette.mapInk);
      shapes[2]!.scale.setScalar(1 + casing);
      shapes[3]!.scale.setScalar(1 + 1.45 * casing);
    },
    dispose() {
      body.dispose();
      for (const { material } of shapes) material.dispose();
    },
  };
}
