/**
 * Which of our routes an address leads to, "/desk/files/:kind/:id": one name, though somebody may write the address in
 * capitals, escaped, or with a slash at its end, and be led to the same page.
 */
export const placeOf = (pattern: string): string => `/${pattern.replace(/^\//, "")}`;
