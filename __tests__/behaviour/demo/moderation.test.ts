import { contentOf } from '../../../demo/message';
import { moderation } from '../../../demo/moderation';
import { messageOf } from '../../../src/message';
import type { WireBody } from '../../../src/testing';
import { eventOf } from '../../support/message/event';

const rules = moderation(['spam']);
const refused = (text: string) => rules.some(({ breaks }) => breaks(text));

it.each(['buy spam', 'SPAM', 'ｓｐａｍ', 'sp\u200bam', 's\u00adpam', 'x'.repeat(5001)])('refuses %p', (text) => {
  expect(refused(text)).toBe(true);
});

it.each(['', 'see you at the bridge', 'spa, map', 'x'.repeat(5000)])('lets %p through', (text) => {
  expect(refused(text)).toBe(false);
});

it('keeps the kinds of parts that a message has, and its text', () => {
  const text = (Text: string) => ({ MsgType: 'TIMTextElem' as const, MsgContent: { Text } });
  const image = { MsgType: 'TIMImageElem' as const, MsgContent: {} };
  const content = (MsgBody: NonNullable<WireBody<'Group.CallbackAfterSendMsg'>['MsgBody']>) =>
    contentOf(messageOf(eventOf('Group.CallbackAfterSendMsg', { MsgBody })));
  expect(content([text('a'), image, text('b')])).toEqual({ type: 'text + image', text: 'a\nb' });
  expect(content([])).toEqual({ type: 'empty', text: '' });
});

it('keeps the text of a message of OpenIM', () => {
  const content = '{"text":"@wei hello"}';
  const event = eventOf('callbackAfterSendGroupMsgCommand', { contentType: 106, content });
  expect(contentOf(messageOf(event))).toEqual({ type: 'text', text: '@wei hello' });
});
