/**
 * The code that the user's app gets for a plain refusal (ErrorCode 1), where a page says: 1047/34364, 34368, 34370, 34374,
 * 49463, 60795, 60803. A code of the app's own reaches it as it is.
 */
export const callerSeesForPlain: Readonly<Record<string, number>> = {
  'C2C.CallbackBeforeSendMsg': 20006,
  'Group.CallbackBeforeSendMsg': 10016,
  'Group.CallbackBeforeCreateGroup': 10016,
  'Group.CallbackBeforeApplyJoinGroup': 10016,
  'Group.CallbackBeforeCreateTopic': 10016,
  'OfficialAccount.CallbackBeforeCreateOfficialAccount': 20006,
  'OfficialAccount.CallbackBeforeSendMsg': 10016,
};

/** What the SDK gets when a before-callback failed and the console is set to refuse then (1047/34520). */
export const callerSeesForFailure = 80003;

/** Commands that any ErrorCode but 0 refuses, whatever their range of own codes; what the caller sees then is in no document (647/72210, 647/121916). */
export const refusesWithAnyCode: ReadonlySet<string> = new Set(['Live.CallbackBeforeSendGift']);
