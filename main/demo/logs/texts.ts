import type { Random } from '../world/random.ts';

/** What the invented programs write. */

const pages = [
  '/',
  '/products/harbour-mug',
  '/products/tide-table-2027',
  '/products/rope-12mm',
  '/search?q=rope',
  '/assets/app-8f31.css',
];

const failures: readonly (readonly string[])[] = [
  [
    'Error: connect ECONNREFUSED 192.0.2.14:6379',
    '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)',
    'cache is away, reading from the database',
  ],
  ['Error: payment service answered 502, the order 88123 is tried again'],
];

/** What one request leaves behind, mostly one line. */
export function requestLines(random: Random): readonly string[] {
  if (random.chance(0.02)) return random.pick(failures);
  if (random.chance(0.04)) {
    const ms = random.whole(1_050, 1_900).toLocaleString('en-US');
    return [`warn slow query, ${ms} ms: select * from stock where sku = any($1)`];
  }
  if (random.chance(0.1)) return [`POST /cart 200 in ${random.whole(40, 120)} ms`];
  if (random.chance(0.15)) return ['GET /healthz 200 in 1 ms'];
  return [`GET ${random.pick(pages)} 200 in ${random.whole(3, 240)} ms`];
}

export const buildTexts: readonly string[] = [
  '╭──────────── git repo clone ───────────╼',
  '│  › fetching app source code',
  '│ => Selecting branch "main"',
  '│ => Checking out commit "8f31c02"',
  '╰────────────────────────────────────────',
  '› configuring build-time app environment variables: NODE_ENV NPM_TOKEN',
  '› running custom build command: npm ci && npm run build',
  'added 412 packages in 9s',
  '> storefront@3.4.0 build',
  '> vite build',
  'transforming...',
  '\u001b[32m✓\u001b[39m 1284 modules transformed.',
  'dist/index.html                 0.61 kB',
  'dist/assets/app-8f31.css       28.40 kB │ gzip:  6.02 kB',
  'dist/assets/app-c41d.js       212.77 kB │ gzip: 68.91 kB',
  'built in 4.1s',
  '› exporting container image',
  '› uploaded app image to the registry',
  '✔  build complete',
];

/** Where a build that fails goes on after its fourth last line. */
export const failedBuildTexts: readonly string[] = [
  'error during build:',
  '\u001b[31mError\u001b[39m: Could not resolve "./checkout.ts" from "src/main.ts"',
  '    at getRollupError (node_modules/rollup/dist/es/shared/parseAst.js:402:41)',
  'npm error code 1',
  '✘  build failed: the build command exited with code 1',
];

export const deployTexts: readonly string[] = [
  'pulling the image',
  'starting container',
  'running the pre-deploy checks',
  'listening on 8080',
  'health check passed: GET /healthz',
  'instance is ready',
];

export const crashTexts: readonly string[] = [
  'GET /search?q=rope 200 in 96 ms',
  'warn heap is at 92 % of its limit',
  'GET /products/rope-12mm 200 in 1,104 ms',
  '<--- Last few GCs --->',
  'Mark-Compact 1996.2 (2079.1) -> 1991.0 (2081.4) MB, 812.02 / 0.00 ms',
  'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
  ' 1: 0xb9c1f0 node::Abort() [node]',
  ' 2: 0xaa27ee node::OOMErrorHandler(char const*, v8::OOMDetails const&) [node]',
  'the container ended with exit code 134',
];

export const reportTexts = (at: number): string =>
  at === 0
    ? 'nightly-report 2.1.0: reading orders of yesterday'
    : `orders ${(at * 250).toLocaleString('en-US')} of 12,000 counted`;
