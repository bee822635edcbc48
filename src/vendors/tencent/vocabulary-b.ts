/** Names that users, relations, one-to-one messages, bots and push results have in common. */
export const vocabularyB: Readonly<Record<string, string>> = {
  To_Account: 'user ID of the receiver',
  MsgRandom: '32-bit random number of the message',
  SendMsgResult: '0 when the message was delivered, else the error code',
  ErrorInfo: 'what became of the delivery, in words',
  UnreadMsgNum: 'unread one-to-one messages of the receiver in all conversations together; -1 when the delivery failed',
  FriendShip: 'relation of the two users; seen in one capture, in no document',
  Requester_Account: 'user ID of who made the request',
  PairList: 'the relations that changed, one direction each',
  Remark: 'name that the user gives the friend',
  PushPlatform:
    'push channel; 0 unknown or online push, 1 APNs, 2 Xiaomi, 3 Huawei, 4 FCM, 5 Meizu, 6 OPPO, 7 vivo, 8 Honor',
  PushStage: '1 sent, 2 reached the device, 3 clicked',
  ErrCode: '0 when the push went well',
  ErrInfo: 'what became of the push, in words',
};
