// How the pages are built: names with digests, no source maps, nothing from another host.
import { defineConfig } from "vite";

const server = process.env["PORTCULLIS_ENDPOINT"] ?? "http://127.0.0.1:4566";

export default defineConfig({
  base: "/console/",
  build: {
    outDir: "build",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      onwarn: (warning, warn) => {
        // Cloudscape marks its modules for servers that render; there is none here.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") {
          warn(warning);
        }
      },
    },
  },
  server: {
    fs: { allow: ["../../.."] },
    proxy: { "^/(?!console/(src|node_modules|@|assets|$|\\?|#))": { target: server } },
  },
});
