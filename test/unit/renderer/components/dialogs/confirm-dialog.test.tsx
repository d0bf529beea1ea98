import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Confirmation } from '../../../../../preload/contract/command.ts';
import { ConfirmDialog } from '../../../../../renderer/components/dialogs/confirm-dialog.tsx';
import { aConfirmation } from '../../../../doubles/invented/questions.ts';
import { drawPage } from '../../draw-page.tsx';

const powerCycle = aConfirmation({
  lines: ['It is cut off and started again at once.', 'Team: Harbour Works.', 'Usually takes 9 s.'],
});
const destroy: Confirmation = {
  ...powerCycle,
  id: 'q2',
  level: 'destructive',
  title: 'Destroy build-runner-02?',
  goes: ['The droplet and its disk'],
  stays: [
    { text: 'Volume build-cache, 100 GB', priceMonthlyUsd: '10' },
    { text: '2 snapshots', priceMonthlyUsd: '2.9' },
  ],
  staysMonthlyUsd: '12.9',
  typeToConfirm: 'build-runner-02',
  confirmLabel: 'Destroy droplet',
  canBeRemembered: false,
};

const draw = async (confirmation: Confirmation) => {
  const onAnswer = vi.fn();
  await drawPage(<ConfirmDialog confirmation={confirmation} onAnswer={onAnswer} />);
  return { onAnswer, user: userEvent.setup() };
};

describe('ConfirmDialog', () => {
  it('starts on Cancel, so that Enter harms nothing', async () => {
    const { onAnswer, user } = await draw(powerCycle);
    expect(screen.getByRole('button', { name: /Cancel/ })).toBe(document.activeElement);
    await user.keyboard('{Enter}');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('shows sentences and lists facts', async () => {
    await draw(powerCycle);
    expect(screen.getByText('Team').nextElementSibling?.textContent).toBe('Harbour Works');
    expect(screen.getByText('Usually takes 9 s.').tagName).toBe('P');
  });

  it('answers with the question’s id, and remembers the choice only if ticked', async () => {
    const { onAnswer, user } = await draw(powerCycle);
    await user.click(screen.getByRole('checkbox', { name: 'Do not ask again' }));
    await user.click(screen.getByRole('button', { name: 'Power cycle' }));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith({ id: 'q1', isRemembered: true });
  });

  it('shows together what goes, what stays and what that costs', async () => {
    await draw(destroy);
    expect(screen.getByText('The droplet and its disk')).toBeTruthy();
    expect(screen.getByText('$12.90 a month')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('starts in the field if a name must be typed, and Enter works only once it matches', async () => {
    const { onAnswer, user } = await draw(destroy);
    const field = screen.getByRole('textbox', { name: 'Type build-runner-02 to go on' });
    expect(field).toBe(document.activeElement);
    await user.type(field, 'build-runner-0{Enter}');
    expect(onAnswer).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Destroy droplet' }).getAttribute('aria-disabled')).toBe('true');
    await user.type(field, '2{Enter}');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith({ id: 'q2', typed: 'build-runner-02' });
  });

  it('turns red only when the name matches', async () => {
    const { user } = await draw(destroy);
    const button = screen.getByRole('button', { name: 'Destroy droplet' });
    expect(button.className).not.toContain('red');
    await user.type(screen.getByRole('textbox'), 'build-runner-02');
    expect(button.className).toContain('red');
  });
});
