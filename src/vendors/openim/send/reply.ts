import { DictionaryType, type Mixed } from 'io-ts';
import type { AnyCommand } from '../../../catalogue/command';
import { FieldsType, ListType } from '../../../codecs';
import { type Decoded, decodeStruct, zeroOf } from './decode-go';
import { type GoStruct, type GoType, goStructOf, goTypeOf } from './go-type';
import { parseGoJson } from './parse-go-json';
import type { CommonReply, OpenimServer } from './server';

/** Fields that the server decodes and then ignores: of no effect, but of the wrong type they spoil the whole reply. */
const ignored: Readonly<Record<string, GoStruct>> = {
  callbackBeforeMsgModifyCommand: { msgDataList: 'bytes' },
  callbackBeforeOnlinePushCommand: { userIDList: { list: 'string' }, offlinePushInfo: pushInfo() },
  callbackBeforeGroupOnlinePushCommand: { offlinePushInfo: pushInfo() },
  callbackBeforeCreateGroupCommand: { applyMemberFriend: 'int32' },
  callbackBeforeInviteJoinGroupCommand: { refusedMembersAccount: { list: 'string' } },
  callbackBeforeSetGroupInfoCommand: { notification: 'string' },
  callbackBeforeSetGroupInfoExCommand: { notification: 'string' },
};

/** Fields that are no pointers, so that one which is missing cannot be told from an empty one. */
const notPointers: Readonly<Record<string, readonly string[]>> = {
  callbackBeforeSetGroupInfoCommand: ['groupID', 'groupName', 'faceURL', 'introduction'],
  callbackBeforeSetGroupInfoExCommand: ['groupID'],
  callbackBeforeSetFriendRemarkCommand: ['remark'],
  callbackWordFilterCommand: ['content'],
};

/** Lists and maps behind a pointer: a value of the wrong type makes them empty. All other lists are slices, which it leaves alone. */
const pointersToLists: Readonly<Record<string, readonly string[]>> = {
  callbackBeforeMsgModifyCommand: ['options', 'atUserIDList'],
};

/** Lists whose entries have pointers for fields, so that a missing one can be told from an empty one. */
const entriesOfPointers: Readonly<Record<string, readonly string[]>> = {
  callbackBeforeMembersJoinGroupCommand: ['memberCallbackList'],
};

function pushInfo(): GoType {
  const texts = ['title', 'desc', 'ex', 'iOSPushSound', 'signalInfo'].map((name) => [name, 'string'] as const);
  return { struct: { ...Object.fromEntries(texts), iOSBadgeCount: 'bool' } };
}

export interface OpenimReply {
  readonly common: CommonReply;
  /** The command's own fields that have a value; a plain field always has one. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** Why the server's decoder fails; what it could read stands above all the same. */
  readonly misfit: { readonly because: 'wrongType' | 'notAnObject'; readonly cause: string } | undefined;
}

/**
 * Decodes a reply as a server of this version does. Throws a `SyntaxError` for what is no JSON (a `RangeError` for what
 * is nested beyond reason).
 */
export function decodeReply(text: string, command: AnyCommand | undefined, server: OpenimServer): OpenimReply {
  const own = command === undefined ? {} : ownFields(command);
  const struct = { ...own, ...ignored[command?.wire ?? ''], ...server.reply };
  const reply = parseGoJson(text);
  const { fields: decoded, error } = decodeStruct(reply, struct);
  const common: Decoded = { actionCode: 0, errCode: 0, errMsg: '', errDlt: '', nextCode: 0 };
  for (const name of Object.keys(common)) common[name] = decoded[name] ?? common[name];
  const changes: Decoded = {};
  for (const [name, type] of Object.entries(own)) {
    const value = decoded[name] ?? zeroOf(type);
    if (value !== null) changes[name] = value;
  }
  // Each field was decoded by its Go type just above.
  return {
    common: common as unknown as CommonReply,
    changes,
    misfit:
      error === undefined
        ? undefined
        : { because: reply.kind === 'object' ? 'wrongType' : 'notAnObject', cause: error },
  };
}

function ownFields({ wire, rewrite }: AnyCommand): GoStruct {
  if (!(rewrite instanceof FieldsType)) return {};
  const fields = Object.entries<Mixed>({ ...rewrite.required, ...rewrite.optional });
  return Object.fromEntries(
    fields.map(([name, codec]) => {
      const type = goTypeOf(codec);
      if (notPointers[wire]?.includes(name)) return [name, type];
      if (!(codec instanceof ListType || codec instanceof DictionaryType)) return [name, { pointer: type }];
      if (codec instanceof ListType && entriesOfPointers[wire]?.includes(name))
        return [name, { list: { struct: pointers(codec.item) } }];
      return [name, pointersToLists[wire]?.includes(name) ? { pointer: type } : type];
    }),
  );
}

function pointers(codec: Mixed): GoStruct {
  if (!(codec instanceof FieldsType)) return {};
  const fields = Object.entries(goStructOf(codec));
  return Object.fromEntries(fields.map(([name, type]) => [name, { pointer: type }]));
}
