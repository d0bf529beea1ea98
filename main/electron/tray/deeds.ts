import { asksNothing } from '../../../preload/contract/asks-nothing.ts';
import type { Command, CommandResult, Confirmation, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import type { Failure, Outcome } from '../../../preload/contract/failure.ts';
import type { MenuDeed } from '../../../preload/contract/view.ts';
import type { Buoy } from '../../core/buoy.ts';

export interface DeedOptions {
  runCommand: Buoy['calls']['runCommand'];
  openJob: Buoy['calls']['openJob'];
  runJob: Buoy['calls']['runJob'];
  copy(text: string): Promise<Outcome<null>>;
  showWindow(route: string): void;
  quit(): void;
  /** Asks in a dialog; `null`: the person cancelled. */
  confirm(confirmation: Confirmation): Promise<ConfirmationAnswer | null>;
  /** Shows one sentence where no window need be open. */
  tell(message: string): void;
  showFailure(failure: Failure): Promise<void>;
}

/** Does what a line of the tray's menu stands for. Every deed ends in something visible. It never rejects. */
export function createDeeds(options: DeedOptions): (deed: MenuDeed) => Promise<void> {
  const finish = async (outcome: Outcome<unknown>) => {
    if (!outcome.ok) await options.showFailure(outcome.failure);
  };

  async function run(command: Command): Promise<void> {
    const first = await options.runCommand({ command });
    if (!first.ok || first.value.status !== 'needs-confirmation') return report(first);
    const { confirmation } = first.value;
    // A system dialog has no field for a name, so the page asks, beside the thing itself.
    if (confirmation.typeToConfirm !== null) return options.showWindow(routeOf(command));
    const answer = await options.confirm(confirmation);
    if (answer !== null) await report(await options.runCommand({ command, confirmation: answer }));
  }

  async function report(outcome: Outcome<CommandResult>): Promise<void> {
    if (!outcome.ok) return options.showFailure(outcome.failure);
    const result = outcome.value;
    if (result.status === 'done' && result.message !== null) options.tell(result.message);
    const failed = result.status === 'started' ? result.failures[0] : undefined;
    if (failed !== undefined) await options.showFailure(failed.failure);
  }

  /** What asks is opened in the window, where its fields are. */
  async function runJob({ name, thing, route }: Extract<MenuDeed, { kind: 'job' }>): Promise<void> {
    const opened = await options.openJob({ name, thing });
    if (!opened.ok) return options.showFailure(opened.failure);
    if (!asksNothing(opened.value)) return options.showWindow(route);
    const ran = await options.runJob({ id: opened.value.id, values: {} });
    if (!ran.ok) return options.showFailure(ran.failure);
    const { copy, message, actionKeys } = ran.value;
    const copied = copy === null ? null : await options.copy(copy.text);
    if (copied?.ok === false) return options.showFailure(copied.failure);
    // What runs now is in the menu, and its end is a notice.
    if (actionKeys.length === 0) options.tell(message);
  }

  return async (deed) => {
    switch (deed.kind) {
      case 'job':
        return runJob(deed);
      case 'command':
        return run(deed.command);
      case 'copy':
        return finish(await options.copy(deed.text));
      case 'route':
        return options.showWindow(deed.route);
      case 'quit':
        return options.quit();
    }
  };
}

/** The route of the thing that a command is about. */
export function routeOf(command: Command): string {
  switch (command.kind) {
    case 'delete-droplet':
      return `#/droplets/${command.dropletKey}`;
    case 'droplet-action':
      return command.dropletKeys.length === 1 ? `#/droplets/${command.dropletKeys[0]}` : '#/droplets';
    case 'tag-action':
      return '#/droplets';
    default:
      return '#/';
  }
}
