import type { FilesWords } from "../zh-CN/files.ts";

export const files: FilesWords = {
  notScanned: "Files are not scanned for viruses. Check them before you open them.",
  held: {
    waiting: {
      title: "The file is still being scanned",
      text: "The virus scanner does not answer just now, and nothing is handed out unscanned. Please try again in a few minutes.",
    },
    infected: {
      title: "The file can’t be downloaded",
      text: "A virus was found in it. It has been set aside, and nobody can download it.",
    },
  },
  back: "Back",
  exported: (name, role, at) => `Exported by ${name} (${role}) on ${at}, for internal use only`,
  printed: (name, role, at) => `Opened by ${name} (${role}) on ${at}`,
};
