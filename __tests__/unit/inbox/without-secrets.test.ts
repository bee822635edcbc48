import { withoutSecrets } from '../../../src/inbox/without-secrets';

describe('a body that is to be stored', () => {
  it.each([
    [{ secret: 's', users: [] }, ['secret'], { users: [] }],
    [{ users: [{ id: 1, token: 't' }, { id: 2 }, 'odd'] }, ['users[].token'], { users: [{ id: 1 }, { id: 2 }, 'odd'] }],
    [{ a: { token: 't', b: 1 } }, ['a.token'], { a: { b: 1 } }],
    [{ users: { token: 't' } }, ['users[].token'], { users: {} }],
    [{ secret: { deep: ['s'] }, token: 't' }, ['secret', 'token'], {}],
    [{ users: null }, ['users[].token', 'secret'], { users: null }],
    ['a text', ['secret'], 'a text'],
    [['secret'], ['secret'], ['secret']],
  ])('%j without %j', (body, paths, stored) => {
    const before = JSON.stringify(body);
    expect(withoutSecrets(body, paths)).toEqual(stored);
    expect(JSON.stringify(body)).toBe(before);
  });

  it('is the very same where its command has no secrets', () => {
    const body = { secret: 's' };
    expect(withoutSecrets(body, [])).toBe(body);
  });
});
