import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failed, type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { ApiResult } from '../../../../../preload/contract/schema.ts';
import { answered, unprocessable } from '../../../../doubles/page/operations-bridge.ts';
import { drawOperation, drawOperations } from './draw-operations.tsx';

vi.setConfig({ testTimeout: 30_000 });

const droplet = { name: 'web-04', size: 's-2vcpu-4gb', image: 'debian-12-x64' };
const response = () => screen.getByRole('region', { name: 'Response' });

describe('opening Operations', () => {
  it('reads the index first, and after an operation is chosen only the forms of its tag', async () => {
    const { bridge, user } = await drawOperations('#/operations');
    const tagReads = () => bridge.calls.filter(({ name }) => name === 'readCatalogueTag').map(({ args }) => args);
    expect(tagReads()).toEqual([]);
    await user.type(screen.getByRole('searchbox'), 'create droplet');
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Create a New Droplet'));
    await user.keyboard('{Enter}');
    await screen.findByRole('form', { name: 'Create a New Droplet' });
    expect(tagReads()).toEqual([{ tag: 'Droplets' }]);
    expect(bridge.calls.filter(({ name }) => name === 'readCatalogueIndex')).toHaveLength(1);
  });

  it('says so if an address names no operation', async () => {
    await drawOperations('#/operations/nothing_here');
    expect(await screen.findByText('There is no such operation')).toBeTruthy();
  });

  it('saves a favourite operation in the settings, and lists it first', async () => {
    const { bridge, user } = await drawOperation('vpcs_list');
    await user.click(screen.getByRole('button', { name: 'Add to favourites' }));
    expect(bridge.calls).toContainEqual({
      name: 'runCommand',
      args: { command: { kind: 'update-settings', patch: { favouriteOperations: ['vpcs_list'] } } },
    });
    expect(await screen.findByText('Favourites')).toBeTruthy();
  });

  it('remembers the id of what was sent, but nothing that was entered', async () => {
    const { bridge, send } = await drawOperation('sshKeys_create', { name: 'laptop', public_key: 'ssh-ed25519 SECRET' });
    await send();
    expect(bridge.sent).toHaveLength(1);
    const kept = Object.values({ ...window.localStorage }).join();
    expect(kept).toContain('sshKeys_create');
    expect(kept).not.toContain('SECRET');
  });
});

describe('the request as code', () => {
  it('is written for the shell that was chosen last, also the next time', async () => {
    const { user } = await drawOperation('vpcs_list');
    const code = () => screen.getByRole('region', { name: 'Request as a shell command' }).textContent;
    expect(code()).toContain('Bearer $DIGITALOCEAN_TOKEN');
    await user.click(screen.getByRole('radio', { name: 'cmd' }));
    expect(code()).toContain('Bearer %DIGITALOCEAN_TOKEN%');
    await user.click(screen.getByRole('radio', { name: 'PowerShell' }));
    expect(code()).toContain('Bearer $env:DIGITALOCEAN_TOKEN');
    await user.click(screen.getByRole('radio', { name: 'JSON' }));
    expect(Object.entries({ ...window.localStorage })).toContainEqual(['buoy.shell', 'powershell']);
  });

  it('asks for headers alone where GET is, and sends that', async () => {
    const { bridge, user, send } = await drawOperation('vpcs_list');
    await user.click(screen.getByRole('checkbox', { name: 'Headers only (HEAD)' }));
    expect(screen.getByRole('region', { name: 'Request as a shell command' }).textContent).toContain('--head');
    await send();
    expect(bridge.sent).toMatchObject([{ operationId: 'vpcs_list', isHeadersOnly: true, isAllPages: false }]);
  });

  it('offers no headers alone for what changes something', async () => {
    await drawOperation('sshKeys_create');
    expect(screen.queryByRole('checkbox', { name: 'Headers only (HEAD)' })).toBeNull();
  });
});

describe('a form with typed content', () => {
  it('tells the host that it holds a draft, from the first key until the request was answered or emptied', async () => {
    const { bridge, user, send } = await drawOperation('sshKeys_create', { name: 'laptop', public_key: 'ssh-ed25519 KEY' });
    const told = () => bridge.calls.filter(({ name }) => name === 'reportDraft').map(({ args }) => args);
    expect(told()).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: /^name/i }), 's');
    expect(told()).toEqual([{ hasDraft: true }]);
    await send();
    await waitFor(() => expect(told()).toEqual([{ hasDraft: true }, { hasDraft: false }]));
  });
});

describe('emptying a form', () => {
  it('asks first if something was typed, and keeps it unless told otherwise', async () => {
    const { user } = await drawOperation('sshKeys_create');
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: /^name/i });
    await user.type(name, 'laptop');
    await user.click(screen.getByRole('button', { name: 'Empty the form' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(name.value).toBe('laptop');
    await user.click(screen.getByRole('button', { name: 'Empty the form' }));
    const dialog = screen.getByRole('dialog', { name: 'Empty the form?' });
    await user.click(within(dialog).getByRole('button', { name: 'Empty the form' }));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^name/i }).value).toBe(''));
  });

  it('does not ask if nothing was typed', async () => {
    const { user } = await drawOperation('sshKeys_create', { name: 'laptop', public_key: 'ssh-ed25519 KEY' });
    await user.click(screen.getByRole('button', { name: 'Empty the form' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^name/i }).value).toBe(''));
  });
});

describe('sending', () => {
  it('sends what the form contains to the team that the address names', async () => {
    const { bridge, user } = await drawOperations('#/operations/droplets_get?connection=tp&path.droplet_id=42');
    await screen.findByRole('form');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.sent).toMatchObject([{ operationId: 'droplets_get', connectionId: 'tp', path: { droplet_id: '42' } }]);
  });

  it('stops at a missing value, goes there, and sends anyway if told to', async () => {
    const { bridge, send, sendAnyway } = await drawOperation('droplets_create');
    await send();
    expect(bridge.sent).toEqual([]);
    expect(screen.getAllByText('This is needed').length).toBe(3);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')));
    await sendAnyway();
    expect(bridge.sent).toMatchObject([{ isSchemaMismatchAllowed: true, body: {} }]);
  });

  it('cannot be done while the address has a missing value', async () => {
    const { bridge, send } = await drawOperation('droplets_get');
    await send();
    expect(bridge.sent).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Send anyway' })).toBeNull();
  });

  it('shows problems that the core finds at their fields, and sends anyway if told to', async () => {
    const { bridge, send, sendAnyway } = await drawOperation('droplets_create', droplet);
    bridge.respondWith((request) =>
      request.isSchemaMismatchAllowed
        ? answered({ droplet: { id: 1 } }, { httpStatus: 202 })
        : success({ status: 'mismatch', problems: [{ field: 'body/image', message: 'No image is called that' }] }),
    );
    await send();
    expect(await screen.findByText('No image is called that')).toBeTruthy();
    expect(screen.getByLabelText(/^Image/).getAttribute('aria-invalid')).toBe('true');
    await sendAnyway();
    expect(await within(response()).findByText('202 Accepted')).toBeTruthy();
  });

  it('asks what the core wants confirmed, and repeats the same request with the answer', async () => {
    const { bridge, page, send } = await drawOperation('droplets_destroy');
    const { user } = { user: (await import('@testing-library/user-event')).default.setup() };
    await user.type(screen.getByLabelText('Droplet ID'), 'web-01{Enter}');
    const confirmation = {
      id: 'q1',
      level: 'destructive' as const,
      title: 'Delete web-07?',
      lines: [],
      goes: [],
      stays: [],
      typeToConfirm: 'web-07',
      confirmLabel: 'Delete',
      canBeRemembered: false,
    };
    bridge.respondWith((request) =>
      request.confirmation ? answered(undefined, { httpStatus: 204 }) : success({ status: 'needs-confirmation', confirmation }),
    );
    await send();
    await waitFor(() => expect(page.commands.question()?.confirmation.title).toBe('Delete web-07?'));
    await act(async () => page.commands.question()?.answer({ id: 'q1', typed: 'web-07' }));
    expect(await within(response()).findByText('204 No Content')).toBeTruthy();
    const [asked, answeredRequest] = bridge.sent;
    expect(answeredRequest).toEqual({ ...asked, confirmation: { id: 'q1', typed: 'web-07' } });
  });

  it('sends nothing if the person cancels', async () => {
    const { bridge, page, send } = await drawOperation('droplets_destroy_byTag');
    const confirmation = {
      id: 'q1',
      level: 'destructive' as const,
      title: 'Delete?',
      lines: [],
      goes: [],
      stays: [],
      typeToConfirm: 'x',
      confirmLabel: 'Delete',
      canBeRemembered: false,
    };
    bridge.respondWith(() => success({ status: 'needs-confirmation', confirmation }));
    const user = (await import('@testing-library/user-event')).default.setup();
    await user.type(screen.getByLabelText('Tag name'), 'old');
    await send();
    await waitFor(() => expect(page.commands.question()).not.toBeNull());
    await act(async () => page.commands.question()?.answer(null));
    expect(await screen.findByText('Cancelled before it was sent')).toBeTruthy();
    expect(bridge.sent).toHaveLength(1);
  });

  it('can be cancelled while it is running', async () => {
    const { bridge, send, user } = await drawOperation('droplets_list');
    let end: (outcome: Outcome<ApiResult>) => void = () => {};
    bridge.respondWith(() => new Promise((resolve) => (end = resolve)));
    await send();
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    const [request] = bridge.sent;
    expect(bridge.calls).toContainEqual({ name: 'cancelRequest', args: { requestId: request?.requestId } });
    await act(async () => end(failed({ kind: 'aborted', message: 'You stopped it.' })));
    expect(await screen.findByText('You stopped it.')).toBeTruthy();
  });
});

describe('the answer', () => {
  it('shows status, time, cost, headers on request, and the body as tree, table and text', async () => {
    const { bridge, send, user } = await drawOperation('droplets_list');
    bridge.respondWith(() => answered({ droplets: [{ id: 7, name: 'web-07' }], meta: { total: 1 } }));
    await send();
    expect(await within(response()).findByText('200 OK')).toBeTruthy();
    expect(within(response()).getByText('1 request, 4,611 left this hour')).toBeTruthy();
    expect(screen.queryByText('x-request-id')).toBeNull();
    await user.click(screen.getByRole('button', { name: '3 headers' }));
    expect(screen.getByText('x-request-id')).toBeTruthy();
    expect(screen.getByRole('tree').textContent).toContain('"web-07"');
    await user.click(screen.getByRole('radio', { name: 'Table' }));
    expect(screen.getByRole('grid', { name: '1 row' }).textContent).toContain('web-07');
    await user.click(screen.getByRole('radio', { name: 'Raw' }));
    expect(screen.getByLabelText('Answer as text').textContent).toContain('"total": 1');
  });

  it('loads every page if there are more', async () => {
    const { bridge, send, user } = await drawOperation('droplets_list');
    bridge.respondWith(() => answered({ droplets: [{ id: 7 }], meta: { total: 41 } }));
    await send();
    expect(await screen.findByText('1 of 41')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Load all pages' }));
    expect(bridge.sent.at(-1)).toMatchObject({ isAllPages: true });
  });

  it('shows a failure with the ids that support asks for, and marks the wrong field', async () => {
    const { bridge, send } = await drawOperation('droplets_create', droplet);
    bridge.respondWith(() => unprocessable('body/image'));
    await send();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('unprocessable_entity');
    expect(alert.textContent).toContain('4f6c1e0a-93b2-4d7e-9a10-3e2b7c5d1f08');
    expect(screen.getByLabelText(/^Image/).getAttribute('aria-invalid')).toBe('true');
  });

  it('covers a secret until it is asked for', async () => {
    const { bridge, send, user } = await drawOperation('databases_list_clusters');
    bridge.respondWith(() => answered({ databases: [{ password: 'hidden-password' }] }, { isSecret: true }));
    await send();
    expect(await screen.findByText('The answer holds a secret')).toBeTruthy();
    expect(document.body.textContent).not.toContain('hidden-password');
    await user.click(screen.getByRole('button', { name: 'Show it' }));
    expect(document.body.textContent).toContain('hidden-password');
  });

  it('saves a file where the person chooses', async () => {
    const { bridge, send, user } = await drawOperation('billingInsights_list');
    expect(bridge.sent).toEqual([]);
    await user.type(screen.getByLabelText('Account URN'), 'do:team:1');
    await user.type(screen.getByLabelText('Start date'), '2026-01-01');
    await user.type(screen.getByLabelText('End date'), '2026-01-31');
    bridge.respondWith(() =>
      answered(undefined, {
        body: { kind: 'file', downloadId: 'd1', suggestedName: 'invoice.csv', mediaType: 'text/csv', bytes: 2048 },
      }),
    );
    await send();
    expect(await screen.findByText('invoice.csv, 2.0 KB')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save…' }));
    expect(await screen.findByText('Saved as /home/mara/invoice.csv')).toBeTruthy();
  });

  it('shows a stream as it arrives, as words and as events', async () => {
    const { bridge, send, user } = await drawOperation('inference_create_chat_completion', {
      model: 'm',
      messages: [{ role: 'user', content: 'Hi' }],
      stream: true,
    });
    let say: (text: string) => void = () => {};
    bridge.respondWith((_request, stream) => {
      say = stream;
      return new Promise(() => {});
    });
    await send();
    await act(async () => say('data: {"choices":[{"delta":{"content":"Hel"}}]}\n\n'));
    expect(await within(response()).findByText('Hel')).toBeTruthy();
    await act(async () => say('data: {"choices":[{"delta":{"content":"lo"}}]}\n\n'));
    expect(await within(response()).findByText('Hello')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Events' }));
    expect(response().textContent).toContain('data: {"choices"');
  });

  it('follows what the call started', async () => {
    const { bridge, send } = await drawOperation('droplets_create', droplet);
    bridge.respondWith(() => answered({}, { httpStatus: 202, actionKeys: ['hw:903'] }));
    await send();
    expect(await within(response()).findByRole('link', { name: 'Follow' })).toBeTruthy();
  });
});

describe('other servers', () => {
  it('need an address for an agent, and keep a key by name, never showing it again', async () => {
    const { bridge, send, user } = await drawOperation('agentInference_create_chat_completion', {
      messages: [{ role: 'user', content: 'Hi' }],
      model: 'm',
    });
    await send();
    expect(screen.getByText('An address that begins with https:// is needed')).toBeTruthy();
    await user.type(screen.getByLabelText('Address of the agent'), 'https://a1.agents.example.com');
    await user.selectOptions(screen.getByLabelText('Key'), 'Add a key…');
    const dialog = await screen.findByRole('dialog', { name: 'Add a key' });
    await user.type(within(dialog).getByLabelText('Name'), 'support agent');
    await user.type(within(dialog).getByLabelText('Key'), 'agent-secret');
    await user.click(within(dialog).getByRole('button', { name: 'Keep in keychain' }));
    await waitFor(() => expect((screen.getByLabelText('Key') as HTMLSelectElement).value).toBe('support agent'));
    await send();
    expect(bridge.sent).toMatchObject([{ credentialName: 'support agent', otherBaseUrl: 'https://a1.agents.example.com' }]);
    expect(document.body.innerHTML).not.toContain('agent-secret');
  });

  it('get a chosen file unchanged', async () => {
    const { bridge, send, user } = await drawOperation('inference_upload_batch_file');
    await user.type(screen.getByLabelText('Presigned address'), 'https://up.example.com/x');
    await user.upload(screen.getByLabelText('File'), new File([new Uint8Array([0, 255, 10])], 'batch.jsonl'));
    expect(await screen.findByText('batch.jsonl, 3 bytes')).toBeTruthy();
    await send();
    expect(bridge.sent).toMatchObject([{ file: { name: 'batch.jsonl', base64: 'AP8K' } }]);
  });
});
