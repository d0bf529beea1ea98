/**
 * Talks to the pages of a running program through Chromium's own switch `--remote-debugging-port`, which no fuse turns off.
 * Playwright cannot be used for this: Electron does not know the browser contexts that it asks for when it connects.
 */

export interface PageTarget {
  id: string;
  url: string;
  webSocketDebuggerUrl: string;
}

/** Buoy's page in Electron, and as the stand-in shows it. */
const ownPage = /^(app:\/\/bundle|https:\/\/bundle\.buoy\.test)\/index\.html/;

/** The windows of Buoy that exist, without the tray's popover. Empty while nothing listens on the port. */
export async function openPages(port: number): Promise<PageTarget[]> {
  try {
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as (PageTarget & { type: string })[];
    return targets.filter(({ type, url }) => type === 'page' && ownPage.test(url) && !url.includes('#/tray'));
  } catch {
    return [];
  }
}

/** Closes a page as its own `window.close()` would: its window is destroyed and not asked. */
export async function destroyPage(port: number, { id }: PageTarget): Promise<void> {
  await fetch(`http://127.0.0.1:${port}/json/close/${id}`);
}

interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** The connection to one page. It ends with the page. */
export class DevtoolsPage {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Answer));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The page is gone'));
    });
  }

  static async attach({ webSocketDebuggerUrl }: PageTarget): Promise<DevtoolsPage> {
    const socket = new WebSocket(webSocketDebuggerUrl);
    await new Promise((settle, fail) => {
      socket.addEventListener('open', settle, { once: true });
      socket.addEventListener('error', () => fail(new Error(`${webSocketDebuggerUrl} cannot be reached`)), { once: true });
    });
    return new DevtoolsPage(socket);
  }

  /** Runs the body of an async function in the page's own world. Resolves to a copy of what it returns. */
  async run<T>(body: string): Promise<T> {
    const expression = `(async () => { ${body} })()`;
    const answer = await this.#send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = answer as {
      result: { value: T };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** The page as a PNG. */
  async picture(): Promise<Buffer> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  detach(): void {
    this.#socket.close();
  }

  #send(method: string, params: object): Promise<Record<string, unknown>> {
    this.#lastId += 1;
    const answer = Promise.withResolvers<Record<string, unknown>>();
    this.#waiting.set(this.#lastId, answer);
    this.#socket.send(JSON.stringify({ id: this.#lastId, method, params }));
    return answer.promise;
  }

  #receive({ id, result, error }: Answer): void {
    const answer = this.#waiting.get(id ?? 0);
    if (answer === undefined) return;
    this.#waiting.delete(id ?? 0);
    if (error) answer.reject(new Error(error.message));
    else answer.resolve(result ?? {});
  }
}
