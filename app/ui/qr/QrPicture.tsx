import './qr.css';
import { type QrCode, QUIET_ZONE } from './qr-code.ts';

/** A black QR code in every theme, with the white margin that scanners need. */
export function QrPicture({ code, label }: { code: QrCode; label: string }) {
  const side = code.size + 2 * QUIET_ZONE;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width={side} height={side} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
