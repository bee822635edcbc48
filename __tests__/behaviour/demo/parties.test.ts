import { partiesOf } from '../../../demo/parties';

it('knows users and groups of both vendors, wherever in a body they are, and nothing else of it', () => {
  const GroupMsgReceiptList = [
    { MsgSeq: 1, ReadReceiptMembers: [{ Member_Account: 'wei' }, { Member_Account: 'amal' }] },
  ];
  expect(partiesOf({ GroupId: '@TGS#1', From_Account: 'mira', Text: 'hello', GroupMsgReceiptList })).toEqual({
    users: ['mira', 'wei', 'amal'],
    groups: ['@TGS#1'],
  });
  const openim = { sendID: 'a', recvID: 'b', groupID: 'g', userID: 'c', content: 'hello', clientMsgID: 'm' };
  expect(partiesOf(openim)).toEqual({ users: ['a', 'b', 'c'], groups: ['g'] });
});

it('takes whatever a body is, and ten of each at most', () => {
  for (const body of [undefined, null, 'text', 7, { From_Account: { deep: 1 } }, { GroupId: 5 }]) {
    expect(partiesOf(body)).toEqual({ users: [], groups: [] });
  }
  const many = Array.from({ length: 1000 }, (_, i) => ({ Member_Account: `${i}`.padEnd(500, 'x') }));
  const { users } = partiesOf({ many });
  expect(users).toHaveLength(10);
  expect(users[0]).toHaveLength(200);
});
