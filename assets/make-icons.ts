/**
 * Draws every icon file from the vector sources in `assets/icons` into `assets/generated`, which is committed: building Buoy
 * needs no drawing library. Run `node assets/make-icons.ts` after changing a source.
 *
 *     app/       icon.png, icon.icns (macOS), icon.ico (Windows), linux/NxN.png
 *     tray/      macos/<face>Template.png and @2x, windows/<face>-on-dark.ico, linux/<face>-on-dark.png and @2x
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { packIcns, packIco } from './icon-containers.ts';

const sources = resolve(import.meta.dirname, 'icons');
const target = resolve(import.meta.dirname, 'generated');

const faces = ['ok', 'busy', 'attention', 'offline', 'throttled', 'signed-out', 'paused'];

/** The ink depends on the background of the tray. Windows and Linux do not recolour icons, so both inks are drawn. */
const inks = { 'on-dark': '#ffffff', 'on-light': '#1b1f23' };

/** The glyphs are drawn on whole pixels of 16; Linux panels show 22, so three pixels of margin keep them sharp. */
const linuxMargin = 3;

function draw(svg: string, size: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng();
}

function source(name: string): string {
  return readFileSync(resolve(sources, `${name}.svg`), 'utf8');
}

function inInk(svg: string, ink: string): string {
  return svg.replace('color="#000"', `color="${ink}"`);
}

/** Shows this square of the drawing, in its own units. */
function withView(svg: string, view: string): string {
  return svg.replace(/viewBox="[^"]*"/, `viewBox="${view}"`);
}

function write(path: string, bytes: Uint8Array): void {
  const full = resolve(target, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes);
}

function drawTray(face: string): void {
  const small = source(`tray-${face}-16`);
  const macos = source(`tray-${face}-18`);
  write(`tray/macos/${face}Template.png`, draw(macos, 18));
  write(`tray/macos/${face}Template@2x.png`, draw(macos, 36));
  for (const [ground, ink] of Object.entries(inks)) {
    const glyph = inInk(small, ink);
    write(`tray/windows/${face}-${ground}.ico`, packIco([16, 20, 24, 32, 48].map((size) => ({ size, png: draw(glyph, size) }))));
    const side = 16 + 2 * linuxMargin;
    const padded = withView(glyph, `${-linuxMargin} ${-linuxMargin} ${side} ${side}`);
    write(`tray/linux/${face}-${ground}.png`, draw(padded, side));
    write(`tray/linux/${face}-${ground}@2x.png`, draw(padded, 2 * side));
  }
}

/** Below 48 pixels a simpler drawing stays readable. Only macOS wants a margin around the tile. */
function appIcon(size: number, isMacos: boolean): Buffer {
  if (size < 48) return draw(source('buoy-small'), size);
  return draw(isMacos ? source('buoy') : withView(source('buoy'), '84 84 856 856'), size);
}

function drawApp(): void {
  const icon = (size: number) => ({ size, png: appIcon(size, false) });
  write('app/icon.png', appIcon(512, false));
  write('app/icon.ico', packIco([16, 24, 32, 48, 64, 128, 256].map(icon)));
  write('app/icon.icns', packIcns([16, 32, 64, 128, 256, 512, 1024].map((size) => ({ size, png: appIcon(size, true) }))));
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) write(`app/linux/${size}x${size}.png`, icon(size).png);
}

rmSync(target, { recursive: true, force: true });
for (const face of faces) drawTray(face);
drawApp();
