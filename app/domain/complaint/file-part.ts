/** What an enterprise may cut its file down to; the figures of its summary are among them. */
export const FILE_PARTS = ["turn", "waiting", "inHand", "ended", "rated", "solved"] as const;
export type FilePart = (typeof FILE_PARTS)[number];
