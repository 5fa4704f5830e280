/** The tokens of the pages, written out: mail programs know no style sheets of ours. */
export const palette = {
  ground: "#efece3",
  card: "#fffefb",
  ink: "#1a2230",
  softInk: "#5b6472",
  hairline: "#e5e1d6",
  action: "#1d4a75",
  seal: "#b3261e",
} as const;

export const sans =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
export const serif = "'Songti SC', 'Noto Serif SC', 'Noto Serif CJK SC', SimSun, Georgia, serif";
