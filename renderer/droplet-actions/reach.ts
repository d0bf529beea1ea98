import { addressesOf } from '../../preload/contract/addresses.ts';
import { sshCommand } from '../../preload/contract/ssh.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import type { Page } from '../page/page.ts';
import { dropletWords } from '../words/droplets.ts';

/** The address to reach a droplet at, public before private; `null` if it has none, or is archived and so not there. */
export const addressOf = (droplet: DropletRow): string | null =>
  droplet.condition === 'archived' ? null : (addressesOf(droplet)[0]?.address ?? null);

/** The address to show where there is room for one: "not yet" only while the droplet is being made. */
export const addressText = (droplet: DropletRow): string => {
  if (droplet.condition === 'archived') return '–';
  return addressOf(droplet) ?? (droplet.status === 'new' ? dropletWords.notYet : dropletWords.noAddressAtAll);
};

/** Why a droplet cannot be reached; `null`: it has an address. */
export const unreachableReason = (droplet: DropletRow): string | null => {
  if (droplet.condition === 'archived') return dropletWords.isArchived;
  if (addressOf(droplet) !== null) return null;
  return droplet.status === 'new' ? dropletWords.noAddressYet : dropletWords.noAddress;
};

/** Opens a terminal if the host can, otherwise copies the SSH command. Does nothing if the droplet has no address. */
export const sshTo = async (page: Page, droplet: DropletRow): Promise<void> => {
  const address = addressOf(droplet);
  if (address === null) return;
  if (page.view.single('meta')?.capabilities.terminal) {
    const outcome = await page.bridge.openTerminal({ address });
    if (!outcome.ok) page.commands.tell(outcome.failure);
    return;
  }
  const { user, port } = page.view.single('settings')?.ssh ?? { user: 'root', port: 22 };
  const command = sshCommand({ address, user, port });
  if (command === null) page.commands.tell(dropletWords.noSshCommand(`${user}@${address}`));
  else await page.copy(command);
};

/** The droplet's page in DigitalOcean's control panel. */
export const webPageOf = (droplet: DropletRow): string => `https://cloud.digitalocean.com/droplets/${droplet.id}`;

/** Opens a link in the browser if the host's allow list has it. A refusal is shown as a toast. */
export const openLink = async (page: Page, url: string): Promise<void> => {
  const outcome = await page.bridge.openLink({ url });
  if (!outcome.ok) page.commands.tell(outcome.failure);
};
