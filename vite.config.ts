import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('./web/', import.meta.url))
const pages = ['console', 'public', 'mobile'].filter((name) => existsSync(`${root}${name}/index.html`))

export default defineConfig({
  root,
  base: '/',
  // web/public holds pages, not files to copy
  publicDir: 'static',
  // replaced in every answer (server/pages.ts)
  html: { cspNonce: '__NONCE__' },
  // only the colleagues' pages use React; the residents' pages carry Preact and must stay small
  plugins: [react({ include: /web\/(?!public\/).*\.tsx$/ })],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome87', 'safari14', 'firefox78'],
    assetsInlineLimit: 2_048,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((name) => [name, `${root}${name}/index.html`])),
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? '8080'}` },
  },
})
