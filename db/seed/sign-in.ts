import { createHash, randomBytes } from "node:crypto";

/** What marks the sessions in which a story is told, so that they can be ended when it has been. */
export const STORY_DEVICE = "story";

const FOREVER = new Date("2199-12-31T00:00:00Z");

/** A session for somebody who acts without a browser: its row, and what an actor carries of it. */
export function storySession(personId: string, at: Date) {
  const id = randomBytes(12).toString("base64url");
  const secretHash = createHash("sha256").update(randomBytes(32)).digest();
  // Whoever acts in a story is never asked once more who they are.
  const times = { createdAt: at, lastSeenAt: at, endsAt: FOREVER, provedAt: FOREVER };
  return {
    row: { id, secretHash, personId, ...times, device: STORY_DEVICE },
    holder: { sessionId: id, key: `session:${secretHash.toString("hex")}`, provedAt: FOREVER },
  };
}
