import fc from 'fast-check';
import { commandLineOf, vendorNames } from '../../../../src/cli/command-lines';
import { redacted } from '../../../../src/cli/secrets/redact';
import { allCommands } from '../../../../src/vendors/commands';

const fieldsOf = (vendor: 'tencent' | 'openim') => commandLineOf(vendor).recordings;
const masked = (body: unknown, vendor: 'tencent' | 'openim' = 'tencent') =>
  redacted(body, { keepText: false, fields: fieldsOf(vendor) });
const kept = (body: unknown, vendor: 'tencent' | 'openim' = 'openim') =>
  redacted(body, { keepText: true, fields: fieldsOf(vendor) });

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
      MsgBody: [{ MsgType: 'TIMLocationElem', MsgContent: { Desc: 'xxxx', Latitude: 0, Data: { xxxx: ['x', true] } } }],
      CloudCustomData: 'xxx',
      AddWording: 'xxxxxxxxxxxxxxx',
      New: 'xxxxxxxxxxxxx',
    });
  });

  it('keeps JSON in a string readable as JSON', () => {
    expect(masked({ content: '{"content":"good morning","n":5}', groupID: 'g' }, 'openim')).toEqual({
      content: '{"content":"xxxxxxxxxxxx","x":0}',
      groupID: 'g',
    });
    expect(masked({ content: '{not JSON' }, 'openim')).toEqual({ content: 'xxxxxxxxx' });
  });

  it('has no secret, not even with the text', () => {
    const body = { token: 'login-token', secret: 'server-secret', content: 'hello', users: [{ Token: 't' }] };
    expect(kept(body)).toEqual({
      token: 'xxxxxxxxxxx',
      secret: 'xxxxxxxxxxxxx',
      content: 'hello',
      users: [{ Token: 'x' }],
    });
  });

  it('still fits its command', () => {
    for (const { request, sample, wire, vendor } of allCommands) {
      expect([wire, request.decode(masked(sample, vendor))._tag]).toEqual([wire, 'Right']);
    }
  });

  it('has the shape of what came, whatever it was', () => {
    // Without the names: within what users wrote, e.g. in `value`, they are masked, too.
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shape)
        : typeof value === 'object' && value !== null
          ? Object.values(value)
              .map((inner) => JSON.stringify(shape(inner)))
              .sort()
          : typeof value;
    fc.assert(
      fc.property(fc.object(), (body) => {
        expect(shape(masked(body))).toEqual(shape(body));
      }),
      { examples: [[{ value: [{ ' ': false }] }]] },
    );
  });
});

describe('a secret in a recorded body', () => {
  const names = [
    ...['token', 'accessToken', 'ACCESS_TOKEN', 'access-token', 'imToken', 'secret', 'clientSecret', 'SecretKey'],
    ...['password', 'passwd', 'PassWord', 'pwd', 'passphrase', 'usersig', 'UserSig', 'user_sig', 'sign', 'Sign'],
    ...['apikey', 'apiKey', 'API-Key', 'x-api-key', 'AccessKeyId', 'private_key', 'authorization', 'auth', 'cookie'],
    ...['credential', 'signature', 'jwt', 'sessionId', 'ｔｏｋｅｎ', '密码', '登录令牌'],
  ];
  const leaks = /4711|hunter|opaque/;

  it.each(names)('is masked by its name: %s', (name) => {
    const values = ['hunter2', 4711, ['hunter2', 4711], { hunter: 'hunter2', n: 4711 }, '{"n":4711,"of":"hunter2"}'];
    for (const value of values) {
      const inJson = JSON.stringify({ Text: 'hello', [name]: value });
      const twice = JSON.stringify({ Text: inJson });
      for (const place of [
        { [name]: value },
        { users: [{ [name]: value }] },
        { MsgBody: [{ MsgContent: { [name]: value } }] },
        { content: inJson, CloudCustomData: inJson, userID: inJson },
        { content: twice, ex: twice },
      ]) {
        for (const vendor of vendorNames) {
          expect(JSON.stringify(masked(place, vendor))).not.toMatch(leaks);
          expect(JSON.stringify(kept(place, vendor))).not.toMatch(leaks);
        }
      }
    }
  });

  it('is masked where only the command says that it is one', () => {
    const options = { keepText: true, fields: fieldsOf('openim'), secrets: ['knock'] };
    expect(redacted({ knock: 'opaque', list: [{ knock: 4711 }], text: 'hello' }, options)).toEqual({
      knock: 'xxxxxx',
      list: [{ knock: 0 }],
      text: 'hello',
    });
  });

  it('is masked in the query of a URL that stays', () => {
    const faceURL = 'https://cdn.example.com/a.png?X-Amz-Signature=opaque&w=40&to%6ben=hunter2#sig=4711';
    expect(kept({ faceURL, userID: 'u?token=hunter2' })).toEqual({
      faceURL: 'https://cdn.example.com/a.png?X-Amz-Signature=xxxxxx&w=40&to%6ben=xxxxxxx#sig=xxxx',
      userID: 'u?token=xxxxxxx',
    });
  });

  it('is not hidden by standing behind another of its name', () => {
    const content = '{"token":"hunter2","token":true}';
    expect(JSON.stringify([kept({ content }), masked({ content }, 'openim')])).not.toMatch(leaks);
  });

  it('leaves all else of a kept text as it came', () => {
    const content = '{ "text": "a passenger, a signal and an assignment", "id": 12345678901234567890 }';
    expect(kept({ content, signalInfo: 'ring', senderPlatformID: 1 })).toEqual({
      content,
      signalInfo: 'ring',
      senderPlatformID: 1,
    });
  });
});

describe('names that users choose', () => {
  it.each([
    [
      'keys of message extensions',
      'tencent',
      { ExtensionList: [{ Key: 'Mira', Value: 'yes', Seq: 4 }], Keys: ['Mira'] },
    ],
    ['attributes of groups', 'tencent', { GroupAttr: [{ key: 'Mira', value: '1' }] }],
    ['names in a custom element', 'tencent', { MsgBody: [{ MsgContent: { Data: '{"Mira":1}', Mira: 1 } }] }],
    ['names in custom data', 'tencent', { CloudCustomData: '[{"a":{"Mira":"x"}}]' }],
    ['names of a profile item', 'tencent', { ProfileItem: [{ Tag: 'Tag_Profile_Custom_Mira', Value: { Mira: 1 } }] }],
    ['names in the content of a message', 'openim', { content: '{"data":"{\\"Mira\\":1}","Mira":2}' }],
    ['names in a field for whatever an app likes', 'openim', { ex: '{"Mira":true}', groupEx: '"{\\"Mira\\":1}"' }],
    [
      'keys of reactions',
      'openim',
      { reactionExtensionList: { Mira: { typeKey: 'Mira', value: '1', latestUpdateTime: 7 } }, typeKeyList: ['Mira'] },
    ],
  ] as const)('are masked like texts: %s', (_what, vendor, body) => {
    expect(JSON.stringify(masked(body, vendor))).not.toContain('Mira');
    expect(JSON.stringify(kept(body, vendor))).toContain('Mira');
  });

  it('lose no value where two become one', () => {
    expect(masked({ MsgContent: { ab: 1, cd: 2, ef: 'z' } })).toEqual({ MsgContent: { xx: 0, xxx: 0, xxxx: 'x' } });
  });

  it('are told from those of the vendor, which handlers look for', () => {
    const content = { content: 'a', sourcePicture: { uuid: 'b', url: 'c', mine: 'd' }, atUserList: ['e'] };
    expect(masked({ content: JSON.stringify(content) }, 'openim')).toEqual({
      content: '{"content":"x","sourcePicture":{"uuid":"x","url":"x","xxxx":"x"},"atUserList":["x"]}',
    });
  });
});
