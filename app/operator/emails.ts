import { join } from "node:path";
import { createServer } from "vite";

// The templates are .tsx, which Node does not load by itself; Vite does.
const root = join(import.meta.dirname, "../..");
const vite = await createServer({
  root,
  configFile: false,
  appType: "custom",
  server: { middlewareMode: true, ws: false, watch: null },
});
try {
  const { writePreviews } = await vite.ssrLoadModule("/emails/preview.ts");
  const folder = join(root, "build/emails");
  const count: number = await writePreviews(folder);
  console.log(`${count} mails written to ${join(folder, "index.html")}`);
} finally {
  await vite.close();
}
