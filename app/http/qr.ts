import { encode } from "uqr";

/** The modules that a camera needs as a quiet margin. */
const MARGIN = 4;

/** A text as a QR code: how many modules wide, and the dark ones as one path. */
export function qrOf(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: "M", border: MARGIN });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join("") };
}
