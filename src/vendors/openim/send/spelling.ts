import { type OpenimServerVersion, openimServerVersions } from './server';

/** Older names of a command, each with the last version that used it (open-im-server's constants, tag by tag). */
const older: Readonly<Record<string, readonly (readonly [name: string, last: OpenimServerVersion])[]>> = {
  callbackBeforeMsgModifyCommand: [['callbackMsgModifyCommand', '3.6']],
  callbackAfterGroupMsgReadCommand: [['callbackGroupMsgReadCommand', '3.6']],
  callbackAfterSingleMsgReadCommand: [['callbackSingleMsgRead', '3.6']],
  callbackAfterUserOnlineCommand: [['callbackUserOnlineCommand', '3.6']],
  callbackAfterUserOfflineCommand: [['callbackUserOfflineCommand', '3.6']],
  callbackAfterUserKickOffCommand: [['callbackUserKickOffCommand', '3.6']],
  callbackBeforeOfflinePushCommand: [['callbackOfflinePushCommand', '3.6']],
  callbackBeforeOnlinePushCommand: [['callbackOnlinePushCommand', '3.6']],
  callbackBeforeGroupOnlinePushCommand: [['callbackSuperGroupOnlinePushCommand', '3.6']],
  callbackBeforeSetGroupMemberInfoCommand: [['CallbackBeforeSetGroupMemberInfoCommand', '3.4']],
  callbackAfterQuitGroupCommand: [['callbackQuitGroupCommand', '3.6']],
  callbackAfterKickGroupCommand: [['callbackKillGroupCommand', '3.6']],
  callbackAfterDisMissGroupCommand: [['callbackDisMissGroupCommand', '3.6']],
  callbackAfterTransferGroupOwnerCommand: [
    ['callbackTransferGroupOwnerAfter', '3.5'],
    ['callbackAfterTransferGroupOwner', '3.6'],
  ],
  callbackBeforeSetFriendRemarkCommand: [['callbackBeforeSetFriendRemark', '3.6']],
  callbackAfterSetFriendRemarkCommand: [['callbackAfterSetFriendRemark', '3.6']],
  callbackBeforeSetMessageReactionExtensionCommand: [['CallbackBeforeSetMessageReactionExtensionCommand', '2.3']],
  callbackBeforeDeleteMessageReactionExtensionsCommand: [
    ['CallbackBeforeDeleteMessageReactionExtensionsCommand', '2.3'],
  ],
  callbackGetMessageListReactionExtensionsCommand: [['CallbackGetMessageListReactionExtensionsCommand', '2.3']],
  callbackAddMessageListReactionExtensionsCommand: [['CallbackAddMessageListReactionExtensionsCommand', '2.3']],
};

/** A command's name as a server of this version spells it. A name outside the catalogue stays as it is. */
export function openimSpelling(command: string, version: OpenimServerVersion): string {
  const age = openimServerVersions.indexOf(version);
  const found = older[command]?.find(([, last]) => age <= openimServerVersions.indexOf(last));
  return found?.[0] ?? command;
}
