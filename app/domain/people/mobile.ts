/** A mobile number as people write it, with spaces or a prefix, as eleven digits; null for anything else. */
export function mobileOf(text: string): string | null {
  const digits = text
    .normalize("NFKC")
    .replace(/[\s-]/g, "")
    .replace(/^(\+|00)86/, "");
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}
