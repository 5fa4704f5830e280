import { defineConfig } from "vite";

// The worker renders mail from .tsx, which Node does not load by itself, so it is built; packages
// stay outside the bundle and come from node_modules.
export default defineConfig({
  build: {
    ssr: "app/jobs/worker.server.ts",
    outDir: "build/worker",
    emptyOutDir: true,
    copyPublicDir: false,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: "worker.js" } },
  },
});
