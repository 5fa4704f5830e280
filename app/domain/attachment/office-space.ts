import type { Spaces } from "./xml.ts";

const main = "http://schemas.openxmlformats.org";
const microsoft = "http://schemas.microsoft.com/office";

/** The namespaces of what is seen in an office file. Elements of any other are extensions, and left out. */
export const spaces: Spaces = {
  [`${main}/wordprocessingml/2006/main`]: "w",
  [`${main}/spreadsheetml/2006/main`]: "x",
  [`${main}/presentationml/2006/main`]: "p",
  [`${main}/drawingml/2006/main`]: "a",
  [`${main}/drawingml/2006/picture`]: "pic",
  [`${main}/drawingml/2006/wordprocessingDrawing`]: "wp",
  [`${main}/drawingml/2006/spreadsheetDrawing`]: "xdr",
  [`${main}/officeDocument/2006/relationships`]: "r",
  [`${main}/officeDocument/2006/math`]: "m",
  [`${microsoft}/word/2010/wordprocessingShape`]: "wps",
  [`${microsoft}/word/2010/wordprocessingGroup`]: "wpg",
  [`${main}/markup-compatibility/2006`]: "mc",
};

/** Namespaces of the package itself. */
export const packageSpaces: Spaces = {
  [`${main}/package/2006/relationships`]: "rel",
  [`${main}/package/2006/content-types`]: "ct",
};

export const relationshipType = (kind: string) => `${main}/officeDocument/2006/relationships/${kind}`;
