import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { TokenForm } from '../../../../renderer/components/token-form.tsx';
import { firstRunWords, tokenShapeWords } from '../../../../renderer/words/settings.ts';
import { drawPage } from '../draw-page.tsx';

const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;

const draw = async (failure: Failure | null = null) => {
  const onDone = vi.fn();
  const { bridge } = await drawPage(
    <TokenForm
      submitLabel="Connect"
      commandOf={(value, isForThisRunOnly) => ({ kind: 'add-connection', token: value, isForThisRunOnly })}
      onDone={onDone}
    />,
  );
  if (failure) bridge.answerWith(() => ({ ok: false, failure }));
  const commands = () => bridge.calls.filter((call) => call.name === 'runCommand').map((call) => call.args);
  return { onDone, bridge, commands, user: userEvent.setup(), field: screen.getByLabelText(firstRunWords.tokenLabel) };
};

describe('TokenForm', () => {
  it('hides the pasted token until asked to show it', async () => {
    const { user, field } = await draw();
    expect(field.getAttribute('type')).toBe('password');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(field.getAttribute('type')).toBe('text');
  });

  it('says at once what is wrong with a token of another service, and sends nothing', async () => {
    const { user, field, commands } = await draw();
    await user.click(field);
    await user.paste('ghp_0123456789');
    expect(screen.getByText(tokenShapeWords['wrong-prefix']({ length: 0, prefix: '', invisibleAt: 0 }))).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(commands()).toEqual([]);
  });

  it('says that it holds a draft while a token is typed and not saved', async () => {
    const { user, field, bridge } = await draw();
    const told = () => bridge.calls.filter(({ name }) => name === 'reportDraft').map(({ args }) => args);
    await user.click(field);
    await user.paste(token);
    expect(told()).toEqual([{ hasDraft: true }]);
    await user.keyboard('{Enter}');
    expect(told()).toEqual([{ hasDraft: true }, { hasDraft: false }]);
  });

  it('does not warn about a token that is still being typed until it is sent', async () => {
    const { user, field } = await draw();
    await user.type(field, 'dop_v1_01');
    expect(screen.queryByText(/A part is missing/)).toBeNull();
    await user.keyboard('{Enter}');
    expect(screen.getByText(/A part is missing/)).toBeTruthy();
    expect(field).toBe(document.activeElement);
  });

  it('sends a whole token without the text copied around it, then forgets it', async () => {
    const { user, field, commands, onDone } = await draw();
    await user.click(field);
    await user.paste(`  ${token}\n`);
    await user.keyboard('{Enter}');
    expect(commands()).toEqual([{ command: { kind: 'add-connection', token, isForThisRunOnly: false } }]);
    expect(onDone).toHaveBeenCalledOnce();
    expect((field as HTMLInputElement).value).toBe('');
  });

  it.each<[string, Failure]>([
    ['401', { kind: 'unauthorized', message: 'DigitalOcean does not accept this token.', nextStep: 'It may be mistyped.' }],
    ['no network', { kind: 'network', message: 'DigitalOcean could not be reached.', nextStep: 'Check your network.' }],
  ])('shows the reason and the next step for %s, beside the field and not as a toast', async (_, failure) => {
    const { user, field, onDone } = await draw(failure);
    await user.click(field);
    await user.paste(token);
    await user.keyboard('{Enter}');
    expect(screen.getByText(failure.message)).toBeTruthy();
    expect(screen.getByText(failure.nextStep ?? '')).toBeTruthy();
    expect(screen.queryByRole('button', { name: firstRunWords.keepForRun })).toBeNull();
    expect(onDone).not.toHaveBeenCalled();
  });

  it('names the missing scopes, to copy', async () => {
    const { user, field } = await draw({ kind: 'forbidden', message: 'It may not read the account.', scopes: ['account:read'] });
    await user.click(field);
    await user.paste(token);
    await user.keyboard('{Enter}');
    expect(screen.getByText('account:read')).toBeTruthy();
  });

  it('offers to keep the token for this run only if the keychain fails', async () => {
    const { user, field, bridge, commands, onDone } = await draw({ kind: 'vault-locked', message: 'Your keyring is locked.' });
    await user.click(field);
    await user.paste(token);
    await user.keyboard('{Enter}');
    bridge.answerWith(null);
    await user.click(screen.getByRole('button', { name: firstRunWords.keepForRun }));
    expect(commands().at(-1)).toEqual({ command: { kind: 'add-connection', token, isForThisRunOnly: true } });
    expect(onDone).toHaveBeenCalledOnce();
  });
});
