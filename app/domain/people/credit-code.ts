// GB 32100 leaves out I, O, S, V and Z, which are too easily read as digits.
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const SHAPE = /^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/;

/**
 * The 18th character of a unified social credit code, reckoned from the 17 before it (GB 32100);
 * null where those are not 17 characters of such a code.
 */
export function checkCharacter(first17: string): string | null {
  if (!SHAPE.test(first17)) return null;
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Whether the text is a unified social credit code, in capitals and without spaces (GB 32100). */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && checkCharacter(code.slice(0, 17)) === code.charAt(17);
}
