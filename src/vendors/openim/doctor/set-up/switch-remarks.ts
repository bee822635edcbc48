/** What else has to be known of a switch of some versions. Sources: open-im-server#2594, #2912; internal/rpc/msg of 3.3. */
export const remarks: readonly { readonly key: string; readonly of: readonly string[]; readonly says: string }[] = [
  ...['afterUserOnline', 'afterUserOffline'].map((key) => ({
    key,
    of: ['3.8'],
    says: 'servers 3.8.0 and 3.8.1 never send it; 3.8.2 does',
  })),
  ...['beforeSetGroupInfoEx', 'afterSetGroupInfoEx', 'afterAddFriendAgree', 'beforeAddBlack', 'afterRemoveBlack'].map(
    (key) => ({ key, of: ['3.7', '3.8'], says: 'servers before 3.8.1 never send it' }),
  ),
  {
    key: 'beforeSendGroupMsg',
    of: ['3.0', '3.1', '3.2', '3.3', '3.4'],
    says: 'servers 3.0.0 to 3.4.0 look at the switch of afterSendSingleMsg in its place: turn that on, too',
  },
  ...['afterSendSingleMsg', 'afterSendGroupMsg'].map((key) => ({
    key,
    of: ['3.8', 'main'],
    says: 'leave attentionIds empty: with an id in it, the callbacks of all others stay away (open-im-server#3410)',
  })),
];
