import type { KnownCommand } from '../../vendors/commands';
import { allCommands } from '../../vendors/commands';
import { commandLineOf } from '../command-lines';
import type { RecordedCallback } from '../recording/recording';
import { plural } from '../report/phrases';
import type { Finding } from './finding';

/** Handlers without traffic, and traffic without handlers: a recording shows both, if it is long enough. */
export function checkTraffic(handlers: readonly string[], callbacks: readonly RecordedCallback[]): Finding[] {
  const came = new Map<string, number>();
  for (const { command } of callbacks) came.set(command, (came.get(command) ?? 0) + 1);
  const isCame = ({ wire, aliases }: KnownCommand) => [wire, ...aliases].some((name) => came.has(name));
  const vendors = new Set(callbacks.map(({ vendor }) => vendor));
  const offered = allCommands.filter(({ vendor }) => vendors.has(vendor));

  const silent = handlers.flatMap((handler) => {
    const commands = offered.filter((command) => command.handler === handler);
    return commands.length > 0 && !commands.some(isCame) ? [silentHandler(handler, commands, callbacks.length)] : [];
  });
  const unheard = [...came].flatMap(([name, count]) => {
    const command = offered.find(({ wire, aliases }) => [wire, ...aliases].includes(name));
    return command === undefined || handlers.includes(command.handler) ? [] : [unhandled(command, name, count)];
  });
  return [...silent, ...unheard];
}

function silentHandler(handler: string, commands: readonly KnownCommand[], total: number): Finding {
  const vendors = [...new Set(commands.map(({ vendor }) => vendor))];
  return {
    id: 'handlerWithoutTraffic',
    level: 'warning',
    vendors,
    seen: `${handler}: among ${plural(total, 'recorded callback')} there is no ${commands.map(({ wire }) => wire).join(', no ')}`,
    why: 'The sender does not send it, most likely because its switch is off.',
    source: vendors.map((vendor) => commandLineOf(vendor).doctor.says.switchedOff.source).join('; '),
    change: 'Switch it on there, and wait five minutes.',
  };
}

function unhandled({ vendor, handler }: KnownCommand, name: string, count: number): Finding {
  return {
    id: 'trafficWithoutHandler',
    level: 'warning',
    vendors: [vendor],
    seen: `${name} came ${plural(count, 'time')}, but there is no handler ${handler}`,
    why: 'It is acknowledged and ignored. Each one costs a request, and a before-callback also makes the user wait.',
    source: 'the recording',
    change: `Write ${handler}, or switch the command off at the sender.`,
  };
}
