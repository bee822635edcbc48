import type { AnyCommand } from '../../../catalogue/command';

type Values = Readonly<Record<string, unknown>>;

/**
 * Two commands copy these fields from the reply whether they are there or not (3.4.2 to main), so that the request's own
 * value is no change, and a missing one undoes what the user wanted.
 */
const copied: Readonly<Record<string, readonly string[]>> = {
  callbackBeforeSetGroupInfoCommand: ['groupID', 'groupName', 'faceURL', 'introduction'],
  callbackBeforeSetGroupInfoExCommand: [
    'groupID',
    'groupName',
    'introduction',
    'faceURL',
    'ex',
    'needVerification',
    'lookMemberInfo',
    'applyMemberFriend',
  ],
};

/** The fields of a reply that change something. */
export function changesThatCount(command: AnyCommand, changes: Values, request: Values): Values {
  const always = copied[command.wire];
  return always === undefined ? notEmpty(command, changes) : differing(always, changes, request);
}

/** Empty strings and lists count only where the catalogue does not say that they change nothing. */
function notEmpty({ ignoredWhenEmpty }: AnyCommand, changes: Values): Values {
  const counts = ([name, value]: [string, unknown]) => {
    const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
    return !isEmpty || !ignoredWhenEmpty.includes(name);
  };
  return Object.fromEntries(Object.entries(changes).filter(counts));
}

function differing(always: readonly string[], changes: Values, request: Values): Values {
  const names = [...new Set([...always, ...Object.keys(changes)])];
  const differs = (name: string) => (changes[name] ?? null) !== (request[name] ?? null);
  return Object.fromEntries(names.filter(differs).map((name) => [name, changes[name] ?? null]));
}

/** Why the server cannot go on with these changes, or nothing. */
export function whyChangesBreak({ wire }: AnyCommand, changes: Values, request: Values): string | undefined {
  if (Object.hasOwn(copied, wire) && changes.groupID === '')
    return 'the reply has no groupID, so the server goes on with an empty one and finds no group';
  if (wire !== 'callbackBeforeUpdateUserInfoExCommand') return undefined;
  const unasked = Object.keys(changes).find((name) => (request[name] ?? null) === null);
  return unasked && `the reply changes ${unasked}, which the request does not: the server writes through a nil pointer`;
}
