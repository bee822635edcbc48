import { allow, imCallbacks, refuse } from 'express-im-callbacks';

/** What all the servers beside this file mount: one receiver for both vendors. */
export const im = imCallbacks({
  tencent: { sdkAppId: 1400000001, token: process.env.IM_CALLBACK_TOKEN },
  openim: { secret: process.env.OPENIM_SECRET },
  beforeGroupMsg: (event) => (JSON.stringify(event.body).includes('spam') ? refuse({ info: '不行' }) : allow()),
  beforeGroupMembersAdd: (event) => (event.body.memberList.at(-1)?.userID === 'banned' ? refuse() : allow()),
  onGroupMsg: (event) => save(event),
});

async function save(event) {
  if (JSON.stringify(event.body).includes('cannot be saved')) throw new Error('the database is away');
}
