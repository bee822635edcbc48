import { failureLines } from '../../../src/observe/failure-lines';
import { type Hooks, report } from '../../../src/observe/hooks';

const about = { vendor: 'tencent', command: 'Group.CallbackBeforeSendMsg', operationID: 'op-1', answered: 'allow' };

function reporter() {
  const written: string[] = [];
  const hooks: Hooks = { onFailure: failureLines((lines) => written.push(lines)) };
  return { written, hooks };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('failures that nobody asked for', () => {
  it('are written with what is known, the stack of what was thrown, and where to read on', () => {
    const { written, hooks } = reporter();
    const cause = new TypeError('db is away', { cause: new Error('ECONNREFUSED') });
    report(hooks, { kind: 'handlerFailed', cause }, about);
    const [first, second, ...rest] = (written[0] ?? '').split('\n');
    expect(first).toBe(
      '[express-im-callbacks] handlerFailed: the handler failed (tencent Group.CallbackBeforeSendMsg; operationID op-1; answered allow)',
    );
    expect(second).toBe('    TypeError: db is away');
    expect(rest.join('\n')).toMatch(/failure-lines\.test\.ts:\d+[\s\S]*caused by Error: ECONNREFUSED/);
    expect(rest.at(-2)).toBe(
      '    see express-im-callbacks/docs/errors.md#handlerfailed; onFailure takes the place of these lines',
    );
    expect(rest.at(-1)).toBe('');
  });

  it('tell which attempt it was, and when the next one is due', () => {
    const { written, hooks } = reporter();
    const { answered: _none, ...attempted } = about;
    report(hooks, { kind: 'deadlinePassed', deadlineMs: 9 }, { ...attempted, attempt: 2, retryInMs: 500 });
    expect(written[0]).toContain(
      'within 9 ms (tencent Group.CallbackBeforeSendMsg; operationID op-1; attempt 2; again in 500 ms)',
    );
  });

  it.each<[string, unknown, string]>([
    ['a text', 'the words of a message', 'what was thrown is no Error but of type string'],
    ['an object', { body: 'the words of a message' }, 'what was thrown is no Error but of type object'],
    [
      'a value that cannot be read',
      new Proxy(new Error(), {
        get: () => {
          throw new Error('no');
        },
      }),
      'what was thrown cannot be looked at',
    ],
  ])('show nothing of %s', (_what, cause, words) => {
    const { written, hooks } = reporter();
    report(hooks, { kind: 'handlerFailed', cause }, about);
    expect(written[0]).toContain(`    ${words}\n`);
    expect(written[0]).not.toContain('words of a message');
  });

  it('show no field of an error: a request in it holds credentials', () => {
    const { written, hooks } = reporter();
    const cause = Object.assign(new Error('401'), { config: { headers: { Authorization: 'Bearer s3cret' } } });
    report(hooks, { kind: 'handlerFailed', cause }, about);
    expect(written[0]).toContain('Error: 401');
    expect(written[0]).not.toContain('s3cret');
  });

  it('do nothing to a terminal', () => {
    const { written, hooks } = reporter();
    report(hooks, { kind: 'handlerFailed', cause: new Error('\u001b[2Jgone\u202e') }, about);
    expect(written[0]).toContain('Error: \\u001b[2Jgone\\u202e');
  });

  it('are ten of a kind in a minute, and then a number', () => {
    const { written, hooks } = reporter();
    for (let i = 0; i < 25; i++) report(hooks, { kind: 'noCommand' }, about);
    report(hooks, { kind: 'notUtf8' }, about);
    expect(written).toHaveLength(11);
    jest.advanceTimersByTime(60_000);
    expect(written.slice(11)).toEqual(['[express-im-callbacks] noCommand: 15 more in the last minute\n']);
    report(hooks, { kind: 'noCommand' }, about);
    expect(written[12]).toContain('noCommand: neither the URL');
    jest.advanceTimersByTime(60_000);
    expect(written).toHaveLength(13);
  });
});
