/** Builds dist/web: the widget as one script, the pages with their styles and scripts; keeps the widget small. */

import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const WEB = dirname(fileURLToPath(import.meta.url));
/** Another folder may be named on the command line. */
const OUT = resolve(process.argv[2] ?? join(WEB, '..', 'dist', 'web'));

/** What a shop's visitor may have to load, gzipped. */
const WIDGET_LIMIT_BYTES = 60 * 1024;

const PAGES = ['index', 'demo', 'desk'];

const shared = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022', 'safari16.4'],
  charset: 'utf8',
  sourcemap: 'linked',
  logLevel: 'warning',
  legalComments: 'none',
};

async function buildWidget() {
  await build({
    ...shared,
    entryPoints: { widget: join(WEB, 'widget/main.ts') },
    outdir: OUT,
    loader: { '.css': 'text' },
    plugins: [minifiedStyleText],
  });
}

/** A style sheet imported by the widget arrives as its minified text: it is adopted by the shadow root, never linked. */
const minifiedStyleText = {
  name: 'minified-style-text',
  setup(plugin) {
    plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const made = await build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        write: false,
        target: shared.target,
      });
      return { contents: made.outputFiles[0].text, loader: 'text' };
    });
  },
};

async function buildPages() {
  await build({
    ...shared,
    entryPoints: {
      demo: join(WEB, 'pages/demo/main.ts'),
      desk: join(WEB, 'pages/desk/main.ts'),
      'index-page': join(WEB, 'pages/index/index.css'),
      'demo-page': join(WEB, 'pages/demo/demo.css'),
      'desk-page': join(WEB, 'pages/desk/desk.css'),
    },
    outdir: join(OUT, 'assets'),
  });
  for (const page of PAGES)
    await copyFile(join(WEB, `pages/${page}/${page}.html`), join(OUT, `${page}.html`));
  await copyFile(join(WEB, 'pages/icon.svg'), join(OUT, 'assets/icon.svg'));
}

async function checkSize() {
  const bytes = gzipSync(await readFile(join(OUT, 'widget.js')), { level: 9 }).length;
  const size = `widget.js: ${(bytes / 1024).toFixed(1)} KB gzipped, of ${WIDGET_LIMIT_BYTES / 1024} KB allowed`;
  if (bytes > WIDGET_LIMIT_BYTES) throw new Error(size);
  console.log(size);
}

await mkdir(join(OUT, 'assets'), { recursive: true });
await Promise.all([buildWidget(), buildPages()]);
await checkSize();
