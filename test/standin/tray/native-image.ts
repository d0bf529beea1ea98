import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { NativeImage } from 'electron';
import { needType, strictModule } from '../strict.ts';
import { world } from '../world.ts';

const pngStart = [0x89, 0x50, 0x4e, 0x47];
const jpegStart = [0xff, 0xd8];
const icoStart = [0, 0, 1, 0];

/** An image from a file. It is empty, without an error, if the file cannot be read. */
export class StandinImage implements Pick<NativeImage, 'isEmpty' | 'isTemplateImage'> {
  readonly path: string;
  readonly #bytes: Uint8Array;
  readonly hasRetina: boolean;

  constructor(path: string) {
    this.path = path;
    this.#bytes = loadable(path);
    this.hasRetina = existsSync(path.replace(/(\.[a-z]+)$/, '@2x$1'));
  }

  isEmpty(): boolean {
    return this.#bytes.length === 0;
  }

  /** macOS decides by the file's name. */
  isTemplateImage(): boolean {
    return world.profile.platform === 'darwin' && /Template(@\dx)?\.[a-z]+$/.test(this.path);
  }
}

function loadable(path: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return new Uint8Array();
  }
  const starts = (magic: number[]) => magic.every((byte, index) => bytes[index] === byte);
  const isIcon = extname(path) === '.ico' && starts(icoStart) && world.profile.platform === 'win32';
  return starts(pngStart) || starts(jpegStart) || isIcon ? bytes : new Uint8Array();
}

export const nativeImage = strictModule('nativeImage', {
  createFromPath(path: string): StandinImage {
    needType(0, path, 'string');
    return new StandinImage(path);
  },
});

/**
 * An argument that is an image or the path of one. Electron accepts an empty image and then shows nothing, so it is refused
 * here.
 */
export function needImage(image: unknown): StandinImage {
  if (typeof image === 'string') {
    const loaded = new StandinImage(image);
    if (loaded.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
    return loaded;
  }
  if (!(image instanceof StandinImage)) throw new Error('Argument must be a file path or a NativeImage');
  if (image.isEmpty()) throw new Error(`stand-in: ${image.path} is an empty image, which would be invisible`);
  return image;
}
