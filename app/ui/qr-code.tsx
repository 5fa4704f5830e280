/** A QR code as it is drawn: so many modules wide, and the dark ones as one path. */
export interface Qr {
  size: number;
  path: string;
}

/** A QR code, dark on light in either colour scheme, because cameras expect it so. */
export function QrCode({ qr, label }: { qr: Qr; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      width={200}
      height={200}
      shapeRendering="crispEdges"
      className="rounded-md border border-line"
    >
      <rect width={qr.size} height={qr.size} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}
