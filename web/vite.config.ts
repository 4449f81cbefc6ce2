import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import babel from "@rolldown/plugin-babel";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressed } from "./build/compressed.ts";
import { firstLoad } from "./build/first-load.ts";
import { offlineShell } from "./build/offline-shell.ts";
import { summary } from "./build/summary.ts";

const gateway = process.env.CARELANE_API ?? "http://localhost:8080";

export default defineConfig({
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true }),
    react(),
    babel({ include: /\.tsx?(\?.*)?$/, plugins: ["@lingui/babel-plugin-lingui-macro"] }),
    lingui({ failOnMissing: true }),
    tailwindcss(),
    { ...optimizeLocales.vite({ locales: ["en-US", "de-DE", "ar-AE"] }), enforce: "pre" },
    firstLoad(),
    offlineShell(),
    compressed(),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    // What is inlined as data: would need a weaker policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Few files: each costs a phone a round trip.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"] },
            { name: "data", test: /react-query|openapi-|[\\/]src[\\/]api[\\/]/ },
          ],
        },
      },
    },
    target: "es2023",
    // Beside the pages, not among them: the gateway serves these for ever.
    assetsDir: "assets",
  },
  server: {
    proxy: {
      "/api": gateway,
      "/ws": { target: gateway, ws: true, changeOrigin: true, rewriteWsOrigin: true },
    },
  },
  test: {
    environment: "jsdom",
    reporters: ["default", summary],
    setupFiles: ["./src/testing/setup.ts"],
    testTimeout: 30_000,
    env: { TZ: "Europe/Berlin" },
  },
});
