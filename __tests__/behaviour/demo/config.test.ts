import { readConfig } from '../../../demo/config';

it('needs nothing on one’s own machine', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, isDemo: true, blockedWords: ['spam'] });
});

it('names everything that is wrong at once, and says what to write', () => {
  const read = () => readConfig({ PORT: '80a', IM_SDK_APP_ID: '-1', OPENIM_SECRET: 'a/b', LOG_LEVEL: 'loud' });
  expect(read).toThrow(/PORT must be a whole number up to 65535, e\.g\. PORT=3000; it is 80a/);
  expect(read).toThrow(/IM_SDK_APP_ID must be/);
  expect(read).toThrow(/OPENIM_SECRET must match .*; write e\.g\. OPENIM_SECRET=\$\(openssl rand -hex 16\)/);
  expect(read).toThrow(/LOG_LEVEL must be one of trace, debug/);
});

it('does not go where others can reach it with secrets that everybody knows', () => {
  expect(() => readConfig({ HOST: '0.0.0.0', OPENIM_SECRET: 'own' })).toThrow(/IM_CALLBACK_TOKEN is not set/);
  const own = { HOST: '0.0.0.0', OPENIM_SECRET: 'own', IM_CALLBACK_TOKEN: 'own' };
  expect(readConfig(own)).toMatchObject({ host: '0.0.0.0', isDemo: false });
});

it('sends test callbacks with the secrets that everybody knows, or where it is asked to', () => {
  const own = { OPENIM_SECRET: 'own', IM_CALLBACK_TOKEN: 'own' };
  expect(readConfig({})).toMatchObject({ testCallbacks: true, showsText: false });
  expect(readConfig(own)).toMatchObject({ testCallbacks: false });
  expect(readConfig({ ...own, TEST_CALLBACKS: '1' })).toMatchObject({ testCallbacks: true });
  expect(readConfig({ TEST_CALLBACKS: '0' })).toMatchObject({ testCallbacks: false });
});

it('never prints a secret in what it complains about', () => {
  expect(() => readConfig({ IM_CALLBACK_TOKEN: 'my secret' })).toThrow(expect.not.stringContaining('my secret'));
});
