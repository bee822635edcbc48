/**
 * What editors show of each handler option. `src/receiver/handlers.ts` takes the names of its handlers from here, so that
 * an editor finds the documentation with the name. Written by `npm run docs` from the catalogue; do not edit.
 */
export interface HandlerDocs {
  /**
   * A user is about to put another one on the black list. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeAddBlackCommand`. Takes `allow()` or `refuse()` with a code from 20001 to 29999 or the
   * plain 20001. Servers before 3.8.1 have the switch but never send it. Fields:
   * docs/commands.md#callbackbeforeaddblackcommand.
   * @example
   * beforeBlacklistAdd: async (event) => ((await isWelcome(event.body.ownerUserID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeBlacklistAdd: unknown;
  /**
   * A conversation of two users is about to be created: one call for each of the two. Called before the fact: what it
   * returns decides.
   *
   * - OpenIM: `callbackBeforeCreateSingleChatConversationsCommand`. Takes `allow()`, `refuse()` with a code from 20001
   * to 29999 or the plain 20001 or `rewrite()` of recvMsgOpt, isPinned, isPrivateChat, burnDuration, groupAtType,
   * attachedInfo, ex. Of the two calls for a first message, the second repeats the owner of the first; only the
   * after-callbacks name both. Keys end in Id, not ID as everywhere else; servers built from main between March and
   * October 2025 wrote owner_user_id, conversation_id and so on, which pass through untyped. No released 3.8 server has
   * it; it is on the main branch. Fields: docs/commands.md#callbackbeforecreatesinglechatconversationscommand.
   * @example
   * beforeC2cConversationCreate: async (event) => ((await isWelcome(event.key)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeC2cConversationCreate: unknown;
  /**
   * A message of one user is about to reach another. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `C2C.CallbackBeforeSendMsg`, 发单聊消息之前回调. Takes `allow()`, `refuse()` with a code from 120001
   * to 130000 or the plain 1, `rewrite()` of MsgBody, CloudCustomData or `drop()`. A refusal without a code of its own
   * reaches the sender as 20006. A refused message has no after-callback; a changed one has its changed body there. An
   * older text lets voice, image, file and video elements only be replaced by text or custom elements, not edited.
   * Traffic of 2017 lacks MsgSeq and MsgRandom, and MsgKey came in 2020. Fields:
   * docs/commands.md#c2ccallbackbeforesendmsg.
   * - OpenIM: `callbackBeforeSendSingleMsgCommand`. A message of a single chat is about to be sent. Takes `allow()` or
   * `refuse()` with a code from 20001 to 29999 or the plain 20001. seq is always 0 here: the sequence number is given
   * later. Typing signals (contentType 113) do not come, from server 3.6.0 on. Up to server 3.8.1 it also comes for
   * system notices (msgFrom 200, content often empty). From server 3.8.2 on it comes before the black list is looked
   * at, and not for messages of app administrators. Fields: docs/commands.md#callbackbeforesendsinglemsgcommand.
   * @example
   * beforeC2cMsg: async (event) => ((await isWelcome(event.vendor === 'tencent' ? event.body.From_Account : event.body.sendID)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/34364
   */
  beforeC2cMsg: unknown;
  /**
   * Friends are about to be imported for a user. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeImportFriendsCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or the
   * plain 20001 or `rewrite()` of friendUserIDs. The list of a rewrite replaces the whole list; an empty one changes
   * nothing, so refuse() when nobody may be imported. Fields: docs/commands.md#callbackbeforeimportfriendscommand.
   * @example
   * beforeFriendImport: async (event) => ((await isWelcome(event.body.ownerUserID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeFriendImport: unknown;
  /**
   * A user is about to give a friend a remark. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeSetFriendRemarkCommand`, also `callbackBeforeSetFriendRemark`. Takes `allow()`, `refuse()`
   * with a code from 20001 to 29999 or the plain 20001 or `rewrite()` of remark. Servers 3.4.2 to 3.6 take the remark
   * from the reply even when it has none, so every reply but a refusal repeats the request's. An empty remark in a
   * rewrite changes nothing. Servers before 3.7 name it without the word Command at the end. Fields:
   * docs/commands.md#callbackbeforesetfriendremarkcommand.
   * @example
   * beforeFriendRemark: async (event) => ((await isWelcome(event.body.ownerUserID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeFriendRemark: unknown;
  /**
   * A user is about to ask one or more users to be friends. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `Sns.CallbackPrevFriendAdd`, 添加好友之前回调. Takes `allow()`, `refuse()` with a code from 38000 to
   * 39000 or the plain 38000 or `rewrite()` of ResultItem. The verdict is given for each user; refuse() refuses all of
   * them, rewrite() decides one by one. Requests made through the REST API do not cause it. Requester_Account here,
   * Requestor_Account where a user applies to join a group. Fields: docs/commands.md#snscallbackprevfriendadd.
   * - OpenIM: `callbackBeforeAddFriendCommand`. A user is about to send another one a friend request. Takes `allow()`
   * or `refuse()` with a code from 20001 to 29999 or the plain 20001. Servers 3.0 to 3.4.0 put an operationID into the
   * body and have no ex. Fields: docs/commands.md#callbackbeforeaddfriendcommand.
   * @example
   * beforeFriendRequest: async (event) => ((await isWelcome(event.vendor === 'tencent' ? event.body.From_Account : event.body.fromUserID)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/43468
   */
  beforeFriendRequest: unknown;
  /**
   * A user is about to answer one or more friend requests. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `Sns.CallbackPrevFriendResponse`, 添加好友回应之前回调. Takes `allow()`, `refuse()` with a code from
   * 38000 to 39000 or the plain 38000 or `rewrite()` of ResultItem. The verdict is given for each user; refuse()
   * refuses all of them, rewrite() decides one by one. Answers given through the REST API do not cause it. Fields:
   * docs/commands.md#snscallbackprevfriendresponse.
   * - OpenIM: `callbackBeforeAddFriendAgreeCommand`. A user is about to agree to a friend request or to turn it down.
   * Takes `allow()` or `refuse()` with a code from 20001 to 29999 or the plain 20001. The user who answers is in
   * blackUserID, a mistake of the server that is part of the protocol by now; documents print toUserID. HandleResult
   * and HandleMsg begin with a capital H; documents write a small one. Fields:
   * docs/commands.md#callbackbeforeaddfriendagreecommand.
   * @example
   * beforeFriendResponse: async (event) => ((await isWelcome(event.vendor === 'tencent' ? event.body.From_Account : event.body.fromUserID)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/43467
   */
  beforeFriendResponse: unknown;
  /**
   * The conversation of a group is about to be created. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeCreateGroupChatConversationsCommand`. Takes `allow()`, `refuse()` with a code from 20001
   * to 29999 or the plain 20001 or `rewrite()` of recvMsgOpt, isPinned, isPrivateChat, burnDuration, groupAtType,
   * attachedInfo, ex. ownerUserId is always empty: the call does not say whose conversation it is. Keys end in Id, not
   * ID as everywhere else; servers built from main between March and October 2025 wrote owner_user_id, conversation_id
   * and so on, which pass through untyped. No released 3.8 server has it; it is on the main branch. Fields:
   * docs/commands.md#callbackbeforecreategroupchatconversationscommand.
   * @example
   * beforeGroupConversationCreate: async (event) => ((await isWelcome(event.key)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeGroupConversationCreate: unknown;
  /**
   * Somebody wants to create a group. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `Group.CallbackBeforeCreateGroup`, 创建群组之前回调. Takes `allow()` or `refuse()` with a code from
   * 10100 to 10200 or the plain 1. The group has no GroupId yet. Its console switch also turns on
   * Group.CallbackBeforeCreateTopic. The caller sees a refusal without a code of its own as 10016. Fields:
   * docs/commands.md#groupcallbackbeforecreategroup.
   * - OpenIM: `callbackBeforeCreateGroupCommand`. A group is about to be created. Takes `allow()`, `refuse()` with a
   * code from 20001 to 29999 or the plain 20001 or `rewrite()` of groupID, groupName, notification, introduction,
   * faceURL, ownerUserID, ex, status, creatorUserID, groupType, needVerification, lookMemberInfo. groupID is empty
   * unless the caller of the API chose one. applyMemberFriend cannot be changed: the server reads it from the reply and
   * ignores it. Fields: docs/commands.md#callbackbeforecreategroupcommand.
   * @example
   * beforeGroupCreate: async (event) => ((await isWelcome(event.vendor === 'tencent' ? event.body.Operator_Account : event.key)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/34368
   */
  beforeGroupCreate: unknown;
  /**
   * The profile of a group is about to be changed. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeSetGroupInfoCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or the
   * plain 20001 or `rewrite()` of groupID, groupName, introduction, faceURL, ex, needVerification, lookMemberInfo,
   * applyMemberFriend. A field that is not being changed is an empty string or 0, which looks the same as a change to
   * that value. groupID, groupName, faceURL and introduction are taken from the reply even when it lacks them, so every
   * reply but a refusal repeats the request's values. The announcement (notification) cannot be changed by a reply.
   * operationID in the body is always empty; event.operationID is taken from the header. Fields:
   * docs/commands.md#callbackbeforesetgroupinfocommand.
   * @example
   * beforeGroupInfo: async (event) => ((await isWelcome(event.body.groupID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeGroupInfo: unknown;
  /**
   * Some fields of the profile of a group are about to be changed. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeSetGroupInfoExCommand`, also `callbackBeforeSetGroupInfoEXCommand`. Takes `allow()`,
   * `refuse()` with a code from 20001 to 29999 or the plain 20001 or `rewrite()` of groupID, groupName, introduction,
   * faceURL, ex, needVerification, lookMemberInfo, applyMemberFriend. A field that is not being changed is null on the
   * wire and absent here; an empty string or 0 is a change. groupID and all changes but the announcement are taken from
   * the reply even when it lacks them, so every reply but a refusal repeats the request's values. The announcement
   * (notification) cannot be changed by a reply. operationID in the body is always empty; event.operationID is taken
   * from the header. Fields: docs/commands.md#callbackbeforesetgroupinfoexcommand.
   * @example
   * beforeGroupInfoEx: async (event) => ((await isWelcome(event.body.groupID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeGroupInfoEx: unknown;
  /**
   * Somebody wants to bring users into a group. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `Group.CallbackBeforeInviteJoinGroup`, 拉人入群之前回调. Takes `allow()`, `refuse()` with a code from
   * 10100 to 10200 or the plain 1 or `rewrite()` of RefusedMembers_Account. To keep out some of the users, rewrite
   * RefusedMembers_Account; a refusal keeps out all of them. DestinationMembers is a list of objects,
   * RefusedMembers_Account a list of plain user IDs. Where invitations need the consent of a friend, it comes after
   * that check. Fields: docs/commands.md#groupcallbackbeforeinvitejoingroup.
   * - OpenIM: `callbackBeforeInviteJoinGroupCommand`. Users are about to be invited into a group. Takes `allow()` or
   * `refuse()` with a code from 20001 to 29999 or the plain 20001. All users are invited or none: the server reads a
   * list of refused ones (refusedMembersAccount) and ignores it. The switch in the configuration is called
   * beforeInviteUserToGroup. Fields: docs/commands.md#callbackbeforeinvitejoingroupcommand.
   * @example
   * beforeGroupInvite: async (event) => ((await isWelcome(event.vendor === 'tencent' ? event.body.GroupId : event.body.groupID)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/34371
   */
  beforeGroupInvite: unknown;
  /**
   * A user asks to join a group. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `Group.CallbackBeforeApplyJoinGroup`, 申请入群之前回调. Takes `allow()` or `refuse()` with a code
   * from 10100 to 10200 or the plain 1. Allowing it does not make a member yet: an administrator may still have to
   * approve. Friend commands spell it Requester_Account, with an e. The caller sees a refusal without a code of its own
   * as 10016. Fields: docs/commands.md#groupcallbackbeforeapplyjoingroup.
   * - OpenIM: `callbackBeforeJoinGroupCommand`. Takes `allow()` or `refuse()` with a code from 20001 to 29999 or the
   * plain 20001. groupType is not a digit but the control character with the number of the type, U+0002 for type 2; it
   * passes through as it is. The switch in the configuration is called beforeApplyJoinGroup. Fields:
   * docs/commands.md#callbackbeforejoingroupcommand.
   * @example
   * beforeGroupJoin: async (event) => ((await isWelcome(event.vendor === 'tencent' ? event.body.GroupId : event.body.groupID)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/34370
   */
  beforeGroupJoin: unknown;
  /**
   * A user is about to become a member of a group, as servers before 3.8 report it. Called before the fact: what it
   * returns decides.
   *
   * - OpenIM: `callbackBeforeMemberJoinGroupCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or
   * the plain 20001 or `rewrite()` of nickname, faceURL, roleLevel, muteEndTime, ex. Servers from 3.8 on send
   * callbackBeforeMembersJoinGroupCommand instead, with a list. Servers 3.7 ignore the reply (open-im-server#2410).
   * Fields: docs/commands.md#callbackbeforememberjoingroupcommand.
   * @example
   * beforeGroupMemberAdd: async (event) => ((await isWelcome(event.body.groupID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeGroupMemberAdd: unknown;
  /**
   * A member's profile or role in a group is about to be changed: one call for each member of the request. Called
   * before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeSetGroupMemberInfoCommand`, also `CallbackBeforeSetGroupMemberInfoCommand`. Takes
   * `allow()`, `refuse()` with a code from 20001 to 29999 or the plain 20001 or `rewrite()` of ex, nickName, faceURL,
   * roleLevel. A field that is not being changed is null on the wire and absent here. Servers 3.0 to 3.4.0 write the
   * command with a capital C and put an operationID into the body. Fields:
   * docs/commands.md#callbackbeforesetgroupmemberinfocommand.
   * @example
   * beforeGroupMemberInfo: async (event) => ((await isWelcome(event.body.groupID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeGroupMemberInfo: unknown;
  /**
   * Users are about to become members of a group: at its creation, by invitation, by approval or by themselves. Called
   * before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeMembersJoinGroupCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or
   * the plain 20001 or `rewrite()` of memberCallbackList. Servers before 3.8 send callbackBeforeMemberJoinGroupCommand
   * instead, once for each member. The switch in the configuration is called beforeMemberJoinGroup for both. Fields:
   * docs/commands.md#callbackbeforemembersjoingroupcommand.
   * @example
   * beforeGroupMembersAdd: async (event) => ((await isWelcome(event.body.groupID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeGroupMembersAdd: unknown;
  /**
   * A message is about to reach a group. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `Group.CallbackBeforeSendMsg`, 群内发言之前回调. Takes `allow()`, `refuse()` with a code from 10100
   * to 10200 or the plain 1, `rewrite()` of MsgBody, CloudCustomData or `drop()`. It may have no after-callback: groups
   * of type AVChatRoom drop messages above their rate limit. The caller sees a refusal without a code of its own as
   * 10016. Fields: docs/commands.md#groupcallbackbeforesendmsg.
   * - OpenIM: `callbackBeforeSendGroupMsgCommand`. A group message is about to be sent. Takes `allow()` or `refuse()`
   * with a code from 20001 to 29999 or the plain 20001. seq is always 0 here: the sequence number is given later.
   * Typing signals (contentType 113) do not come, from server 3.6.0 on. Released servers up to 3.8.3-patch.16 also send
   * it for system notices (msgFrom 200, content often empty). Servers 3.0.0 to 3.4.0 send it when afterSendSingleMsg is
   * enabled, whatever its own switch says. Fields: docs/commands.md#callbackbeforesendgroupmsgcommand.
   * @example
   * beforeGroupMsg: async (event) => ((await isWelcome(event.vendor === 'tencent' ? event.body.GroupId : event.body.sendID)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/34374
   */
  beforeGroupMsg: unknown;
  /**
   * A group message is about to go to the connected apps of the members. Called before the fact: what it returns
   * decides.
   *
   * - OpenIM: `callbackBeforeGroupOnlinePushCommand`, also `callbackSuperGroupOnlinePushCommand`. Takes `allow()`,
   * `refuse()` with a code from 20001 to 29999 or the plain 20001 or `rewrite()` of userIDList. A refusal stops the
   * push alone; the message stays sent. userIDList of a rewrite replaces the members as recipients; an empty one
   * changes nothing, so use refuse() to suppress the push. The body has no userIDList and no push fields. The mentioned
   * users are in atUserIDList here, in atUserList in the callbacks of messages. Fields:
   * docs/commands.md#callbackbeforegrouponlinepushcommand.
   * @example
   * beforeGroupOnlinePush: async (event) => ((await isWelcome(event.body.sendID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeGroupOnlinePush: unknown;
  /**
   * A viewer is about to send a gift in a live room. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `Live.CallbackBeforeSendGift`, 发送礼物之前回调. Takes `allow()` or `refuse()` with a code from
   * 102100 to 102200 or the plain 1. Without a verdict it is refused, unless `failurePolicy` says otherwise. Comes from
   * the RTC product: same protocol, same SDKAppID and same URL as the commands of Chat. The only command of Tencent
   * where no reply means a refusal: without a valid reply in 2 s the gift is blocked. There is no id and no EventTime:
   * two equal gifts of one second have equal bodies. Fields: docs/commands.md#livecallbackbeforesendgift.
   * @example
   * beforeLiveGift: async (event) => ((await isWelcome(event.body.RoomId)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/647/72210
   */
  beforeLiveGift: unknown;
  /**
   * Listed among the commands, but probably only a setting: it lets gifts pass when their callback fails. Called before
   * the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `Live.CallbackBeforeCallBackNotBlock`, 送礼前回调不阻塞配置. Takes `allow()` or `refuse()`. Comes from
   * the RTC product: same protocol, same SDKAppID and same URL as the commands of Chat. Lists of commands have it, and
   * the pages about gifts link it as a setting: an entry of CallbackCommandList that lets a gift pass when the reply
   * fails or is late. No page prints it in a request, so it is probably never sent. Fields:
   * docs/commands.md#livecallbackbeforecallbacknotblock.
   * @example
   * beforeLiveGiftNonBlocking: async (event) => ((await isWelcome(event.key)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/647/72210
   */
  beforeLiveGiftNonBlocking: unknown;
  /**
   * A message is about to be queued and may be changed first. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeMsgModifyCommand`, also `callbackMsgModifyCommand`, also
   * `callbackMsgModifyCommandCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or the plain 20001
   * or `rewrite()` of content, recvID, groupID, clientMsgID, serverMsgID, senderPlatformID, senderNickname,
   * senderFaceURL, sessionType, msgFrom, contentType, status, options, offlinePushInfo, atUserIDList, attachedInfo, ex.
   * Neither recipient nor group is in the body. Up to server 3.8.3-patch.16 only text messages (contentType 101) come.
   * content of a rewrite is a string that holds a JSON object, as content of the body is. Servers after 3.8 fail the
   * send when it is not, and servers up to 3.8 deliver a message that apps cannot show; so the receiver refuses such a
   * rewrite. offlinePushInfo of a rewrite makes the server fail the send when the message has no push info, and the
   * body does not say whether it has. An empty string in a rewrite replaces the value; a field that is left out stays.
   * A rewrite says atUserIDList and senderFaceURL where the body says atUserList and faceURL. The sender's own app goes
   * on showing the message as it was written, unless app and server know the newer protocol that returns the change.
   * Fields: docs/commands.md#callbackbeforemsgmodifycommand.
   * @example
   * beforeMsgModify: async (event) => ((await isWelcome(event.body.sendID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeMsgModify: unknown;
  /**
   * Somebody wants to create an official account. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackBeforeCreateOfficialAccount`, 创建公众号之前回调. Takes `allow()` or
   * `refuse()` with a code from 120001 to 130000 or the plain 1. Newer texts call official accounts official channels;
   * the names of the commands have stayed. On the mainland site a support ticket, not the console, switches the
   * callbacks of official accounts on. The caller sees a refusal without a code of its own as 20006. Fields:
   * docs/commands.md#officialaccountcallbackbeforecreateofficialaccount.
   * @example
   * beforeOfficialAccountCreate: async (event) => ((await isWelcome(event.body.Operator_Account)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/60795
   */
  beforeOfficialAccountCreate: unknown;
  /**
   * An official account is about to send a message to its subscribers. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackBeforeSendMsg`, 发公众号消息之前回调. Takes `allow()`, `refuse()` with a code
   * from 120001 to 130000 or the plain 1, `rewrite()` of MsgBody, CloudCustomData or `drop()`. The caller sees a
   * refusal without a code of its own as 10016; codes of its own are those of C2C messages. Fields:
   * docs/commands.md#officialaccountcallbackbeforesendmsg.
   * @example
   * beforeOfficialAccountMsg: async (event) => ((await isWelcome(event.body.Official_Account)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/60803
   */
  beforeOfficialAccountMsg: unknown;
  /**
   * Users are about to become subscribers of an official account. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackBeforeAddSubscriber`, 订阅公众号之前回调. Takes `allow()`, `refuse()` or
   * `rewrite()` of RefusedSubscribers_Account. To keep out some of the users, rewrite RefusedSubscribers_Account; a
   * refusal keeps out all of them. The running text of the page says RefusedMembers_Account, which is the field of
   * groups. A refusal cannot have a code of its own. Fields:
   * docs/commands.md#officialaccountcallbackbeforeaddsubscriber.
   * @example
   * beforeOfficialAccountSubscribe: async (event) => ((await isWelcome(event.body.Official_Account)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/60799
   */
  beforeOfficialAccountSubscribe: unknown;
  /**
   * A message is about to go to users who are not online, by their phones' push services. Called before the fact: what
   * it returns decides.
   *
   * - OpenIM: `callbackBeforeOfflinePushCommand`, also `callbackOfflinePushCommand`, also `callbackBeforePushCommand`.
   * Takes `allow()`, `refuse()` with a code from 20001 to 29999 or the plain 20001 or `rewrite()` of userIDList,
   * offlinePushInfo. A refusal stops the push alone; the message stays sent. title, desc, ex, iOSPushSound,
   * iOSBadgeCount and signalInfo lie at the top level, and all are absent when the message has no push info. userIDList
   * of a rewrite replaces the recipients; the offlinePushInfo of a rewrite replaces the push info as a whole. Outside
   * groups, servers of the 3.7 line write userIDList of a rewrite through a nil pointer: set it for groups only. The
   * mentioned users are in atUserIDList here, in atUserList in the callbacks of messages. The content of a system
   * notice is its inner text. Fields: docs/commands.md#callbackbeforeofflinepushcommand.
   * @example
   * beforeOfflinePush: async (event) => ((await isWelcome(event.body.sendID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeOfflinePush: unknown;
  /**
   * A message of a single chat, or a notice, is about to go to the connected apps of its users. Called before the fact:
   * what it returns decides.
   *
   * - OpenIM: `callbackBeforeOnlinePushCommand`, also `callbackOnlinePushCommand`. Takes `allow()` or `refuse()` with a
   * code from 20001 to 29999 or the plain 20001. A refusal stops the push alone; the message stays sent. It cannot be
   * rewritten: the server decodes userIDList and offlinePushInfo of a reply and ignores them. The push fields are
   * documented, but the server never fills them here. Servers 3.0.0 to 3.4.0 drop the push when the callback fails,
   * whatever failedContinue says. The mentioned users are in atUserIDList here, in atUserList in the callbacks of
   * messages. Fields: docs/commands.md#callbackbeforeonlinepushcommand.
   * @example
   * beforeOnlinePush: async (event) => ((await isWelcome(event.body.sendID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeOnlinePush: unknown;
  /**
   * Reactions that are kept outside the server are about to be added. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackAddMessageListReactionExtensionsCommand`, also
   * `CallbackAddMessageListReactionExtensionsCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or
   * the plain 20001 or `rewrite()` of resultReactionExtensionList, msgFirstModifyTime. No released 3.x server sends it:
   * documents of 2.x describe it, with a capital C, and 3.x only names it. Fields:
   * docs/commands.md#callbackaddmessagelistreactionextensionscommand.
   * @example
   * beforeReactionAdd: async (event) => ((await isWelcome(event.body.sourceID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeReactionAdd: unknown;
  /**
   * Reactions to a message are about to be deleted. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeDeleteMessageReactionExtensionsCommand`, also
   * `CallbackBeforeDeleteMessageReactionExtensionsCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999
   * or the plain 20001 or `rewrite()` of resultReactionExtensionList, msgFirstModifyTime. No released 3.x server sends
   * it: documents of 2.x describe it, with a capital C, and 3.x only names it. Fields:
   * docs/commands.md#callbackbeforedeletemessagereactionextensionscommand.
   * @example
   * beforeReactionDelete: async (event) => ((await isWelcome(event.body.sourceID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeReactionDelete: unknown;
  /**
   * Reactions that are kept outside the server are requested. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackGetMessageListReactionExtensionsCommand`, also
   * `CallbackGetMessageListReactionExtensionsCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or
   * the plain 20001 or `rewrite()` of messageResultList. No released 3.x server sends it: documents of 2.x describe it,
   * with a capital C, and 3.x only names it. Fields: docs/commands.md#callbackgetmessagelistreactionextensionscommand.
   * @example
   * beforeReactionList: async (event) => ((await isWelcome(event.body.sourceID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeReactionList: unknown;
  /**
   * Reactions to a message are about to be set. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeSetMessageReactionExtensionCommand`, also
   * `CallbackBeforeSetMessageReactionExtensionCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or
   * the plain 20001 or `rewrite()` of resultReactionExtensionList, msgFirstModifyTime. No released 3.x server sends it:
   * documents of 2.x describe it, with a capital C, and 3.x only names it. Fields:
   * docs/commands.md#callbackbeforesetmessagereactionextensioncommand.
   * @example
   * beforeReactionSet: async (event) => ((await isWelcome(event.body.sourceID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeReactionSet: unknown;
  /**
   * Somebody wants to create a topic in a community. Called before the fact: what it returns decides.
   *
   * - Tencent Cloud Chat: `Group.CallbackBeforeCreateTopic`, 创建话题之前回调. Takes `allow()` or `refuse()` with a code from
   * 10100 to 10200 or the plain 1. It does not say which community the topic is for. It has no console switch of its
   * own: that of Group.CallbackBeforeCreateGroup turns it on. The caller sees a refusal without a code of its own as
   * 10016. Fields: docs/commands.md#groupcallbackbeforecreatetopic.
   * @example
   * beforeTopicCreate: async (event) => ((await isWelcome(event.body.Operator_Account)) ? allow() : refuse({ info: 'not here' })),
   * @see https://www.tencentcloud.com/document/product/1047/49463
   */
  beforeTopicCreate: unknown;
  /**
   * A user's profile is about to be changed. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeUpdateUserInfoCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or the
   * plain 20001 or `rewrite()` of nickName, faceURL, ex. ex never has a value: the server leaves it null even when it
   * is being changed. Fields: docs/commands.md#callbackbeforeupdateuserinfocommand.
   * @example
   * beforeUserInfo: async (event) => ((await isWelcome(event.body.userID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeUserInfo: unknown;
  /**
   * Some fields of a user's profile are about to be changed. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeUpdateUserInfoExCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or
   * the plain 20001 or `rewrite()` of nickName, faceURL, ex. A field that is not being changed is null on the wire and
   * absent here. It must not be rewritten: that makes the operation fail. ex is always null in the request, so that it
   * cannot be rewritten at all. Fields: docs/commands.md#callbackbeforeupdateuserinfoexcommand.
   * @example
   * beforeUserInfoEx: async (event) => ((await isWelcome(event.body.userID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeUserInfoEx: unknown;
  /**
   * Users are about to be registered, up to 1000 in one call. Called before the fact: what it returns decides.
   *
   * - OpenIM: `callbackBeforeUserRegisterCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or the
   * plain 20001 or `rewrite()` of users. Servers 3.4.2 to 3.6 put their own shared secret into the body, as secret:
   * never log or store this command's body whole. The list of a rewrite replaces the whole list; an empty one changes
   * nothing, so refuse() when nobody may register. Fields: docs/commands.md#callbackbeforeuserregistercommand.
   * @example
   * beforeUserRegister: async (event) => ((await isWelcome(event.body.users)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeUserRegister: unknown;
  /**
   * A text message is about to be sent by a server before 3.0, and its text may be replaced. Called before the fact:
   * what it returns decides.
   *
   * - OpenIM: `callbackWordFilterCommand`. Takes `allow()`, `refuse()` with a code from 20001 to 29999 or the plain
   * 20001 or `rewrite()` of content. Servers 2.0.2 to 2.3.3 only; its successor is beforeMsgModify. An empty content in
   * a rewrite replaces nothing. Fields: docs/commands.md#callbackwordfiltercommand.
   * @example
   * beforeWordFilter: async (event) => ((await isWelcome(event.body.sendID)) ? allow() : refuse({ info: 'not here' })),
   */
  beforeWordFilter: unknown;
  /**
   * Results of a push to all users, to those with a tag or to single ones: 1 to 100 in a call. Called after the fact:
   * what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Push.AllMemberPush`, 全员/标签/单推回调. The command stands in each result, not at the top of the
   * body; the URL has it. EventTime is in seconds here, in milliseconds in every other family. ErrCode and ErrInfo
   * belong to a result; the reply has ErrorCode and ErrorInfo as always. Above 1000 calls a second, the service sends
   * the excess later. Integrators' code has other platform numbers than the documents. Fields:
   * docs/commands.md#pushallmemberpush.
   * @example
   * onAllMemberPush: async (event) => { await save(event.body.Events); },
   * @see https://www.tencentcloud.com/document/product/1047/67551
   */
  onAllMemberPush: unknown;
  /**
   * A user blocked one or more users. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Sns.CallbackBlackListAdd`, 添加黑名单之后回调. Fields: docs/commands.md#snscallbackblacklistadd.
   * @example
   * onBlacklistAdd: async (event) => { await save(event.body.PairList); },
   * @see https://www.tencentcloud.com/document/product/1047/34361
   */
  onBlacklistAdd: unknown;
  /**
   * A user unblocked one or more users. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Sns.CallbackBlackListDelete`, 删除黑名单之后回调. Fields:
   * docs/commands.md#snscallbackblacklistdelete.
   * - OpenIM: `callbackAfterRemoveBlackCommand`. A user took another one off the black list. Servers before 3.8.1 have
   * the switch but never send it. Fields: docs/commands.md#callbackafterremoveblackcommand.
   * @example
   * onBlacklistRemove: async (event) => { await save(event.vendor === 'tencent' ? event.body.PairList : event.body.ownerUserID); },
   * @see https://www.tencentcloud.com/document/product/1047/34362
   */
  onBlacklistRemove: unknown;
  /**
   * A user sent a message to a chatbot. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Bot.OnC2CMessage`, 单聊机器人消息回调. The older document has UnreadMsgNum, the newer one EventTime:
   * expect either. Answers that the bot sends through the REST API cause callbacks of their own. Fields:
   * docs/commands.md#botonc2cmessage.
   * @example
   * onBotC2cMsg: async (event) => { await save(event.body.From_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/68952
   */
  onBotC2cMsg: unknown;
  /**
   * A chatbot was mentioned by name in a group. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Bot.OnGroupMessage`, 群内@机器人之后回调. A mention of everybody does not cause it. IDs of bots begin
   * with @, so a mention in the text has two of them. Fields: docs/commands.md#botongroupmessage.
   * @example
   * onBotGroupMsg: async (event) => { await save(event.body.GroupId); },
   * @see https://www.tencentcloud.com/document/product/1047/68953
   */
  onBotGroupMsg: unknown;
  /**
   * A conversation of two users was created: one call for each of the two. Called after the fact: what it returns does
   * not matter.
   *
   * - OpenIM: `callbackAfterCreateSingleChatConversationsCommand`. Keys end in Id, not ID as everywhere else; servers
   * built from main between March and October 2025 wrote owner_user_id, conversation_id and so on, which pass through
   * untyped. No released 3.8 server has it; it is on the main branch. Fields:
   * docs/commands.md#callbackaftercreatesinglechatconversationscommand.
   * @example
   * onC2cConversationCreate: async (event) => { await save(event.key); },
   */
  onC2cConversationCreate: unknown;
  /**
   * A message of one user to another was delivered, or its delivery failed: SendMsgResult says which. Called after the
   * fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `C2C.CallbackAfterSendMsg`, 发单聊消息之后回调. It comes for a failed delivery too: look at
   * SendMsgResult. ErrorInfo is a field of the request here; the reply has a field of the same name. Traffic of 2017
   * lacks MsgSeq, MsgRandom, SendMsgResult, UnreadMsgNum and OnlineOnlyFlag, and MsgKey came in 2020. Fields:
   * docs/commands.md#c2ccallbackaftersendmsg.
   * - OpenIM: `callbackAfterSendSingleMsgCommand`. A message of a single chat was accepted: it is queued, not yet
   * stored or delivered. seq is always 0 here: the sequence number is given later. Typing signals (contentType 113) do
   * not come, from server 3.6.0 on. Released servers up to 3.8.3-patch.16 also send it for system notices (msgFrom 200,
   * content often empty). attentionIds of webhooks.yml selects by sender or recipient in 3.8, by recipient alone after
   * it. Fields: docs/commands.md#callbackaftersendsinglemsgcommand.
   * @example
   * onC2cMsg: async (event) => { await save(event.vendor === 'tencent' ? event.body.From_Account : event.body.sendID); },
   * @see https://www.tencentcloud.com/document/product/1047/34365
   */
  onC2cMsg: unknown;
  /**
   * Key-value pairs attached to a message of one user to another were set, deleted or cleared. Called after the fact:
   * what it returns does not matter.
   *
   * - Tencent Cloud Chat: `C2C.CallbackAfterC2CMsgExtension`, 设置单聊消息扩展回调. Fields:
   * docs/commands.md#c2ccallbackafterc2cmsgextension.
   * @example
   * onC2cMsgExtension: async (event) => { await save(event.body.From_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/76006
   */
  onC2cMsgExtension: unknown;
  /**
   * A message of one user to another was edited. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `C2C.CallbackAfterModifyMsg`, 单聊消息编辑之后回调. Only the documents of the mainland site have it.
   * Fields: docs/commands.md#c2ccallbackaftermodifymsg.
   * @example
   * onC2cMsgModify: async (event) => { await save(event.body.From_Account); },
   * @see https://cloud.tencent.com/document/product/269/128224
   */
  onC2cMsgModify: unknown;
  /**
   * A user sent read receipts for messages of another, who had asked for them. Called after the fact: what it returns
   * does not matter.
   *
   * - Tencent Cloud Chat: `C2C.CallbackAfterMsgReadReceipt`, 单聊单条消息已读回执之后回调. It reports single messages;
   * C2C.CallbackAfterMsgReport reports that a whole conversation was read. Receipts that the REST API sends cause it,
   * too. Only the documents of the mainland site have it. Fields: docs/commands.md#c2ccallbackaftermsgreadreceipt.
   * @example
   * onC2cMsgReadReceipt: async (event) => { await save(event.body.Operator_Account); },
   * @see https://cloud.tencent.com/document/product/269/128223
   */
  onC2cMsgReadReceipt: unknown;
  /**
   * A message of one user to another was recalled. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `C2C.CallbackAfterMsgWithDraw`, 单聊消息撤回后回调. WithDraw has a capital D. Fields:
   * docs/commands.md#c2ccallbackaftermsgwithdraw.
   * @example
   * onC2cMsgRevoke: async (event) => { await save(event.body.From_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/43466
   */
  onC2cMsgRevoke: unknown;
  /**
   * A user read the messages of another. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `C2C.CallbackAfterMsgReport`, 单聊消息已读上报后回调. The users are Report_Account and Peer_Account, not
   * From_Account and To_Account. Fields: docs/commands.md#c2ccallbackaftermsgreport.
   * - OpenIM: `callbackAfterSingleMsgReadCommand`, also `callbackSingleMsgRead`, also `callbackSingleMsgReadCommand`. A
   * user marked messages of a single chat, or the whole chat, as read. Seqs begins with a capital letter, and is null
   * on the wire where the whole chat was marked. Before server 3.8.2 it came only where messages were marked one by
   * one, not the whole chat. The form with sendID and receiveID of servers 3.4.2 to 3.5 was never actually sent and is
   * not supported. Fields: docs/commands.md#callbackaftersinglemsgreadcommand.
   * @example
   * onC2cReadReceipt: async (event) => { await save(event.vendor === 'tencent' ? event.body.Report_Account : event.body.conversationID); },
   * @see https://www.tencentcloud.com/document/product/1047/43465
   */
  onC2cReadReceipt: unknown;
  /**
   * A call ended, or was never connected; CallResult says which. Called after the fact: what it returns does not
   * matter.
   *
   * - Tencent Cloud Chat: `Call.CallbackAfterEndCall`, 通话结束后回调. Comes from the RTC product on the same SDKAppID;
   * switched on with the REST API call_config/set_callback. It comes when one member or none is left; the record of the
   * call can be asked for 5 s later. CallResult is an Integer in the table of the page and a string in its sample.
   * CalleeList_Account holds the caller too. Times inside CallRecord are seconds, EventTime is milliseconds. Samples
   * have user IDs as numbers beyond 2^53. They arrive exact, as strings; rounded by a JSON parser in front, they do not
   * decode. Fields: docs/commands.md#callcallbackafterendcall.
   * @example
   * onCallEnd: async (event) => { await save(event.body.CallRecord); },
   * @see https://www.tencentcloud.com/document/product/647/68940
   */
  onCallEnd: unknown;
  /**
   * Somebody answered, rejected, joined or left a call, or was invited to it. Called after the fact: what it returns
   * does not matter.
   *
   * - Tencent Cloud Chat: `Call.CallbackAfterMemberChanged`, 通话成员状态变更后回调. Comes from the RTC product on the same
   * SDKAppID; switched on with the REST API call_config/set_callback. The pages have three sets of words for
   * ActionType, in samples and in tables: compare without regard to case and blanks. Samples have user IDs as numbers
   * beyond 2^53. They arrive exact, as strings; rounded by a JSON parser in front, they do not decode. Fields:
   * docs/commands.md#callcallbackaftermemberchanged.
   * @example
   * onCallMemberState: async (event) => { await save(event.body.CallId); },
   * @see https://www.tencentcloud.com/document/product/647/69215
   */
  onCallMemberState: unknown;
  /**
   * The cloud recording of a call began, was uploaded, or changed its state otherwise. Called after the fact: what it
   * returns does not matter.
   *
   * - Tencent Cloud Chat: `Call.CallbackAfterRecordChanged`, also `Call.CallbackAfterCloudRecordingChanged`,
   * 录制状态变更之后回调. Comes from the RTC product on the same SDKAppID; switched on with the REST API
   * call_config/set_callback. The page lists three events only: 301, 311, and the end of the upload to VOD. The
   * recording of a live room has the same fields one level higher. Fields:
   * docs/commands.md#callcallbackafterrecordchanged.
   * @example
   * onCallRecordingState: async (event) => { await save(event.body.CallId); },
   * @see https://www.tencentcloud.com/document/product/647/80345
   */
  onCallRecordingState: unknown;
  /**
   * A call was started and its callees are being rung. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Call.CallbackAfterStartCall`, 通话开始后回调. Comes from the RTC product on the same SDKAppID;
   * switched on with the REST API call_config/set_callback. The table of the page calls CallMediaType plain MediaType;
   * a MediaType that comes stays in CallInfo as it is. Samples have user IDs as numbers beyond 2^53. They arrive exact,
   * as strings; rounded by a JSON parser in front, they do not decode. Fields:
   * docs/commands.md#callcallbackafterstartcall.
   * @example
   * onCallStart: async (event) => { await save(event.body.CallInfo); },
   * @see https://www.tencentcloud.com/document/product/647/68941
   */
  onCallStart: unknown;
  /**
   * A client sent a custom signal to an AI chatbot, and the reply may answer the bot. Called after the fact: it may
   * return an `answer()`.
   *
   * - Tencent Cloud Chat: `Chatbot.OnC2CSignalMessage`. An `answer()` may hold RspData. It comes after the fact, and
   * yet the service waits for the reply: return answer({ RspData }) to answer the bot. RspData is JSON in a string. The
   * table of the page calls it required, so a handler that returns nothing answers {}. With ErrorCode 1, which goes out
   * when the handler fails, the service ignores RspData. It never goes into an inbox, whose handlers run after the
   * reply. Fields: docs/commands.md#chatbotonc2csignalmessage.
   * @example
   * onChatbotSignal: async (event) => { await save(event.body.From_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/59057
   */
  onChatbotSignal: unknown;
  /**
   * A user follows one or more users from now on. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Follow.CallbackAfterFollowAdd`, 关注之后回调. A list of objects called FollowList here; the
   * unfollow command has a list of plain strings. Fields: docs/commands.md#followcallbackafterfollowadd.
   * @example
   * onFollow: async (event) => { await save(event.body.From_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/70355
   */
  onFollow: unknown;
  /**
   * Users have become friends. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Sns.CallbackFriendAdd`, 添加好友之后回调. A friendship of both directions comes as two pairs.
   * Friends that are imported do not cause it. ForceFlag here, ForceAddFlags before the request. Fields:
   * docs/commands.md#snscallbackfriendadd.
   * @example
   * onFriendAdd: async (event) => { await save(event.body.PairList); },
   * @see https://www.tencentcloud.com/document/product/1047/34359
   */
  onFriendAdd: unknown;
  /**
   * Users were taken off friend lists. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Sns.CallbackFriendDelete`, 删除好友之后回调. A friendship that ends on both sides comes as two
   * pairs, one the mirror of the other. A client or the REST API that puts a friend on the blocklist causes it, too.
   * Fields: docs/commands.md#snscallbackfrienddelete.
   * - OpenIM: `callbackAfterDeleteFriendCommand`. A user removed a friend. Fields:
   * docs/commands.md#callbackafterdeletefriendcommand.
   * @example
   * onFriendDelete: async (event) => { await save(event.vendor === 'tencent' ? event.body.PairList : event.body.ownerUserID); },
   * @see https://www.tencentcloud.com/document/product/1047/34360
   */
  onFriendDelete: unknown;
  /**
   * Friends were imported for a user. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterImportFriendsCommand`. Fields: docs/commands.md#callbackafterimportfriendscommand.
   * @example
   * onFriendImport: async (event) => { await save(event.body.ownerUserID); },
   */
  onFriendImport: unknown;
  /**
   * A user gave a friend a remark. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterSetFriendRemarkCommand`, also `callbackAfterSetFriendRemark`. Servers before 3.7 name it
   * without the word Command at the end. Fields: docs/commands.md#callbackaftersetfriendremarkcommand.
   * @example
   * onFriendRemark: async (event) => { await save(event.body.ownerUserID); },
   */
  onFriendRemark: unknown;
  /**
   * A user sent another one a friend request; they are not friends yet. Called after the fact: what it returns does not
   * matter.
   *
   * - OpenIM: `callbackAfterAddFriendCommand`. It reports the request; the answer comes with
   * callbackAfterAddFriendAgreeCommand. Fields: docs/commands.md#callbackafteraddfriendcommand.
   * @example
   * onFriendRequest: async (event) => { await save(event.body.fromUserID); },
   */
  onFriendRequest: unknown;
  /**
   * A user agreed to a friend request or turned it down. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterAddFriendAgreeCommand`. The user who answers is in blackUserID, a mistake of the server
   * that is part of the protocol by now; documents print toUserID. HandleResult and HandleMsg begin with a capital H;
   * documents write a small one. Servers send it from 3.8.1 on. Fields:
   * docs/commands.md#callbackafteraddfriendagreecommand.
   * @example
   * onFriendResponse: async (event) => { await save(event.body.fromUserID); },
   */
  onFriendResponse: unknown;
  /**
   * A user changed how messages of all conversations reach them, says the documentation. Called after the fact: what it
   * returns does not matter.
   *
   * - OpenIM: `setGlobalRecvMessageOptCommand`. No released server sends it: it exists in the documentation only.
   * Fields: docs/commands.md#setglobalrecvmessageoptcommand.
   * @example
   * onGlobalReceiveOption: async (event) => { await save(event.body.userID); },
   */
  onGlobalReceiveOption: unknown;
  /**
   * Custom attributes of a group were set, modified, deleted or cleared. Called after the fact: what it returns does
   * not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterGroupAttrChanged`, 群自定义属性变更后回调. key and value are in lower case here,
   * while other commands have Key and Value. OptionType is in the sample of the page but not in its table. What
   * GroupAttr holds when all attributes were cleared is not documented. Fields:
   * docs/commands.md#groupcallbackaftergroupattrchanged.
   * @example
   * onGroupAttributes: async (event) => { await save(event.body.GroupId); },
   * @see https://www.tencentcloud.com/document/product/1047/60394
   */
  onGroupAttributes: unknown;
  /**
   * The conversation of a group was created. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterCreateGroupChatConversationsCommand`. ownerUserId is always empty: the call does not say
   * whose conversation it is. Keys end in Id, not ID as everywhere else; servers built from main between March and
   * October 2025 wrote owner_user_id, conversation_id and so on, which pass through untyped. No released 3.8 server has
   * it; it is on the main branch. Fields: docs/commands.md#callbackaftercreategroupchatconversationscommand.
   * @example
   * onGroupConversationCreate: async (event) => { await save(event.key); },
   */
  onGroupConversationCreate: unknown;
  /**
   * A group has been created. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterCreateGroup`, 创建群组之后回调. One table of the documents spells the id groupID;
   * such a body is read, and GroupId is there in either case. Its console switch also turns on
   * Group.CallbackAfterCreateTopic. Fields: docs/commands.md#groupcallbackaftercreategroup.
   * - OpenIM: `callbackAfterCreateGroupCommand`. A group was created. Users report that it does not come for groups
   * made through the REST API (open-im-server#3417). Fields: docs/commands.md#callbackaftercreategroupcommand.
   * @example
   * onGroupCreate: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.key); },
   * @see https://www.tencentcloud.com/document/product/1047/34369
   */
  onGroupCreate: unknown;
  /**
   * A group was disbanded. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterGroupDestroyed`, 群组解散之后回调. MemberList can be very long: check the limit
   * on the size of a body. Name is in the sample of the page but not in its table. Its console switch also turns on
   * Group.CallbackAfterTopicDestroyed. Fields: docs/commands.md#groupcallbackaftergroupdestroyed.
   * - OpenIM: `callbackAfterDisMissGroupCommand`, also `callbackDisMissGroupCommand`. A group was dismissed. groupType
   * is not a digit but the control character with the number of the type, U+0002 for type 2; it passes through as it
   * is. membersID is read after the dismissal: it is empty when the members were deleted with the group, and is never
   * truncated, so that a big group needs a high bodyLimitBytes. Fields:
   * docs/commands.md#callbackafterdismissgroupcommand.
   * @example
   * onGroupDismiss: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.body.groupID); },
   * @see https://www.tencentcloud.com/document/product/1047/34377
   */
  onGroupDismiss: unknown;
  /**
   * A group has as many members as it may have, or somebody failed to join it because of that. Called after the fact:
   * what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterGroupFull`, 群组满员之后回调. It comes again each time somebody tries to join a
   * group that is full already. It has no Type. Fields: docs/commands.md#groupcallbackaftergroupfull.
   * @example
   * onGroupFull: async (event) => { await save(event.body.GroupId); },
   * @see https://www.tencentcloud.com/document/product/1047/34376
   */
  onGroupFull: unknown;
  /**
   * The profile of a group was changed; only the fields that changed are there. Called after the fact: what it returns
   * does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterGroupInfoChanged`, 群组资料变动之后回调. According to the document, muting
   * everybody does not cause it; yet integrators read ShutUpAllMember from it. Its console switch also turns on
   * Group.CallbackAfterTopicInfoChanged and Group.CallbackOnDailyGroupQuotaAlarm. Fields:
   * docs/commands.md#groupcallbackaftergroupinfochanged.
   * - OpenIM: `callbackAfterSetGroupInfoCommand`. The profile of a group was changed. ex and the three rules are null
   * on the wire and absent here when unchanged, unlike in the before-callback. operationID in the body is always empty;
   * event.operationID is taken from the header. Fields: docs/commands.md#callbackaftersetgroupinfocommand.
   * @example
   * onGroupInfo: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.body.groupID); },
   * @see https://www.tencentcloud.com/document/product/1047/34378
   */
  onGroupInfo: unknown;
  /**
   * Some fields of the profile of a group were changed. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterSetGroupInfoExCommand`, also `callbackAfterSetGroupInfoCommandEX`. A field that was not
   * changed is null on the wire and absent here. operationID in the body is always empty; event.operationID is taken
   * from the header. Fields: docs/commands.md#callbackaftersetgroupinfoexcommand.
   * @example
   * onGroupInfoEx: async (event) => { await save(event.body.groupID); },
   */
  onGroupInfoEx: unknown;
  /**
   * Users have become members of a group, by applying or by invitation. Called after the fact: what it returns does not
   * matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterNewMemberJoin`, 新成员入群之后回调. Traffic up to 2019 has no EventTime. It can
   * come later than the exit of the same member. Fields: docs/commands.md#groupcallbackafternewmemberjoin.
   * - OpenIM: `callbackAfterJoinGroupCommand`. A user joined a group that lets people in without approval. The user who
   * joined is in inviterUserID; the body does not say who invited them. A join that somebody approved does not cause
   * it. Fields: docs/commands.md#callbackafterjoingroupcommand.
   * @example
   * onGroupJoin: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.body.groupID); },
   * @see https://www.tencentcloud.com/document/product/1047/34372
   */
  onGroupJoin: unknown;
  /**
   * Members were removed from a group. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterKickGroupCommand`, also `callbackKillGroupCommand`. The body does not say who removed them.
   * Fields: docs/commands.md#callbackafterkickgroupcommand.
   * @example
   * onGroupKick: async (event) => { await save(event.body.groupID); },
   */
  onGroupKick: unknown;
  /**
   * Members left a group or were removed from it. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterMemberExit`, 群成员离开之后回调. There is no separate command for a removal: look
   * at ExitType. Traffic up to 2019 has no EventTime. It can come before the join of the same member. Fields:
   * docs/commands.md#groupcallbackaftermemberexit.
   * - OpenIM: `callbackAfterQuitGroupCommand`, also `callbackQuitGroupCommand`. A member left a group. Fields:
   * docs/commands.md#callbackafterquitgroupcommand.
   * @example
   * onGroupLeave: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.body.groupID); },
   * @see https://www.tencentcloud.com/document/product/1047/34373
   */
  onGroupLeave: unknown;
  /**
   * The role or the name card of a group member was changed. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterMemberFieldChanged`, 群成员资料变更后回调. The international page has
   * Member_Account, the mainland one Modified_Account: a body with either of them fits, and Member_Account is there in
   * both cases. One list of commands describes it as a read receipt, which is a mistake. Fields:
   * docs/commands.md#groupcallbackaftermemberfieldchanged.
   * - OpenIM: `callbackAfterSetGroupMemberInfoCommand`. A member's profile or role in a group was changed. A field that
   * was not changed is null on the wire and absent here. Fields:
   * docs/commands.md#callbackaftersetgroupmemberinfocommand.
   * @example
   * onGroupMemberInfo: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.body.groupID); },
   * @see https://www.tencentcloud.com/document/product/1047/60393
   */
  onGroupMemberInfo: unknown;
  /**
   * Members of an AVChatRoom came online in it or went offline: they entered or left, or their connection changed.
   * Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackOnMemberStateChange`, 直播群成员在线状态回调. A member counts as offline after 30 seconds
   * without a heartbeat, checked every 20, and only when no device is left. Documents of 2024 and later have EventCause
   * and report the first entry and the last exit; older ones do not. It needs the ultimate edition and a console switch
   * of its own. Fields: docs/commands.md#groupcallbackonmemberstatechange.
   * @example
   * onGroupMemberState: async (event) => { await save(event.body.GroupId); },
   * @see https://www.tencentcloud.com/document/product/1047/48734
   */
  onGroupMemberState: unknown;
  /**
   * A group message was sent. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterSendMsg`, 群内发言之后回调. MsgSeq orders the messages of a group, but is random
   * for online-only messages. Traffic of 2018 to 2020 lacks EventTime, Operator_Account, Random, and sometimes MsgSeq
   * and MsgTime. Fields: docs/commands.md#groupcallbackaftersendmsg.
   * - OpenIM: `callbackAfterSendGroupMsgCommand`. A group message was accepted: it is queued, not yet stored or
   * delivered. seq is always 0 here: the sequence number is given later. Typing signals (contentType 113) do not come,
   * from server 3.6.0 on. Released servers up to 3.8.3-patch.16 also send it for system notices (msgFrom 200, content
   * often empty). Servers after 3.8 compare attentionIds of webhooks.yml with the recipient, which a group message does
   * not have: any entry there suppresses this command. Fields: docs/commands.md#callbackaftersendgroupmsgcommand.
   * @example
   * onGroupMsg: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.body.sendID); },
   * @see https://www.tencentcloud.com/document/product/1047/34375
   */
  onGroupMsg: unknown;
  /**
   * Key-value extensions of a group message were set, deleted or cleared. Called after the fact: what it returns does
   * not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterGroupMsgExtension`, 设置群消息扩展回调. It does not say who did it, nor the type
   * of the group. Fields: docs/commands.md#groupcallbackaftergroupmsgextension.
   * @example
   * onGroupMsgExtension: async (event) => { await save(event.body.GroupId); },
   * @see https://www.tencentcloud.com/document/product/1047/76007
   */
  onGroupMsgExtension: unknown;
  /**
   * A group message could not be sent. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackSendMsgException`, 发送群聊消息异常回调. ErrorCode and ErrorInfo say why the message
   * failed; they are not the fields of the same name in the reply. Type may be missing, because the message may have
   * gone to a group that does not exist. Fields: docs/commands.md#groupcallbacksendmsgexception.
   * - OpenIM: `callbackSendGroupMsgErrorCommand`. A group message could not be sent, says the documentation. No
   * released server sends it: it exists in the documentation only. There is no group ID in the body. Fields:
   * docs/commands.md#callbacksendgroupmsgerrorcommand.
   * @example
   * onGroupMsgFailure: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.body.sendID); },
   * @see https://www.tencentcloud.com/document/product/1047/49462
   */
  onGroupMsgFailure: unknown;
  /**
   * A message of a group was edited. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterModifyMsg`, 群内消息编辑后回调. It has no Type, From_Account, MsgTime and Random,
   * unlike every other callback of a group message. Edits by the REST API cause it, too. Only the documents of the
   * mainland site have it. Fields: docs/commands.md#groupcallbackaftermodifymsg.
   * @example
   * onGroupMsgModify: async (event) => { await save(event.body.GroupId); },
   * @see https://cloud.tencent.com/document/product/269/129193
   */
  onGroupMsgModify: unknown;
  /**
   * One or several messages of a group were recalled. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterRecallMsg`, 撤回群消息之后回调. It has a page of its own but is missing from the
   * list of commands. Fields: docs/commands.md#groupcallbackafterrecallmsg.
   * @example
   * onGroupMsgRevoke: async (event) => { await save(event.body.GroupId); },
   * @see https://www.tencentcloud.com/document/product/1047/46979
   */
  onGroupMsgRevoke: unknown;
  /**
   * A group was handed over to another owner. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterChangeGroupOwner`, 转让群主后回调. Fields:
   * docs/commands.md#groupcallbackafterchangegroupowner.
   * - OpenIM: `callbackAfterTransferGroupOwnerCommand`, also `callbackTransferGroupOwnerAfter`, also
   * `callbackAfterTransferGroupOwner`. A group has a new owner. Servers before 3.7 name it without the word Command at
   * the end. Fields: docs/commands.md#callbackaftertransfergroupownercommand.
   * @example
   * onGroupOwner: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.body.groupID); },
   * @see https://www.tencentcloud.com/document/product/1047/60396
   */
  onGroupOwner: unknown;
  /**
   * The net number of groups that the app has gained today is above 70 percent of its daily limit. Called after the
   * fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackOnDailyGroupQuotaAlarm`, 群组日净增上限阈值告警回调. It concerns the whole app, no single
   * group. It shares the console switch of group profile changes. Fields:
   * docs/commands.md#groupcallbackondailygroupquotaalarm.
   * @example
   * onGroupQuotaAlarm: async (event) => { await save(event.body.QuotaUsed); },
   * @see https://www.tencentcloud.com/document/product/1047/57455
   */
  onGroupQuotaAlarm: unknown;
  /**
   * Users became administrators of a live room, or no longer are. Called after the fact: what it returns does not
   * matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterModifyAdmin`, 修改管理员之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. opType begins with a small letter, and Admin_Account is a list here
   * and a string in Sns.CallbackFriendAdd. The URL on the page has neither ClientIP nor OptPlatform. Fields:
   * docs/commands.md#livecallbackaftermodifyadmin.
   * @example
   * onLiveAdmin: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/72554
   */
  onLiveAdmin: unknown;
  /**
   * A battle between live rooms was set up. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterCreateBattle`, 创建 PK 之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. Rooms are plain IDs here, objects when the battle starts and ends.
   * Fields: docs/commands.md#livecallbackaftercreatebattle.
   * @example
   * onLiveBattleCreate: async (event) => { await save(event.body.BattleId); },
   * @see https://www.tencentcloud.com/document/product/647/68259
   */
  onLiveBattleCreate: unknown;
  /**
   * A battle between live rooms ended, or never began. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterEndBattle`, PK 结束之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. The sample has Owner_Account as a number beyond 2^53. It arrives
   * exact, as a string; rounded by a JSON parser in front, it is left out. It does not say who ended it. Fields:
   * docs/commands.md#livecallbackafterendbattle.
   * @example
   * onLiveBattleEnd: async (event) => { await save(event.body.BattleId); },
   * @see https://www.tencentcloud.com/document/product/647/68261
   */
  onLiveBattleEnd: unknown;
  /**
   * A battle between live rooms started. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterStartBattle`, PK 开启之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. FromRoomInfo is an object in the sample of the page, a String in its
   * table; a string is read as the RoomId. CreateTime and StartTime are seconds, EventTime is milliseconds. Fields:
   * docs/commands.md#livecallbackafterstartbattle.
   * @example
   * onLiveBattleStart: async (event) => { await save(event.body.BattleId); },
   * @see https://www.tencentcloud.com/document/product/647/68260
   */
  onLiveBattleStart: unknown;
  /**
   * A live room was created. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterCreateRoom`, 创建房间之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. EventTime stands beside RoomInfo in the newer sample (647/110523),
   * inside it in 647/110679. Fields: docs/commands.md#livecallbackaftercreateroom.
   * @example
   * onLiveCreate: async (event) => { await save(event.body.RoomInfo); },
   * @see https://www.tencentcloud.com/document/product/647/64422
   */
  onLiveCreate: unknown;
  /**
   * A live room was destroyed, by its owner or by the system. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterDestroyRoom`, 解散房间之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. RoomInfo came in about 2025; the page of 2024 does not have it. The
   * sample has Owner_Account as a number beyond 2^53. It arrives exact, as a string; rounded by a JSON parser in front,
   * it is left out. Fields: docs/commands.md#livecallbackafterdestroyroom.
   * @example
   * onLiveDestroy: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/64423
   */
  onLiveDestroy: unknown;
  /**
   * Settings of a live room were changed. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterUpdateRoomInfo`, 更新房间信息之后回调. Comes from the RTC product: same protocol,
   * same SDKAppID and same URL as the commands of Chat. No page says whether RoomInfo holds only RoomId and what was
   * changed. Fields: docs/commands.md#livecallbackafterupdateroominfo.
   * @example
   * onLiveInfo: async (event) => { await save(event.body.RoomInfo); },
   * @see https://www.tencentcloud.com/document/product/647/67938
   */
  onLiveInfo: unknown;
  /**
   * Members of a live room came online or went offline in it. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterMemberStateChanged`, also `Live.CallbackMemberStateChanged`, 房间成员状态变更回调.
   * Comes from the RTC product: same protocol, same SDKAppID and same URL as the commands of Chat. Nothing more comes
   * once the room is dissolved. Fields: docs/commands.md#livecallbackaftermemberstatechanged.
   * @example
   * onLiveMemberState: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/64424
   */
  onLiveMemberState: unknown;
  /**
   * Keys were deleted from the metadata of a live room. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterDelMetadata`, 删除房间自定义信息后回调. Comes from the RTC product: same protocol,
   * same SDKAppID and same URL as the commands of Chat. The table of the page names Live.CallbackAfterSetMetadata,
   * another command; its title and sample do not. Fields: docs/commands.md#livecallbackafterdelmetadata.
   * @example
   * onLiveMetadataDelete: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/68223
   */
  onLiveMetadataDelete: unknown;
  /**
   * Metadata of a live room were set. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterSetMetadata`, 设置房间自定义信息后回调. Comes from the RTC product: same protocol,
   * same SDKAppID and same URL as the commands of Chat. Fields: docs/commands.md#livecallbackaftersetmetadata.
   * @example
   * onLiveMetadataSet: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/68222
   */
  onLiveMetadataSet: unknown;
  /**
   * A live room got another owner. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterChangeOwner`, 修改房主之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. The URL on the page has neither ClientIP nor OptPlatform.
   * Operator_Account is in the sample of the page, not in its table. Fields:
   * docs/commands.md#livecallbackafterchangeowner.
   * @example
   * onLiveOwner: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/72553
   */
  onLiveOwner: unknown;
  /**
   * The app has created 70% of the live rooms that it may have. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterCreateRoomReachingThreshold`, 创建房间达到70%预警回调. Comes from the RTC product:
   * same protocol, same SDKAppID and same URL as the commands of Chat. The table of the page has CurRoomCount as a
   * String and MaxRoomCount as an Array; both are numbers in its sample. It comes when a room was created, and does not
   * name it. Fields: docs/commands.md#livecallbackaftercreateroomreachingthreshold.
   * @example
   * onLiveQuotaAlarm: async (event) => { await save(event.body.CurRoomCount); },
   * @see https://www.tencentcloud.com/document/product/647/70485
   */
  onLiveQuotaAlarm: unknown;
  /**
   * The recording of a live room began, was uploaded, or changed its state otherwise. Called after the fact: what it
   * returns does not matter.
   *
   * - Tencent Cloud Chat: `Live.CallbackAfterCloudRecordingChanged`, also `Follow.CallbackAfterCloudRecordingChanged`,
   * 录制状态变更之后回调. Comes from the RTC product: same protocol, same SDKAppID and same URL as the commands of Chat. It is
   * the recording callback of TRTC in the envelope of Chat: no EventTime, no Operator_Account, and RoomId inside
   * EventInfo only. The recording of a call has the same fields one level deeper. Fields:
   * docs/commands.md#livecallbackaftercloudrecordingchanged.
   * @example
   * onLiveRecordingState: async (event) => { await save(event.body.EventType); },
   * @see https://www.tencentcloud.com/document/product/647/78428
   */
  onLiveRecordingState: unknown;
  /**
   * The content moderation of the cloud judged a message, a profile or a group; by default only violations come. Called
   * after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `ContentCallback.ResultNotify`, 云端审核结果回调. The body has no CallbackCommand; only the URL tells
   * the command. It needs the switch for returning results in the configuration of moderation, off by default and for
   * accounts on an allow list only; it comes to the same URL as the other callbacks. TextContent is a list in the
   * samples and a string in one table; it is always a list here. MsgID and FileURL are spelled with capitals, and there
   * is no time in the body. Fields: docs/commands.md#contentcallbackresultnotify.
   * @example
   * onModerationResult: async (event) => { await save(event.body.Scene); },
   * @see https://www.tencentcloud.com/document/product/1047/78240
   */
  onModerationResult: unknown;
  /**
   * A message, of a single chat or a group, was revoked. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackBeforeAfterMsgCommand`, also `callbackAfterRevokeMsgCommand`, also
   * `callbackSingleMsgRevokeCommand`. It comes after the fact, although its name has both Before and After in it.
   * afterGroupMsgRevoke of webhooks.yml has no effect; afterRevokeMsg is for single chats and groups alike. Fields:
   * docs/commands.md#callbackbeforeaftermsgcommand.
   * @example
   * onMsgRevoke: async (event) => { await save(event.body.conversationID); },
   */
  onMsgRevoke: unknown;
  /**
   * A message, of a single chat or a group, was written to the database. Called after the fact: what it returns does
   * not matter.
   *
   * - OpenIM: `callbackAfterMsgSaveDBCommand`. It is the only callback of a message that has its real seq. No released
   * 3.8 server has it. attentionIds of webhooks.yml has no effect on it. Fields:
   * docs/commands.md#callbackaftermsgsavedbcommand.
   * @example
   * onMsgSave: async (event) => { await save(event.body.sendID); },
   */
  onMsgSave: unknown;
  /**
   * An official account has been created. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackAfterCreateOfficialAccount`, 创建公众号之后回调. Fields:
   * docs/commands.md#officialaccountcallbackaftercreateofficialaccount.
   * @example
   * onOfficialAccountCreate: async (event) => { await save(event.body.Official_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/60796
   */
  onOfficialAccountCreate: unknown;
  /**
   * An official account was destroyed. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackAfterOfficialAccountDestroyed`, 销毁公众号之后回调. Fields:
   * docs/commands.md#officialaccountcallbackafterofficialaccountdestroyed.
   * @example
   * onOfficialAccountDestroy: async (event) => { await save(event.body.Official_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/60798
   */
  onOfficialAccountDestroy: unknown;
  /**
   * An official account has as many subscribers as it may have. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackAfterOfficialAccountFull`, 公众号可订阅的人数已满之后回调. Fields:
   * docs/commands.md#officialaccountcallbackafterofficialaccountfull.
   * @example
   * onOfficialAccountFull: async (event) => { await save(event.body.Official_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/60801
   */
  onOfficialAccountFull: unknown;
  /**
   * The profile of an official account was changed. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackAfterOfficialAccountInfoChanged`, 公众号资料变动之后回调. Whether only the
   * fields that changed are sent, as for groups, is not documented. Fields:
   * docs/commands.md#officialaccountcallbackafterofficialaccountinfochanged.
   * @example
   * onOfficialAccountInfo: async (event) => { await save(event.body.Official_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/60797
   */
  onOfficialAccountInfo: unknown;
  /**
   * An official account sent a message to its subscribers. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackAfterSendMsg`, 发公众号消息之后回调. Fields:
   * docs/commands.md#officialaccountcallbackaftersendmsg.
   * @example
   * onOfficialAccountMsg: async (event) => { await save(event.body.Official_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/60804
   */
  onOfficialAccountMsg: unknown;
  /**
   * Messages of an official account were recalled. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackAfterMsgWithDraw`, 撤回公众号消息之后回调. The command has WithDraw, its field
   * Withdraw. The sample of the page has an account that begins with #TOA#_; everywhere else they begin with @TOA#_.
   * Fields: docs/commands.md#officialaccountcallbackaftermsgwithdraw.
   * @example
   * onOfficialAccountMsgRevoke: async (event) => { await save(event.body.Official_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/60805
   */
  onOfficialAccountMsgRevoke: unknown;
  /**
   * Users have become subscribers of an official account. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackAfterAddSubscriber`, 订阅公众号之后回调. Fields:
   * docs/commands.md#officialaccountcallbackafteraddsubscriber.
   * @example
   * onOfficialAccountSubscribe: async (event) => { await save(event.body.Official_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/60800
   */
  onOfficialAccountSubscribe: unknown;
  /**
   * Users are no longer subscribers of an official account. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `OfficialAccount.CallbackAfterDeleteSubscriber`, 删除订阅者之后回调. Fields:
   * docs/commands.md#officialaccountcallbackafterdeletesubscriber.
   * @example
   * onOfficialAccountUnsubscribe: async (event) => { await save(event.body.Official_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/60802
   */
  onOfficialAccountUnsubscribe: unknown;
  /**
   * Results of offline pushes of messages: 1 to 100 in a call. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Push.OfflinePush`, 其他推送回调. The command stands in each result, not at the top of the body;
   * the URL has it. EventTime is in seconds here, in milliseconds in every other family. EventType has another meaning
   * than in Push.AllMemberPush. GroupID has a capital D; every other command has GroupId. ErrCode and ErrInfo belong to
   * a result; the reply has ErrorCode and ErrorInfo as always. Above 1000 calls a second, the service sends the excess
   * later. Integrators' code has other platform numbers than the documents. Fields: docs/commands.md#pushofflinepush.
   * @example
   * onOfflinePush: async (event) => { await save(event.body.Events); },
   * @see https://www.tencentcloud.com/document/product/1047/67552
   */
  onOfflinePush: unknown;
  /**
   * Members read group messages that ask for a receipt. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterReadReceipt`, 已读回执后回调. Not sent for Community groups. EventTime is a
   * quoted string in the sample of the page and an integer in its table. Fields:
   * docs/commands.md#groupcallbackafterreadreceipt.
   * - OpenIM: `callbackAfterGroupMsgReadCommand`, also `callbackGroupMsgReadCommand`. A member marked a group
   * conversation as read: one call for each request, not for each message. Servers 3.4.2 to 3.6.0 never sent it;
   * 3.6.1-beta.0 to 3.8.1 also sent it for single chats (contentType 1). There is no group id in the body. Fields:
   * docs/commands.md#callbackaftergroupmsgreadcommand.
   * @example
   * onReadReceipt: async (event) => { await save(event.vendor === 'tencent' ? event.body.GroupId : event.body.sendID); },
   * @see https://www.tencentcloud.com/document/product/1047/60395
   */
  onReadReceipt: unknown;
  /**
   * The requests to one REST API have passed 80 percent of its rate limit. Called after the fact: what it returns does
   * not matter.
   *
   * - Tencent Cloud Chat: `Alert.RequestOverLimit`, 接口超频告警回调. It has no switch in the console: it comes as soon as a
   * URL is configured. It has no time. Fields: docs/commands.md#alertrequestoverlimit.
   * @example
   * onRequestOverLimit: async (event) => { await save(event.body.ServiceName); },
   * @see https://www.tencentcloud.com/document/product/1047/60256
   */
  onRequestOverLimit: unknown;
  /**
   * A conference room was created, at once or for a planned time. Called after the fact: what it returns does not
   * matter.
   *
   * - Tencent Cloud Chat: `Room.CallbackAfterCreateRoom`, 创建房间之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. The table of the page lists ScheduleStartTime twice; the second one
   * describes ScheduleEndTime. Fields: docs/commands.md#roomcallbackaftercreateroom.
   * @example
   * onRoomCreate: async (event) => { await save(event.body.RoomInfo); },
   * @see https://www.tencentcloud.com/document/product/647/60733
   */
  onRoomCreate: unknown;
  /**
   * A conference room was destroyed. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Room.CallbackAfterDestroyRoom`, 解散房间之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. Fields: docs/commands.md#roomcallbackafterdestroyroom.
   * @example
   * onRoomDestroy: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/60732
   */
  onRoomDestroy: unknown;
  /**
   * Members entered a conference room. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Room.CallbackAfterMemberEnter`, 用户进房之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. Type is the way of entering or leaving, not a group type as
   * elsewhere. Fields: docs/commands.md#roomcallbackaftermemberenter.
   * @example
   * onRoomEnter: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/60735
   */
  onRoomEnter: unknown;
  /**
   * Settings of a conference room were changed. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Room.CallbackAfterUpdateRoomInfo`, also `Room.CallbackUpdateRoomInfo`, 更新房间信息之后回调. Comes
   * from the RTC product: same protocol, same SDKAppID and same URL as the commands of Chat. IsCloudRecordingDisabled
   * is the word "false" in quotes in the sample of the page, a Bool in its table. Fields:
   * docs/commands.md#roomcallbackafterupdateroominfo.
   * @example
   * onRoomInfo: async (event) => { await save(event.body.RoomInfo); },
   * @see https://www.tencentcloud.com/document/product/647/60731
   */
  onRoomInfo: unknown;
  /**
   * Members left a conference room, were removed from it, or timed out. Called after the fact: what it returns does not
   * matter.
   *
   * - Tencent Cloud Chat: `Room.CallbackAfterMemberLeave`, 用户退房之后回调. Comes from the RTC product: same protocol, same
   * SDKAppID and same URL as the commands of Chat. Type is the way of entering or leaving, not a group type as
   * elsewhere. Fields: docs/commands.md#roomcallbackaftermemberleave.
   * @example
   * onRoomLeave: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/60734
   */
  onRoomLeave: unknown;
  /**
   * Somebody took or left a seat of a room, or a seat was locked or muted; rooms and live rooms both send it. Called
   * after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Mic.CallbackAfterSeatInfoChanged`, 麦位列表变更之后回调. Comes from the RTC product: same protocol,
   * same SDKAppID and same URL as the commands of Chat. Nothing in the body says whether the room is a conference room
   * or a live room, but only the page of conference rooms has Operator_Account. The sample has Member_Account as a
   * number beyond 2^53. It arrives exact, as a string; rounded by a JSON parser in front, it does not decode. Fields:
   * docs/commands.md#miccallbackafterseatinfochanged.
   * @example
   * onSeatInfo: async (event) => { await save(event.body.RoomId); },
   * @see https://www.tencentcloud.com/document/product/647/60736
   */
  onSeatInfo: unknown;
  /**
   * A topic has been created in a community. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterCreateTopic`, 创建话题之后回调. It has no console switch of its own: that of
   * Group.CallbackAfterCreateGroup turns it on. Fields: docs/commands.md#groupcallbackaftercreatetopic.
   * @example
   * onTopicCreate: async (event) => { await save(event.body.GroupId); },
   * @see https://www.tencentcloud.com/document/product/1047/49464
   */
  onTopicCreate: unknown;
  /**
   * One or several topics of a community were deleted. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterTopicDestroyed`, 解散话题之后回调. TopicIdList is a string in the table of the
   * page and a list in its sample; here it is always a list. It has no console switch of its own: that of
   * Group.CallbackAfterGroupDestroyed turns it on. Fields: docs/commands.md#groupcallbackaftertopicdestroyed.
   * @example
   * onTopicDestroy: async (event) => { await save(event.body.GroupId); },
   * @see https://www.tencentcloud.com/document/product/1047/49465
   */
  onTopicDestroy: unknown;
  /**
   * The profile of a topic was changed. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Group.CallbackAfterTopicInfoChanged`, 话题资料修改之后回调. According to the document, it does not say
   * which topic was changed; TopicId is read if it comes nevertheless. It has no console switch of its own: that of
   * Group.CallbackAfterGroupInfoChanged turns it on. Fields: docs/commands.md#groupcallbackaftertopicinfochanged.
   * @example
   * onTopicInfo: async (event) => { await save(event.body.GroupId); },
   * @see https://www.tencentcloud.com/document/product/1047/49466
   */
  onTopicInfo: unknown;
  /**
   * A user no longer follows one or more users. Called after the fact: what it returns does not matter.
   *
   * - Tencent Cloud Chat: `Follow.CallbackAfterFollowDelete`, 取关之后回调. To_Account is a list of strings here and a single
   * string in every other command. Fields: docs/commands.md#followcallbackafterfollowdelete.
   * @example
   * onUnfollow: async (event) => { await save(event.body.From_Account); },
   * @see https://www.tencentcloud.com/document/product/1047/70356
   */
  onUnfollow: unknown;
  /**
   * A user marked everything as read, in one-to-one conversations and in groups. Called after the fact: what it returns
   * does not matter.
   *
   * - Tencent Cloud Chat: `C2C.CallbackAfterMsgReadAll`, 清除全部未读消息之后回调(含单/群聊). It is called C2C and covers groups, too;
   * the one-to-one conversations are not listed. Only the documents of the mainland site have it. Fields:
   * docs/commands.md#c2ccallbackaftermsgreadall.
   * @example
   * onUnreadClear: async (event) => { await save(event.body.Report_Account); },
   * @see https://cloud.tencent.com/document/product/269/128225
   */
  onUnreadClear: unknown;
  /**
   * The profile of a user was changed, by the user or by an administrator. Called after the fact: what it returns does
   * not matter.
   *
   * - Tencent Cloud Chat: `Profile.CallbackPortraitSet`, 更新资料之后回调. It needs the subscription to profile changes in the
   * console as well as its own switch. Some samples have an OptionType, which no table lists; it passes through
   * untouched. Fields: docs/commands.md#profilecallbackportraitset.
   * - OpenIM: `callbackAfterUpdateUserInfoCommand`. A user's profile was changed. ex is always empty, and no field is
   * ever null, unlike in the before-callback. Fields: docs/commands.md#callbackafterupdateuserinfocommand.
   * @example
   * onUserInfo: async (event) => { await save(event.vendor === 'tencent' ? event.body.From_Account : event.body.userID); },
   * @see https://www.tencentcloud.com/document/product/1047/48733
   */
  onUserInfo: unknown;
  /**
   * Some fields of a user's profile were changed. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterUpdateUserInfoExCommand`. A field that was not changed is null on the wire and absent here;
   * ex is always absent. Fields: docs/commands.md#callbackafterupdateuserinfoexcommand.
   * @example
   * onUserInfoEx: async (event) => { await save(event.body.userID); },
   */
  onUserInfoEx: unknown;
  /**
   * A user was forced offline on a platform. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterUserKickOffCommand`, also `callbackUserKickOffCommand`. Only servers 2.3.2 and 2.3.3 send
   * it: later ones declare it and never call it. Fields: docs/commands.md#callbackafteruserkickoffcommand.
   * @example
   * onUserKickOff: async (event) => { await save(event.body.userID); },
   */
  onUserKickOff: unknown;
  /**
   * A user went offline on a platform. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterUserOfflineCommand`, also `callbackUserOfflineCommand`. Servers 3.8.0 and 3.8.1 do not send
   * it. From server 3.8.2 on operationID is p_, the process ID and a counter, which restarts with the process. Fields:
   * docs/commands.md#callbackafteruserofflinecommand.
   * @example
   * onUserOffline: async (event) => { await save(event.body.userID); },
   */
  onUserOffline: unknown;
  /**
   * A user came online on a platform. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterUserOnlineCommand`, also `callbackUserOnlineCommand`. Servers 3.8.0 and 3.8.1 do not send
   * it. From server 3.8.2 on operationID is p_, the process ID and a counter, which restarts with the process. Servers
   * 2.x put the user's login token into the body, in token: do not log such bodies. isAppBackground and connID are
   * absent in bodies of servers 2.x. Fields: docs/commands.md#callbackafteruseronlinecommand.
   * @example
   * onUserOnline: async (event) => { await save(event.body.userID); },
   */
  onUserOnline: unknown;
  /**
   * Users were registered. Called after the fact: what it returns does not matter.
   *
   * - OpenIM: `callbackAfterUserRegisterCommand`. Servers 3.4.2 to 3.6 put their own shared secret into the body, as
   * secret: never log or store this command's body whole. Fields: docs/commands.md#callbackafteruserregistercommand.
   * @example
   * onUserRegister: async (event) => { await save(event.body.users); },
   */
  onUserRegister: unknown;
  /**
   * A user went online or offline, or set another custom status. Called after the fact: what it returns does not
   * matter.
   *
   * - Tencent Cloud Chat: `State.StateChange`, 状态变更回调. A lost connection is Action Disconnect today and Action Logout
   * in older traffic, both with Reason LinkClose or TimeOut. Current SDKs report a kick only in KickedDevice of the new
   * login; older SDKs send a Logout of the kicked device too. No sample shows the custom status; the table of fields
   * suggests that it is inside Info. OptPlatform of the URL is IOS for this command, iOS for others. Expect bursts when
   * many connections break at once. A reconnection in time suppresses the Disconnect of the old connection; a web page
   * that is open but offline gets its LinkClose after 60 s. The REST API that invalidates a login causes it, too.
   * Fields: docs/commands.md#statestatechange.
   * - OpenIM: `setUserStatusAfterCommand`. A user's status on a platform was set, says the documentation. No released
   * server sends it: it exists in the documentation only. Fields: docs/commands.md#setuserstatusaftercommand.
   * @example
   * onUserState: async (event) => { await save(event.vendor === 'tencent' ? event.body.Info : event.body.userID); },
   * @see https://www.tencentcloud.com/document/product/1047/34357
   */
  onUserState: unknown;
  /**
   * A user started or stopped following the status of other users, says the documentation. Called after the fact: what
   * it returns does not matter.
   *
   * - OpenIM: `subscribeOrCancelUsersStatusAfterCommand`. No released server sends it: it exists in the documentation
   * only. Fields: docs/commands.md#subscribeorcancelusersstatusaftercommand.
   * @example
   * onUserStateSubscription: async (event) => { await save(event.body.userID); },
   */
  onUserStateSubscription: unknown;
}
