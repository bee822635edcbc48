import fc from 'fast-check';
import { catalogue } from '../../../../src/cli/commands/catalogue';
import { redacted } from '../../../../src/cli/secrets/redact';

const masked = (body: unknown) => redacted(body, { keepText: false });

describe('a recorded body', () => {
  it('has no text that a user wrote, and keeps what names things', () => {
    expect(
      masked({
        GroupId: '@TGS#1',
        From_Account: 'u_alice',
        MsgSeq: 7,
        EventTime: '1718000206321',
        MsgBody: [
          { MsgType: 'TIMLocationElem', MsgContent: { Desc: 'home', Latitude: 47.3, Data: { deep: ['a', true] } } },
        ],
        CloudCustomData: 'k=v',
        AddWording: 'hi, it is Alice',
        New: 'something new',
      }),
    ).toEqual({
      GroupId: '@TGS#1',
      From_Account: 'u_alice',
      MsgSeq: 7,
      EventTime: '1718000206321',
      MsgBody: [{ MsgType: 'TIMLocationElem', MsgContent: { Desc: 'xxxx', Latitude: 0, Data: { deep: ['x', true] } } }],
      CloudCustomData: 'xxx',
      AddWording: 'xxxxxxxxxxxxxxx',
      New: 'xxxxxxxxxxxxx',
    });
  });

  it('keeps JSON in a string readable as JSON', () => {
    expect(masked({ content: '{"content":"good morning","n":5}', groupID: 'g' })).toEqual({
      content: '{"content":"xxxxxxxxxxxx","n":0}',
      groupID: 'g',
    });
    expect(masked({ content: '{not JSON' })).toEqual({ content: 'xxxxxxxxx' });
  });

  it('has no secret, not even with the text', () => {
    const body = { token: 'login-token', secret: 'server-secret', content: 'hello', users: [{ Token: 't' }] };
    expect(redacted(body, { keepText: true })).toEqual({
      token: 'xxxxxxxxxxx',
      secret: 'xxxxxxxxxxxxx',
      content: 'hello',
      users: [{ Token: 'x' }],
    });
  });

  it('still fits its command', () => {
    for (const { request, sample, wire } of catalogue) {
      expect([wire, request.decode(masked(sample))._tag]).toEqual([wire, 'Right']);
    }
  });

  it('has the shape of what came, whatever it was', () => {
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shape)
        : typeof value === 'object' && value !== null
          ? Object.entries(value).map(([k, v]) => [k, shape(v)])
          : typeof value;
    fc.assert(
      fc.property(fc.object(), (body) => {
        expect(shape(masked(body))).toEqual(shape(body));
      }),
    );
  });
});
