import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../preload/contract/bridge.ts';
import { type Failure, failureKinds } from '../../preload/contract/failure.ts';
import { callNames, contract, type EventName, eventNames, outcomeSchema } from '../../preload/contract/schema.ts';
import { coreCallNames } from '../doubles/core/core-call-names.ts';
import { callSamples, eventSamples } from '../doubles/invented/call-samples.ts';
import type { FakeBuoy } from '../doubles/web/fake-buoy.ts';

/** A real socket on a busy machine may take longer than the second that is usual, in milliseconds. */
const patience = { timeout: 4_000 };

/** A page's bridge with a whole host behind it, over a core that the test controls. */
export interface OpenedBridge {
  bridge: Bridge;
  buoy: FakeBuoy;
  /** What the host wrote to its log. */
  logged: string[];
  /** Asks the host like a page that does not check its own arguments. */
  askHost(name: string, args: unknown): Promise<unknown>;
  /** How often the host was told to quit. */
  quits(): number;
  /** Ends the host while the page is open. */
  loseHost(): Promise<void>;
  close(): Promise<void>;
}

const loose = (bridge: Bridge) => bridge as unknown as Record<string, (args: unknown) => Promise<unknown>>;

/** A failure with all the evidence that one can contain. */
const richFailure: Failure = {
  kind: 'unprocessable',
  message: 'DigitalOcean refused to power cycle web-01.',
  nextStep: 'Wait for the running action.',
  operationId: 'dropletActions_post',
  method: 'POST',
  path: '/v2/droplets/101/actions',
  status: 422,
  errorId: 'unprocessable_entity',
  errorMessage: 'Droplet already has a pending event.',
  requestId: '6c0ffee0',
  attempts: 1,
  retryAtMs: 1_800_000_000_000,
  scopes: ['droplet:update'],
  field: 'body/type',
};

/** What is true for every host: the contract, seen from the page. */
export function describeBridge(host: string, open: () => Promise<OpenedBridge>): void {
  describe(`the bridge of the ${host} host`, () => {
    let opened: OpenedBridge;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.close();
    });

    it("offers exactly the contract's calls and subscriptions", () => {
      expect(Object.keys(opened.bridge).sort()).toEqual([...callNames, 'on'].sort());
    });

    it.each(coreCallNames)('carries %s to the core and the answer back unchanged', async (name) => {
      const { args, result } = callSamples[name];
      expect(await loose(opened.bridge)[name]?.(args)).toEqual({ ok: true, value: result });
      expect(opened.buoy.asked).toEqual([{ name, args }]);
    });

    it.each(callNames)('refuses %s with values that do not fit, both in the page and in the host', async (name) => {
      const { badArgs } = callSamples[name];
      const refusal = { ok: false, failure: { kind: 'invalid-arguments' } };
      expect(await loose(opened.bridge)[name]?.(badArgs)).toMatchObject(refusal);
      expect(await opened.askHost(name, badArgs)).toMatchObject(refusal);
      expect(opened.buoy.asked).toEqual([]);
    });

    it('drops fields that the contract does not have before they reach the core', async () => {
      await opened.askHost('readResources', { familyId: 'volumes', connectionId: 'c1', extra: 'x' });
      expect(opened.buoy.asked).toEqual([{ name: 'readResources', args: { familyId: 'volumes', connectionId: 'c1' } }]);
    });

    it.each(coreCallNames.filter((name) => callSamples[name].badResult !== undefined))(
      'answers %s with a failure when the core answers what does not fit',
      async (name) => {
        opened.buoy.answer(name, async () => ({ ok: true, value: callSamples[name].badResult }));
        expect(await loose(opened.bridge)[name]?.(callSamples[name].args)).toMatchObject({
          ok: false,
          failure: { kind: 'internal' },
        });
        expect(opened.logged.join('\n')).toContain(name);
      },
    );

    it('passes on a failure with all its evidence', async () => {
      opened.buoy.answer('runCommand', async () => ({ ok: false, failure: richFailure }));
      expect(await opened.bridge.runCommand(callSamples.runCommand.args)).toEqual({ ok: false, failure: richFailure });
    });

    it('answers with a failure that contains no text of the error when the core throws', async () => {
      opened.buoy.answer('openView', async () => {
        throw new TypeError('secret detail');
      });
      const outcome = await opened.bridge.openView({});
      expect(outcome).toMatchObject({ ok: false, failure: { kind: 'internal' } });
      expect(JSON.stringify(outcome)).not.toContain('secret detail');
      expect(opened.logged.join('\n')).toContain('secret detail');
    });

    it.each(['toString', 'constructor', '__proto__', 'on', 'openview', 'openView%2F..%2Fquit', ''])(
      'has no call named %j',
      async (name) => {
        const outcome = await opened.askHost(name, {}).catch(() => 'refused');
        if (outcome !== 'refused') expect(outcome).toMatchObject({ ok: false });
        expect(opened.buoy.asked).toEqual([]);
        expect(opened.quits()).toBe(0);
      },
    );

    it.each(callNames.filter((name) => contract.calls[name].by === 'host'))(
      'answers %s with an outcome of the contract',
      async (name) => {
        opened.buoy.downloads.set('d1', {
          suggestedName: 'invoice.pdf',
          mediaType: 'application/pdf',
          bytes: new Uint8Array([1]),
        });
        const outcome = outcomeSchema.parse(await loose(opened.bridge)[name]?.(callSamples[name].args));
        if (outcome.ok) expect(contract.calls[name].result.safeParse(outcome.value).success).toBe(true);
        else expect(failureKinds).toContain(outcome.failure.kind);
      },
    );

    it('refuses links that are not on the allow list', async () => {
      for (const url of [
        'https://digitalocean.com.example.com/',
        'http://cloud.digitalocean.com/',
        'file:///etc/passwd',
        'javascript:alert(1)',
      ]) {
        expect(await opened.bridge.openLink({ url })).toMatchObject({ ok: false, failure: { kind: 'refused' } });
      }
    });

    it('says so when an answer to save is no longer kept', async () => {
      expect(await opened.bridge.saveDownload({ downloadId: 'long-gone' })).toMatchObject({
        ok: false,
        failure: { kind: 'not-found' },
      });
    });

    it('tells the host to quit', async () => {
      expect(await opened.bridge.quit({})).toEqual({ ok: true, value: null });
      await vi.waitFor(() => expect(opened.quits()).toBe(1), patience);
    });

    describe('once the page has opened the view', () => {
      beforeEach(async () => {
        await opened.bridge.openView({});
        await vi.waitFor(() => expect(opened.buoy.listeners('viewPatch')).toBeGreaterThan(0), patience);
      });

      it.each(eventNames.filter((name) => name !== 'navigate'))(
        'delivers %s to every listener until it unsubscribes',
        async (name) => {
          const [first, second] = [vi.fn(), vi.fn()];
          const stopFirst = opened.bridge.on(name, first);
          opened.bridge.on(name, second);
          emit(opened.buoy, name);
          await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(1), patience);
          expect(first).toHaveBeenCalledExactlyOnceWith(eventSamples[name]);

          stopFirst();
          emit(opened.buoy, name);
          await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(2), patience);
          expect(first).toHaveBeenCalledTimes(1);
        },
      );

      it('delivers events in order', async () => {
        const revisions: number[] = [];
        opened.bridge.on('viewPatch', ({ revision }) => revisions.push(revision));
        const wanted = Array.from({ length: 200 }, (_, index) => index + 8);
        for (const revision of wanted) opened.buoy.emit('viewPatch', { ...eventSamples.viewPatch, revision });
        await vi.waitFor(() => expect(revisions).toHaveLength(wanted.length), patience);
        expect(revisions).toEqual(wanted);
      });

      it('drops an event that does not fit, and delivers the next one', async () => {
        const heard = vi.fn();
        opened.bridge.on('notice', heard);
        opened.buoy.emit('notice', { title: 5 } as never);
        emit(opened.buoy, 'notice');
        await vi.waitFor(() => expect(heard).toHaveBeenCalled(), patience);
        expect(heard).toHaveBeenCalledExactlyOnceWith(eventSamples.notice);
      });
    });

    it('answers every call with a failure, and never rejects, when the host is gone', async () => {
      await opened.loseHost();
      for (const name of coreCallNames) {
        expect(await loose(opened.bridge)[name]?.(callSamples[name].args)).toMatchObject({ ok: false });
      }
    });
  });
}

function emit<E extends EventName>(buoy: FakeBuoy, name: E): void {
  buoy.emit(name, eventSamples[name]);
}
