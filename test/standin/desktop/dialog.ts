import type { Dialog, MessageBoxOptions, MessageBoxReturnValue, SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import { needKnownOptions, strictModule } from '../strict.ts';
import { StandinBrowserWindow } from '../windows/browser-window.ts';
import { needReady, world } from '../world.ts';

const messageOptions = [
  'message',
  'type',
  'buttons',
  'defaultId',
  'signal',
  'title',
  'detail',
  'checkboxLabel',
  'checkboxChecked',
  'icon',
  'textWidth',
  'cancelId',
  'noLink',
  'normalizeAccessKeys',
];
const saveOptions = [
  'title',
  'defaultPath',
  'buttonLabel',
  'filters',
  'message',
  'nameFieldLabel',
  'showsTagField',
  'properties',
];

/** A dialog on the screen. The program waits until the test answers it, as a person would. */
export interface OpenDialog {
  kind: 'message' | 'save';
  hasParent: boolean;
  options: MessageBoxOptions & SaveDialogOptions;
  answer(answer: { button?: string; isTicked?: boolean; path?: string | null }): void;
}

export const openDialogs: OpenDialog[] = [];
const errorBoxes: { title: string; content: string }[] = [];
export const shownErrorBoxes = (): readonly { title: string; content: string }[] => errorBoxes;

function split<T>(args: unknown[]): { parent: StandinBrowserWindow | null; options: T } {
  needReady('dialog module can only be used after app is ready');
  const [first, second] = args;
  if (!(first instanceof StandinBrowserWindow)) return { parent: null, options: first as T };
  if (first.isDestroyed()) throw new TypeError('Object has been destroyed');
  return { parent: first, options: second as T };
}

function open(kind: OpenDialog['kind'], hasParent: boolean, options: object, answer: OpenDialog['answer']): OpenDialog {
  const dialog: OpenDialog = {
    kind,
    hasParent,
    options: options as OpenDialog['options'],
    answer(given) {
      openDialogs.splice(openDialogs.indexOf(dialog), 1);
      answer(given);
    },
  };
  openDialogs.push(dialog);
  return dialog;
}

function checkMessage(options: MessageBoxOptions): void {
  needKnownOptions('MessageBox', options, messageOptions);
  for (const name of ['title', 'message', 'detail', 'checkboxLabel'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'string') throw new TypeError(`${name} must be a string`);
  }
  if (!Array.isArray(options.buttons)) throw new TypeError('buttons must be an array');
  if (options.checkboxChecked !== undefined && options.checkboxLabel === undefined) throw new Error('checkboxLabel must be set');
  if (options.cancelId === undefined || options.defaultId === undefined) {
    throw new Error('stand-in: Electron guesses cancelId and defaultId from English labels: always set both');
  }
}

export const dialog = strictModule('dialog', {
  showMessageBox(...args: unknown[]): Promise<MessageBoxReturnValue> {
    const { parent, options } = split<MessageBoxOptions>(args);
    checkMessage(options);
    return new Promise((resolve, reject) => {
      if (options.signal !== undefined && parent === null && world.profile.platform === 'darwin')
        throw new Error('stand-in: on macOS a signal needs a parent window');
      const taken = open('message', parent !== null, options, ({ button, isTicked }) => {
        const response = button === undefined ? (options.cancelId ?? 0) : (options.buttons ?? []).indexOf(button);
        if (response < 0) reject(new Error(`No button "${button}" among ${options.buttons?.join(', ')}`));
        else resolve({ response, checkboxChecked: isTicked ?? options.checkboxChecked ?? false });
      });
      options.signal?.addEventListener('abort', () => openDialogs.includes(taken) && taken.answer({}));
    });
  },
  showSaveDialog(...args: unknown[]): Promise<SaveDialogReturnValue> {
    const { parent, options } = split<SaveDialogOptions>(args);
    needKnownOptions('SaveDialog', options, saveOptions);
    return new Promise((resolve) => {
      open('save', parent !== null, options, ({ path }) => {
        resolve({ canceled: path === null || path === undefined, filePath: path ?? '' });
      });
    });
  },
  showErrorBox(title: string, content: string): void {
    errorBoxes.push({ title, content });
    console.error(`${title}: ${content}`);
  },
} satisfies Pick<Dialog, 'showMessageBox' | 'showSaveDialog' | 'showErrorBox'>);
