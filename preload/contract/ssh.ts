/** What `user@host` may contain: nothing that ssh, a terminal or any shell could interpret. */
const userName = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;
/** An IP address, or something with only its characters. The part after `%`, an interface of the machine, is never needed. */
const address = /^[0-9A-Fa-f:.]{2,45}$/;

export interface SshTarget {
  address: string;
  user: string;
  port: number;
}

export const isSshUser = (text: string): boolean => userName.test(text);

/** The command for a shell of any system. `null`: the user name or the address is none, and nothing of it may be pasted. */
export function sshCommand(target: SshTarget): string | null {
  if (!isSshUser(target.user) || !address.test(target.address)) return null;
  const port = target.port === 22 ? '' : `-p ${target.port} `;
  return `ssh ${port}${target.user}@${target.address}`;
}
