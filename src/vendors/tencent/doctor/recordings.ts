import { isLeft } from 'fp-ts/lib/Either.js';
import { isObject, pathsOf } from '../../../codecs';
import type { Form, PassedRequest, VendorRecordings } from '../../vendor-command-line';
import { MessageElement } from '../catalogue/fragments';
import { isTencent } from '../receive/envelope';
import { readParameters } from '../receive/parameters';

/** The parameters of the URL are the form, without signature, user's address, and those of the app's own. */
function recognise({ search }: PassedRequest): { command: string; form: Form } | undefined {
  if (!isTencent({ search })) return undefined;
  const parameters = readParameters(search);
  if (isLeft(parameters)) return undefined;
  const { ClientIP: _address, CallbackCommand: command, ...rest } = parameters.right.query;
  return command === undefined ? undefined : { command, form: { query: rest } };
}

function repeat({ query }: Form): { flags: Readonly<Record<string, unknown>> } {
  const { SdkAppid, OptPlatform } = isObject(query) ? query : {};
  return {
    flags: {
      ...(typeof SdkAppid === 'string' && { sdkAppId: SdkAppid }),
      ...(typeof OptPlatform === 'string' && { platform: OptPlatform }),
    },
  };
}

/** By the end of the name. */
const plain =
  /(Account|I[dD]s?|I[dD]List|MsgKey|Seq|Type|Command|Cmd|Time|Platform|Status|Role|Action|Result|Scene|Mode|Cause|Suggestion|AddSource|MsgPriority)$/;

export const recordings: VendorRecordings = {
  recognise,
  repeat,
  // A status of a user's own is a text. So are the keys of message extensions and of attributes: users choose them.
  isPlain: (name) => plain.test(name) && name !== 'CustomStatus',
  // A profile item or a custom field has its number or object in Value.
  content: new Set(['MsgContent', 'TextContent', 'Value', 'value']),
  keyedByUsers: new Set(),
  // Those of the documented message elements (1047/33527).
  contentNames: new Set(
    Object.values(MessageElement.members).flatMap((member) =>
      pathsOf(member).flatMap(({ path }) => path.replaceAll('[]', '').split('.')),
    ),
  ),
};
