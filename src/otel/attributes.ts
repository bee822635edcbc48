import type { Attributes } from '@opentelemetry/api';
import type { Phase } from '../catalogue/command';
import { commands } from '../vendors/commands';

const known: ReadonlySet<string> = new Set(commands.map(({ command }) => command));

/** The name of a command of the catalogue, else `unknown`: anybody can send names, and each would be a time series. */
export function boundedCommand(name: string | undefined): string {
  return name !== undefined && known.has(name) ? name : 'unknown';
}

/** The attribute values; undefined ones are left out. */
export interface Described {
  /** Undefined when it belongs to no callback. */
  readonly vendor: string | undefined;
  readonly command: string | undefined;
  readonly phase?: Phase | undefined;
  readonly outcome?: string;
  readonly failure?: string | undefined;
}

/**
 * The attributes of spans and metrics alike: the names of the semantic conventions where they have one, else names below
 * `im.`. None holds an id, a secret or any content, and all have few values.
 */
export function attributesOf({ vendor, command, phase, outcome, failure }: Described): Attributes {
  const attributes: Attributes = { 'im.command': boundedCommand(command) };
  if (vendor !== undefined) attributes['messaging.system'] = vendor;
  if (phase !== undefined) attributes['im.phase'] = phase;
  if (outcome !== undefined) attributes['im.outcome'] = outcome;
  if (failure !== undefined) attributes['error.type'] = failure;
  return attributes;
}
