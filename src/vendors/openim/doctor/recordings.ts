import { parametersOf } from '../../../callback/http-request';
import type { Form, PassedRequest, VendorRecordings } from '../../vendor-command-line';
import type { OpenimServerVersion } from '../send/server';
import { contentNames } from './content-names';

/** Where the command stood, and whether the body ended with a newline: together they tell the server's age. */
function recognise({ path, search, headers, body, bytes }: PassedRequest): { command: string; form: Form } | undefined {
  const command = body.callbackCommand;
  if (typeof command !== 'string') return undefined;
  const isInPath = path.split('/').at(-1) === command;
  const isInQuery = parametersOf(search).some(({ name, value }) => name === 'command' && value === command);
  const { operationid: operationID } = headers;
  return {
    command,
    form: {
      commandIn: isInPath ? 'path' : isInQuery ? 'query' : 'body',
      newline: bytes.at(-1) === 0x0a,
      ...(typeof operationID === 'string' && { operationID }),
    },
  };
}

function repeat(form: Form): { flags: Readonly<Record<string, unknown>>; options: object } {
  const { operationID } = form;
  return { flags: { serverVersion: versionOf(form) }, options: typeof operationID === 'string' ? { operationID } : {} };
}

/** A server that sends like the one that was recorded. */
function versionOf({ commandIn, newline }: Form): OpenimServerVersion {
  if (commandIn === 'body') return '2.3';
  if (commandIn === 'query') return '3.4';
  return newline === false ? '3.5' : '3.8';
}

/** By the end of the name. Keys of reactions (`typeKey`) are not among them: users choose them. */
const plain = /(I[dD]s?|I[dD]List|Type|Command|Time|platform)$/;

export const recordings: VendorRecordings = {
  recognise,
  repeat,
  isPlain: (name) => plain.test(name),
  content: new Set(['value']),
  keyedByUsers: new Set(['reactionExtensionList']),
  contentNames,
};
