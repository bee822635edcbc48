/** Every code block of docs/messages.md is compiled as a user's would be, and does what the page says it does. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elems } from '../../src/vendors/openim/message/content-types';
import { scratchFolder } from '../support/scratch';

const root = join(__dirname, '..', '..');
const folder = scratchFolder('messages-doc');
const page = readFileSync(join(root, 'docs', 'messages.md'), 'utf8');
const blocks = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
const env = { ...process.env, IM_CALLBACK_TOKEN: 'token-of-the-page', OPENIM_SECRET: 'secret-segment-of-the-page' };

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const files = blocks.map((code, i) => {
    const file = join(folder, `block-${i}.ts`);
    writeFileSync(file, code);
    return file;
  });
  const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
  const flags = ['--strict', '--module', 'node16', '--target', 'es2022', '--skipLibCheck', '--esModuleInterop'];
  execFileSync(process.execPath, [tsc, '--ignoreConfig', ...flags, '--types', 'node', ...files], { cwd: root });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program prints that has the exports of a block, and the test kit. */
function printed(block: number, program: string): string[] {
  const script = `
const { deliver, sample } = require('express-im-callbacks/testing');
const { callbacks, summary } = require('./block-${block}.js');
const text = (Text) => ({ MsgType: 'TIMTextElem', MsgContent: { Text } });
(async () => { ${program} })();`;
  const file = join(folder, `run-${block}.js`);
  writeFileSync(file, script);
  return execFileSync(process.execPath, [file], { cwd: folder, env, encoding: 'utf8' }).trim().split('\n');
}

it('has five blocks', () => expect(blocks).toHaveLength(5));

it('the first reads messages of both vendors', () => {
  const quoteMessage = { contentType: 101, textElem: { content: 'when?' } };
  const content = JSON.stringify({ text: 'at noon', quoteMessage });
  const program = `
    const sound = { MsgType: 'TIMSoundElem', MsgContent: { Url: 'https://cdn.example.com/v', Size: 20480, Second: 4 } };
    const GroupAtInfo = [{ GroupAtAllFlag: 1 }];
    await deliver(callbacks, 'Group.CallbackAfterSendMsg', { MsgBody: [text('listen'), sound], GroupAtInfo });
    await deliver(callbacks, 'callbackAfterSendGroupMsgCommand', { contentType: 114, content: ${JSON.stringify(content)} });`;
  expect(printed(0, program)).toEqual([
    'u_alice in @TGS#1NOVA7QLX: listen',
    'sound, 20480 bytes: https://cdn.example.com/v',
    'to everybody',
    '4100000001 in 900100200: at noon',
    'an answer to: when?',
  ]);
}, 30_000);

it('the second labels parts', () => {
  const program = `
    const MsgBody = [text('look'), { MsgType: 'TIMFileElem', MsgContent: { FileName: 'map.pdf' } }, { MsgType: 'TIMSoundElem', MsgContent: { Second: 4 } }];
    const body = sample('C2C.CallbackAfterSendMsg', { MsgBody });
    console.log(summary({ vendor: 'tencent', command: 'C2C.CallbackAfterSendMsg', body }));`;
  expect(printed(1, program)).toEqual(['look, the file map.pdf, a sound of 4 s']);
}, 30_000);

/** The verdicts of a block on a text, at each vendor. */
const verdictsOn = (words: string) => `
    for (const [command, overrides] of [
      ['Group.CallbackBeforeSendMsg', { MsgBody: [text('${words}')] }],
      ['callbackBeforeSendGroupMsgCommand', { content: '{"content":"${words}"}', senderNickname: 'antispam-anna' }],
      ['callbackBeforeMsgModifyCommand', { content: '{"content":"${words}"}' }],
    ]) {
      const { verdict, text } = await deliver(callbacks, command, overrides);
      console.log(verdict.verdict, /\\*+/.exec(text)?.[0] ?? '');
    }`;

it('the third refuses spam, and lets others pass', () => {
  expect(printed(2, verdictsOn('buy spam'))).toEqual(['refuse ', 'refuse ', 'allow']);
  expect(printed(2, verdictsOn('hello'))).toEqual(['allow ', 'allow ', 'allow']);
}, 30_000);

it('the fourth masks it, at OpenIM when it asks the second time', () => {
  expect(printed(3, verdictsOn('buy spam'))).toEqual(['rewrite ****', 'allow ', 'rewrite ****']);
  expect(printed(3, verdictsOn('hello'))).toEqual(['allow ', 'allow ', 'allow']);
}, 30_000);

it('the fifth sends something else', () => {
  const program = `
    const { ack } = await deliver(callbacks, 'Group.CallbackBeforeSendMsg', { MsgBody: [text('one'), text('two')] });
    console.log(JSON.stringify(ack.MsgBody));`;
  const MsgBody = [{ MsgType: 'TIMTextElem', MsgContent: { Text: '(removed by a moderator)' } }];
  expect(printed(4, program)).toEqual([JSON.stringify(MsgBody)]);
}, 30_000);

it('names every kind of part, and every contentType', () => {
  const parts = readFileSync(join(root, 'src/callback/message/part.ts'), 'utf8');
  const kinds = [...parts.matchAll(/readonly kind: '(\w+)'/g)].map(([, kind]) => kind);
  expect(kinds.length).toBeGreaterThan(10);
  expect([...kinds, 'merged'].filter((kind) => !page.includes(`| \`${kind}\` |`))).toEqual([]);
  const types = elems.flatMap((elem): readonly number[] => elem.types);
  expect(types.filter((type) => !new RegExp(`\\| [\\d, ]*\\b${type}\\b[\\d, ]* \\|$`, 'm').test(page))).toEqual([]);
});
