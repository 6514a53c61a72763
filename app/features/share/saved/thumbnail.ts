/** Size in px: both sides next to each other. */
export const THUMBNAIL = { width: 320, height: 160 } as const;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function fitted(box: Pick<Box, 'width' | 'height'>, side: number): Box {
  const scale = side / Math.max(box.width, box.height);
  const width = box.width * scale;
  const height = box.height * scale;
  return { left: (side - width) / 2, top: (side - height) / 2, width, height };
}

/** Returns a panel's largest canvas, then its overlays. */
function layersOf(panel: Element): readonly { canvas: HTMLCanvasElement; box: DOMRect }[] {
  const all = [...panel.querySelectorAll('canvas')]
    .map((canvas) => ({ canvas, box: canvas.getBoundingClientRect() }))
    .filter(({ canvas, box }) => canvas.width > 0 && canvas.height > 0 && box.width > 0 && box.height > 0);
  const area = ({ box }: { box: DOMRect }) => box.width * box.height;
  const [base] = [...all].sort((a, b) => area(b) - area(a));
  if (!base) return [];
  return all.filter(
    ({ box }) => Math.abs(box.left - base.box.left) < 1 && Math.abs(box.top - base.box.top) < 1,
  );
}

/** Draws both sides as a data URL; empty if nothing is drawn or the browser refuses pixels. */
export function takeThumbnail(): string {
  const canvas = document.createElement('canvas');
  canvas.width = THUMBNAIL.width;
  canvas.height = THUMBNAIL.height;
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  let drawn = 0;
  for (const [i, name] of ['left', 'right'].entries()) {
    const panel = document.getElementById(`title-${name}`)?.closest('.panel');
    for (const { canvas: layer, box } of panel ? layersOf(panel) : []) {
      const place = fitted(box, canvas.height);
      context.drawImage(layer, place.left + i * canvas.height, place.top, place.width, place.height);
      drawn++;
    }
  }
  if (drawn === 0) return '';
  try {
    return canvas.toDataURL('image/webp', 0.8);
  } catch {
    return '';
  }
}
