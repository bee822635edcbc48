/** Mistakes that are easily made, and the words that the first line of the compiler's error must have. */

const tencent = 'tencent: { sdkAppId: 1400000001 }';
const openim = `openim: { secret: 'a-secret-of-tests-0' }`;

export interface Mistake {
  readonly code: string;
  readonly words: readonly string[];
}

const takesNone = ['is not assignable to type', 'no vendor that is mounted calls this handler'];
const before = [`is not assignable to type 'BeforeHandler<TencentBeforeGroupMsgCommand>'`];
const beforeOpenim = [`is not assignable to type 'BeforeHandler<OpenimBeforeGroupMsgCommand>'`];

export const mistakes: Readonly<Record<string, Mistake>> = {
  'a handler that is misspelt': {
    code: `imCallbacks({ ${tencent}, onGroupMessage: () => {} });`,
    words: [`'onGroupMessage' does not exist in type`, `Did you mean to write 'onGroupMsg'?`],
  },
  'an option that is misspelt': {
    code: `imCallbacks({ ${tencent}, maxConcurent: 3 });`,
    words: [`'maxConcurent' does not exist in type`, `Did you mean to write 'maxConcurrent'?`],
  },
  'an option of the vendor that is misspelt': {
    code: `imCallbacks({ tencent: { sdkAppId: 1400000001, tokn: 'x' } });`,
    words: ['tokn', 'TencentCommonOptions & OneApp'],
  },
  'an option of the vendor beside it': {
    code: `imCallbacks({ ${tencent}, token: 'x' });`,
    words: [`'token' does not exist in type 'Mounted<`],
  },
  'no SDKAppID': {
    code: `imCallbacks({ tencent: { token: 'x' } });`,
    words: [`'{ token: string; }' is not assignable to type '(TencentCommonOptions & OneApp`],
  },
  'a version that is a number': {
    code: 'imCallbacks({ openim: { serverVersion: 3.8 } });',
    words: [`Type 'number' is not assignable to type 'string`],
  },
  'neither vendor': { code: 'imCallbacks({ onGroupMsg: () => {} });', words: takesNone },
  'a handler that this vendor never calls': {
    code: `imCallbacks({ ${openim}, onOfficialAccountMsg: () => {} });`,
    words: takesNone,
  },
  'a wire name in place of a handler': {
    code: `imCallbacks({ ${tencent}, 'Group.CallbackAfterSendMsg': () => {} });`,
    words: [`'Group.CallbackAfterSendMsg'' does not exist in type 'Mounted<`],
  },
  'no verdict': {
    code: `imCallbacks({ ${tencent}, beforeGroupMsg: () => {} });`,
    words: [`'() => void'`, ...before],
  },
  'no verdict on one path': {
    code: `imCallbacks({ ${tencent}, beforeGroupMsg: async (event) => { if (event.body.GroupId === '') return refuse(); } });`,
    words: ['Promise<Refuse | undefined>', ...before],
  },
  'a boolean for a verdict': {
    code: `imCallbacks({ ${tencent}, beforeGroupMsg: () => true });`,
    words: [`'() => boolean'`, ...before],
  },
  'a word for a verdict': {
    code: `imCallbacks({ ${tencent}, beforeGroupMsg: () => 'refuse' });`,
    words: [`'() => string'`, ...before],
  },
  'a verdict after the fact': {
    code: `imCallbacks({ ${tencent}, onGroupMsg: () => refuse() });`,
    words: [`'() => Refuse' is not assignable to type 'AfterHandler<TencentGroupMsgCommand>'`],
  },
  'a drop for OpenIM': {
    code: `imCallbacks({ ${openim}, beforeGroupMsg: () => drop() });`,
    words: [`'() => Drop'`, ...beforeOpenim],
  },
  'changes that OpenIM does not read': {
    code: `imCallbacks({ ${openim}, beforeGroupMsg: () => rewrite({ content: 'x' }) });`,
    words: ['Rewrite<{ readonly content: "x"; }>', ...beforeOpenim],
  },
  'changes of a field that is not read': {
    code: `imCallbacks({ ${tencent}, beforeGroupMsg: () => rewrite({ Text: 'x' }) });`,
    words: ['Rewrite<{ readonly Text: "x"; }>', ...before],
  },
  'a field that is not there': {
    code: `imCallbacks({ ${tencent}, onGroupMsg: (event) => { event.body.groupID; } });`,
    words: [`'groupID' does not exist on type 'TencentGroupMsg'. Did you mean 'GroupId'?`],
  },
  'a field of one vendor with both mounted': {
    code: `imCallbacks({ ${tencent}, ${openim}, onGroupMsg: (event) => { event.body.GroupId; } });`,
    words: [`'GroupId' does not exist on type '`, 'TencentGroupMsg', 'OpenimGroupMsg'],
  },
  'a policy for a command that does not exist': {
    code: `imCallbacks({ ${tencent}, failurePolicy: { 'Group.CallbackBeforeSendMessage': 'refuse' } });`,
    words: [`'Group.CallbackBeforeSendMessage'' does not exist in type 'FailurePolicies'`],
  },
  'a policy that does not exist': {
    code: `imCallbacks({ ${tencent}, failurePolicy: 'deny' });`,
    words: [`'"deny"' is not assignable to type`, 'FailurePolicy'],
  },
  'a path for an inbox': {
    code: `imCallbacks({ ${tencent}, inbox: 'inbox.db' });`,
    words: [`'string' is not assignable to type 'Inbox'`],
  },
  'a reason that does not exist': {
    code: `refuse({ message: 'no spam' });`,
    words: [`'message' does not exist in type 'Reason'`],
  },
};

/** What must compile. */
export const noMistakes = `
const secret = process.env.OPENIM_SECRET;
imCallbacks({ ${tencent}, ...(secret && { openim: { secret } }), onGroupMsg: (event) => { event.body; } });
const changes = { MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '***' } }] } as const;
imCallbacks({ ${tencent}, beforeGroupMsg: () => rewrite(changes) });
imCallbacks({
  ${tencent},
  beforeGroupMsg: async ({ body }) => {
    const hidden = body.MsgBody.map((element) =>
      element.MsgType === 'TIMTextElem' ? { ...element, MsgContent: { Text: '***' } } : element,
    );
    const verdict = rewrite({ MsgBody: hidden, CloudCustomData: 'x' });
    return verdict;
  },
});
imCallbacks({
  ${tencent},
  beforeGroupMsg: () => {
    const verdict = rewrite({ MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '***' } }] });
    return verdict;
  },
});
`;
