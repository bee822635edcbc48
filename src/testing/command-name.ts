import { type AnyCommand, indexByWire, type WireOf } from '../catalogue/command';
import { type OpenimCommand, openimCommands } from '../vendors/openim';
import { type TencentCommand, tencentCommands } from '../vendors/tencent';

export type EveryCommand = TencentCommand | OpenimCommand;

/** The wire name of any command of either vendor. */
export type CommandName = EveryCommand['wire'];
export type CommandOf<W extends CommandName> = Extract<EveryCommand, { wire: W }>;

/** A command's body as it arrives. */
export type WireBody<W extends CommandName> = WireOf<CommandOf<W>>;

const index = indexByWire([...tencentCommands, ...openimCommands]);

/** The entry of a command; throws a `TypeError` for a name that is none, which only JavaScript can write. */
export function commandNamed(name: string): AnyCommand {
  const command = index.get(name);
  if (command === undefined)
    throw new TypeError(`no command is called ${name}; write a wire name, e.g. 'Group.CallbackBeforeSendMsg'`);
  return command;
}
