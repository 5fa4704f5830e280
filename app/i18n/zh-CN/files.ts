import type { Widen } from "../words.ts";

/** Files that come in and go out: the virus scanner, and whose copy it is. */
export const files = {
  notScanned: "文件没有经过病毒查杀，打开前请自行检查。",
  held: {
    waiting: { title: "文件还在查毒", text: "查毒程序暂时没有回应，查过之前文件不能下载。请过几分钟再试。" },
    infected: { title: "文件不能下载", text: "文件里查出了病毒，已经隔离，谁都不能下载。" },
  },
  back: "返回",
  /** On every list that leaves the system: whose copy it is. */
  exported: (name: string, role: string, at: string) => `${name}（${role}）于 ${at} 导出，仅供内部使用`,
  /** At the foot of every printed page. */
  printed: (name: string, role: string, at: string) => `${name}（${role}）打开于 ${at}`,
};

export type FilesWords = Widen<typeof files>;
